/* SPDX-License-Identifier: Apache-2.0 */
/* The challenge model against models.md B written out plainly, under drawn sets of options. */
#include "support/support.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/random.h"
#include "support/games.h"

enum { MOST = 8, GAMES = 400, ROUNDS = 3 };

/* The options, by their names in models.md B.6. */
typedef struct Options {
    double q, factor;
    const char *range, *salience_b, *security, *exponent_b, *conflict, *compel, *select,
        *offers;
    double reference; /* NaN: none */
} Options;

typedef struct Plain {
    size_t n;
    double x[MOST], s[MOST], w[MOST], r[MOST];
    double mu, range;
    double a[MOST][MOST], b[MOST][MOST];
    Options o;
} Plain;

typedef struct Offer {
    size_t mover, proposer;
    double target, strength, category;
} Offer;

static int is(const char *x, const char *y)
{
    return strcmp(x, y) == 0;
}

static double lower_median(const Plain *g)
{
    double best = HUGE_VAL, total = 0;
    for (size_t k = 0; k < g->n; k++)
        total += g->w[k];
    for (size_t a = 0; a < g->n; a++) {
        double below = 0;
        for (size_t k = 0; k < g->n; k++)
            below += g->x[k] <= g->x[a] ? g->w[k] : 0;
        if (below >= total / 2 * (1 - 1e-12) && g->x[a] < best)
            best = g->x[a];
    }
    return best;
}

/* (30, 31) */
static double prevail(const Plain *g, size_t i, size_t j)
{
    double won = 0, all = 0;
    for (size_t k = 0; k < g->n; k++) {
        double gain = fabs(g->x[k] - g->x[j]) - fabs(g->x[k] - g->x[i]);
        won += gain > 0 ? g->w[k] * gain : 0;
        all += g->w[k] * fabs(gain);
    }
    return g->o.factor * (all > 0 ? won / all : .5);
}

static double u(double base, double r)
{
    return 2 - 4 * pow(base > 1e-12 ? base : 0, r);
}

/* E_i(U_ij) with exponent r and salience s (5-7, 15, 16, 22-24, 25a). */
static double expected(const Plain *g, size_t i, size_t j, double r, double s)
{
    double d = fabs(g->x[i] - g->x[j]) / g->range, far = fabs(g->x[i] - g->mu) / g->range;
    double p = prevail(g, i, j), success = u(.5 - .5 * d, r), failure = u(.5 + .5 * d, r);
    double z = fmin(1, fabs(g->x[i] - g->o.reference) / g->range), change = .25 * (far + d);
    double stay = u(isnan(g->o.reference) ? .5 : .5 + .5 * z, r);
    double other = far < d - 1e-12 ? u(.5 - change, r) : u(.5 + change, r);
    return s * (p * success + (1 - p) * failure) + (1 - s) * success - g->o.q * stay -
           (1 - g->o.q) * other;
}

/* (32-34) */
static void attitudes(Plain *g)
{
    double security[MOST] = {0}, low = HUGE_VAL, high = -HUGE_VAL;
    for (size_t i = 0; i < g->n; i++) {
        for (size_t j = 0; j < g->n; j++)
            if (j != i)
                security[i] += is(g->o.security, "own") ? expected(g, i, j, 1, g->s[j])
                                                        : expected(g, j, i, 1, g->s[i]);
        low = fmin(low, security[i]);
        high = fmax(high, security[i]);
    }
    int flat =
        is(g->o.security, "none") || high - low <= 1e-12 * fmax(fabs(low), fabs(high));
    for (size_t i = 0; i < g->n; i++) {
        double basis = flat ? 0 : (2 * security[i] - high - low) / (high - low);
        g->r[i] = (1 - basis / 3) / (1 + basis / 3);
    }
}

static void dyads(Plain *g)
{
    for (size_t i = 0; i < g->n; i++)
        for (size_t j = 0; j < g->n; j++) {
            g->a[i][j] = expected(g, i, j, g->r[i], g->s[j]);
            g->b[i][j] = expected(g, j, i, is(g->o.exponent_b, "focal") ? g->r[i] : g->r[j],
                                  is(g->o.salience_b, "printed") ? g->s[j] : g->s[i]);
        }
}

/* B.3; no offer where there is nowhere to go. */
static int octant(const Plain *g, size_t i, size_t j, Offer *offer)
{
    double a = g->a[i][j], b = g->b[i][j], way = 1;
    double high = fmax(a, b), low = fmin(a, b);
    int even = fabs(a - b) <= 1e-12 * fabs(high), equal = fabs(high + low) <= 1e-12 * high;
    if (fabs(a) <= 1e-9 || fabs(b) <= 1e-9 || high < 0 ||
        fabs(g->x[i] - g->x[j]) <= 1e-9 * g->range)
        return 0;
    size_t winner = a > b ? i : j, loser = a > b ? j : i;
    if (low > 0) {
        if (even || is(g->o.conflict, "none"))
            return 0;
        way = is(g->o.conflict, "loser_part") ? low / high : 1;
        offer->category = 3;
    } else if (high > -low && !equal) {
        way = -low / high;
        offer->category = 2;
    } else {
        if (is(g->o.compel, "none"))
            return 0;
        offer->category = 1;
    }
    offer->mover = loser;
    offer->proposer = winner;
    offer->strength = high;
    offer->target =
        way < 1 ? g->x[loser] + (g->x[winner] - g->x[loser]) * way : g->x[winner];
    return 1;
}

static int larger(double x, double y) /* 1, 0 for equal, -1 */
{
    return fabs(x - y) <= 1e-12 * fmax(fabs(x), fabs(y)) ? 0 : x > y ? 1 : -1;
}

static int is_better(const Plain *g, const Offer *x, const Offer *y)
{
    double mx = fabs(x->target - g->x[x->mover]), my = fabs(y->target - g->x[y->mover]);
    int by_strength = larger(x->strength, y->strength), by_move = larger(mx, my), first,
        second;
    const char *select = g->o.select;
    if (strncmp(select, "category", 8) == 0 && x->category != y->category)
        return x->category > y->category;
    if (is(select, "strongest") || is(select, "category_strongest")) {
        first = by_strength;
        second = -by_move;
    } else {
        first = is(select, "most") ? by_move : -by_move;
        second = by_strength;
    }
    if (first || second)
        return first ? first > 0 : second > 0;
    return x->proposer < y->proposer;
}

static int makes_offers(const Plain *g, size_t i, size_t j)
{
    if (i == j || (is(g->o.offers, "pair") && i > j))
        return 0;
    if (is(g->o.offers, "initiator"))
        return g->a[i][j] > 0;
    if (!is(g->o.offers, "best"))
        return 1;
    for (size_t k = 0; k < g->n; k++)
        if (k != i && k != j && g->a[i][k] > g->a[i][j])
            return 0;
    return 1;
}

static void play(Plain *g)
{
    Offer accepted[MOST];
    int has_one[MOST] = {0};
    g->mu = lower_median(g);
    attitudes(g);
    dyads(g);
    for (size_t i = 0; i < g->n; i++)
        for (size_t j = 0; j < g->n; j++) {
            Offer offer = {0};
            if (!makes_offers(g, i, j) || !octant(g, i, j, &offer))
                continue;
            size_t m = offer.mover;
            if (!has_one[m] || is_better(g, &offer, &accepted[m]))
                accepted[m] = offer;
            has_one[m] = 1;
        }
    for (size_t m = 0; m < g->n; m++)
        if (has_one[m])
            g->x[m] = accepted[m].target;
}

static double spread(const Plain *g)
{
    double low = HUGE_VAL, high = -HUGE_VAL;
    for (size_t a = 0; a < g->n; a++) {
        low = fmin(low, g->x[a]);
        high = fmax(high, g->x[a]);
    }
    return high - low;
}

static const char *pick(const char *const *list, size_t n, uint64_t draw, uint64_t number)
{
    return list[(size_t)(smyi_uniform(3, SMYI_STREAM_CHOICES, draw, number) * (double)n)];
}

#define PICK(number, ...)                                                                  \
    pick((const char *const[]){__VA_ARGS__},                                               \
         sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *), draw, number)

static Options options_of(uint64_t draw)
{
    static const double qs[] = {1, .5, 0, .8}, factors[] = {1, 1, 0, .3};
    return (Options){
        .q = qs[draw % 4],
        .factor = factors[draw / 4 % 4],
        .range = PICK(0, "scale", "initial", "round"),
        .salience_b = PICK(1, "responder", "printed"),
        .security = PICK(2, "adversary", "own", "none"),
        .exponent_b = PICK(3, "own", "focal"),
        .conflict = PICK(4, "none", "loser_full", "loser_part"),
        .compel = PICK(5, "full", "none"),
        .select = PICK(6, "strongest", "least", "category", "category_strongest", "most"),
        .offers = PICK(7, "pair", "both", "initiator", "best"),
        .reference = draw % 3 ? (double)NAN : smyi_uniform(3, SMYI_STREAM_CHOICES, draw, 8),
    };
}

static void as_text(const Options *o, int rounds, const char *forecast, char *text,
                    size_t size)
{
    char reference[64] = "none";
    if (!isnan(o->reference))
        (void)snprintf(reference, sizeof reference, "point,reference_at=%.17g",
                       o->reference);
    (void)snprintf(text, size,
                   "Q=%g,prob_factor=%g,range=%s,salience_b=%s,security=%s,exponent_b=%s,"
                   "conflict=%s,compel=%s,select=%s,offers=%s,stop=0,rounds=%d,forecast=%s,"
                   "reference=%s",
                   o->q, o->factor, o->range, o->salience_b, o->security, o->exponent_b,
                   o->conflict, o->compel, o->select, o->offers, rounds, forecast,
                   reference);
}

static Plain plain_of(const TestGame *game, const Options *options)
{
    Plain g = {.o = *options};
    for (size_t a = 0; a < game->n_actors; a++) {
        double w = game->capability[a] * game->salience[a];
        if (!(w > 0))
            continue;
        g.x[g.n] = game->position[a];
        g.s[g.n] = game->salience[a];
        g.w[g.n++] = w;
    }
    g.range = is(options->range, "scale") ? 1 : spread(&g);
    return g;
}

static double mean(const Plain *g)
{
    double sum = 0, total = 0;
    for (size_t a = 0; a < g->n; a++) {
        sum += g->w[a] * g->x[a];
        total += g->w[a];
    }
    return sum / total;
}

static void any_options(void **state)
{
    (void)state;
    for (uint64_t draw = 0; draw < GAMES; draw++) {
        Options options = options_of(draw);
        TestGame game = test_game_draw(draw % 5 ? TEST_GENERIC : TEST_GAPS, 9000 + draw,
                                       2 + (size_t)draw % 7, 1, 1);
        Plain g = plain_of(&game, &options);
        for (int t = 1; t <= ROUNDS && g.n > 1; t++) {
            if (is(options.range, "round"))
                g.range = spread(&g) > 1e-9 ? spread(&g) : 1;
            play(&g);
            for (int is_mean = 0; is_mean < 2; is_mean++) {
                char text[512], row[640];
                as_text(&options, t, is_mean ? "mean" : "median", text, sizeof text);
                (void)snprintf(row, sizeof row, "game %u: %s", (unsigned)draw, text);
                TestOutcome got = test_solve(smyi_model_find("challenge"), &game, text);
                check_near(row, got.out.point[0], is_mean ? mean(&g) : lower_median(&g),
                           1e-9, "models.md B, written out");
                test_outcome_free(&got);
            }
        }
        test_game_free(&game);
    }
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(any_options)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
