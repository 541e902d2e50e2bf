/* SPDX-License-Identifier: Apache-2.0 */
/* Position exchange: golden trades one by one, a peer's lists, what cannot be traded. */
#include "support/support.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "model/exchange.h"
#include "support/games.h"

/* Index of a name in a list of names. */
static size_t index_of(const json_t *names, const char *name)
{
    size_t i;
    json_t *one;
    json_array_foreach(names, i, one) {
        if (strcmp(json_string_value(one), name) == 0)
            return i;
    }
    fail_msg("no such name: %s", name);
    return 0;
}

static const char *text_at(const json_t *value, const char *path)
{
    return json_string_value(json_at(value, path));
}

static double in_table(const json_t *table, const json_t *issues, size_t i,
                       const json_t *actors, size_t a)
{
    char path[64];
    (void)snprintf(path, sizeof path, "%s.%s", json_string_value(json_array_get(issues, i)),
                   json_string_value(json_array_get(actors, a)));
    return json_num(table, path);
}

/* The game of e_exchange.json; its capabilities are the same on both issues. */
static TestGame golden_game(const json_t *input)
{
    const json_t *actors = json_at(input, "actors"), *issues = json_at(input, "issues");
    TestGame game = test_game_new(json_array_size(actors), json_array_size(issues), 1);
    for (size_t a = 0; a < game.n_actors; a++) {
        game.capability[a] = in_table(json_at(input, "c"), issues, 0, actors, a);
        for (size_t i = 0; i < game.n_issues; i++) {
            size_t at = test_at(&game, a, i, 0);
            game.position[at] = in_table(json_at(input, "x"), issues, i, actors, a) / 100;
            game.salience[at] = in_table(json_at(input, "s"), issues, i, actors, a);
        }
    }
    return game;
}

static SmyiMarket market_of(const TestGame *game, SmyiArena *mem)
{
    SmyiMarket market;
    assert_true(smyi_market_new(game->n_actors, game->n_issues, mem, &market));
    for (size_t c = 0; c < game->n_actors * game->n_issues; c++) {
        market.weight[c] = game->capability[c / game->n_issues] * game->salience[c];
        market.start[c] = market.weight[c] > 0 ? game->position[c] : (double)NAN;
        market.salience[c] = game->salience[c];
    }
    return market;
}

static void golden_trades(void **state)
{
    (void)state;
    json_t *file = golden_read("e_exchange.json");
    const json_t *input = json_at(file, "input"), *want = json_at(file, "expected");
    const json_t *actors = json_at(input, "actors"), *issues = json_at(input, "issues");
    TestGame game = golden_game(input);
    SmyiArena mem = {0};
    SmyiMarket market = market_of(&game, &mem);
    SmyiExchange made;
    size_t t;
    json_t *trade;
    assert_true(smyi_market_open(&market, &mem));
    check_near("mean of p", 100 * smyi_market_mean(&market, 0),
               json_num(want, "outcome_before.p"), 1e-9, "e_exchange.json");
    json_array_foreach(json_at(want, "exchanges"), t, trade) {
        char row[64];
        (void)snprintf(row, sizeof row, "exchange %zu", t + 1);
        assert_true(smyi_market_trade(&market, &made));
        check_near(row, (double)made.i, (double)index_of(actors, text_at(trade, "i")), 0,
                   "i");
        check_near(row, (double)made.j, (double)index_of(actors, text_at(trade, "j")), 0,
                   "j");
        check_near(row, (double)made.supplied,
                   (double)index_of(issues, text_at(trade, "issue_i_supplies")), 0, "q");
        check_near(row, (double)made.demanded,
                   (double)index_of(issues, text_at(trade, "issue_j_supplies")), 0, "p");
        check_near(row, 100 * made.gain, json_num(trade, "gain"), 1e-9, "gain");
        check_near(row, 100 * made.i_to, json_num(trade, "i_to"), 1e-9, "i_to");
        check_near(row, 100 * made.j_to, json_num(trade, "j_to"), 1e-9, "j_to");
    }
    assert_false(smyi_market_trade(&market, &made));
    for (size_t i = 0; i < game.n_issues; i++)
        for (size_t a = 0; a < game.n_actors; a++)
            check_near("position after", 100 * market.position[a * game.n_issues + i],
                       in_table(json_at(want, "positions_after"), issues, i, actors, a),
                       1e-9, "e_exchange.json");
    smyi_arena_free(&mem);
    test_game_free(&game);
    json_decref(file);
    check_done();
}

static void golden_outcome(void **state)
{
    (void)state;
    json_t *file = golden_read("e_exchange.json");
    TestGame game = golden_game(json_at(file, "input"));
    const SmyiModel *model = smyi_model_find("exchange");
    TestOutcome got = test_solve(model, &game, NULL);
    check_near("p", 100 * got.out.point[0], json_num(file, "expected.outcome_after.p"),
               1e-9, "e_exchange.json");
    check_near("q", 100 * got.out.point[1], json_num(file, "expected.outcome_after.q"),
               1e-9, "e_exchange.json");
    check_near("exchanges", got.out.rounds[1], 3, 0, "e_exchange.json");
    test_outcome_free(&got);
    /* The third exchange has b supply q, which it demanded in the first. */
    got = test_solve(model, &game, "role=strict");
    check_near("exchanges with fixed roles", got.out.rounds[0], 2, 0, "hand");
    test_outcome_free(&got);
    test_game_free(&game);
    json_decref(file);
    check_done();
}

/* A peer's game: power may differ from issue to issue there, so the market is filled itself. */
static SmyiMarket peer_market(const json_t *input, SmyiArena *mem)
{
    const json_t *actors = json_at(input, "actors"), *issues = json_at(input, "issues");
    size_t r;
    json_t *row;
    SmyiMarket market;
    assert_true(
        smyi_market_new(json_array_size(actors), json_array_size(issues), mem, &market));
    for (size_t c = 0; c < market.n_actors * market.n_issues; c++)
        market.start[c] = (double)NAN;
    json_array_foreach(json_at(input, "data"), r, row) {
        size_t a = index_of(actors, json_string_value(json_array_get(row, 0)));
        size_t i = index_of(issues, json_string_value(json_array_get(row, 1)));
        size_t c = a * market.n_issues + i;
        market.start[c] = json_number_value(json_array_get(row, 2)) / 100;
        market.salience[c] = json_number_value(json_array_get(row, 3));
        market.weight[c] = market.salience[c] * json_number_value(json_array_get(row, 4));
        if (!(market.weight[c] > 0))
            market.start[c] = (double)NAN;
    }
    market.from_behind = true;
    return market;
}

/*
 * Where two gains are equal the peer goes by their last bits, and we by the list: of the whole
 * of CoP21 only what comes before the first tie that leads elsewhere is the same.
 */
static size_t n_comparable(const char *id, size_t all)
{
    return strstr(id, "CoP21") ? 82 : all;
}

static bool is_same(const SmyiExchange *made, const json_t *trade, const json_t *actors,
                    const json_t *issues)
{
    return made->i == index_of(actors, text_at(trade, "i")) &&
           made->j == index_of(actors, text_at(trade, "j")) &&
           made->demanded == index_of(issues, text_at(trade, "p")) &&
           made->supplied == index_of(issues, text_at(trade, "q"));
}

/* The peer's exchange `t`, or a neighbour of it with the same gain. */
static const json_t *same_trade(const SmyiExchange *made, const json_t *list, size_t t,
                                const json_t *actors, const json_t *issues)
{
    double gain = json_num(json_array_get(list, t), "gain");
    for (size_t n = t ? t - 1 : 0; n < json_array_size(list) && n <= t + 1; n++) {
        const json_t *trade = json_array_get(list, n);
        if (is_same(made, trade, actors, issues) &&
            fabs(json_num(trade, "gain") - gain) <= 1e-12 * gain)
            return trade;
    }
    return NULL;
}

static void peer_trades(void **state)
{
    (void)state;
    json_t *file = shared_read("golden/collective/equalgain_exchanges.json");
    size_t c, t;
    json_t *one, *trade;
    json_array_foreach(json_at(file, "cases"), c, one) {
        const json_t *input = json_at(one, "input"), *want = json_at(one, "output");
        const json_t *actors = json_at(input, "actors"), *issues = json_at(input, "issues");
        const char *id = text_at(one, "id");
        SmyiArena mem = {0};
        SmyiMarket market = peer_market(input, &mem);
        SmyiExchange made;
        size_t n = json_array_size(json_at(want, "realized")), n_made = 0;
        assert_true(smyi_market_open(&market, &mem));
        for (size_t i = 0; i < market.n_issues; i++)
            check_near(id, 100 * smyi_market_mean(&market, i),
                       json_num(json_at(want, "nbs"),
                                json_string_value(json_array_get(issues, i))),
                       1e-9, "nbs");
        json_array_foreach(json_at(want, "realized"), t, trade) {
            char row[96];
            (void)snprintf(row, sizeof row, "%s, exchange %zu", id, t + 1);
            if (!smyi_market_trade(&market, &made))
                break;
            n_made++;
            if (t >= n_comparable(id, n))
                continue;
            const json_t *same =
                same_trade(&made, json_at(want, "realized"), t, actors, issues);
            check_near(row, same != NULL, 1, 0, "the same exchange");
            if (!same)
                continue;
            check_near(row, 100 * made.gain, json_num(trade, "gain"), 1e-9, "gain");
            check_near(row, 100 * made.i_to, json_num(same, "y_iq"), 1e-9, "y_iq");
            check_near(row, 100 * made.j_to, json_num(same, "y_jp"), 1e-9, "y_jp");
        }
        while (smyi_market_trade(&market, &made))
            n_made++;
        check_near(id, (double)n_made, (double)n, 0, "number of exchanges");
        smyi_arena_free(&mem);
    }
    json_decref(file);
    check_done();
}

/* models.md E, degenerate cases: the compromise stays. */
static void nothing_to_trade(void **state)
{
    (void)state;
    static const struct {
        const char *row;
        double x[4], s[4]; /* a p, a q, b p, b q */
        double want;       /* on p */
    } rows[] = {
        {"both care alike", {0, 1, 1, 0}, {.5, .5, .5, .5}, .5},
        {"saliences in one proportion", {0, 1, 1, 0}, {.9, .3, .6, .2}, .4},
        {"one side on q", {0, 1, 1, 1}, {.9, .3, .3, .9}, .25},
        {"no care for q", {0, 1, 1, 0}, {.5, 0, .5, .5}, .5},
        {"no position on q", {0, NAN, 1, 0}, {.5, 0, .5, .5}, .5},
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        TestGame game = test_game_new(2, 2, 1);
        for (size_t c = 0; c < 4; c++) {
            game.position[c] = rows[r].x[c];
            game.salience[c] = rows[r].s[c];
            game.capability[c / 2] = 1;
        }
        TestOutcome got = test_solve(smyi_model_find("exchange"), &game, NULL);
        check_near(rows[r].row, got.out.point[0], rows[r].want, 1e-15, "hand");
        check_near(rows[r].row, got.out.rounds[0], 0, 0, "no exchange");
        test_outcome_free(&got);
        test_game_free(&game);
    }
    check_done();
}

/* Two actors, each caring three times as much for one issue: both get what they care for. */
static void full_trade(void **state)
{
    (void)state;
    TestGame game = test_game_new(2, 2, 1);
    static const double x[] = {0, 1, 1, 0}, s[] = {.9, .3, .3, .9};
    for (size_t c = 0; c < 4; c++) {
        game.position[c] = x[c];
        game.salience[c] = s[c];
        game.capability[c / 2] = 2;
    }
    TestOutcome got = test_solve(smyi_model_find("exchange"), &game, NULL);
    check_near("a wins p", got.out.point[0], 0, 1e-15, "hand");
    check_near("b wins q", got.out.point[1], 0, 1e-15, "hand");
    check_near("in one exchange", got.out.rounds[0], 1, 0, "hand");
    test_outcome_free(&got);
    test_game_free(&game);
    check_done();
}

/* Before exchanges, and where there are none, the number is that of the mean to the bit. */
static void one_issue_is_the_mean(void **state)
{
    (void)state;
    for (uint64_t draw = 0; draw < 50; draw++) {
        TestGame game = test_game_draw((TestKind)(draw % 3), draw, 6, 1, 3);
        TestOutcome x = test_solve(smyi_model_find("exchange"), &game, NULL);
        TestOutcome y = test_solve(smyi_model_find("mean"), &game, NULL);
        for (size_t k = 0; k < 3; k++)
            check_near("one issue", x.out.point[k], y.out.point[k], 0, "mean");
        test_outcome_free(&x);
        test_outcome_free(&y);
        test_game_free(&game);
    }
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(golden_trades), cmocka_unit_test(golden_outcome),
        cmocka_unit_test(peer_trades),   cmocka_unit_test(nothing_to_trade),
        cmocka_unit_test(full_trade),    cmocka_unit_test(one_issue_is_the_mean),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
