/* SPDX-License-Identifier: Apache-2.0 */
/* One round of the expected-utility challenge model, for several games side by side. */
#ifndef SMYI_MODEL_CHALLENGE_H
#define SMYI_MODEL_CHALLENGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/kernel.h"
#include "model/trace.h"

enum {
    SMYI_CHALLENGE_WIDTH = 8 /* games side by side; each takes its own number of rounds */
};

enum { SMYI_RANGE_SCALE, SMYI_RANGE_INITIAL, SMYI_RANGE_ROUND };
enum { SMYI_SECURITY_ADVERSARY, SMYI_SECURITY_OWN, SMYI_SECURITY_NONE };
enum { SMYI_CONFLICT_NONE, SMYI_CONFLICT_LOSER_FULL, SMYI_CONFLICT_LOSER_PART };
enum {
    SMYI_SELECT_STRONGEST,
    SMYI_SELECT_LEAST,
    SMYI_SELECT_CATEGORY,
    SMYI_SELECT_CATEGORY_STRONGEST,
    SMYI_SELECT_MOST,
};
enum { SMYI_OFFERS_PAIR, SMYI_OFFERS_BOTH, SMYI_OFFERS_INITIATOR, SMYI_OFFERS_BEST };
enum { /* kinds of offers; the larger goes first where the category decides */
       SMYI_OFFER_NONE,
       SMYI_OFFER_COMPEL,
       SMYI_OFFER_COMPROMISE,
       SMYI_OFFER_CONFLICT,
};

/** The readings of models.md B.6, presets already applied. */
typedef struct SmyiChallengeRules {
    double q; /* chance that the status quo stays if nobody challenges, 0..1 */
    double
        prob_factor; /* on the chance to prevail: 1 as printed, 0 in the plotted figures */
    bool printed_salience; /* (25b) with s_j, as printed, and not with s_i */
    bool focal_exponent;   /* (b) with the exponent of i, and not with j's own */
    bool full_compel;      /* compelled actors go all the way, or not at all */
    int security, conflict, select, offers; /* SMYI_... above */
} SmyiChallengeRules;

/** What a mover has been offered, lane by lane. */
typedef struct SmyiChallengeOffer {
    double kind[SMYI_CHALLENGE_WIDTH];     /* SMYI_OFFER_...; NONE: it stays */
    double target[SMYI_CHALLENGE_WIDTH];   /* where to; without an offer where it is */
    double strength[SMYI_CHALLENGE_WIDTH]; /* the winner's expectation (enforceability) */
    double from[SMYI_CHALLENGE_WIDTH];     /* index of the proposer */
    double first[SMYI_CHALLENGE_WIDTH],
        second[SMYI_CHALLENGE_WIDTH]; /* keys of selection */
} SmyiChallengeOffer;

/**
 * One round. Lane innermost: [actors] means [n x SMYI_CHALLENGE_WIDTH], entry a * WIDTH + lane;
 * [dyads] means [n x n x WIDTH], entry (i * n + j) * WIDTH + lane, row i the view of i.
 */
typedef struct SmyiChallengeRound {
    size_t n;
    size_t width; /* always SMYI_CHALLENGE_WIDTH; see smyi_challenge_lanes() */
    /* The game as the round finds it; written by whoever runs it. */
    double *position,
        *salience;     /* [actors] 0..1; any number for whoever does not take part */
    double *weight;    /* [actors] capability x salience; 0: takes no part */
    double *total;     /* [WIDTH] sum of the weights */
    double *range;     /* [WIDTH] R > 0 */
    double *reference; /* [WIDTH] z of the option `reference`; NaN: none */
    /* What the round makes of it. */
    double *median;               /* [WIDTH] mu, lower weighted median */
    double *distance;             /* [dyads] d/R */
    double *prevail;              /* [dyads] P_ij times prob_factor */
    double *expected_first;       /* [dyads] E_i(U_ij) with every exponent 1 */
    double *security;             /* [actors] Sec_i */
    double *exponent;             /* [actors] r_i */
    double *expected;             /* [dyads] a = E_i(U_ij) */
    double *answer;               /* [dyads] b = E_j(U_ji) as i sees it, entry (i, j) */
    SmyiChallengeOffer *accepted; /* [n] */
    double *moved;                /* [WIDTH] 1: somebody moved; else 0 */
    /* Scratch: logarithms that do not change between the passes. */
    double *log_success, *log_failure, *log_change; /* [dyads] */
    double *log_stay;                               /* [actors] */
} SmyiChallengeRound;

/**
 * The number of lanes as loops should see it: a multiple of 8 that the compiler does not know.
 * Of one that it knows it unrolls the loop first, and then fails to vectorise what is left.
 */
SMYI_INLINE size_t smyi_challenge_lanes(const SmyiChallengeRound *round)
{
    return round->width & ~(size_t)7;
}

/** Arrays for games of n actors, zeroed, from `mem`. False: no memory. */
bool smyi_challenge_new(size_t n, SmyiArena *mem, SmyiChallengeRound *round);

/** Sets median from the positions. */
void smyi_challenge_median(SmyiChallengeRound *round);
/** Sets everything from distance to answer; needs the median. */
void smyi_challenge_views(const SmyiChallengeRules *rules, SmyiChallengeRound *round);
/** Sets the accepted offers; needs the views. */
void smyi_challenge_offers(const SmyiChallengeRules *rules, SmyiChallengeRound *round);
/** Moves every actor to the target of its accepted offer, all at once; sets moved. */
void smyi_challenge_move(SmyiChallengeRound *round);

/** What is kept of a round while somebody listens. */
typedef struct SmyiChallengeTrace {
    double *position;                       /* [actors] lanes, before the moves */
    double median[SMYI_CHALLENGE_WIDTH];    /* before the moves */
    double *weight, *before, *after, *risk; /* [n] of one lane */
    const char **relation;                  /* [n x n] */
    SmyiTracedOffer *accepted;              /* [n] */
} SmyiChallengeTrace;

bool smyi_challenge_trace_new(size_t n, SmyiArena *mem, SmyiChallengeTrace *out);
/** Before the moves: keeps positions and medians. */
void smyi_challenge_trace_keep(const SmyiChallengeRound *round, SmyiChallengeTrace *trace);
/** After them: tells of the game in lane `k` of the round. */
void smyi_challenge_trace_tell(const SmyiChallengeRound *round, size_t k, size_t issue,
                               size_t lane, size_t number, SmyiChallengeTrace *trace,
                               const SmyiTrace *listener);

#endif
