/* SPDX-License-Identifier: Apache-2.0 */
/* Bargaining in rounds over all issues together: what the parts of the model share. */
#ifndef SMYI_MODEL_SMP_H
#define SMYI_MODEL_SMP_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>

#include "model/condorcet_election.h"
#include "model/model.h"

/** How the chance of being chosen becomes an attitude to risk (models.md C.5). */
typedef enum SmyiRiskRange { SMYI_RISK_MIN, SMYI_RISK_MID, SMYI_RISK_MAX } SmyiRiskRange;

/** How far a third party that joins a side gives up its own position (C.6). */
typedef enum SmyiCommit { SMYI_COMMIT_NONE, SMYI_COMMIT_SEMI, SMYI_COMMIT_FULL } SmyiCommit;

/** Where two parties meet (C.7): by salience x chance, by its square, or S2PMax. */
typedef enum SmyiMeeting { SMYI_MEET_S1P1, SMYI_MEET_S2P2, SMYI_MEET_S2PMAX } SmyiMeeting;

/** Whose view of a challenge makes a bargain of it: the initiator's, both, their average. */
typedef enum SmyiProposals {
    SMYI_PROPOSE_INIT,
    SMYI_PROPOSE_BOTH,
    SMYI_PROPOSE_COMP
} SmyiProposals;

/** The options as numbers of the kind that the equations need. */
typedef struct SmyiSmpRules {
    SmyiElection
        election; /* among bargains and among final positions; its vote in challenges */
    SmyiElection risk; /* the one that attitudes to risk come from */
    SmyiRiskRange range;
    double known; /* f: 1: others' attitudes are known, 0: taken to be one's own */
    SmyiCommit commit;
    SmyiMeeting meeting;
    SmyiProposals proposals;
    bool receiver_gain; /* the source takes the receiver's gain for its chance */
    bool by_salience;   /* SMYI_PROPOSE_COMP weighs by salience, not by influence */
    bool rounded;       /* bargains to four decimals */
    bool drawn;         /* a bargain is drawn by its chance, not the most probable taken */
    uint64_t seed;      /* of what is drawn */
    double same;        /* final positions no further apart are one option */
    double accommodation; /* share of the way that an ideal follows a position */
    double stop;          /* share of the first round's movement that counts as none */
    size_t max_rounds;
} SmyiSmpRules;

/**
 * Where eight games stand. In each the actors that weigh on some issue come first, in their
 * order; the others weigh nothing, stand at 0 and take no part.
 */
typedef struct SmyiSmpState {
    size_t n, m;                /* actors, issues */
    SmyiEight *live;            /* [n] 1, or 0 beyond the last actor that weighs */
    SmyiEight *capability;      /* [n] c */
    SmyiEight *total;           /* [n] S: the sum of an actor's saliences, 0..1 */
    SmyiEight *influence;       /* [n] c S */
    SmyiEight *salience;        /* [n x m] */
    SmyiEight *share;           /* [n x m] s^2 / sum of s^2 over the issues */
    SmyiEight *position;        /* [n x m] x, 0..1 */
    SmyiEight *ideal;           /* [n x m] g, 0..1 */
    SmyiEight actors;           /* how many weigh */
    SmyiEight first;            /* movement of the first round */
    size_t rounds[SMYI_EIGHT];  /* so far */
    bool converged[SMYI_EIGHT]; /* they ended by themselves */
    size_t lane[SMYI_EIGHT];   /* of the block of games; SMYI_NO_LANE: this place is free */
    uint64_t draw[SMYI_EIGHT]; /* names the game's random numbers: a digest of its inputs */
} SmyiSmpState;

#define SMYI_NO_LANE SIZE_MAX

/** A state, the views that follow from it, and a round of it. */
typedef struct SmyiSmp {
    size_t n, m;
    SmyiSmpState *state;

    /* Of the state, smyi_smp_view() */
    SmyiEight *level,
        *bend;       /* [n x n] u_a at b's position is level + R bend, in row a n + b */
    SmyiEight *p;    /* [n] chances of the last election of positions */
    SmyiEight *risk; /* [n] R */

    /* Of a round. Deal 0 is the status quo, deal d what actor (d - 1) % n proposes */
    size_t n_deals;         /* 1 + n, or 1 + 2 n under SMYI_PROPOSE_BOTH */
    SmyiEight *target;      /* [n] whom each challenges; itself: nobody */
    SmyiEight *at_i, *at_j; /* [n_deals x m] where the two of them would move */
    SmyiEight *worth;       /* [n_deals x n] to each actor, above the status quo */
    SmyiEight *coalition,
        *chance;     /* [n_deals x n_deals] duels of deals (or of positions) */
    SmyiEight *next; /* [n x m] positions after the round */

    /* Scratch */
    SmyiEight *attitude, *at_own, *at_i_seen, *spread; /* [n] the view of a challenger */
    SmyiEight *level_j, *bend_j, *weight_j;            /* [n] of whom it challenges */
    SmyiEight *win, *gain;                             /* [n] smyi_smp_challenges() */
    SmyiEight *utility;                                /* [n x n] */
    SmyiEight *option;                         /* [n] 1 for a position that stands */
    SmyiEight *scratch;                        /* [n_deals x n_deals] */
    SmyiEight *queue_coalition, *queue_chance; /* [n_deals x n_deals] */
    SmyiEight *odds;                           /* [n_deals] */
    size_t *queue, *length;                    /* [n x n_deals], [n] deals of each actor */
} SmyiSmp;

/* smp.c */

/** The rules that option values, in the order of the model's options, stand for. */
SmyiSmpRules smyi_smp_rules(const double *options);

/* smp_state.c: from a game and back */

/** Room for games of n actors and m issues; every place is free. False: no memory. */
bool smyi_smp_state_new(size_t n, size_t m, SmyiArena *mem, SmyiSmpState *state);
/** Reads lane `lane` of a game into place k. False: nobody weighs, and k stays free. */
bool smyi_smp_state_read(SmyiSmpState *state, size_t k, const SmyiGame *game, size_t lane);
/** Copies the game in place k to a place of another state. */
void smyi_smp_state_copy(const SmyiSmpState *from, size_t k, SmyiSmpState *to,
                         size_t place);
/** Frees place k. */
void smyi_smp_state_clear(SmyiSmpState *state, size_t k);
/** Room for the views and rounds of such states. False: no memory. */
bool smyi_smp_new(const SmyiSmpRules *rules, size_t n, size_t m, SmyiArena *mem,
                  SmyiSmp *smp);

/* smp_views.c: what positions are worth */

/**
 * Utility of a position at distance d to an actor with attitude R to risk is level + R bend:
 * (1 - d)(1 + d R), and beyond a distance of 1 (1 - d)(1 + R).
 */
SMYI_INLINE void smyi_smp_utility(double d, double *level, double *bend)
{
    double far = d < 1 ? d : 1;
    *level = 1 - d;
    *bend = (1 - d) * far;
}

/**
 * How far a point [m] is from actor a's ideal: sqrt(sum_i share_i (ideal_i - at_i)^2), which on
 * an only issue is the plain distance.
 */
SMYI_INLINE void smyi_smp_distance(const SmyiSmpState *state, size_t a, const SmyiEight *at,
                                   double *distance)
{
    const size_t m = state->m;
    const SmyiEight *ideal = state->ideal + a * m, *share = state->share + a * m;
    if (m == 1) {
        SMYI_LANES
        for (size_t k = 0; k < SMYI_EIGHT; k++)
            distance[k] = fabs(ideal->of[k] - at->of[k]);
        return;
    }
    SmyiEight square = {{0}};
    for (size_t i = 0; i < m; i++) {
        SMYI_LANES
        for (size_t k = 0; k < SMYI_EIGHT; k++) {
            double away = ideal[i].of[k] - at[i].of[k];
            square.of[k] += share[i].of[k] * (away * away);
        }
    }
    SMYI_LANES
    for (size_t k = 0; k < SMYI_EIGHT; k++)
        distance[k] = sqrt(square.of[k]);
}

/** What an actor with attitude `own` takes another's, `other`, to be. */
SMYI_INLINE double smyi_smp_estimate(double known, double own, double other)
{
    return (1 - known) * own + known * other;
}

/** The attitude of an actor with chance p, where chances go from low to high > low. */
SMYI_INLINE double smyi_smp_risk(SmyiRiskRange range, double p, double low, double high)
{
    double above = (p - low) / (high - low), below = (p - high) / (high - low);
    double part = range == SMYI_RISK_MIN ? 0 : range == SMYI_RISK_MAX ? 1 : .5;
    return above + part * below;
}

/** Sets level, bend, p and risk from the state. */
void smyi_smp_view(const SmyiSmpRules *rules, SmyiSmp *smp);
/**
 * Elects among the actors' positions, with everybody's own attitude to risk; one within
 * `rules->same` of an earlier one is no option of its own. Chances into smp->p, 1 or 0 for what
 * is an option into smp->option.
 */
void smyi_smp_elect(const SmyiSmpRules *rules, SmyiSmp *smp);

/* smp_challenge.c: who challenges whom */

/** The chance of i, of these strengths, once a third party leans to it, or (negative) to j. */
SMYI_INLINE double smyi_smp_prevail(double for_i, double for_j, double leaning)
{
    double to_i = smyi_in_favour(leaning), all_i = for_i + to_i;
    return all_i / (all_i + (for_j + (to_i - leaning)));
}

/**
 * How much more a third party expects of joining i than of joining j, where i wins with this
 * chance. With X what it has if i wins and Y if j does, 1 beside i and 2 beside j,
 *
 *     p (X1 - X2) + (1 - p) (Y1 - Y2) = u_j - u_own + p (2 u_own - u_i - u_j)
 *
 * if it commits itself in part (SEMI: X1 - X2 = u_own - u_i, Y1 - Y2 = u_j - u_own). Under NONE
 * and FULL, X1 = X2 and Y1 = Y2: whatever it joins, it gets the same.
 *
 * spread: 2 u_own - u_i
 */
SMYI_INLINE double smyi_smp_preference(SmyiCommit commit, double chance, double at_j,
                                       double at_own, double spread)
{
    double joined = (at_j - at_own) + chance * (spread - at_j);
    return commit == SMYI_COMMIT_SEMI ? joined : 0;
}

/**
 * What i expects of challenging each j: its chance into smp->win, its gain into smp->gain. At
 * j = i, and at whoever takes no part: 1/2 and 0.
 */
void smyi_smp_challenges(const SmyiSmpRules *rules, SmyiSmp *smp, size_t i);
/**
 * Whom i challenges, into smp->target: the j that it gains most from, if above 1e-5; the lowest
 * of several (to 1e-12); else itself. Returns its chance.
 */
SmyiEight smyi_smp_choose_target(const SmyiSmpRules *rules, SmyiSmp *smp, size_t i);
/** The same challenge as its target sees it: the chance, and the gain, of i. */
void smyi_smp_seen_by_target(const SmyiSmpRules *rules, SmyiSmp *smp, size_t i,
                             SmyiEight *win, SmyiEight *gain);

/* smp_bargain.c: where they meet */

/**
 * Where i and j meet on one issue, from positions, saliences and the chance p of i. Whoever
 * proposes is pulled to itself by 1e-6, so the two differ by little.
 */
void smyi_smp_meet(SmyiMeeting meeting, bool rounded, double x_i, double x_j, double s_i,
                   double s_j, double p, double *at_i, double *at_j);
/** Makes every actor's best challenge a deal, or two. */
void smyi_smp_bargain(const SmyiSmpRules *rules, SmyiSmp *smp);

/* smp_round.c: who accepts what */

/** Worths of all deals, and their duels: held once, for whoever has both options. */
void smyi_smp_weigh_deals(const SmyiSmpRules *rules, SmyiSmp *smp);
/**
 * A round, after smyi_smp_view(): bargains; every actor elects one of the deals that it is party
 * to, or the status quo; all move at once. Returns the sums of the distances moved.
 */
SmyiEight smyi_smp_round(const SmyiSmpRules *rules, SmyiSmp *smp);

#endif
