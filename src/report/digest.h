/* SPDX-License-Identifier: Apache-2.0 */
/* What every report picks from a result tree: names, roles, and how far the models agree. */
#ifndef SMYI_REPORT_DIGEST_H
#define SMYI_REPORT_DIGEST_H

#include <stdbool.h>

#include "base/arena.h"
#include "summitry/tree.h"

/* Gains within half a point are called even, as in the win-win test of models.md J. */
#define SMYI_EVEN_POINTS 0.5

/** One quantity under all models. Shows what is in the tree: nothing is drawn or solved. */
typedef struct SmyiSpread {
    size_t n;                 /* models under which it is defined */
    size_t above, below;      /* of them: more than SMYI_EVEN_POINTS above, below 0 */
    double low, middle, high; /* over those models, middle their median; NaN where n is 0 */
} SmyiSpread;

typedef enum SmyiPart {
    SMYI_PART_SEAT,
    SMYI_PART_OBSERVER,
    SMYI_PART_ABSENT,
    SMYI_PART_DELEGATE,
    SMYI_PART_OUT, /* no candidate for a seat: publics, courts ... */
} SmyiPart;

typedef struct SmyiActorView {
    const char *id, *name;
    SmyiPart role;
    bool ratifier;          /* its refusal blocks the package */
    const char *speaks_for; /* id, or NULL */
    SmyiSpread gain;        /* points against the status quo */
    SmyiSpread seat; /* points that its own seat brings it: what being left out costs */
    double seat_standing; /* of these, standing; NaN: no candidate */
} SmyiActorView;

typedef struct SmyiIssueView {
    const char *id, *title;
    double low, high, status_quo; /* the issue's unit */
    SmyiSpread point;             /* where it ends */
    size_t settled, defined;      /* models that settle it, that have a point for it */
    const SmyNode *node;
} SmyiIssueView;

typedef struct SmyiModelView {
    const char *id, *title;
    const char *label;      /* title without brackets, "model" and "solution" */
    const char *assumption; /* its kind, as in "averages by weight"; NULL: not said */
    const char *status, *why;
    const SmyNode *node;
} SmyiModelView;

typedef struct SmyiClaimView {
    const char *id, *says, *voice;  /* voice: a name, or "author" */
    double p, low, high;            /* pooled */
    size_t holds, fails, undefined; /* models, at the inputs' points */
    const SmyNode *node;
} SmyiClaimView;

/** Names of some actors, in the tree's order. */
typedef struct SmyiNames {
    const char **names; /* [n] */
    size_t n;
} SmyiNames;

typedef struct SmyiDigest {
    const SmyNode *root;
    const char *title, *account, *as_of, *language;
    const char *varied;    /* what sets it apart from its file; NULL: nothing */
    SmyiActorView *actors; /* [n_actors] in the tree's order */
    SmyiIssueView *issues; /* [n_issues] */
    SmyiModelView *models; /* [n_models] those with an answer to some issue */
    SmyiModelView *silent; /* [n_silent] those without: what they need is not there */
    SmyiClaimView *claims; /* [n_claims] */
    size_t n_actors, n_issues, n_models, n_silent, n_claims;
    SmyiNames seated, left_out;
    SmyiNames must_agree; /* whoever can refuse a package, seated or not */
    SmyiNames at_door;    /* of them, whoever does not sit */
    size_t *by_gain; /* [n_gains] actors that have a gain of their own, largest first */
    size_t n_gains;
    size_t n_agreed;      /* models under which there is agreement */
    SmyiSpread agreement; /* its probability over the models */
    double *scratch;      /* [n_models] for one smyi_digest_values() at a time */
} SmyiDigest;

/**
 * Reads `tree` into *out; texts stay the tree's, arrays are in `mem`. A tree with parts missing
 * gives empty arrays. SMY_ERR_ARGUMENT: not an object; SMY_ERR_NOMEM.
 */
SmyCode smyi_digest(const SmyNode *tree, SmyiArena *mem, SmyiDigest *out);

/** The actor with this id, or NULL. */
const SmyiActorView *smyi_digest_actor(const SmyiDigest *digest, const char *id);
/** Its name; the id itself where it is nobody's (such as "author"). */
const char *smyi_digest_name(const SmyiDigest *digest, const char *id);

typedef enum SmyiFrom {
    SMYI_FROM_MODEL, /* from models[k] */
    SMYI_FROM_SEATS, /* from seats.MODEL */
} SmyiFrom;

/**
 * A number of the tree under every model: the keys of `path`, closed by NULL, are followed
 * from there. values [n_models], NaN where undefined.
 */
void smyi_digest_values(const SmyiDigest *digest, SmyiFrom from, const char *const *path,
                        double *values);
/** Their spread. `values` [n] is sorted, undefined ones last. */
SmyiSpread smyi_spread(double *values, size_t n);

/** The model with this id, or NULL. */
const SmyiModelView *smyi_digest_model(const SmyiDigest *digest, const char *id);

/** The issue that the models lie furthest apart on, or NULL. */
const SmyiIssueView *smyi_digest_widest(const SmyiDigest *digest);

/** "seated", "left out" ... */
const char *smyi_part_text(SmyiPart role);

/** What the scenario was varied by, in one sentence; *text NULL: nothing. False: no memory. */
bool smyi_varied_text(const SmyiDigest *digest, SmyiArena *mem, const char **text);

#endif
