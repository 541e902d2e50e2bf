/* SPDX-License-Identifier: Apache-2.0 */
/* The chance that one coalition beats another: the five rules of KTAB. */
#ifndef SMYI_MODEL_CONDORCET_VICTORY_H
#define SMYI_MODEL_CONDORCET_VICTORY_H

#include "base/kernel.h"

/*
 * The rules and their names; a chance goes with
 *
 *     linear, square, quartic, octic  the first, second, fourth, eighth power of strength
 *     binary                          certainty, for whoever is stronger by a tenth
 *
 * As with SMYI_VOTES, a loop over smyi_victory() is copied for each rule.
 */
#define SMYI_VICTORIES(X)                                                                  \
    X(SMYI_VICTORY_LINEAR, "linear")                                                       \
    X(SMYI_VICTORY_SQUARE, "square")                                                       \
    X(SMYI_VICTORY_QUARTIC, "quartic")                                                     \
    X(SMYI_VICTORY_OCTIC, "octic")                                                         \
    X(SMYI_VICTORY_BINARY, "binary")

typedef enum SmyiVictory {
#define X(victory, name) victory,
    SMYI_VICTORIES(X)
#undef X
} SmyiVictory;

extern const char *const smyi_victories[]; /* names of the rules, then NULL */

/** The option as it stands in a model's list of options. */
#define SMYI_VICTORY_OPTION                                                                \
    {                                                                                      \
        .key = "victory", .title = "How strength becomes a chance of winning",             \
        .choices = smyi_victories                                                          \
    }

/* The binary rule: stronger by this factor wins, but for this chance. */
#define SMYI_VICTORY_MARGIN 1.1
#define SMYI_VICTORY_DOUBT  1e-6

SMYI_INLINE double smyi_victory_binary(double ours, double theirs)
{
    const double edge = SMYI_VICTORY_MARGIN, sure = 1 / (1 + SMYI_VICTORY_DOUBT);
    double slope = ((1 + edge) * ours / (ours + theirs) - 1) / (edge - 1);
    double chance = ours >= edge * theirs ? sure : slope;
    return theirs >= edge * ours ? SMYI_VICTORY_DOUBT / (1 + SMYI_VICTORY_DOUBT) : chance;
}

/**
 * P_AB = f(C_AB) / (f(C_AB) + f(C_BA)), strictly inside 0..1 and one less that of the other.
 *
 * Powers are taken of shares of the strength, so that no unit of it overflows.
 * Source: KTAB, as models.md C.3 gives it.
 */
SMYI_INLINE double smyi_victory(SmyiVictory rule, double ours, double theirs)
{
    if (rule == SMYI_VICTORY_BINARY)
        return smyi_victory_binary(ours, theirs);
    double all = ours + theirs, us = ours / all, them = theirs / all;
    if (rule == SMYI_VICTORY_LINEAR)
        return us;
    us *= us, them *= them;
    if (rule == SMYI_VICTORY_QUARTIC || rule == SMYI_VICTORY_OCTIC)
        us *= us, them *= them;
    if (rule == SMYI_VICTORY_OCTIC)
        us *= us, them *= them;
    return us / (us + them);
}

#endif
