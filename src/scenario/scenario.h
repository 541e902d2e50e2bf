/* SPDX-License-Identifier: Apache-2.0 */
/* A scenario in memory: plain data, read-only once read. Who reads it: reader.c. */
#ifndef SMYI_SCENARIO_SCENARIO_H
#define SMYI_SCENARIO_SCENARIO_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/estimate.h"
#include "scenario/index.h"
#include "scenario/notices.h"
#include "summitry/scenario.h"

enum {
    SMYI_NONE = -1,         /* an index that points nowhere */
    SMYI_VOICE_AUTHOR = -2, /* a voice that is the document's author */
};

/** A text in several languages. */
typedef struct SmyiText {
    size_t n;              /* 0: not given */
    const char **language; /* [n] BCP 47 tag; "" for a text given without one */
    const char **value;    /* [n] UTF-8 */
} SmyiText;

/** The text in `language`, else in a language it is a kind of (zh-Hant-TW -> zh-Hant -> zh),
    else in "en" or without a tag, else the first; `fallback` where there is none. */
const char *smyi_text_in(const SmyiText *text, const char *language, const char *fallback);

typedef enum SmyiCiteState {
    SMYI_CITE_UNSEEN,   /* its document is not at hand */
    SMYI_CITE_VERIFIED, /* the words are there */
    SMYI_CITE_FOLLOWED, /* found again, `distance` edits away, in an edited document */
    SMYI_CITE_STALE,    /* into an edited document, and not found again */
} SmyiCiteState;        /* one that does not hold is an error of reading */

/** How far a source is trusted (NATO AJP-2.1, the "Admiralty" scale); '\0': not given. */
typedef struct SmyiGrade {
    char
        reliability; /* of the source: 'A' (completely) .. 'E' (not), 'F': cannot be judged */
    char credibility; /* of what it says: '1' (confirmed) .. '5', '6': cannot be judged */
} SmyiGrade;

typedef struct SmyiCitation SmyiCitation;

typedef struct SmyiDispute {  /* somebody who says otherwise */
    int voice;                /* actor index, SMYI_VOICE_AUTHOR, or SMYI_NONE */
    const SmyiCitation *cite; /* where; NULL: not given */
} SmyiDispute;

struct SmyiCitation {
    int document;      /* index */
    const char *shown; /* "commentary@10-20" or the quotation's beginning */
    bool by_range;     /* else by quotation: exact, prefix, suffix */
    size_t start, end; /* code points, half-open; found by quotation once verified */
    const char *exact, *prefix, *suffix; /* NULL: not given */
    SmyiCiteState state;
    const char *quoted; /* the document's words, UTF-8; NULL until verified or followed */
    size_t distance;    /* edits, once followed; else 0 */
    int voice;          /* its own, as SmyiSupport.voice, which holds where it has none */
    SmyiGrade grade;    /* its own, else its document's */
    size_t n_disputes;
    const SmyiDispute *disputes;
    size_t number; /* of SmyScenario.citations */
    SmyiPlace place;
};

typedef struct SmyiSupport {
    size_t n_cites;
    const SmyiCitation *cites;
    const char *judgement; /* NULL: none */
    int voice;             /* actor index, SMYI_VOICE_AUTHOR, or SMYI_NONE */
} SmyiSupport;

/** One uncertain number of the file. The vector of all inputs' values is what a draw draws. */
typedef struct SmyiInput {
    const char *path;      /* "stances.russia.territory.position" */
    SmyiEstimate estimate; /* in the unit of the file */
    double least, most;    /* range a value may take, may be infinite; levers clamp to it */
    SmyiSupport support;
    SmyiPlace place;
} SmyiInput;

typedef struct SmyiDocument {
    const char *id, *language, *date, *sha256, *url; /* NULL: not given */
    SmyiText title;
    SmyiGrade grade;
    bool found;   /* a file with its hash lies in the folders */
    bool edited;  /* what is at hand is called so, and has another hash or none is known */
    bool at_hand; /* found or edited, and its text can be read */
    size_t n_code_points; /* where at hand */
    SmyiPlace place;
} SmyiDocument;

/** A place that the table may name, and what people call it. */
typedef struct SmyiNamedVenue {
    const char *id;
    SmyiText name;
} SmyiNamedVenue;

typedef struct SmyiAnchor {
    double at; /* in the issue's unit */
    SmyiText text;
} SmyiAnchor;

typedef struct SmyiIssue {
    const char *id;
    SmyiText title;
    double low, high; /* the scale; low < high */
    size_t n_anchors;
    SmyiAnchor *anchors; /* ascending */
    int status_quo;      /* input, or SMYI_NONE */
    SmyiPlace place;
} SmyiIssue;

typedef struct SmyiAnswer { /* a public that an actor answers to, or a ratifier */
    int actor;
    double tolerance; /* points of 100 */
    SmyiPlace place;
} SmyiAnswer;

typedef struct SmyiVenue {
    const char *name;
    int standing; /* input */
} SmyiVenue;

typedef struct SmyiActor {
    const char *id, *kind;
    SmyiText name;
    int speaks_for; /* actor, or SMYI_NONE; no cycles */
    int principal; /* end of the chain of speaks_for; the actor itself where there is none */
    size_t n_publics;
    SmyiAnswer *publics; /* answers_to */
    double quota;        /* of ratify; 1 with ratify_all */
    bool ratify_all;
    /* inputs, or SMYI_NONE; no_deal is inherited through speaks_for */
    int capability, face, no_deal, no_deal_stated, seated, left_out;
    size_t n_venues;
    SmyiVenue *venues;
    SmyiPlace place;
} SmyiActor;

/** What an actor wants on an issue; inherited through speaks_for where the actor lacks it. */
typedef struct SmyiStance {
    int position, salience; /* inputs; both SMYI_NONE: no position */
    int limit;       /* input: accepts x if |x - p| <= |limit - p|; SMYI_NONE: no such */
    bool limit_pair; /* the limit is the pair below instead */
    double limit_low, limit_high;
    int stated; /* input (a point), or SMYI_NONE */
    SmyiPlace place;
} SmyiStance;

typedef enum SmyiRole {
    SMYI_ROLE_OUT, /* not a candidate; no standing */
    SMYI_ROLE_SEAT,
    SMYI_ROLE_OBSERVER,
    SMYI_ROLE_ABSENT,
    SMYI_ROLE_DELEGATE, /* sits with its delegation */
} SmyiRole;

typedef struct SmyiObserver {
    int actor, patron;
    double share; /* 0..1 */
    SmyiPlace place;
} SmyiObserver;

typedef struct SmyiDelegate {
    int actor, seat;
} SmyiDelegate;

typedef struct SmyiTable {
    SmyiRole *role; /* [n_actors] */
    size_t n_seats, n_observers, n_ratifiers, n_absent, n_candidates, n_delegates;
    int *seats; /* in the order of the file */
    SmyiObserver *observers;
    SmyiAnswer *ratifiers;
    int *absent;
    int *candidates; /* whose seats are analysed */
    SmyiDelegate *delegates;
    const char *venue; /* NULL: none */
    SmyiPlace place;
} SmyiTable;

typedef enum SmyiQuantityKind {
    SMYI_Q_NUMBER, /* a constant */
    SMYI_Q_GAIN,   /* actors[0], as the next five */
    SMYI_Q_GAIN_OUTCOME,
    SMYI_Q_GAIN_STANDING,
    SMYI_Q_GAIN_FACE,
    SMYI_Q_GAIN_NO_DEAL,
    SMYI_Q_SHORTFALL,
    SMYI_Q_LEAST_GAIN,     /* actors[n] */
    SMYI_Q_TOTAL_GAIN,     /* actors[n] */
    SMYI_Q_EXCLUSION_COST, /* actors[0] */
    SMYI_Q_SEAT_VALUE,     /* of actors[0] for actors[1] */
    SMYI_Q_OUTCOME,        /* issue */
    SMYI_Q_DISTANCE,       /* actors[0], issue: outcome from the position */
    SMYI_Q_APART,          /* actors[0], actors[1], issue: two positions */
    SMYI_Q_SETTLED_SHARE,
    SMYI_Q_POSITION, /* actors[0], issue, as the next two */
    SMYI_Q_STATED,
    SMYI_Q_SALIENCE,
    SMYI_Q_CAPABILITY, /* actors[0], as the next two */
    SMYI_Q_NO_DEAL,
    SMYI_Q_NO_DEAL_STATED,
} SmyiQuantityKind;

typedef struct SmyiQuantity {
    SmyiQuantityKind kind;
    double number; /* of SMYI_Q_NUMBER */
    int issue;
    size_t n_actors;
    int *actors;
} SmyiQuantity;

typedef enum SmyiOp {
    SMYI_OP_ABOVE,
    SMYI_OP_BELOW,
    SMYI_OP_AT_LEAST,
    SMYI_OP_AT_MOST,
    SMYI_OP_EQUALS,  /* within 1e-9 */
    SMYI_OP_BETWEEN, /* low..high, closed */
} SmyiOp;

typedef enum SmyiConditionKind {
    SMYI_C_ALL, /* parts, as the next two */
    SMYI_C_ANY,
    SMYI_C_NOT,
    SMYI_C_COMPARE,   /* left op right */
    SMYI_C_SETTLED,   /* issue */
    SMYI_C_AGREEMENT, /* wanted: true or false */
    SMYI_C_SEATED,    /* actors[0] */
    SMYI_C_WIN_WIN,   /* actors: each gain above 0.5 points */
} SmyiConditionKind;

typedef struct SmyiCondition SmyiCondition;
struct SmyiCondition {
    SmyiConditionKind kind;
    size_t n_parts;
    const SmyiCondition *parts;
    SmyiQuantity left, right;
    SmyiOp op;
    double low, high; /* of SMYI_OP_BETWEEN */
    int issue;
    bool wanted;
    size_t n_actors;
    int *actors;
    SmyiPlace place;
};

typedef struct SmyiClaim {
    const char *id;
    SmyiText says;
    SmyiSupport support;
    SmyiCondition holds;
    SmyiPlace place;
} SmyiClaim;

typedef struct SmyiConstraint {
    const char *id;
    SmyiCondition forbids;
    SmyiText title, because;
    SmyiSupport support;
    SmyiPlace place;
} SmyiConstraint;

typedef struct SmyiChange { /* one entry of a lever's `adds` or an event's `sets` */
    int input;              /* what it changes */
    double amount;          /* a lever's: added */
    int estimate;           /* an event's: of SmyScenario.replacements, what it becomes */
} SmyiChange;

typedef struct SmyiLever {
    const char *id;
    SmyiText title;
    int by, on;
    const char *from, *until; /* ISO dates; NULL: open */
    bool threatened;
    size_t n_adds;
    SmyiChange *adds;
    SmyiSupport support;
    SmyiPlace place;
} SmyiLever;

typedef struct SmyiEvent {
    const char *date;
    SmyiText title;
    size_t n_sets;
    SmyiChange *sets;
    SmyiSupport support;
    SmyiPlace place;
} SmyiEvent;

typedef struct SmyiProcedure {
    int setter; /* actor or SMYI_NONE */
    size_t n_veto;
    int *veto;
    size_t n_criteria;
    struct {
        double quota;
        double *weights; /* [n_actors]; NULL: capability */
    } * criteria;
} SmyiProcedure;

typedef struct SmyiCorrelation {
    int between[2]; /* inputs */
    double spearman;
    SmyiPlace place;
} SmyiCorrelation;

/** An event or a lever at its place in time. */
typedef struct SmyiStep {
    const char *date; /* ISO; NULL: before all dates */
    bool is_lever;
    size_t number; /* of SmyScenario.events or .levers */
    SmyiPlace place;
} SmyiStep;

typedef enum SmyiLeverUse {
    SMYI_LEVER_AS_DATED, /* adds where the file says it is pulled on the day looked at */
    SMYI_LEVER_PULLED,   /* adds, after all that is dated */
    SMYI_LEVER_DROPPED,  /* does not add */
} SmyiLeverUse;

/** An input that a variation gives another estimate. */
typedef struct SmyiSetting {
    int input;
    SmyiEstimate estimate;
    const char *judgement; /* NULL: none */
} SmyiSetting;

/** What sets a varied scenario apart from its file; {0} where nothing does. */
typedef struct SmyiVaried {
    bool is_varied, as_of, table;
    size_t n_settings;
    const SmyiSetting *settings; /* one an input */
    const SmyiLeverUse *levers;  /* [n_levers]; NULL: all as dated */
} SmyiVaried;

/** Who uses a scenario: its owner, and the variations that share its parts. */
typedef struct SmyiShare {
    atomic_size_t users;
    SmyScenario *scenario;
} SmyiShare;

struct SmyScenario {
    SmyiArena arena;
    SmyiShare *share; /* its own */
    SmyiShare *base;  /* of what it was varied from; NULL: read from a file */
    const char *file; /* as given, for places */
    const char *id, *as_of, *sha256; /* as_of NULL: not given; sha256 of the file's bytes */
    SmyiText title, account;
    size_t n_documents, n_issues, n_actors, n_inputs, n_levers, n_events, n_claims,
        n_constraints, n_correlations, n_venues;
    SmyiDocument *documents;
    SmyiNamedVenue *venues;
    SmyiIssue *issues;
    SmyiActor *actors;
    SmyiStance *stances; /* [n_actors x n_issues] */
    SmyiInput *inputs;   /* in the order of the file; estimates in force on the day */
    const SmyiInput
        *given; /* [n_inputs] as the file gives them, before events and levers */
    size_t n_steps;
    const SmyiStep *steps; /* events and levers in order of date, then of file */
    SmyiVaried varied;
    SmyiTable table;
    SmyiProcedure procedure;
    SmyiLever *levers;
    SmyiEvent *events; /* in order of date, then of file */
    SmyiConstraint *constraints;
    SmyiCorrelation *correlations;
    size_t n_correlated;
    int *correlated; /* [n_correlated] inputs that are drawn together */
    double *factor;  /* [n_correlated x n_correlated] Cholesky factor of their normals */
    SmyiClaim *claims;
    size_t n_notices;
    SmyiNotice *notices;
    size_t n_replacements;
    SmyiInput
        *replacements; /* estimates under timeline.sets: no inputs, and never drawn, until
                                an event puts one in an input's place. Their path is
                                "timeline[N].sets.PATH", PATH that of the input */
    size_t n_citations;
    SmyiCitation **citations; /* every citation of the file, in the order of the file */
    SmyiIndex document_names, actor_names, issue_names, input_paths; /* by id and by path */
};

/** What a venue is called, or NULL where the file names none so or `venue` is NULL. */
const SmyiText *smyi_venue_name(const SmyScenario *scenario, const char *venue);

/** Index of the input with this path, or SMYI_NONE. */
int smyi_input_find(const SmyScenario *scenario, const char *path);
/** Index of the actor or issue with this id, or SMYI_NONE. */
int smyi_actor_find(const SmyScenario *scenario, const char *id);
int smyi_issue_find(const SmyScenario *scenario, const char *id);

#endif
