/* SPDX-License-Identifier: Apache-2.0 */
/* One bargaining game over a box of issues: what the solvers of the four solutions share. */
#ifndef SMYI_MODEL_BARGAIN_H
#define SMYI_MODEL_BARGAIN_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>

#include "model/model.h"

/* Tolerance of gains (models.md D), and relative tolerance of ties (models.md 0). */
#define SMYI_GAIN_TOL 1e-12
#define SMYI_TIE_TOL  1e-12
/* Positions this near count as equal (models.md 0). */
#define SMYI_SAME_TOL 1e-9

typedef enum SmyiRule {
    SMYI_RULE_NASH,              /* maximise sum alpha log gain */
    SMYI_RULE_KALAI_SMORODINSKY, /* leximin of gain / largest rational gain */
    SMYI_RULE_EGALITARIAN,       /* leximin of gain / unit */
    SMYI_RULE_UTILITARIAN,       /* maximise sum alpha utility over the rational packages */
} SmyiRule;

/** What the parties' weights alpha (and units of gain) are. */
typedef enum SmyiAlpha { SMYI_ALPHA_CAPABILITY, SMYI_ALPHA_EQUAL } SmyiAlpha;

/**
 * One lane, compacted: a party is an actor whose capability x salience is above 0 on some
 * issue; an issue is one on which some party's is. All arrays are scratch of the block.
 * The gain of party a is g_a(x) = u_a(x) - d_a = reach_a - sum_i share_ai loss(x_i - p_ai).
 */
typedef struct SmyiBargain {
    size_t n, m;        /* parties, issues */
    bool quadratic;     /* loss(y) = y^2 instead of |y| */
    double *position;   /* [n x m] 0..1; any number where share is 0 */
    double *share;      /* [n x m] s'_ai; the row of a party sums to 1; 0: does not care */
    double *reach;      /* [n] 1 - d_a: the gain at one's ideal; NaN: no status quo */
    double *alpha;      /* [n] > 0; only ratios matter */
    double *unit;       /* [n] > 0: what a gain is divided by under leximin */
    double *status_quo; /* [m] 0..1 */
    double *x;          /* [m] the answer */
    size_t *issue;      /* [m] number of the issue in the game */
    double *spare;      /* [2 n] scratch */
} SmyiBargain;

/** The loss of being at `distance` from one's position, per unit of share. */
static inline double smyi_bargain_loss(const SmyiBargain *b, double distance)
{
    return b->quadratic ? distance * distance : fabs(distance);
}

/** g_a(x). */
double smyi_bargain_gain(const SmyiBargain *b, size_t a, const double *x);

/** A game with room for all of `game`, from `mem`. False: no memory. */
bool smyi_bargain_new(SmyiBargain *b, const SmyiGame *game, SmyiArena *mem);

/** Fills in lane k; n = 0 where nobody weighs. */
void smyi_bargain_read(SmyiBargain *b, const SmyiGame *game, size_t k, SmyiAlpha alpha);

/**
 * Solves every lane of a block by a rule.
 *
 * point, status: by lane, all issues alike. OK with a rational package that no other is better
 * than for everybody; NO_AGREEMENT and the status quo where no package is rational for all or
 * nobody can gain; UNDEFINED and NaN where an issue at stake has no status quo; NOT_CONVERGED
 * with the last iterate. An issue on which nobody weighs: NO_WEIGHT, the status quo.
 */
SmyCode smyi_bargain_block(const SmyiGame *game, SmyiRule rule, SmyiAlpha alpha,
                           SmyiArena *mem, SmyiOutcome *out);

/** Writes lane k of the outcome: b->x for the status OK and NOT_CONVERGED. */
void smyi_bargain_write(const SmyiBargain *b, const SmyiGame *game, size_t k,
                        SmyStatus status, SmyiOutcome *out);

/**
 * Gaussian elimination with row exchange of matrix[n x (n + 1)], right side last, which it
 * overwrites. The solution goes to y[n], which may be the matrix itself.
 */
void smyi_eliminate(double *matrix, size_t n, double *y);

typedef struct SmyiNearestPoint SmyiNearestPoint;
/** Scratch for points of at most `n` dimensions; NULL: no memory. */
SmyiNearestPoint *smyi_nearest_point_new(size_t n, SmyiArena *mem);

/**
 * Moves y to the point nearest to `target` among those z with lo <= z <= hi and row . z =
 * row . y for each of the rows[n_rows x n]; y itself is one. False: y is alone, or rounding
 * makes the others unreachable; y stays.
 *
 * Source: goldfarb1983 (dual active set), with the identity for a Hessian.
 */
bool smyi_nearest_point(SmyiNearestPoint *s, size_t n, size_t n_rows, const double *rows,
                        const double *lo, const double *hi, const double *target,
                        double *y);

/* Solvers. Each takes its scratch once a block, and solves one lane into b->x. */

typedef struct SmyiFrontier SmyiFrontier; /* two parties, linear loss: bargain_two.c */
SmyiFrontier *smyi_frontier_new(size_t n_issues, SmyiArena *mem);
SmyStatus smyi_bargain_two(SmyiBargain *b, SmyiRule rule, SmyiFrontier *f,
                           SmyiNearestPoint *near);

typedef struct SmyiMany SmyiMany; /* any size, linear loss: bargain_many.c */
SmyiMany *smyi_many_new(size_t n_actors, size_t n_issues, SmyiArena *mem);
SmyStatus smyi_bargain_many(SmyiBargain *b, SmyiRule rule, SmyiMany *s,
                            SmyiNearestPoint *near);

typedef struct SmyiStrict SmyiStrict; /* any size, quadratic loss: bargain_smooth.c */
SmyiStrict *smyi_strict_new(size_t n_actors, size_t n_issues, SmyiArena *mem);
SmyStatus smyi_bargain_strict(SmyiBargain *b, SmyiRule rule, SmyiStrict *s);

/** One issue, linear loss, any number of parties: bargain_line.c. */
SmyStatus smyi_bargain_line(SmyiBargain *b, SmyiRule rule);

/**
 * The package that maximises sum alpha u over the whole box: issue by issue the lower weighted
 * median (linear) or the weighted mean (quadratic). `upper`, if not NULL, takes the upper one.
 */
void smyi_bargain_total(const SmyiBargain *b, double *x, double *upper);

#endif
