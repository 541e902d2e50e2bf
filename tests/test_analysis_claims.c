/* SPDX-License-Identifier: Apache-2.0 */
/* Conditions, three-valued, at the inputs' points: rows worked out by hand. */
#include "support/ask.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/*
 * Two issues of status quo 50 and 5; a (weight 3) and b (weight 1) sit, c is left out, p holds no
 * position on y, n none at all. Mean: x 25, y 2.5. u_a = .75, u_a(q) = .5, u_b = .25, u_b(q) = .5.
 */
static const char HEAD[] =
    "summitry: 1\nid: claims\nissues:\n  x: {scale: [0, 100], status_quo: 50}\n"
    "  y: {scale: [0, 10], status_quo: 5}\n"
    "actors:\n  a: {kind: state, capability: 3}\n  b: {kind: state, capability: 1}\n"
    "  c: {kind: state, capability: 4}\n  p: {kind: public}\n  n: {kind: public}\n  e: "
    "{kind: public}\n"
    "stances:\n  a: {x: {position: 0, salience: 50, stated: 10}, y: {position: 0, "
    "salience: 50}}\n"
    "  b: {x: {position: 100, salience: 50}, y: {position: 10, salience: 50}}\n"
    "  c: {x: {position: 100, salience: 50}, y: {position: 10, salience: 50}}\n"
    "  p: {x: {position: 40, salience: 30}}\n  e: {x: {position: 37.4, salience: 1}}\n"
    "no_deal: {a: {value: 7, stated: 1}}\n"
    "table: {seats: [a, b], absent: [c], candidates: [a, b, c]}\n"
    "claims:\n  - {id: it, says: it, holds: ";

enum { NO = 0, YES = 1, UNKNOWN = -1 };

static const struct {
    const char *holds;
    int want;
} rows[] = {
    {"{gain: a, above: 24.9}", YES},
    {"{gain: a, above: 25}", NO},
    {"{gain: a, at_least: 25}", YES},
    {"{gain: b, below: 0}", YES},
    {"{gain: b, at_most: -25}", YES},
    {"{gain: a, equals: 25.0000000001}", YES},
    {"{gain: a, equals: 25.0001}", NO},
    {"{gain: a, between: [25, 30]}", YES},
    {"{gain: a, between: [26, 30]}", NO},
    {"{gain: a, above: {gain: b}}", YES},
    {"{gain: a, part: outcome, equals: 25}", YES},
    {"{gain: a, part: standing, equals: 0}", YES},
    {"{gain: a, part: face, equals: 0}", YES},
    {"{gain_no_deal: a, equals: 32}", YES},
    {"{shortfall: a, equals: 25}", YES},
    {"{least_gain: [a, b], equals: -25}", YES},
    {"{total_gain: [a, b], equals: 0}", YES},
    {"{outcome: y, equals: 2.5}", YES},
    {"{distance: [b, y], equals: 75}", YES},
    {"{apart: [a, p, x], equals: 40}", YES},
    {"{settled_share: true, equals: 100}", YES},
    {"{position: [b, y], equals: 10}", YES},
    {"{stated: [a, x], equals: 10}", YES},
    {"{salience: [p, x], equals: 30}", YES},
    {"{capability: c, equals: 4}", YES},
    {"{no_deal: a, equals: 7}", YES},
    {"{no_deal: b, equals: 0}", YES},
    {"{no_deal_stated: a, equals: 1}", YES},
    /* with c: x = 62.5, y = 6.25: u_c .625 instead of .25, u_a .375 instead of .75 */
    {"{exclusion_cost: c, equals: 37.5}", YES},
    {"{seat_value: [c, a], equals: -37.5}", YES},
    /* without a there is b alone: x = 100 */
    {"{exclusion_cost: a, equals: 75}", YES},
    {"{settled: x}", YES},
    {"{agreement: true}", YES},
    {"{agreement: false}", NO},
    {"{seated: a}", YES},
    {"{seated: c}", NO},
    {"{win_win: [a]}", YES},
    /* e gains .2: |50 - 37.4| - |25 - 37.4| */
    {"{gain: e, equals: 0.2}", YES},
    {"{win_win: [e]}", NO},
    {"{win_win: [a, b]}", NO},
    /* n holds no position: what is asked of it is not defined */
    {"{gain: n, above: 0}", UNKNOWN},
    {"{distance: [p, y], above: 0}", UNKNOWN},
    {"{stated: [b, x], above: 0}", UNKNOWN},
    {"{win_win: [a, n]}", UNKNOWN},
    {"{least_gain: [b, n], below: 0}", UNKNOWN},
    {"{not: {gain: n, above: 0}}", UNKNOWN},
    {"{not: {gain: a, above: 0}}", NO},
    {"{all: [{gain: a, above: 0}, {gain: n, above: 0}]}", UNKNOWN},
    {"{all: [{gain: a, below: 0}, {gain: n, above: 0}]}", NO},
    {"{any: [{gain: a, above: 0}, {gain: n, above: 0}]}", YES},
    {"{any: [{gain: a, below: 0}, {gain: n, above: 0}]}", UNKNOWN},
    {"{any: [{gain: a, below: 0}, {gain: b, above: 0}]}", NO},
};

static void truth_at_the_points(void **state)
{
    (void)state;
    SmyRunOptions options = ask_points("mean");
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        char text[4096];
        (void)snprintf(text, sizeof text, "%s%s}\n", HEAD, rows[r].holds);
        SmyResult *result = ask(text, &options);
        const SmyNode *node =
            smy_node_find(smy_result_root(result), "claims.0.at_point.mean");
        int got = smy_node_kind(node) == SMY_NODE_NULL ? UNKNOWN : smy_node_bool(node);
        check_near(rows[r].holds, got, rows[r].want, 0, "hand");
        smy_result_free(result);
    }
    check_done();
}

/* x = u, uniform on 0..100 (one actor): P(x > 70) = .3 and P(x > 200) is never. */
static void odds_are_shares_of_draws(void **state)
{
    (void)state;
    static const char text[] =
        "summitry: 1\nid: odds\nissues: {x: {scale: [0, 100], status_quo: 0}}\n"
        "actors: {a: {kind: state, capability: 1}, n: {kind: public}}\n"
        "stances: {a: {x: {position: {low: 0, high: 100, shape: uniform}, salience: 9}}}\n"
        "table: {seats: [a]}\nclaims:\n"
        "  - {id: high, says: high, holds: {outcome: x, above: 70}}\n"
        "  - {id: unknown, says: unknown, holds: {gain: n, above: 0}}\n";
    SmyRunOptions options = ask_points("mean,median");
    options.draws = 20000;
    SmyResult *result = ask(text, &options);
    double p = ask_number(result, "claims.0.probability.mean.p");
    double low = ask_number(result, "claims.0.probability.mean.low");
    double high = ask_number(result, "claims.0.probability.mean.high");
    check_near("share", p, .3, .0130, "4 standard errors of .3 at 20000 draws");
    assert_true(low < p && p < high);
    /* Wilson, by hand: half-width 1.96 sqrt(p (1-p) / n) to first order */
    check_near("Wilson", high - low, 2 * 1.96 * sqrt(p * (1 - p) / 20000), 1e-5, "hand");
    check_near("pooled", ask_number(result, "claims.0.probability.pooled.p"), p, 1e-12,
               "the two models agree on one actor");
    check_near("undefined", ask_number(result, "claims.1.probability.mean.undefined"), 1, 0,
               "hand");
    check_near("no odds", ask_number(result, "claims.1.probability.mean.p"), NAN, 0,
               "hand");
    check_near("quantile", ask_number(result, "models.0.outcome.x.draws.q90"), 90, .01,
               "4 standard errors");
    smy_result_free(result);
    check_done();
}

/*
 * Other tables are solved once a draw, and only where a claim still hangs on them: whatever was
 * asked before, in whatever order, each claim has the odds that it has alone.
 */
static void odds_do_not_hang_on_what_was_asked_before(void **state)
{
    (void)state;
    static const char head[] =
        "summitry: 1\nid: odds\nissues: {x: {scale: [0, 100], status_quo: 50}}\nactors:\n"
        "  a: {kind: state, capability: {low: 1, mode: 3, high: 9}}\n"
        "  b: {kind: state, capability: 2}\n  c: {kind: state, capability: 4}\n"
        "stances:\n  a: {x: {position: {low: 0, high: 100, shape: uniform}, salience: "
        "50}}\n"
        "  b: {x: {position: {low: 0, high: 100, shape: uniform}, salience: 50}}\n"
        "  c: {x: {position: {low: 0, high: 100, shape: uniform}, salience: 50}}\n"
        "table: {seats: [a, b], absent: [c], candidates: [a, b, c]}\nclaims:\n";
    static const char *const claims[] = {
        "{all: [{exclusion_cost: c, above: 9}, {seat_value: [c, a], above: 2}]}",
        "{all: [{seat_value: [c, a], above: 2}, {exclusion_cost: c, above: 9}]}",
        "{not: {any: [{seat_value: [c, a], at_most: 2}, {exclusion_cost: c, at_most: 9}]}}",
        "{all: [{gain: a, above: 0}, {seat_value: [b, a], above: {seat_value: [c, a]}}]}",
        "{seat_value: [b, a], above: {seat_value: [c, a]}}",
    };
    enum { N = sizeof claims / sizeof *claims };
    double alone[N];
    SmyRunOptions options = ask_points("mean");
    options.draws = 1000;
    char text[4096], path[64];
    for (size_t c = 0; c < N; c++) {
        (void)snprintf(text, sizeof text, "%s  - {id: it, says: it, holds: %s}\n", head,
                       claims[c]);
        SmyResult *result = ask(text, &options);
        alone[c] = ask_number(result, "claims.0.probability.mean.p");
        smy_result_free(result);
    }
    int used = snprintf(text, sizeof text, "%s", head);
    for (size_t c = 0; c < N; c++)
        used += snprintf(text + used, sizeof text - (size_t)used,
                         "  - {id: it%zu, says: it, holds: %s}\n", c, claims[c]);
    SmyResult *result = ask(text, &options);
    for (size_t c = 0; c < N; c++) {
        (void)snprintf(path, sizeof path, "claims.%zu.probability.mean.p", c);
        check_near(claims[c], ask_number(result, path), alone[c], 0, "asked alone");
    }
    check_near("the other order", alone[1], alone[0], 0, "all of two");
    check_near("not any", alone[2], alone[0], 0, "De Morgan");
    assert_true(alone[0] > .05 && alone[0] < .95 && alone[3] < alone[4]);
    smy_result_free(result);
    check_done();
}

/* only_formulas: challenge iterates, and the first claim asks another table. */
static void what_is_no_formula_keeps_its_points(void **state)
{
    (void)state;
    char text[4096];
    (void)snprintf(
        text, sizeof text,
        "%s{any: [{not: {seat_value: [c, a], above: 0}}, {gain: a, below: 0}]}}\n"
        "  - {id: plain, says: plain, holds: {gain: a, above: 0}}\n",
        HEAD);
    SmyRunOptions options = ask_points("mean,challenge");
    options.draws = 200;
    SmyResult *whole = ask(text, &options);
    options.only_formulas = true;
    SmyResult *result = ask(text, &options);
    const SmyNode *root = smy_result_root(result);
    const char *null[] = {"models.1.outcome.x.draws", "models.1.agreement.probability",
                          "claims.0.probability", "claims.1.probability.challenge"};
    for (size_t n = 0; n < sizeof null / sizeof *null; n++)
        check_near(null[n], smy_node_kind(smy_node_find(root, null[n])), SMY_NODE_NULL, 0,
                   "not drawn");
    const char *same[] = {"models.0.outcome.x.draws.mean", "models.1.outcome.x.point",
                          "claims.1.probability.mean.p", "draws_done"};
    for (size_t n = 0; n < sizeof same / sizeof *same; n++)
        check_near(same[n], ask_number(result, same[n]), ask_number(whole, same[n]), 0,
                   "the whole run");
    check_near("pooled", ask_number(result, "claims.1.probability.pooled.p"),
               ask_number(whole, "claims.1.probability.mean.p"), 0, "of the drawn alone");
    assert_true(ask_bool(result, "claims.0.at_point.mean"));
    smy_result_free(result);
    smy_result_free(whole);
    options.models = "challenge"; /* nothing at all is drawn */
    result = ask(text, &options);
    check_near("none", ask_number(result, "draws_done"), 0, 0, "no formula was asked for");
    smy_result_free(result);
    check_done();
}

/* What a claim is scored as: its condition as a tree, and in words. */
static const struct {
    const char *holds, *words, *path, *want;
} scored[] = {
    {"{agreement: true}", "a deal is reached", "kind", "agreement"},
    {"{agreement: false}", "no deal is reached", "kind", "agreement"},
    {"{settled: x}", "x is settled", "issue", "x"},
    {"{seated: a}", "a sits", "actors.0", "a"},
    {"{win_win: [a, b]}", "a and b each gain more than half a point", "actors.1", "b"},
    {"{gain: a, part: standing, at_most: -10}", "standing lost by a at least 10 points",
     "left.part", "standing"},
    {"{gain: a, below: -2.5}", "loss of a above 2.5 points", "is", "below"},
    {"{gain: a, below: 0}", "gain of a below 0 points", "is", "below"},
    {"{gain: a, at_least: -5}", "gain of a at least -5 points", "is", "at_least"},
    {"{settled_share: true, above: 50}", "share of the issues settled above 50%",
     "left.what", "settled_share"},
    {"{gain: a, above: {gain: b}}", "gain of a above gain of b", "right.actors.0", "b"},
    {"{outcome: y, between: [2, 3]}", "outcome on y between 2 and 3", "is", "between"},
    {"{not: {any: [{settled: x}, {all: [{settled: y}, {agreement: true}]}]}}",
     "not so: x is settled; or (y is settled; and a deal is reached)",
     "parts.0.parts.1.parts.0.issue", "y"},
};

static void a_claim_says_what_it_is_scored_as(void **state)
{
    (void)state;
    for (size_t r = 0; r < sizeof scored / sizeof *scored; r++) {
        char text[2048], path[64];
        (void)snprintf(text, sizeof text, "%s%s}\n", HEAD, scored[r].holds);
        SmyRunOptions options = ask_points("mean");
        SmyResult *result = ask(text, &options);
        (void)snprintf(path, sizeof path, "claims.0.holds.%s", scored[r].path);
        if (strcmp(ask_text(result, "claims.0.scored_as"), scored[r].words) != 0 ||
            strcmp(ask_text(result, path), scored[r].want) != 0)
            fail_msg("%s: \"%s\", %s \"%s\"", scored[r].holds,
                     ask_text(result, "claims.0.scored_as"), path, ask_text(result, path));
        smy_result_free(result);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(truth_at_the_points),
        cmocka_unit_test(odds_are_shares_of_draws),
        cmocka_unit_test(odds_do_not_hang_on_what_was_asked_before),
        cmocka_unit_test(what_is_no_formula_keeps_its_points),
        cmocka_unit_test(a_claim_says_what_it_is_scored_as),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
