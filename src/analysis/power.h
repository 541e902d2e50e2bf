/* SPDX-License-Identifier: Apache-2.0 */
/* Voting power: how often each player decides, over all coalitions or all orders. */
#ifndef SMYI_ANALYSIS_POWER_H
#define SMYI_ANALYSIS_POWER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"

enum {
    SMYI_POWER_PLAYERS = 127,    /* counts of coalitions are exact to 128 bits */
    SMYI_POWER_CELLS = 1 << 24,  /* sizes x sums of weights, at most, for the exact way */
    SMYI_POWER_LISTED = 20,      /* players, at most, whose coalitions are listed instead */
    SMYI_POWER_SAMPLES = 100000, /* coalitions, and orders, above all that */
};

/** A body that votes: a coalition wins if its weight meets the quota of every criterion. */
typedef struct SmyiBody {
    size_t n_players, n_criteria;
    const double *weight; /* [criteria x players] >= 0 */
    const double *quota;  /* [criteria] */
} SmyiBody;

/** Indices by player; arrays [n_players]. A player is decisive in a coalition that wins with it
 * and not without it. All 0 where no coalition wins. */
typedef struct SmyiPower {
    bool exact;      /* else sampled, with standard errors */
    double *shapley; /* share of the orders of joining in which it is decisive; sums to 1 */
    double *penrose; /* share of the others' coalitions in which it is (absolute Banzhaf) */
    double *banzhaf; /* penrose, divided by its sum */
    double *swings;  /* coalitions of the others in which it is; NaN where sampled */
    double *shapley_error, *penrose_error; /* 0 where exact */
    double passes; /* share of all coalitions that win: Coleman's power to act */
} SmyiPower;

/**
 * Power of every player.
 *
 * Exact by generating functions: the number of coalitions of each size and weight, one variable a
 * criterion, in integers. Weights that are no whole numbers are scaled by a power of ten to
 * become so, and divided by their greatest common divisor. Where that takes more than
 * SMYI_POWER_CELLS counts, or SMYI_POWER_PLAYERS players, or never makes them whole, every
 * coalition of up to SMYI_POWER_LISTED players is asked; of more, SMYI_POWER_SAMPLES random
 * coalitions and orders.
 *
 * Sources: shapley1954, penrose1946, banzhaf1965, coleman1971; models.md I.4.
 * Cost: O(players^2 x product of the criteria's sums of weights). SMY_ERR_NOMEM.
 */
SmyCode smyi_power(const SmyiBody *body, uint64_t seed, SmyiArena *mem, SmyiPower *out);

/** k! (n - k - 1)! / n!: the share of the orders of n in which just these k come before one. */
double smyi_order_weight(size_t n, size_t k);

/* The three ways. The first says in *fits whether it could; scratch is the caller's to rewind. */
SmyCode smyi_power_exact(const SmyiBody *body, SmyiArena *mem, SmyiPower *out, bool *fits);
SmyCode smyi_power_listed(const SmyiBody *body, SmyiArena *mem, SmyiPower *out);
SmyCode smyi_power_sampled(const SmyiBody *body, uint64_t samples, uint64_t seed,
                           SmyiArena *mem, SmyiPower *out);

#endif
