/* SPDX-License-Identifier: Apache-2.0 */
/* The contract: a model maps a block of games to a block of outcomes. */
#ifndef SMYI_MODEL_MODEL_H
#define SMYI_MODEL_MODEL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/kernel.h"
#include "model/trace.h"
#include "summitry/model.h"

enum { SMYI_BLOCK = 64 /* lanes of a block: draws of one table, or tables of one draw */ };

/**
 * Somebody whom the rules name. Where it has no say in a lane, because it does not sit there,
 * its position is NaN and its salience 0.
 */
typedef struct SmyiVoter {
    const double *position, *salience;  /* [issues x lanes] as in SmyiGame */
    const double *capability, *no_deal; /* [lanes] */
} SmyiVoter;

/** One test that a majority must pass. */
typedef struct SmyiCriterion {
    double quota;         /* above 0, in the unit of the weights */
    const double *weight; /* [voters]; NULL: capability of those who sit */
    double total; /* of the weights, also of whoever has no say; unused with capability */
} SmyiCriterion;

/** One of those at home whom a leader needs. */
typedef struct SmyiPublic {
    size_t voter;
    double tolerance; /* utility that it will lose against no deal */
} SmyiPublic;

/** Those at home who must accept, of one leader; or somebody who ratifies, alone. */
typedef struct SmyiHome {
    size_t n;
    const SmyiPublic *publics;   /* [n] */
    double quota;                /* share of their capability; 0: each of them */
    const unsigned char *counts; /* [lanes] 1 where the leader sits */
} SmyiHome;

/** How the body decides, for models that follow a procedure. */
typedef struct SmyiRules {
    size_t n_voters; /* the game's actors first, then those who act without a seat */
    const SmyiVoter *voters; /* [n_voters] */
    int setter;              /* voter who proposes, or -1 */
    size_t n_veto;
    const size_t *veto; /* [n_veto] voters without whom nothing passes */
    size_t n_criteria;
    const SmyiCriterion *criteria; /* [n_criteria] all must be met */
    size_t n_homes;
    const SmyiHome *homes; /* [n_homes] */
    const double
        *stated; /* [actors x issues x lanes] said in public, NaN: nothing; or NULL */
    const double *face; /* [actors x lanes] utility lost by leaving it by the whole scale */
} SmyiRules;

/**
 * A block of games, numbers only, lane innermost: entry (a, i, k) of an [actors x issues x
 * lanes] array stands at (a * n_issues + i) * n_lanes + k.
 *
 * Who sits may differ from lane to lane. An actor that does not sit in lane k has there
 * capability 0 and on every issue position NaN and salience 0; a model must give such a lane
 * the very bits it gives the game without that actor. A seated actor without a position on an
 * issue has there position NaN and salience 0. A position with salience 0 is legal.
 */
typedef struct SmyiGame {
    size_t n_actors, n_issues, n_lanes; /* n_lanes in 1..SMYI_BLOCK */
    const double *position;             /* [actors x issues x lanes] 0..1, NaN: none */
    const double *salience;             /* [actors x issues x lanes] 0..1 */
    const double *capability;           /* [actors x lanes] >= 0, any unit */
    const double *no_deal;    /* [actors x lanes] cost k_a of no agreement, any sign */
    const double *status_quo; /* [issues x lanes] 0..1, NaN: none */
    bool quadratic;           /* loss: square of the distance instead of the distance */
    const SmyiRules *rules;   /* NULL: none are known, or the model needs none */
} SmyiGame;

/** A block of outcomes; the caller owns the arrays, the model fills every entry. */
typedef struct SmyiOutcome {
    double *point;         /* [issues x lanes] 0..1; NaN where undefined. Left to the caller
                              (smyi_model_solve) by models with a distribution */
    unsigned char *status; /* [issues x lanes] SmyStatus */
    double *rounds;        /* [issues x lanes] rounds used; NaN: the model has none */
    size_t support;        /* entries of a distribution; 0: the model gives points */
    double *value;         /* [issues x support x lanes] ascending in the entry, 0..1 */
    double *mass; /* [issues x support x lanes] >= 0, sums to 1; padding has mass 0 */
    const SmyiTrace
        *trace; /* told of every round by models that have rounds; NULL: nobody */
} SmyiOutcome;

typedef struct SmyiModel {
    SmyModelInfo info;
    /**
     * Solves every lane. `options` has info.n_options values in the order of info.options,
     * each in its range. Scratch comes from `mem`, which the caller rewinds afterwards.
     * Returns SMY_OK or SMY_ERR_NOMEM; what goes wrong in a lane is a status.
     */
    SmyCode (*solve)(const SmyiGame *game, const double *options, SmyiArena *mem,
                     SmyiOutcome *out);
    /** Entries of the distribution among `n_actors`; NULL: the model gives points. */
    size_t (*support)(size_t n_actors);
    /** Why an issue stays (NO_AGREEMENT), or nobody decides it (NO_WEIGHT); NULL: the usual. */
    const char *why_no_agreement, *why_no_weight;
} SmyiModel;

/** The model with this id, or NULL. */
const SmyiModel *smyi_model_find(const char *id);
/** Model `index`, in the order of models.def, or NULL. */
const SmyiModel *smyi_model_at(size_t index);

/** The publication behind a key of info.source (`length` bytes), in words; NULL: unknown. */
const char *smyi_reference(const char *key, size_t length);

/** Arrays of an outcome for a game of this size, from `mem`. False: no memory. */
bool smyi_outcome_new(const SmyiModel *model, size_t n_actors, size_t n_issues,
                      size_t n_lanes, SmyiArena *mem, SmyiOutcome *out);

/**
 * Solves and, for a model with a distribution, sets each point to its quantile at
 * u[issues x lanes] in (0,1), or to its median where u is NULL. Quantile t: the least value
 * with cumulative mass >= t (within 1e-12). options NULL: the defaults. Leaves `mem` as it
 * found it.
 */
SmyCode smyi_model_solve(const SmyiModel *model, const SmyiGame *game,
                         const double *options, const double *u, SmyiArena *mem,
                         SmyiOutcome *out);

/** Puts the defaults of all options into options[info.n_options]. */
void smyi_model_defaults(const SmyiModel *model, double *options);

/**
 * What becomes of an issue on which nobody weighs: status NO_WEIGHT and the status quo, or
 * UNDEFINED and NaN where there is none.
 */
static inline SmyStatus smyi_no_weight(double status_quo)
{
    return status_quo == status_quo ? SMY_STATUS_NO_WEIGHT : SMY_STATUS_UNDEFINED;
}

#endif
