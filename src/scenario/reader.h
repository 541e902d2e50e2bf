/* SPDX-License-Identifier: Apache-2.0 */
/* Reading a scenario from its tree of values: what the files read_*.c share. */
#ifndef SMYI_SCENARIO_READER_H
#define SMYI_SCENARIO_READER_H

#include "scenario/complaints.h"
#include "scenario/index.h"
#include "scenario/scenario.h"
#include "scenario/value.h"

enum {
    SMYI_MOST_ACTORS = 1000,
    SMYI_MOST_ISSUES = 200,
    SMYI_MOST_INPUTS = 20000,
    SMYI_MOST_CITES = 64, /* of one estimate or claim */
    SMYI_MOST_NAME = 64,  /* bytes */
};

/**
 * What reading needs. A read_ function complains about what is wrong and goes on with
 * something harmless, so that one pass finds everything; whether the scenario is fit for use
 * is known at the end (no error, memory did not run out).
 */
typedef struct SmyiReader {
    SmyScenario *scenario;
    SmyiArena *arena;   /* the scenario's: what stays */
    SmyiArena *scratch; /* what goes when reading is done */
    SmyiComplaints complaints;
    struct SmyiAtHand *hand; /* documents found (at_hand.h); NULL: no folders were given */
    bool mend_correlations;  /* where they contradict each other */
    size_t inputs_room, citations_room;
    struct {
        const SmyiValue *seats, *observers, *absent, *candidates, *delegations;
    } at; /* lists of the table, for places; NULL: not given */
    SmyiIndex claim_ids, constraint_ids, lever_ids;
} SmyiReader;

/**
 * Where the values come from: returns their root, in the scenario's arena, and fills in the
 * scenario's sha256. NULL: it has complained.
 */
typedef SmyiValue *SmyiRootFn(SmyiReader *reader, const void *cookie);

/** Makes and checks a scenario of the values that root_of() gives (smy_scenario_parse()). */
SmyCode smyi_scenario_make(const char *name, SmyiRootFn *root_of, const void *cookie,
                           const SmyReadOptions *options, SmyScenario **out, SmyError *err);

/* ---- Complaints ---- */

/** An error at the value. hint may be NULL. */
void smyi_refuse(SmyiReader *reader, SmyCode code, const SmyiValue *at, const char *hint,
                 const char *format, ...) __attribute__((format(printf, 5, 6)));
/** An error at the value's key. */
void smyi_refuse_key(SmyiReader *reader, SmyCode code, const SmyiValue *at,
                     const char *hint, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/** An error at a place. */
void smyi_refuse_at(SmyiReader *reader, SmyCode code, SmyiPlace at, const char *hint,
                    const char *format, ...) __attribute__((format(printf, 5, 6)));
/** A notice at a place. The texts of the note must live as long as the scenario. */
void smyi_remark(SmyiReader *reader, const SmyiNote *note, SmyCode code, SmyiPlace at,
                 const char *hint, const char *format, ...)
    __attribute__((format(printf, 6, 7)));
/** Path and content of a value for messages; "..." where there is no room or memory. */
const char *smyi_path(SmyiReader *reader, const SmyiValue *value);
const char *smyi_shown(SmyiReader *reader, const SmyiValue *value);
/** Marks that memory ran out where `taken` is NULL; returns it. */
void *smyi_taken(SmyiReader *reader, void *taken);

/** `count` zeroed elements of the scenario's arena, or NULL, which is marked. */
#define SMYI_TAKE(reader, count, Type)                                                     \
    ((Type *)smyi_taken((reader), SMYI_NEW((reader)->arena, (count), Type)))

/* ---- Maps and lists (fields.c) ---- */

/** Reads one value into what the caller is making. */
typedef void SmyiReadFn(SmyiReader *reader, const SmyiValue *value, void *into);

typedef struct SmyiKey {
    const char *name;
    SmyiReadFn *read; /* NULL: known here, read elsewhere */
    bool required;
} SmyiKey;

/** cite, judgement, voice: known in a map, read by smyi_read_support(). */
#define SMYI_SUPPORT_KEYS                                                                  \
    {"cite", NULL, false}, {"judgement", NULL, false},                                     \
    {                                                                                      \
        "voice", NULL, false                                                               \
    }

/**
 * Reads the entries of a map by a table of known keys, in the order of the file. Complains of
 * what is no map, of unknown keys (naming the nearest), empty values and missing keys.
 * False: it is no map, nothing was read.
 */
bool smyi_read_map(SmyiReader *reader, const SmyiValue *map, const SmyiKey *keys,
                   size_t n_keys, void *into);
/**
 * Reads each entry of a map that is keyed by names. x- keys pass by, and so do cite, judgement
 * and voice where the map is `supported`.
 */
bool smyi_read_entries(SmyiReader *reader, const SmyiValue *map, bool supported,
                       SmyiReadFn *read, void *into);
/** Reads each element of a list. False: it is no list. */
bool smyi_read_list(SmyiReader *reader, const SmyiValue *list, SmyiReadFn *read,
                    void *into);
/** True for keys that belong to the user ("x-...") or to support. */
bool smyi_key_is_free(const char *key);
bool smyi_key_is_support(const char *key);

/* ---- Simple values (simple.c); false or NULL: refused ---- */

/** A finite number within low..high, which may be infinite. */
bool smyi_read_number(SmyiReader *reader, const SmyiValue *value, double low, double high,
                      double *number);
bool smyi_read_bool(SmyiReader *reader, const SmyiValue *value, bool *truth);
const char *smyi_read_text(SmyiReader *reader, const SmyiValue *value);
/** A language tag such as en or zh-Hant, by its form. */
const char *smyi_read_language(SmyiReader *reader, const SmyiValue *value);
/** A text in one or several languages. */
void smyi_read_texts(SmyiReader *reader, const SmyiValue *value, SmyiText *text);
/** YYYY-MM-DD, a day that exists. */
const char *smyi_read_date(SmyiReader *reader, const SmyiValue *value);
/** An id: [a-z][a-z0-9_-]*, at most 64 bytes, no x- and no word of the format. */
const char *smyi_read_name(SmyiReader *reader, const SmyiValue *value);
/**
 * The same of a thing in a list, which `ids` must not know yet and then knows as `number`.
 */
const char *smyi_read_new_id(SmyiReader *reader, const SmyiValue *value, SmyiIndex *ids,
                             size_t number);
/** The same of a key that declares something. */
const char *smyi_read_key_name(SmyiReader *reader, const SmyiValue *entry);
/** One of a NULL-terminated list of words: its index, or SMYI_NONE. */
int smyi_read_word(SmyiReader *reader, const SmyiValue *value, const char *const *words);

/* ---- References (refer.c): an index, or SMYI_NONE, complained of ---- */

int smyi_refer_actor(SmyiReader *reader, const SmyiValue *value);
int smyi_refer_issue(SmyiReader *reader, const SmyiValue *value);
int smyi_refer_input(SmyiReader *reader, const SmyiValue *value);
/** The same where the name is the entry's key. */
int smyi_refer_actor_key(SmyiReader *reader, const SmyiValue *entry);
int smyi_refer_issue_key(SmyiReader *reader, const SmyiValue *entry);
int smyi_refer_input_key(SmyiReader *reader, const SmyiValue *entry);
/** A list of different actors: their number, and *actors; 0 where it is refused. */
size_t smyi_refer_actors(SmyiReader *reader, const SmyiValue *list, int **actors);

/** A list of [actor or {actor, tolerance}], as smyi_refer_actors(). */
size_t smyi_refer_answers(SmyiReader *reader, const SmyiValue *list, SmyiAnswer **answers);

/* ---- Support and estimates (support.c, read_estimate.c) ---- */

/**
 * cite, judgement and voice of a map; what it lacks comes from `outer` (NULL: none): cite and
 * judgement together, voice by itself. Anything but a map just has the outer support.
 */
SmyiSupport smyi_read_support(SmyiReader *reader, const SmyiValue *map,
                              const SmyiSupport *outer);

/** "author" or an actor: its voice; SMYI_NONE, complained of. */
int smyi_read_voice(SmyiReader *reader, const SmyiValue *value);

/** "B2" or "B": a grade of a source (docs/format.md, reliability). */
void smyi_read_grade(SmyiReader *reader, const SmyiValue *value, SmyiGrade *grade);

/** One or a list of those who say otherwise: their number, and *disputes. */
size_t smyi_read_disputes(SmyiReader *reader, const SmyiValue *value,
                          const SmyiDispute **disputes);

typedef struct SmyiEstimateRule {
    double least, most;
    bool point_only;  /* a number or {value} */
    const char *also; /* a further key that the map may have, read elsewhere; or NULL */
    const SmyiSupport *outer;
} SmyiEstimateRule;

/** Adds an input whose path is the value's; SMYI_NONE without room for it (complained of). */
int smyi_read_input(SmyiReader *reader, const SmyiValue *value,
                    const SmyiEstimateRule *rule);
/** An estimate that is no input of its own. */
SmyiInput smyi_read_estimate(SmyiReader *reader, const SmyiValue *value,
                             const SmyiEstimateRule *rule);

/* ---- Sections of the file, in the order they are read ---- */

SmyiReadFn smyi_read_venues;
SmyiReadFn smyi_read_documents, smyi_declare_issues, smyi_declare_actors; /* names first */
SmyiReadFn smyi_read_issues, smyi_read_actors, smyi_read_stances, smyi_read_no_deal,
    smyi_read_standing, smyi_read_table, smyi_read_claims, smyi_read_constraints;
SmyiReadFn smyi_read_procedure, smyi_read_levers, smyi_read_timeline,
    smyi_read_correlations;

/** Lists of the table, into a SmyiTable. */
SmyiReadFn smyi_read_seats, smyi_read_observers, smyi_read_ratifiers, smyi_read_absent,
    smyi_read_candidates, smyi_read_delegations;

/** Is the path that of something said in public, "stances.A.I.stated" or "no_deal.A.stated"? */
bool smyi_path_is_stated(const char *path);

/** A condition of a claim or constraint. */
void smyi_read_condition(SmyiReader *reader, const SmyiValue *value,
                         SmyiCondition *condition);

/* ---- The whole, after all sections ---- */

/** principal of every actor; stances and no_deal through speaks_for; cycles are refused. */
void smyi_resolve_speakers(SmyiReader *reader);
/** All correlations together: refused, or mended, where they contradict each other. */
void smyi_correlate(SmyiReader *reader);
/** Roles, delegates, who must have a capability, weight. */
void smyi_check_table(SmyiReader *reader);
/** What is legal but worth a look. */
void smyi_remark_whole(SmyiReader *reader);

#endif
