/* SPDX-License-Identifier: Apache-2.0 */
/* Challenge model: actors who expect to win press the others to move, round after round. */
#include "model/challenge.h"

#include <math.h>

#include "base/sums.h"
#include "model/weights.h"

enum { WIDTH = SMYI_CHALLENGE_WIDTH };

enum {
    PRESET,
    Q,
    RANGE,
    SALIENCE_B,
    SECURITY,
    EXPONENT_B,
    PROB,
    PROB_FACTOR,
    CONFLICT,
    COMPEL,
    SELECT,
    OFFERS,
    REFERENCE,
    REFERENCE_AT,
    ROUNDS,
    STOP,
    FORECAST,
    N_OPTIONS
};

static const char *const presets[] = {"default", "printed", "figures", NULL};
static const char *const ranges[] = {"scale", "initial", "round", NULL};
static const char *const saliences[] = {"responder", "printed", NULL};
static const char *const securities[] = {"adversary", "own", "none", NULL};
static const char *const exponents[] = {"preset", "own", "focal", NULL};
static const char *const probs[] = {"preset", "printed", "zero", NULL};
static const char *const conflicts[] = {"preset", "none", "loser_full", "loser_part", NULL};
static const char *const compels[] = {"full", "none", NULL};
static const char *const selects[] = {
    "preset", "strongest", "least", "category", "category_strongest", "most", NULL};
static const char *const offers[] = {"pair", "both", "initiator", "best", NULL};
static const char *const references[] = {"none", "status_quo", "point", NULL};
static const char *const forecasts[] = {"median", "mean", NULL};

enum { REFERENCE_NONE, REFERENCE_STATUS_QUO, REFERENCE_POINT };
enum { FORECAST_MEDIAN, FORECAST_MEAN };

/* clang-format off */
static const SmyOption options_of[N_OPTIONS] = {
    [PRESET] = {"preset", "Reading of the publication for the options left at `preset`", 0, 0, 0, NULL, presets},
    [Q] = {"Q", "Chance that the status quo stays where nobody challenges", 1, 0, 1, NULL, NULL},
    [RANGE] = {"range", "What distances are measured against", 0, 0, 0, NULL, ranges},
    [SALIENCE_B] = {"salience_b", "Whose salience weighs in the answer to a challenge", 0, 0, 0, NULL, saliences},
    [SECURITY] = {"security", "Whose expectations make an actor secure", 0, 0, 0, NULL, securities},
    [EXPONENT_B] = {"exponent_b", "Whose attitude to risk bends the answer to a challenge", 0, 0, 0, NULL, exponents},
    [PROB] = {"prob", "Chance to prevail: as printed, or zero as the plotted figures have it", 0, 0, 0, NULL, probs},
    [PROB_FACTOR] = {"prob_factor", "Factor on the chance to prevail, for replication", 1, 0, 1, NULL, NULL},
    [CONFLICT] = {"conflict", "What a conflict ends in", 0, 0, 0, NULL, conflicts},
    [COMPEL] = {"compel", "Whether the compelled go all the way", 0, 0, 0, NULL, compels},
    [SELECT] = {"select", "Which of several offers is accepted", 0, 0, 0, NULL, selects},
    [OFFERS] = {"offers", "Who makes offers", 0, 0, 0, NULL, offers},
    [REFERENCE] = {"reference", "What the status quo is compared with", 0, 0, 0, NULL, references},
    [REFERENCE_AT] = {"reference_at", "The point where `reference` is `point`", .5, 0, 1, "of the scale", NULL},
    [ROUNDS] = {"rounds", "Rounds at most", 20, 1, 1000, "rounds", NULL},
    [STOP] = {"stop", "Median moves below this in two rounds running end it; 0: all rounds", .005, 0, 1, "of the range", NULL},
    [FORECAST] = {"forecast", "What of the last positions is the forecast", 0, 0, 0, NULL, forecasts},
};
/* clang-format on */

/* What a preset says of the options left to it (B.6). */
static const struct {
    int conflict, select;
    bool focal_exponent, zero_prob;
} readings[] = {
    {SMYI_CONFLICT_NONE, SMYI_SELECT_STRONGEST, false, false},
    {SMYI_CONFLICT_LOSER_FULL, SMYI_SELECT_CATEGORY, false, false},
    {SMYI_CONFLICT_LOSER_FULL, SMYI_SELECT_LEAST, true, true},
};

static SmyiChallengeRules rules_of(const double *options)
{
    size_t preset = (size_t)options[PRESET];
    int conflict = (int)options[CONFLICT], select = (int)options[SELECT];
    int exponent = (int)options[EXPONENT_B], prob = (int)options[PROB];
    bool zero = prob ? prob == 2 : readings[preset].zero_prob;
    return (SmyiChallengeRules){
        .q = options[Q],
        .prob_factor = zero ? 0 : options[PROB_FACTOR],
        .printed_salience = options[SALIENCE_B] == 1,
        .focal_exponent = exponent ? exponent == 2 : readings[preset].focal_exponent,
        .full_compel = options[COMPEL] == 0,
        .security = (int)options[SECURITY],
        .conflict = conflict ? conflict - 1 : readings[preset].conflict,
        .select = select ? select - 1 : readings[preset].select,
        .offers = (int)options[OFFERS],
    };
}

/*
 * Games in play side by side: cells (issue, lane) of the outcome take seats in the order they
 * come, play their own number of rounds, and leave their seat to the next.
 */
typedef struct Table {
    const SmyiGame *game;
    const double *options;
    SmyiOutcome *out;
    double *weight;           /* [actors x lanes] of the issue being seated */
    double total[SMYI_BLOCK]; /* its sums */
    SmyiChallengeRound round;
    SmyiChallengeTrace trace; /* used where the outcome has a listener */
    size_t n_playing;
    struct Seat {
        size_t cell;   /* of the outcome */
        double rounds; /* played so far */
        double still;  /* rounds running in which the median hardly moved */
        double median; /* after the last of them */
    } seat[WIDTH];
} Table;

static void settle(Table *table, size_t cell, double point, double rounds, SmyStatus status)
{
    table->out->point[cell] = point;
    table->out->rounds[cell] = rounds;
    table->out->status[cell] = (unsigned char)status;
}

/* Lowest and highest position of whoever weighs in one seat. */
static void hull(const SmyiChallengeRound *round, size_t k, double *low, double *high)
{
    *low = (double)INFINITY;
    *high = (double)-INFINITY;
    for (size_t a = 0; a < round->n; a++) {
        double x = round->position[a * WIDTH + k];
        if (!(round->weight[a * WIDTH + k] > 0))
            continue;
        *low = x < *low ? x : *low;
        *high = x > *high ? x : *high;
    }
}

static double reference_of(const Table *table, size_t cell)
{
    if (table->options[REFERENCE] == REFERENCE_POINT)
        return table->options[REFERENCE_AT];
    return table->options[REFERENCE] == REFERENCE_STATUS_QUO ? table->game->status_quo[cell]
                                                             : (double)NAN;
}

/* Nobody at seat k: weightless actors at 0, and numbers that divide. */
static void clear_seat(Table *table, size_t k)
{
    SmyiChallengeRound *r = &table->round;
    for (size_t a = 0; a < r->n; a++)
        r->position[a * WIDTH + k] = r->salience[a * WIDTH + k] = r->weight[a * WIDTH + k] =
            0;
    r->total[k] = 0;
    r->range[k] = 1;
    r->reference[k] = (double)NAN;
}

/* Gives a cell the next seat, unless it is settled at once: no weight, or all at one position. */
static void take_seat(Table *table, size_t issue, size_t lane)
{
    const SmyiGame *game = table->game;
    SmyiChallengeRound *r = &table->round;
    size_t n = game->n_lanes, cell = issue * n + lane, k = table->n_playing;
    double q = game->status_quo[cell], low, high;
    if (!(table->total[lane] > 0)) {
        settle(table, cell, q, (double)NAN, smyi_no_weight(q));
        return;
    }
    for (size_t a = 0; a < r->n; a++) {
        size_t from = (a * game->n_issues + issue) * n + lane, to = a * WIDTH + k;
        double w = table->weight[a * n + lane];
        r->weight[to] = w;
        r->position[to] = w > 0 ? game->position[from] : 0;
        r->salience[to] = game->salience[from];
    }
    r->total[k] = table->total[lane];
    r->reference[k] = reference_of(table, cell);
    hull(r, k, &low, &high);
    if (high - low <= 1e-9) {
        settle(table, cell, low, 0, SMY_STATUS_OK);
        clear_seat(table, k);
        return;
    }
    r->range[k] = table->options[RANGE] == SMYI_RANGE_SCALE ? 1 : high - low;
    table->seat[k] = (struct Seat){.cell = cell};
    table->n_playing++;
}

static void leave_seat(Table *table, size_t k)
{
    SmyiChallengeRound *r = &table->round;
    size_t last = --table->n_playing;
    for (size_t a = 0; a < r->n; a++) {
        size_t from = a * WIDTH + last, to = a * WIDTH + k;
        r->position[to] = r->position[from];
        r->salience[to] = r->salience[from];
        r->weight[to] = r->weight[from];
    }
    double *const of_seat[] = {r->total, r->range, r->reference, r->median, r->moved};
    for (size_t f = 0; f < sizeof of_seat / sizeof *of_seat; f++)
        of_seat[f][k] = of_seat[f][last];
    table->seat[k] = table->seat[last];
    clear_seat(table, last);
}

static double mean_of(const SmyiChallengeRound *round, size_t k)
{
    double sum = 0, lost = 0;
    for (size_t a = 0; a < round->n; a++)
        smyi_add(&sum, &lost,
                 round->weight[a * WIDTH + k] * round->position[a * WIDTH + k]);
    return (sum + lost) / round->total[k];
}

/* Books the round just played at seat k; true when it was the last. */
static bool is_over(Table *table, size_t k)
{
    struct Seat *seat = &table->seat[k];
    const double *o = table->options;
    double most = floor(o[ROUNDS]), step = fabs(table->round.median[k] - seat->median);
    seat->rounds += 1;
    seat->still = step < o[STOP] * table->round.range[k] ? seat->still + 1 : 0;
    seat->median = table->round.median[k];
    if (!(table->round.moved[k] > 0)) { /* nothing will ever change: count it to the end */
        double left = o[STOP] > 0 ? 2 - seat->still : most;
        left = left < most - seat->rounds ? left : most - seat->rounds;
        left = left > 0 ? left : 0;
        seat->rounds += left;
        seat->still += o[STOP] > 0 ? left : 0;
        if (seat->rounds >= most)
            return true;
    }
    return seat->still >= 2 || seat->rounds >= most;
}

static void finish(Table *table, size_t k)
{
    const struct Seat *seat = &table->seat[k];
    const double *o = table->options;
    bool is_mean = o[FORECAST] == FORECAST_MEAN;
    settle(table, seat->cell, is_mean ? mean_of(&table->round, k) : seat->median,
           seat->rounds,
           seat->still >= 2 || !(o[STOP] > 0) ? SMY_STATUS_OK : SMY_STATUS_NOT_CONVERGED);
}

static void tell(Table *table)
{
    size_t n = table->game->n_lanes;
    for (size_t k = 0; k < table->n_playing; k++)
        smyi_challenge_trace_tell(
            &table->round, k, table->seat[k].cell / n, table->seat[k].cell % n,
            (size_t)table->seat[k].rounds + 1, &table->trace, table->out->trace);
}

/* One round of all games at the table. */
static void play_round(Table *table, const SmyiChallengeRules *rules)
{
    SmyiChallengeRound *r = &table->round;
    for (size_t k = 0; k < table->n_playing; k++) {
        double low, high;
        if (table->options[RANGE] != SMYI_RANGE_ROUND)
            break;
        hull(r, k, &low, &high);
        r->range[k] =
            high - low > 1e-9 ? high - low : 1; /* all at one place: nobody moves */
    }
    smyi_challenge_median(r);
    for (size_t k = 0; k < table->n_playing; k++)
        table->seat[k].median = r->median[k];
    smyi_challenge_views(rules, r);
    smyi_challenge_offers(rules, r);
    if (table->out->trace)
        smyi_challenge_trace_keep(r, &table->trace);
    smyi_challenge_move(r);
    if (table->out->trace)
        tell(table);
    smyi_challenge_median(r);
    for (size_t k = table->n_playing; k-- > 0;) {
        if (!is_over(table, k))
            continue;
        finish(table, k);
        leave_seat(table, k);
    }
}

/**
 * Bueno de Mesquita's group decision model as reconstructed by Scholz, Calbert and Smith.
 *
 * In each round every actor weighs, for each other actor, the utility of pressing it to take
 * over its position (with the chance P to prevail among all actors' weights) against that of
 * leaving things be; attitudes to risk follow from how much the others expect of pressing an
 * actor. Whoever both would gain by a challenge and be feared moves the other: all the way, in
 * part, or not at all (challenge_offers.c). All accepted moves happen at once. It ends when the
 * weighted median has hardly moved in two rounds running.
 *
 * point: the last weighted median (option: mean); rounds: those played. Status NOT_CONVERGED
 * where the rounds ran out first (with stop = 0 they are all played and the status is OK);
 * NO_WEIGHT, UNDEFINED as everywhere. All at one position: that position after 0 rounds.
 * Actors without weight on an issue are left out of it.
 *
 * Source: scholz2011 (pp. 18-30, equations 5-36, figure 6; readings in models.md B.6).
 * Cost: O(actors^3) a round and lane; memory O(actors^2).
 */
static SmyCode solve(const SmyiGame *game, const double *options, SmyiArena *mem,
                     SmyiOutcome *out)
{
    SmyiChallengeRules rules = rules_of(options);
    Table table = {.game = game, .options = options, .out = out};
    table.weight = SMYI_NEW(mem, game->n_actors * game->n_lanes, double);
    if (!table.weight || !smyi_challenge_new(game->n_actors, mem, &table.round))
        return SMY_ERR_NOMEM;
    if (out->trace && !smyi_challenge_trace_new(game->n_actors, mem, &table.trace))
        return SMY_ERR_NOMEM;
    for (size_t k = 0; k < WIDTH; k++)
        clear_seat(&table, k);
    for (size_t i = 0; i < game->n_issues; i++) {
        smyi_issue_weights(game, i, SMYI_WEIGHING_INFLUENCE, table.weight, table.total);
        for (size_t k = 0; k < game->n_lanes; k++) {
            take_seat(&table, i, k);
            while (table.n_playing == WIDTH)
                play_round(&table, &rules);
        }
    }
    while (table.n_playing > 0)
        play_round(&table, &rules);
    return SMY_OK;
}

const SmyiModel smyi_model_challenge = {
    .info = {.id = "challenge",
             .title = "Challenge (expected utility)",
             .family = "challenge",
             .assumes = "Actors press those they expect to beat, round after round.",
             .assumption = "coercion by capability",
             .source = "scholz2011,buenodemesquita1994",
             .options = options_of,
             .n_options = N_OPTIONS,
             .laws = SMY_LAW_PERMUTE | SMY_LAW_AFFINE | SMY_LAW_CAPABILITY |
                     SMY_LAW_MIRROR | SMY_LAW_NULL_ACTOR | SMY_LAW_INSIDE_HULL,
             .iterative = true},
    .solve = solve,
};
