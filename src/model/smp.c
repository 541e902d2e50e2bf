/* SPDX-License-Identifier: Apache-2.0 */
/* Bargaining in rounds over all issues: challenges, third parties, bargains, elections. */
#include "model/smp.h"

#include "base/sums.h"

enum { LEAST_ROUNDS = 2 };
/* Added to the first round's movement, so that standing still is an end too. */
#define MOVEMENT_FLOOR 1e-4

enum {
    VOTE,
    VICTORY,
    FORM,
    RISK,
    RISK_ELECTION,
    KNOWN_RISK,
    THIRD_PARTY,
    MEETING,
    PROPOSALS,
    RECEIVER_VIEW,
    AVERAGE,
    ROUNDING,
    TRANSITION,
    SEED,
    MERGE,
    ACCOMMODATION,
    STOP,
    ROUNDS,
    FORECAST,
    N_OPTIONS
};

static const char *const ranges[] = {"min", "mid", "max", NULL};
static const char *const risk_elections[] = {"plain", "as_chosen", NULL};
static const char *const known_risks[] = {"none",       "one_third", "half",
                                          "two_thirds", "full",      NULL};
static const char *const commitments[] = {"none", "semi", "full", NULL};
static const char *const meetings[] = {"S1P1", "S2P2", "S2PMax", NULL};
static const char *const proposals[] = {"init", "both", "comp", NULL};
static const char *const receiver_views[] = {"probability", "source", NULL};
static const char *const averages[] = {"influence", "salience", NULL};
static const char *const roundings[] = {"none", "four_decimals", NULL};
static const char *const transitions[] = {"deterministic", "stochastic", NULL};
static const char *const forecasts[] = {"mean", "most_probable", NULL};

static const SmyOption options_of[N_OPTIONS] = {
    [VOTE] = SMYI_VOTE_OPTION,
    [VICTORY] = SMYI_VICTORY_OPTION,
    [FORM] = {.key = "form",
              .title = "What becomes of the duels",
              .choices = smyi_ktab_forms},
    [RISK] = {.key = "risk",
              .title = "How a chance of winning makes an actor bold",
              .choices = ranges,
              .fallback = SMYI_RISK_MID},
    [RISK_ELECTION] = {.key = "risk_election",
                       .title = "Rules of the election that shows who may be bold",
                       .choices = risk_elections},
    [KNOWN_RISK] = {.key = "known_risk",
                    .title = "How well others' attitudes to risk are known",
                    .choices = known_risks,
                    .fallback = 1},
    [THIRD_PARTY] = {.key = "third_party",
                     .title = "How far a third party commits itself to a side",
                     .choices = commitments,
                     .fallback = SMYI_COMMIT_SEMI},
    [MEETING] = {.key = "meeting",
                 .title = "Where two parties meet",
                 .choices = meetings,
                 .fallback = SMYI_MEET_S2P2},
    [PROPOSALS] = {.key = "bargain",
                   .title = "Whose view of a challenge makes a bargain",
                   .choices = proposals},
    [RECEIVER_VIEW] = {.key = "receiver_view",
                       .title = "What the challenged party's bargain is made from",
                       .choices = receiver_views},
    [AVERAGE] = {.key = "average",
                 .title = "Weights of the two views in a compromise bargain",
                 .choices = averages},
    [ROUNDING] = {.key = "rounding",
                  .title = "Decimals of a bargain",
                  .choices = roundings},
    [TRANSITION] = {.key = "transition",
                    .title = "The most probable bargain, or one drawn by its chance",
                    .choices = transitions},
    [SEED] = {.key = "seed",
              .title = "Of the bargains that are drawn",
              .fallback = 1,
              .low = 0,
              .high = 1e15},
    [MERGE] = {.key = "merge",
               .title = "How near final positions are one option",
               .fallback = 1e-9,
               .low = 0,
               .high = 1,
               .unit = "of the scale"},
    [ACCOMMODATION] = {.key = "accommodation",
                       .title = "Share of the way that ideals follow positions",
                       .fallback = 1,
                       .low = 0,
                       .high = 1},
    [STOP] = {.key = "stop",
              .title = "Movement that counts as none, as a share of the first round's",
              .fallback = .02,
              .low = 0,
              .high = 1},
    [ROUNDS] = {.key = "rounds",
                .title = "Rounds at most",
                .fallback = 100,
                .low = 1,
                .high = 10000},
    [FORECAST] = {.key = "forecast",
                  .title = "Mean of the last election's options, or the most probable",
                  .choices = forecasts},
};

SmyiSmpRules smyi_smp_rules(const double *o)
{
    static const double known[] = {0, 1. / 3, .5, 2. / 3, 1};
    const SmyiElection chosen = {(SmyiVote)o[VOTE], (SmyiVictory)o[VICTORY],
                                 (SmyiForm)o[FORM]};
    const SmyiElection plain = {SMYI_VOTE_PROP, SMYI_VICTORY_LINEAR, SMYI_FORM_CONDITIONAL};
    return (SmyiSmpRules){
        .election = chosen,
        .risk = o[RISK_ELECTION] > 0 ? chosen : plain,
        .range = (SmyiRiskRange)o[RISK],
        .known = known[(size_t)o[KNOWN_RISK]],
        .commit = (SmyiCommit)o[THIRD_PARTY],
        .meeting = (SmyiMeeting)o[MEETING],
        .proposals = (SmyiProposals)o[PROPOSALS],
        .receiver_gain = o[RECEIVER_VIEW] > 0,
        .by_salience = o[AVERAGE] > 0,
        .rounded = o[ROUNDING] > 0,
        .drawn = o[TRANSITION] > 0,
        .seed = (uint64_t)o[SEED],
        .same = o[MERGE],
        .accommodation = o[ACCOMMODATION],
        .stop = o[STOP],
        .max_rounds = (size_t)o[ROUNDS],
    };
}

/* Where the last election leaves issue i of game k: at the mean of its options, p weighing. */
static double mean_of(const SmyiSmp *smp, size_t i, size_t k)
{
    double sum = 0, lost = 0, low = 1, high = 0;
    for (size_t a = 0; a < smp->n; a++) {
        double p = smp->p[a].of[k], x = smp->state->position[a * smp->m + i].of[k];
        smyi_add(&sum, &lost, p * x);
        low = p > 0 ? fmin(low, x) : low;
        high = p > 0 ? fmax(high, x) : high;
    }
    return fmin(fmax(sum + lost, low), high);
}

/* Does anybody weigh on issue i in game k? */
static bool is_at_stake(const SmyiSmpState *s, size_t i, size_t k)
{
    bool does = false;
    for (size_t a = 0; a < s->n; a++)
        does |= s->salience[a * s->m + i].of[k] > 0;
    return does;
}

static void write_game(const SmyiSmp *smp, size_t k, bool most_probable, size_t n_lanes,
                       SmyiOutcome *out)
{
    const SmyiSmpState *s = smp->state;
    size_t best = smyi_most_probable(smp->p, smp->n, k);
    for (size_t i = 0; i < smp->m; i++) {
        size_t cell = i * n_lanes + s->lane[k];
        if (!is_at_stake(s, i, k))
            continue;
        out->point[cell] =
            most_probable ? s->position[best * smp->m + i].of[k] : mean_of(smp, i, k);
        out->status[cell] = s->converged[k] ? SMY_STATUS_OK : SMY_STATUS_NOT_CONVERGED;
        out->rounds[cell] = (double)s->rounds[k];
    }
}

/* A block at work: eight games at a time, the next lane taking the place of one that ended. */
typedef struct Work {
    const SmyiSmpRules *rules;
    const SmyiGame *game;
    bool most_probable;
    size_t next_lane, n_ended;
    SmyiSmpState playing, ended;
    SmyiSmp smp;
    SmyiOutcome *out;
} Work;

/* The last election of those that ended. */
static void conclude(Work *w)
{
    w->smp.state = &w->ended;
    smyi_smp_view(w->rules, &w->smp);
    smyi_smp_elect(w->rules, &w->smp);
    for (size_t k = 0; k < w->n_ended; k++)
        write_game(&w->smp, k, w->most_probable, w->game->n_lanes, w->out);
    w->smp.state = &w->playing;
    w->n_ended = 0;
}

static void end(Work *w, size_t k, bool converged)
{
    w->playing.converged[k] = converged;
    smyi_smp_state_copy(&w->playing, k, &w->ended, w->n_ended++);
    smyi_smp_state_clear(&w->playing, k);
    if (w->n_ended == SMYI_EIGHT)
        conclude(w);
}

/* All at one position from the start. */
static bool all_agree(const SmyiSmpState *s, size_t k)
{
    bool agree = true;
    for (size_t at = s->m; at < (size_t)s->actors.of[k] * s->m; at++)
        agree &= fabs(s->position[at].of[k] - s->position[at % s->m].of[k]) <= 1e-9;
    return agree;
}

/* Fills the free places. False: there are no games left. */
static bool fill(Work *w)
{
    bool any = false;
    for (size_t k = 0; k < SMYI_EIGHT; k++) {
        while (w->playing.lane[k] == SMYI_NO_LANE && w->next_lane < w->game->n_lanes)
            if (smyi_smp_state_read(&w->playing, k, w->game, w->next_lane++) &&
                all_agree(&w->playing, k))
                end(w, k, true);
        any |= w->playing.lane[k] != SMYI_NO_LANE;
    }
    return any;
}

static void play_round(Work *w)
{
    SmyiSmpState *s = &w->playing;
    smyi_smp_view(w->rules, &w->smp);
    SmyiEight moved = smyi_smp_round(w->rules, &w->smp);
    for (size_t k = 0; k < SMYI_EIGHT; k++) {
        if (s->lane[k] == SMYI_NO_LANE)
            continue;
        s->first.of[k] = s->rounds[k] == 0 ? moved.of[k] : s->first.of[k];
        s->rounds[k]++;
        bool still = moved.of[k] / (s->first.of[k] + MOVEMENT_FLOOR) < w->rules->stop;
        bool converged = still && s->rounds[k] >= LEAST_ROUNDS;
        if (converged || s->rounds[k] >= w->rules->max_rounds)
            end(w, k, converged);
    }
}

/**
 * Rounds in which each actor challenges the one it gains most from, both bargain, and everybody
 * accepts the most probable of its bargains; then an election among the final positions.
 *
 *     d_ij = sqrt(sum_k s_ik^2 (g_ik - x_jk)^2 / sum_k s_ik^2)       U(d,R) = (1-d)(1+dR)
 *     R    from the chances of an election with R = 0; others' R known in part
 *     gain_i = (u_ii - u_ij)(1 - 2 S_j (1 - p_ij)),    p_ij from both sides' strength with the
 *              third parties that prefer to join them (smp_challenge.c)
 *     bargain: the mean of both positions by (s p)^2 and (s (1-p))^2 (smp_bargain.c)
 *
 * Over all issues together. Saliences are divided by the largest sum of an actor's if that is
 * above 1. An actor without weight on an issue starts there from the mean of those with weight.
 *
 * point: mean of the final positions by their chances, or the most probable. status OK, or
 * NOT_CONVERGED with the last round's; rounds: how many. An issue on which nobody weighs is
 * NO_WEIGHT (the status quo), UNDEFINED without a status quo.
 *
 * Source: KTAB, as models.md C.5-C.7 gives it. Cost: O(actors^3 + actors^2 issues) a round at
 * most, mostly far less (smp_challenge.c).
 */
static SmyCode solve(const SmyiGame *game, const double *options, SmyiArena *mem,
                     SmyiOutcome *out)
{
    const SmyiSmpRules rules = smyi_smp_rules(options);
    size_t n = game->n_actors, m = game->n_issues;
    Work w = {
        .rules = &rules, .game = game, .most_probable = options[FORECAST] > 0, .out = out};
    if (!smyi_smp_state_new(n, m, mem, &w.playing) ||
        !smyi_smp_state_new(n, m, mem, &w.ended) ||
        !smyi_smp_new(&rules, n, m, mem, &w.smp))
        return SMY_ERR_NOMEM;
    w.smp.state = &w.playing;
    for (size_t c = 0; c < m * game->n_lanes; c++) {
        out->point[c] = game->status_quo[c];
        out->status[c] = (unsigned char)smyi_no_weight(game->status_quo[c]);
    }
    while (fill(&w))
        play_round(&w);
    if (w.n_ended > 0)
        conclude(&w);
    return SMY_OK;
}

/*
 * Not claimed: AFFINE (utility is not linear in distance), CAPABILITY (each side of a contest has
 * 1e-8 of strength by itself, in the unit of capability x utility).
 */
const SmyiModel smyi_model_smp = {
    .info = {.id = "smp",
             .title = "Spatial bargaining in rounds (KTAB's SMP)",
             .family = "challenge",
             .assumes = "Actors challenge each other over all issues at once, strike the "
                        "bargains that most influence supports, and go on until few move.",
             .assumption = "coercion by capability",
             .source = "ktab",
             .options = options_of,
             .n_options = N_OPTIONS,
             .laws = SMY_LAW_PERMUTE | SMY_LAW_MIRROR | SMY_LAW_NULL_ACTOR |
                     SMY_LAW_INSIDE_HULL,
             .iterative = true,
             .by_package = true},
    .solve = solve,
};
