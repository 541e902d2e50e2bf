/* SPDX-License-Identifier: Apache-2.0 */
/* What is said against what is meant: worth of being believed, turns on the way, win-sets. */
#include "support/support.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "support/ask.h"
#include "support/memory.h"

/* The mean of issue a is (10 + 90) / 2 = 50 as it is meant; ru says 100: 55. */
#define HEAD                                                                               \
    "summitry: 1\nid: t\nissues: {a: {scale: [0, 100], status_quo: 60}}\n"                 \
    "actors:\n"                                                                            \
    "  us: {capability: 1, answers_to: [home]}\n"                                          \
    "  ru: {capability: 1, face: 20}\n"                                                    \
    "  boss: {speaks_for: ru, face: 40}\n"                                                 \
    "  home: {}\n"                                                                         \
    "table: {seats: [us, ru], delegations: {ru: [boss]}}\n"                                \
    "stances:\n"                                                                           \
    "  us: {a: {position: 10, salience: 50}}\n"                                            \
    "  ru: {a: {position: 90, salience: 50, stated: 100}}\n"                               \
    "  home: {a: {position: 0, salience: 50}}\n"                                           \
    "no_deal: {us: 10, ru: {value: 30, stated: 0}}\n"                                      \
    "claims:\n"                                                                            \
    "  - {id: low, says: Low, holds: {outcome: a, below: 52}}\n"                           \
    "  - {id: high, says: High, holds: {outcome: a, above: 54.5}}\n"                       \
    "  - {id: hurry, says: Hurry, holds: {no_deal: ru, above: 12}}\n"

static SmyResult *bluff(const char *text, const SmyRunOptions *options)
{
    SmyScenario *scenario = ask_parse(text);
    SmyResult *result = NULL;
    SmyError err = {0};
    if (smy_bluff(scenario, options, &result, &err) != SMY_OK)
        fail_msg("%s", err.message);
    smy_scenario_free(scenario);
    return result;
}

static void being_believed_is_worth_what_it_means(void **state)
{
    (void)state;
    SmyRunOptions options = ask_points("mean");
    options.draws = 100; /* of no ranges: every draw is the point */
    SmyResult *r = bluff(HEAD, &options);
    static const struct {
        const char *path;
        double want;
    } rows[] = {
        {"promises.0.said", 100},
        {"promises.0.meant", 90},
        {"promises.0.buys.middle", 5 - .2 * -5}, /* 5 nearer; 5 less face lost, at 20 % */
        {"promises.0.buys_drawn.middle", 6},
        {"promises.0.face.ru.middle", .2 * 50},
        {"promises.0.face.boss.middle", .4 * 50},
        {"promises.1.said", 0},
        {"promises.1.buys.middle", 0}, /* the mean does not see it */
        {"beliefs.0.outcome.a.middle", 50},
        {"beliefs.1.outcome.a.middle", 55},
        {"beliefs.1.worth.us.middle", -5},
        {"beliefs.1.worth.ru.middle", 6},
        {"beliefs.1.worth.boss.middle", 5 + .4 * 5},
        {"beliefs.1.worth_drawn.us.middle", -5},
        {"beliefs.0.gains.home.middle", 10},
    };
    assert_int_equal(ask_size(r, "promises"), 2);
    assert_int_equal(ask_size(r, "beliefs"), 2); /* nobody; ru */
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_near(rows[i].path, ask_number(r, rows[i].path), rows[i].want, 1e-9, "hand");
    smy_result_free(r);
    check_done();
}

/* x(t) = (10 + 90 + 10 t) / 2; cost(t) = 30 (1 - t) */
static void answers_turn_where_they_should(void **state)
{
    (void)state;
    SmyRunOptions options = ask_points("mean");
    SmyResult *r = bluff(HEAD, &options);
    static const struct {
        const char *id;
        double at;
        bool becomes;
    } turns[] = {{"low", .4, false}, {"hurry", .6, false}, {"high", .9, true}};
    assert_int_equal(ask_size(r, "ways"), 2);
    assert_int_equal(ask_size(r, "ways.0.turns"), 3);
    for (size_t t = 0; t < 3; t++) {
        char path[64];
        (void)snprintf(path, sizeof path, "ways.0.turns.%zu.id", t);
        assert_string_equal(ask_text(r, path), turns[t].id);
        (void)snprintf(path, sizeof path, "ways.0.turns.%zu.becomes", t);
        assert_int_equal(ask_bool(r, path), turns[t].becomes);
        (void)snprintf(path, sizeof path, "ways.0.turns.%zu.share", t);
        check_near(path, ask_number(r, path), turns[t].at, 1e-6, "hand");
    }
    assert_true(ask_bool(r, "ways.1.only_no_deal"));
    assert_int_equal(ask_size(r, "ways.1.turns"), 1);
    check_near("halfway", ask_number(r, "ways.0.steps.5.outcome.a.middle"), 52.5, 1e-9,
               "hand");
    smy_result_free(r);
    check_done();
}

/*
 * Range 10..90, status quo 60. us accepts down to u(60) - .1 = .4: x <= 70, that is 60 of 80.
 * home, at 0, accepts x <= 60: 50 of 80. ru accepts u >= .7 - .3 = .4: x >= 30; with all: 30 of 80.
 */
static void win_sets_are_shares_of_the_range(void **state)
{
    (void)state;
    SmyRunOptions options = ask_points("mean");
    SmyResult *r = bluff(HEAD, &options);
    static const struct {
        const char *path;
        double want, tol;
    } rows[] = {
        {"win_sets.leaders.0.self.share", 60 / 80., .02},
        {"win_sets.leaders.0.home.share", 50 / 80., .02},
        {"win_sets.leaders.0.both.share", 50 / 80., .02},
        {"win_sets.leaders.0.publics.home.share", 50 / 80., .02},
        {"win_sets.everybody.share", 30 / 80., .02},
        {"win_sets.leaders.0.frontier", 50 / 80., .001}, /* one issue: the range itself */
        {"win_sets.packages", 8192, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_near(rows[i].path, ask_number(r, rows[i].path), rows[i].want, rows[i].tol,
                   "hand; drawn to 3 standard errors");
    smy_result_free(r);
    check_done();
}

/* What is said beyond one's own limit does not make one accept what one means to refuse. */
static void limits_stay_as_they_are_meant(void **state)
{
    (void)state;
    char text[4096];
    const char *from = "stated: 100}}", *to = "stated: 30, limit: 45}}";
    char *at = strstr(HEAD, from);
    (void)snprintf(text, sizeof text, "%.*s%s%s", (int)(at - HEAD), HEAD, to,
                   at + strlen(from));
    SmyRunOptions options = ask_points("mean");
    SmyResult *r = bluff(text, &options);
    /* believed, the mean is 20; ru means 45 and more: open, and no agreement on one issue */
    check_near("settled", ask_number(r, "beliefs.1.outcome.a.settled"), 0, 0, "hand");
    check_near("settled", ask_number(r, "beliefs.0.outcome.a.settled"), 1, 0, "hand");
    /* and were it true, all but the limit */
    check_near("true", ask_number(r, "ways.0.steps.10.outcome.a.settled"), 0, 0, "hand");
    smy_result_free(r);
    check_done();
}

static void without_anything_said_there_is_nothing_to_believe(void **state)
{
    (void)state;
    SmyRunOptions options = ask_points("mean");
    SmyResult *r = bluff("summitry: 1\nid: t\nissues: {a: {scale: [0, 100]}}\n"
                         "actors: {us: {capability: 1}}\ntable: {seats: [us]}\n"
                         "stances: {us: {a: {position: 10, salience: 50}}}\n",
                         &options);
    assert_int_equal(ask_size(r, "promises"), 0);
    assert_int_equal(ask_size(r, "ways"), 0);
    assert_int_equal(ask_size(r, "win_sets.leaders"), 0);
    smy_result_free(r);
}

static void draws_do_not_hang_on_their_number(void **state)
{
    (void)state;
    char text[4096];
    const char *from = "position: 10, salience: 50";
    char *at = strstr(HEAD, from);
    (void)snprintf(text, sizeof text, "%.*s%s%s", (int)(at - HEAD), HEAD,
                   "position: {low: 0, mode: 5, high: 15}, salience: 50",
                   at + strlen(from));
    SmyRunOptions options = ask_points("mean");
    options.draws = 130;
    SmyResult *r = bluff(text, &options);
    /* x moves by 5 whatever us wants, as ru's weight is half */
    check_near("ru", ask_number(r, "beliefs.1.worth_drawn.ru.middle"), 6, 1e-9, "hand");
    check_near("done", ask_number(r, "draws_done"), 130, 0, "asked");
    smy_result_free(r);
    check_done();
}

static SmyCode work(void *cookie)
{
    SmyRunOptions options = ask_points("mean");
    SmyResult *result = NULL;
    SmyError err;
    options.draws = 3;
    SmyCode code = smy_bluff(cookie, &options, &result, &err);
    smy_result_free(result);
    return code;
}

static void memory_that_runs_out_is_said_and_nothing_leaks(void **state)
{
    (void)state;
    SmyScenario *scenario = ask_parse(HEAD);
    assert_true(memory_exhaust(work, scenario) > 5);
    smy_scenario_free(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(being_believed_is_worth_what_it_means),
        cmocka_unit_test(answers_turn_where_they_should),
        cmocka_unit_test(win_sets_are_shares_of_the_range),
        cmocka_unit_test(limits_stay_as_they_are_meant),
        cmocka_unit_test(without_anything_said_there_is_nothing_to_believe),
        cmocka_unit_test(draws_do_not_hang_on_their_number),
        cmocka_unit_test(memory_that_runs_out_is_said_and_nothing_leaks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
