/* SPDX-License-Identifier: Apache-2.0 */
/* Exchange of voting positions: one game's trades, one after the other. */
#ifndef SMYI_MODEL_EXCHANGE_H
#define SMYI_MODEL_EXCHANGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/** One exchange: i shifts on the issue that j wants, and j on the one that i wants. */
typedef struct SmyiExchange {
    size_t demanded, supplied; /* issues: i demands the one and supplies the other */
    size_t i, j;               /* actors; j supplies what i demands */
    double i_to, j_to;         /* where i ends on `supplied`, and j on `demanded` */
    double gain;               /* of each of the two, once it is made */
} SmyiExchange;

/** What an actor has done on an issue so far. */
enum { SMYI_TRADED_NOT = 0, SMYI_TRADED_SUPPLIED = 1, SMYI_TRADED_DEMANDED = 2 };

/** A market in one game. Arrays [actors x issues] at a * n_issues + i. */
typedef struct SmyiMarket {
    size_t n_actors, n_issues;
    bool strict;       /* who has demanded an issue never supplies it, nor the other way */
    bool from_behind;  /* ties: the order of the program that the source describes */
    double *start;     /* positions at the start, 0..1; NaN: takes no part */
    double *salience;  /* 0..1, above 0 for whoever takes part */
    double *weight;    /* c s, above 0 for whoever takes part */
    double *position;  /* where each votes by now */
    double *influence; /* weight / W: what a shift of 1 moves the mean by */
    signed char *side; /* 1 above the mean, -1 below or at it, 0 takes no part */
    signed char *heading;  /* sign of the shift that an actor has made, or 0 */
    unsigned char *traded; /* SMYI_TRADED_... or 0 */
    size_t n_candidates;
    SmyiExchange *candidate; /* [n_candidates] */
    double *
        gain; /* [n_candidates] of each of the two, salience x scale; <= 0: none, or made */
    bool *made;    /* [n_candidates] */
    size_t *first; /* [actors x issues + 2] into `mover`: where each cell's begin */
    size_t
        *mover; /* [2 n_candidates] the candidates that shift a cell, in ascending order */
} SmyiMarket;

/** Arrays for markets of this size, from `mem`. False: no memory. */
bool smyi_market_new(size_t n_actors, size_t n_issues, SmyiArena *mem, SmyiMarket *market);

/** Mean of an issue, weighted; between the positions at the start. NaN: nobody weighs. */
double smyi_market_mean(const SmyiMarket *market, size_t issue);

/**
 * Opens the market: start, salience and weight must be set. Lists every pair of actors that
 * stand on opposite sides of the mean on two issues. False: no memory.
 */
bool smyi_market_open(SmyiMarket *market, SmyiArena *mem);

/** Makes the most gainful exchange that is left, into *made. False: nothing is left to gain. */
bool smyi_market_trade(SmyiMarket *market, SmyiExchange *made);

#endif
