/* SPDX-License-Identifier: Apache-2.0 */
/* The models that are built in: what each is, assumes, needs and can be told. */
#ifndef SUMMITRY_MODEL_H
#define SUMMITRY_MODEL_H

#include <stdbool.h>
#include <stddef.h>

#include "summitry/error.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What came of a solve, issue by issue (models.md 0). One list; the enum and texts expand it. */
#define SMY_STATUSES(X)                                                                    \
    X(SMY_STATUS_OK, "ok")                                                                 \
    X(SMY_STATUS_NO_WEIGHT, "no_weight")         /* nobody weighs: the status quo stays */ \
    X(SMY_STATUS_NO_AGREEMENT, "no_agreement")   /* the model itself finds no deal */      \
    X(SMY_STATUS_NOT_CONVERGED, "not_converged") /* the last iterate is returned */        \
    X(SMY_STATUS_UNDEFINED, "undefined")         /* no answer exists; the point is NaN */

typedef enum SmyStatus {
#define X(status, text) status,
    SMY_STATUSES(X)
#undef X
} SmyStatus;

/** The status's name in the result tree. Never NULL. */
SMY_API const char *smy_status_text(SmyStatus status);

/** One option of a model: a number in a range, or one of a list of named choices. */
typedef struct SmyOption {
    const char *key, *title;
    double fallback;            /* default: the number, or the index of the choice */
    double low, high;           /* range of a number, closed; unused for choices */
    const char *unit;           /* of a number; NULL: none */
    const char *const *choices; /* NULL-terminated; NULL: a number */
} SmyOption;

/* SmyModelInfo.needs: what a model cannot answer without, and how that is said. */
#define SMY_NEEDS(X)                                                                       \
    X(SMY_NEEDS_SETTER, 2, "a procedure with a setter")                                    \
    X(SMY_NEEDS_VETO, 4, "a procedure with veto players")                                  \
    X(SMY_NEEDS_CRITERIA, 8, "a procedure with criteria")                                  \
    X(SMY_NEEDS_HOME, 16, "ratifiers, or a party that answers to somebody at home")        \
    X(SMY_NEEDS_STATUS_QUO, 1,                                                             \
      "a status quo") /* issue by issue; the others are asked once */

enum {
#define X(need, bit, text) need = bit,
    SMY_NEEDS(X)
#undef X
};

/** What a single need asks for, "a status quo". NULL: no such need. */
SMY_API const char *smy_need_text(unsigned need);

/* SmyModelInfo.laws: models.md L; what a model does not claim is said in its docs */
enum {
    SMY_LAW_PERMUTE = 1,      /* L.1 blind to the order of actors */
    SMY_LAW_AFFINE = 2,       /* L.2 shift and scale of an issue */
    SMY_LAW_CAPABILITY = 4,   /* L.3 blind to the unit of capability */
    SMY_LAW_MIRROR = 8,       /* L.4 */
    SMY_LAW_NULL_ACTOR = 16,  /* L.5 an actor without weight changes nothing */
    SMY_LAW_INSIDE_HULL = 32, /* the point lies between lowest and highest position */
    SMY_LAW_FRONTIER = 64,    /* L.7 efficient and individually rational */
};

/** How a model's forecasts fared on past decisions. Constant data. */
typedef struct SmyTrackRecord {
    const char *data;      /* which decisions */
    const char *silent_on; /* one sentence: of what talks this says nothing */
    const char *how;       /* one sentence: how it was kept from forecasting its own fit */
    const char *baseline;  /* id of the model that it is compared with */
    double issues, groups; /* decisions, and the proposals they belong to */
    double mae, crps;      /* points of the scale (models.md K.5) */
    double baseline_mae, baseline_crps;
    double inside_80; /* share of outcomes inside the central interval of 80 % */
} SmyTrackRecord;

/** A model's description. Constant data; lives as long as the program. */
typedef struct SmyModelInfo {
    const char *id;         /* name in files and commands */
    const char *title;      /* shown to people */
    const char *family;     /* aggregator, challenge, exchange, bargaining, forecast */
    const char *assumption; /* its kind: "averages by weight"; NULL: the family */
    const char *assumes;    /* one plain sentence: what it takes the process to be */
    const char *source;     /* keys in docs/references.bib, comma-separated */
    const SmyTrackRecord *record; /* NULL: none to quote */
    const SmyOption *options;     /* [n_options] */
    size_t n_options;
    unsigned needs, laws;
    bool distribution; /* gives probabilities over points, not one point */
    bool iterative;    /* far slower than a formula: seats may be sampled */
    bool by_package;   /* solves all issues together */
} SmyModelInfo;

/** Number of models built in. */
SMY_API size_t smy_model_count(void);
/** Model `index` in the order of the registry, or NULL. */
SMY_API const SmyModelInfo *smy_model_at(size_t index);
/** The model with this id, or NULL. */
SMY_API const SmyModelInfo *smy_model_find(const char *id);

#ifdef __cplusplus
}
#endif
#endif
