/* SPDX-License-Identifier: Apache-2.0 */
/* The laws of models.md L, for every registered model that claims them. */
#include "support/support.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/random.h"
#include "support/games.h"

enum { GAMES = 60, LANES = 5, MOST_ACTORS = 8 };

/* What a model says of laws that this file cannot read off its flags; with the reason. */
static const struct {
    const char *id, *law;
    TestKind kind;       /* the games that the law is tried on */
    const char *options; /* and the options */
} exceptions[] = {
    /* Equally strong offers go to the lower proposer: equal games may differ by order. */
    {"challenge", "permute", TEST_GENERIC, NULL},
    /* Of equally gainful exchanges the first comes first: equal games may differ by order. */
    {"exchange", "permute", TEST_GENERIC, NULL},
    /* Of equally good targets and bargains the first is taken. */
    {"smp", "permute", TEST_GENERIC, NULL},
    /* The scale that distances are measured against does not shrink with the positions. */
    {"challenge", "affine", TEST_GAPS, "range=initial"},
};

static void settings(const SmyiModel *model, const char *law, TestKind *kind,
                     const char **options)
{
    for (size_t e = 0; e < sizeof exceptions / sizeof *exceptions; e++)
        if (strcmp(exceptions[e].id, model->info.id) == 0 &&
            strcmp(exceptions[e].law, law) == 0) {
            *kind = exceptions[e].kind;
            *options = exceptions[e].options;
        }
}

/* How a law maps a number of the scale: x -> shift[issue] + scale x. */
typedef struct Map {
    double shift[3], scale;
} Map;

static TestGame mapped(const TestGame *game, const Map *map)
{
    size_t order[MOST_ACTORS] = {0, 1, 2, 3, 4, 5, 6, 7};
    TestGame image = test_game_pick(game, order, game->n_actors);
    for (size_t i = 0; i < game->n_issues; i++)
        for (size_t k = 0; k < game->n_lanes; k++) {
            double *q = &image.status_quo[i * game->n_lanes + k];
            *q = map->shift[i] + map->scale * *q;
            for (size_t a = 0; a < game->n_actors; a++) {
                double *p = &image.position[test_at(game, a, i, k)];
                *p = map->shift[i] + map->scale * *p;
            }
        }
    /* A cost of no deal is utility: that shrinks with the distances (or their squares). */
    double size = game->quadratic ? map->scale * map->scale : fabs(map->scale);
    for (size_t c = 0; c < game->n_actors * game->n_lanes; c++)
        image.no_deal[c] *= size;
    image.tolerance *= size;
    return image;
}

/* Points and statuses of two outcomes, the first mapped; distributions where the map is onto. */
static void compare(const char *row, const TestGame *game, const TestOutcome *x,
                    const Map *map, const TestOutcome *y, double tol)
{
    size_t n = game->n_lanes, support = x->out.support, other = y->out.support;
    for (size_t c = 0; c < game->n_issues * n; c++) {
        double want = map->shift[c / n] + map->scale * x->out.point[c];
        check_near(row, y->out.point[c], want, tol, "models.md L: point");
        check_near(row, y->out.status[c], x->out.status[c], 0, "models.md L: status");
    }
    for (size_t c = 0; c < game->n_issues * n; c++)
        for (size_t v = 0; v < support; v++) {
            size_t mirror = map->scale < 0 ? other - 1 - v : v;
            size_t from = (c / n * support + v) * n + c % n;
            size_t to = (c / n * other + mirror) * n + c % n;
            check_near(row, y->out.mass[to], x->out.mass[from], tol, "models.md L: mass");
        }
}

static TestGame drawn(const SmyiModel *model, const char *law, uint64_t draw,
                      const char **options)
{
    TestKind kind = (TestKind)(draw % 3);
    *options = NULL;
    settings(model, law, &kind, options);
    size_t n_issues = 1 + (size_t)(draw / 3 % 3), n_actors = 1 + (size_t)(draw * 5 % 7);
    TestGame game = test_game_draw(kind, 1000 + draw, n_actors, n_issues, LANES);
    game.quadratic = draw / 2 % 2;
    return game;
}

/* Runs `law` over drawn games for all models that claim it. */
typedef void Law(const char *row, const SmyiModel *model, uint64_t draw);

static void hold(unsigned flag, const char *name, Law *law)
{
    size_t n_claim = 0;
    for (size_t m = 0; m < smy_model_count(); m++) {
        const SmyiModel *model = smyi_model_at(m);
        if ((model->info.laws & flag) != flag)
            continue;
        n_claim++;
        for (uint64_t draw = 0; draw < GAMES; draw++) {
            char row[96];
            (void)snprintf(row, sizeof row, "%s: %s, game %u", model->info.id, name,
                           (unsigned)draw);
            law(row, model, draw);
        }
    }
    if (n_claim == 0)
        print_message("no model claims: %s\n", name);
    check_done();
}

static const Map identity = {.scale = 1};

/* L.1 */
static void permute(const char *row, const SmyiModel *model, uint64_t draw)
{
    const char *options;
    TestGame game = drawn(model, "permute", draw, &options);
    size_t order[MOST_ACTORS];
    for (size_t a = 0; a < game.n_actors; a++)
        order[a] =
            (a * 3 + (size_t)draw) % game.n_actors; /* 3 divides no number but 3, 6 */
    if (game.n_actors % 3 == 0)
        for (size_t a = 0; a < game.n_actors; a++)
            order[a] = game.n_actors - 1 - a;
    TestGame other = test_game_pick(&game, order, game.n_actors);
    TestOutcome x = test_solve(model, &game, options),
                y = test_solve(model, &other, options);
    compare(row, &game, &x, &identity, &y, 1e-9);
    test_outcome_free(&x);
    test_outcome_free(&y);
    test_game_free(&other);
    test_game_free(&game);
}

static void blind_to_order(void **state)
{
    (void)state;
    hold(SMY_LAW_PERMUTE, "actors in another order", permute);
}

/* L.2, on the numbers of the game: they lie in 0.05..0.75 and have room. */
static void affine(const char *row, const SmyiModel *model, uint64_t draw)
{
    const char *options;
    TestGame game = drawn(model, "affine", draw, &options);
    Map map = {.shift = {.2, -.03, .15}, .scale = 1};
    if (draw % 2)
        map = (Map){.shift = {.01, .45, .3}, .scale = .625};
    TestGame other = mapped(&game, &map);
    TestOutcome x = test_solve(model, &game, options),
                y = test_solve(model, &other, options);
    compare(row, &game, &x, &map, &y, 1e-9);
    test_outcome_free(&x);
    test_outcome_free(&y);
    test_game_free(&other);
    test_game_free(&game);
}

static void moved_with_the_scale(void **state)
{
    (void)state;
    hold(SMY_LAW_AFFINE, "shifted and scaled", affine);
}

/* L.3 */
static void capability(const char *row, const SmyiModel *model, uint64_t draw)
{
    const char *options;
    TestGame game = drawn(model, "capability", draw, &options);
    TestOutcome x = test_solve(model, &game, options);
    for (size_t c = 0; c < game.n_actors * LANES; c++)
        game.capability[c] *= 7.3;
    TestOutcome y = test_solve(model, &game, options);
    compare(row, &game, &x, &identity, &y, 1e-9);
    test_outcome_free(&x);
    test_outcome_free(&y);
    test_game_free(&game);
}

static void blind_to_the_unit_of_capability(void **state)
{
    (void)state;
    hold(SMY_LAW_CAPABILITY, "capability in another unit", capability);
}

/* L.4, on games without ties: the median of equal halves is the lower one either way. */
static void mirror(const char *row, const SmyiModel *model, uint64_t draw)
{
    const char *options;
    TestGame game = drawn(model, "mirror", draw - draw % 3, &options); /* generic */
    Map map = {.shift = {1, 1, 1}, .scale = -1};
    TestGame other = mapped(&game, &map);
    TestOutcome x = test_solve(model, &game, options),
                y = test_solve(model, &other, options);
    compare(row, &game, &x, &map, &y, 1e-9);
    test_outcome_free(&x);
    test_outcome_free(&y);
    test_game_free(&other);
    test_game_free(&game);
}

static void mirrored(void **state)
{
    (void)state;
    hold(SMY_LAW_MIRROR, "mirrored", mirror);
}

/* The rules name whom they named: the newcomer at `at` has no office and no vote. */
static void name_as_before(const TestGame *game, size_t at, TestGame *other)
{
    other->weight[at] = 0;
    other->setter = game->setter + (game->setter >= (int)at);
    for (size_t v = 0; v < game->n_veto; v++)
        other->veto[v] = game->veto[v] + (game->veto[v] >= (int)at);
    for (size_t h = 0; h < game->n_homes; h++) {
        other->leader[h] = game->leader[h] + (game->leader[h] >= (int)at);
        for (size_t k = 0; k < 2; k++)
            other->public[h][k] = game->public[h][k] + (game->public[h][k] >= (int)at);
    }
}

/* L.5: to the bit. The newcomer stands outside the hull; it has no capability, or no salience. */
static void null_actor(const char *row, const SmyiModel *model, uint64_t draw)
{
    const char *options;
    TestGame game = drawn(model, "null actor", draw, &options);
    size_t order[MOST_ACTORS] = {0, 1, 2, 3, 4, 5, 6, 0}, n = game.n_actors;
    size_t at = (size_t)draw % (n + 1);
    memmove(order + at + 1, order + at, (n - at) * sizeof *order);
    order[at] = 0;
    TestGame other = test_game_pick(&game, order, n + 1);
    name_as_before(&game, at, &other);
    for (size_t k = 0; k < LANES; k++) {
        other.capability[at * LANES + k] = (draw + k) % 2 ? 0 : 1.5;
        other.no_deal[at * LANES + k] = .1;
        for (size_t i = 0; i < game.n_issues; i++) {
            other.position[test_at(&other, at, i, k)] = (draw + i) % 2 ? .99 : .01;
            other.salience[test_at(&other, at, i, k)] = (draw + k) % 2 ? .7 : 0;
        }
    }
    TestOutcome x = test_solve(model, &game, options),
                y = test_solve(model, &other, options);
    compare(row, &game, &x, &identity, &y, 0);
    test_outcome_free(&x);
    test_outcome_free(&y);
    test_game_free(&other);
    test_game_free(&game);
}

static void without_weight_without_a_say(void **state)
{
    (void)state;
    hold(SMY_LAW_NULL_ACTOR, "an actor without weight joins", null_actor);
}

static void inside_hull(const char *row, const SmyiModel *model, uint64_t draw)
{
    const char *options;
    TestGame game = drawn(model, "hull", draw, &options);
    TestOutcome got = test_solve(model, &game, options);
    /* To the bit, so that a limit may be a position; what is searched for comes near. */
    double slack = model->info.by_package ? 1e-9 : 0;
    for (size_t i = 0; i < game.n_issues; i++)
        for (size_t k = 0; k < LANES; k++) {
            double low = 1, high = 0, x = got.out.point[i * LANES + k];
            SmyStatus status = (SmyStatus)got.out.status[i * LANES + k];
            for (size_t a = 0; a < game.n_actors; a++) {
                size_t at = test_at(&game, a, i, k);
                if (!(game.capability[a * LANES + k] * game.salience[at] > 0))
                    continue;
                low = fmin(low, game.position[at]);
                high = fmax(high, game.position[at]);
            }
            if (status == SMY_STATUS_OK || status == SMY_STATUS_NOT_CONVERGED)
                check_near(row, x >= low - slack && x <= high + slack, 1, 0, "models.md A");
        }
    test_outcome_free(&got);
    test_game_free(&game);
}

static void within_the_hull(void **state)
{
    (void)state;
    hold(SMY_LAW_INSIDE_HULL, "between the positions", inside_hull);
}

/* u_a(x) of models.md 0, for lane k; NaN for whoever weighs on no issue. */
static double utility(const TestGame *game, size_t a, size_t k, const double *x)
{
    double care = 0, loss = 0, c = game->capability[a * game->n_lanes + k];
    for (size_t i = 0; i < game->n_issues; i++) {
        size_t at = test_at(game, a, i, k);
        double d = fabs(x[i] - game->position[at]), s = game->salience[at];
        if (!(s > 0))
            continue;
        care += s;
        loss += s * (game->quadratic ? d * d : d);
    }
    return c * care > 0 ? 1 - loss / care : (double)NAN;
}

/* Everybody who weighs is better off with y than with x, by more than rounding. */
static int all_prefer(const TestGame *game, size_t k, const double *y, const double *x)
{
    int all = 1;
    for (size_t a = 0; a < game->n_actors; a++)
        all &= !(utility(game, a, k, y) <= utility(game, a, k, x) + 1e-7);
    return all;
}

/* L.7. No package near or far is better for all; nobody has less than without a deal. */
static void frontier(const char *row, const SmyiModel *model, uint64_t draw)
{
    const char *options;
    TestGame game = drawn(model, "frontier", draw, &options);
    TestOutcome got = test_solve(model, &game, options);
    for (size_t k = 0; k < LANES; k++) {
        double x[3], q[3], y[3];
        int is_settled = 0, n_better = 0;
        for (size_t i = 0; i < game.n_issues; i++) {
            x[i] = got.out.point[i * LANES + k];
            q[i] = game.status_quo[i * LANES + k];
            is_settled |= got.out.status[i * LANES + k] == SMY_STATUS_OK;
        }
        if (!is_settled)
            continue;
        for (size_t a = 0; a < game.n_actors; a++)
            check_near(row,
                       utility(&game, a, k, x) <
                           utility(&game, a, k, q) - game.no_deal[a * LANES + k] - 1e-9,
                       0, 0, "models.md L.7: rational for all");
        for (uint64_t t = 0; t < 400; t++) {
            double reach = t % 2 ? 1 : .01;
            for (size_t i = 0; i < game.n_issues; i++) {
                double u = smyi_uniform(7, SMYI_STREAM_CHOICES, draw * 400 + t, k * 3 + i);
                int is_open = got.out.status[i * LANES + k] == SMY_STATUS_OK;
                y[i] = is_open ? fmin(1, fmax(0, x[i] + reach * (2 * u - 1))) : x[i];
            }
            n_better += all_prefer(&game, k, y, x);
        }
        check_near(row, n_better, 0, 0, "models.md L.7: on the frontier");
    }
    test_outcome_free(&got);
    test_game_free(&game);
}

static void rational_and_on_the_frontier(void **state)
{
    (void)state;
    hold(SMY_LAW_FRONTIER, "rational for all and on the frontier", frontier);
}

/* L.6, whatever a model claims: one who weighs, and all at one position. On the grid of
 * hundredths, where forecasts have their points; nobody's own no-deal is better than this. */
static void settled_games(const char *row, const SmyiModel *model, uint64_t draw)
{
    size_t n = 1 + (size_t)draw % 6;
    TestGame game = test_game_draw(TEST_GENERIC, 3000 + draw, n, 2, LANES);
    int alone = draw % 2;
    game.weight[0] += 100; /* enough votes for one who is alone */
    game.total += 100;
    game.quota = .6 * game.total;
    for (size_t k = 0; k < LANES; k++)
        for (size_t i = 0; i < 2; i++)
            for (size_t a = 0; a < n; a++) {
                size_t at = test_at(&game, a, i, k), first = test_at(&game, 0, i, k);
                double whole = floor(100 * game.position[first] + .5) / 100;
                game.position[at] = a && alone ? (double)NAN : whole;
                if (a && alone)
                    game.salience[at] = 0;
                game.no_deal[a * LANES + k] += .01;
            }
    TestOutcome got = test_solve(model, &game, NULL);
    for (size_t i = 0; i < 2; i++)
        for (size_t k = 0; k < LANES; k++) {
            check_near(row, got.out.point[i * LANES + k],
                       game.position[test_at(&game, 0, i, k)], 1e-9, "models.md 0");
            check_near(row, got.out.status[i * LANES + k], SMY_STATUS_OK, 0, "models.md 0");
        }
    test_outcome_free(&got);
    test_game_free(&game);
}

static void nothing_to_settle(void **state)
{
    (void)state;
    hold(0, "one who weighs, or all at one position", settled_games);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blind_to_order),
        cmocka_unit_test(moved_with_the_scale),
        cmocka_unit_test(blind_to_the_unit_of_capability),
        cmocka_unit_test(mirrored),
        cmocka_unit_test(without_weight_without_a_say),
        cmocka_unit_test(within_the_hull),
        cmocka_unit_test(rational_and_on_the_frontier),
        cmocka_unit_test(nothing_to_settle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
