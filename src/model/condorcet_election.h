/* SPDX-License-Identifier: Apache-2.0 */
/* Who wins when every option meets every other: coalitions, duels and three forms of election. */
#ifndef SMYI_MODEL_CONDORCET_ELECTION_H
#define SMYI_MODEL_CONDORCET_ELECTION_H

#include <stddef.h>

#include "model/condorcet_victory.h"
#include "model/condorcet_votes.h"

typedef enum SmyiForm {
    SMYI_FORM_CONDITIONAL, /* who beats everybody, given that somebody does */
    SMYI_FORM_UNIFORM,     /* a favourite, challenged again and again by any other */
    SMYI_FORM_INCENTIVE,   /* challenged by those with most reason and most chance */
    SMYI_FORM_RANKING,     /* who beats those who beat others; not one of KTAB's */
} SmyiForm;

extern const char *const smyi_forms[];      /* names of the forms, then NULL */
extern const char *const smyi_ktab_forms[]; /* of the first three, then NULL */

/** How an election is held. */
typedef struct SmyiElection {
    SmyiVote vote;
    SmyiVictory victory;
    SmyiForm form;
} SmyiElection;

/* What every coalition has without a supporter, and a favourite as its own challenger. */
#define SMYI_COALITION_FLOOR   1e-8
#define SMYI_INCENTIVE_TO_STAY 1e-10

/** One number in each of eight games that are worked on side by side. */
enum { SMYI_EIGHT = 8 };
typedef struct SmyiEight {
    _Alignas(64) double of[SMYI_EIGHT];
} SmyiEight;

/** Eight elections side by side. */
typedef struct SmyiBallot {
    size_t m, voters;         /* options, voters */
    const SmyiEight *utility; /* of option o to voter v: row o * by_option + v * by_voter */
    size_t by_option, by_voter;
    const SmyiEight *weight; /* [voters] >= 0 */
    const SmyiEight *live;   /* [m] 1, or 0 for what is no option in a game; NULL: all are.
                                   Where any is, the first is */
    SmyiEight *coalition;    /* [m x m] C_AB of A against B */
    SmyiEight *chance;       /* [m x m] P_AB */
    SmyiEight *scratch;      /* [m x m] */
    SmyiEight *spare;        /* [m x m] of RANKING; the others leave it alone */
    SmyiEight *p;            /* [m] out: chance of being elected; 0 for no option */
} SmyiBallot;

/**
 * The duels: coalition and chance of each option against each other,
 *
 *     C_AB = 1e-8 + sum_k w_k max(0, vote(u_k(A) - u_k(B)))       C_AA = 1e-8
 *     P_AB = victory(C_AB, C_BA)                                  P_AA = 1/2
 *
 * Sums run in ascending order of voters; their terms are positive, so that nothing cancels.
 * Source: KTAB, as models.md C.1-C.3 gives it. Cost: O(m^2 voters).
 */
void smyi_duels(SmyiVote vote, SmyiVictory victory, SmyiBallot *ballot);

/**
 * The election, from the duels:
 *
 *     conditional   p_A ~ prod_B P_AB
 *     uniform       q_A = sum_B P_AB (p_A + p_B) / m,                p = q
 *     incentive     q_A = sum_B P_AB (p_A h_BA + p_B h_AB),          p = q
 *                   h_AB = n_AB / sum_K n_KB,   n_AB = C_AB P_AB (+ 1e-10 if A = B)
 *     Kendall-Wei   p_A ~ sum_B P_AB p_B
 *
 * The second and third are the long run of a Markov chain, which is solved and not iterated:
 * exact in each entry up to rounding. Sums to 1 in every game with an option.
 *
 * Source: KTAB, as models.md C.4 gives it; the solution: grassmann1985; the last: kendall1955.
 * Cost: O(m^2) conditional, else O(m^3).
 */
void smyi_elect(SmyiForm form, SmyiBallot *ballot);

/** p of the Kendall-Wei form, up to a factor: smyi_elect() without the check. */
void smyi_rank(const SmyiBallot *ballot);

/** The first of the options that are, to 1e-12 of it, most probable in a game; of p [m]. */
size_t smyi_most_probable(const SmyiEight *p, size_t m, size_t game);

/* A product of many chances leaves the range of numbers: powers of this are set aside. */
#define SMYI_SET_ASIDE 0x1p-300

/** Multiplies a product, of which a power of 2^-300 is set aside, by a chance. */
SMYI_INLINE void smyi_multiply(double *product, double *aside, double chance)
{
    double plain = *product * chance;
    int is_small = plain < SMYI_SET_ASIDE;
    *product = plain * (is_small ? 1 / SMYI_SET_ASIDE : 1);
    *aside += is_small ? 1 : 0;
}

/** Such a product in units of one with `least` set aside; 0 below 2^-900 of it. */
SMYI_INLINE double smyi_gathered(double product, double aside, double least)
{
    double steps = aside - least, unit = steps > 0 ? SMYI_SET_ASIDE : 1;
    unit *= steps > 1 ? SMYI_SET_ASIDE : 1;
    return product * (steps > 2 ? 0 : unit);
}

#endif
