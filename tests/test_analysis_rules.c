/* SPDX-License-Identifier: Apache-2.0 */
/* The file's procedure at the table: who proposes, votes and vetoes, and where a seat is empty. */
#include "support/ask.h"

#include <stdio.h>
#include <string.h>

/* One issue, status quo 80; a at 10, b at 45, c at 60; p, in no list of the table, at 30. */
static SmyResult *ask_at(const char *seats, const char *absent, const char *procedure,
                         const char *models)
{
    char text[4096];
    (void)snprintf(
        text, sizeof text,
        "summitry: 1\nid: t\n"
        "issues: {x: {scale: [0, 100], status_quo: 80}}\n"
        "actors:\n  a: {capability: 1}\n  b: {capability: 2}\n  c: {capability: 4}\n"
        "  p: {capability: 1}\n  a_envoy: {speaks_for: a}\n"
        "stances:\n  a: {x: {position: 10, salience: 50}}\n"
        "  b: {x: {position: 45, salience: 50}}\n  c: {x: {position: 60, salience: 50}}\n"
        "  p: {x: {position: 30, salience: 50}}\n"
        "table: {seats: [%s], absent: [%s], delegations: {a: [a_envoy]}}\n%s",
        seats, absent, procedure);
    SmyRunOptions options = ask_points(models);
    options.with_seats = true;
    return ask(text, &options);
}

static void who_is_asked(void **state)
{
    (void)state;
    /* clang-format off */
    static const struct {
        const char *row, *seats, *absent, *procedure, *model, *status;
        double want;
    } rows[] = {
        {"nobody is asked",           "a, b, c", "",  "procedure: {setter: a}",               "agenda_setter", "ok",        10},
        {"one veto",                  "a, b, c", "",  "procedure: {setter: a, veto: [c]}",    "agenda_setter", "ok",        40},
        {"who left vetoes no more",   "a, b",    "c", "procedure: {setter: a, veto: [c]}",    "agenda_setter", "ok",        10},
        {"nor proposes",              "a, b",    "c", "procedure: {setter: c, veto: [a]}",    "agenda_setter", "no_weight", 80},
        {"no seat, yet it proposes",  "a, b, c", "",  "procedure: {setter: p, veto: [c]}",    "agenda_setter", "ok",        40},
        {"no seat, yet it vetoes",    "a, b, c", "",  "procedure: {setter: a, veto: [p]}",    "agenda_setter", "ok",        10},
        {"a delegate for its seat",   "a, b, c", "",  "procedure: {setter: a_envoy}",         "agenda_setter", "ok",        10},
        {"veto players",              "a, b, c", "",  "procedure: {veto: [b, c]}",            "veto",          "ok",        60},
        {"votes are capabilities",    "a, b, c", "",  "procedure: {criteria: [{quota: 3.6}]}","quota",         "ok",        60},
        {"all but one of them",       "a, b, c", "",  "procedure: {criteria: [{quota: 6.5}]}","quota",         "ok",        60},
        {"half of them is refused",   "a, b, c", "",  "procedure: {criteria: [{quota: 3.5}]}","quota",         "undefined", -1},
        {"p has no seat and no vote", "a, b, c", "",  "procedure: {criteria: [{quota: 7.5}]}","quota",         "no_agreement", 80},
        {"unless it is given one",    "a, b",    "c", "procedure: {criteria: [{quota: 3, weights: {a: 1, b: 1, p: 2}}]}", "quota", "ok", 30},
        {"votes of the absent lack",  "a, b",    "c", "procedure: {criteria: [{quota: 3, weights: {a: 1, b: 1, c: 2}}]}", "quota", "no_agreement", 80},
    };
    /* clang-format on */
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        SmyResult *result =
            ask_at(rows[r].seats, rows[r].absent, rows[r].procedure, rows[r].model);
        const char *status = ask_text(result, "models.0.status");
        check_near(rows[r].row, strcmp(status, rows[r].status), 0, 0, status);
        if (rows[r].want >= 0)
            check_near(rows[r].row, ask_number(result, "models.0.outcome.x.solution"),
                       rows[r].want, 1e-9, "hand");
        smy_result_free(result);
    }
    check_done();
}

/* A model that lacks what it needs says so, and is neither drawn nor valued. */
static void what_is_missing_is_said(void **state)
{
    (void)state;
    static const struct {
        const char *model, *procedure, *why;
    } rows[] = {
        {"agenda_setter", "", "needs a procedure with a setter"},
        {"agenda_setter", "procedure: {veto: [a]}", "needs a procedure with a setter"},
        {"veto", "procedure: {setter: a}", "needs a procedure with veto players"},
        {"quota", "procedure: {setter: a}", "needs a procedure with criteria"},
        {"quota", "procedure: {criteria: [{quota: 2}]}",
         "a quota is not above half of the weights"},
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        SmyResult *result = ask_at("a, b, c", "", rows[r].procedure, rows[r].model);
        assert_string_equal(ask_text(result, "models.0.why"), rows[r].why);
        assert_string_equal(ask_text(result, "models.0.status"), "undefined");
        assert_string_equal(ask_text(result, "models.0.outcome.x.status"), "undefined");
        smy_result_free(result);
    }
    SmyResult *result = ask_at("a, b, c", "", "", "mean,veto");
    assert_int_equal(ask_size(result, "seats"), 1);
    const SmyNode *root = smy_result_root(result);
    static const char *const none[] = {
        "models.1.agreement.reached", "models.1.gains.a.total", "models.1.outcome.x.point"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        if (smy_node_kind(smy_node_find(root, none[i])) != SMY_NODE_NULL ||
            smy_node_find(root, none[i]) == NULL)
            fail_msg("%s is not null", none[i]);
    smy_result_free(result);
}

/* The veto player's chair is worth what its veto saves it: 20 points of the scale to 50. */
static void a_veto_goes_with_the_seat(void **state)
{
    (void)state;
    SmyResult *result =
        ask_at("a, b", "c", "procedure: {setter: a, veto: [c]}", "agenda_setter");
    check_near("c without: 10, with: 40",
               ask_number(result, "seats.agenda_setter.exclusion_cost.c"), 30, 1e-9,
               "hand");
    check_near("to the setter", ask_number(result, "seats.agenda_setter.seat_value.c.a"),
               -30, 1e-9, "hand");
    smy_result_free(result);
    check_done();
}

/* a at 10 and c at 5, status quo 80: 5 by themselves. What home accepts, or a promise, moves it. */
static void those_at_home(void **state)
{
    (void)state;
    /* clang-format off */
    static const struct {
        const char *row, *actor_a, *table, *status;
        double want;
    } rows[] = {
        {"nobody at home",       "",                                                "",                       "undefined",     -1},
        {"a public",             ", answers_to: [h]",                               "",                       "ok",            40},
        {"with some tolerance",  ", answers_to: [{actor: h, tolerance: 5}]",        "",                       "ok",            35},
        {"of one who is away",   "",                                                ", ratifiers: [far]",     "ok",            5},
        {"one who ratifies",     "",                                                ", ratifiers: [h]",       "ok",            40},
        {"a half of two",        ", ratify: {quota: 0.6}, answers_to: [h, far]",    "",                       "ok",            5},
        {"a promise in public",  ", face: 100, answers_to: [far]",                  "",                       "ok",            10},
    };
    /* clang-format on */
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        char text[4096];
        (void)snprintf(
            text, sizeof text,
            "summitry: 1\nid: t\nissues: {x: {scale: [0, 100], status_quo: 80}}\n"
            "actors:\n  a: {capability: 1%s}\n  c: {capability: 1}\n"
            "  h: {capability: 1}\n  far: {capability: 9}\n"
            "stances:\n  a: {x: {position: 10, salience: 50, stated: 25}}\n"
            "  c: {x: {position: 5, salience: 50}}\n"
            "  h: {x: {position: 60, salience: 50}}\n"
            "  far: {x: {position: 0, salience: 50}}\n"
            "no_deal: {a: 20, c: 10}\n"
            "table: {seats: [a, c]%s}\n",
            rows[r].actor_a, rows[r].table);
        SmyRunOptions options = ask_points("two_level");
        SmyResult *result = ask(text, &options);
        const char *status = ask_text(result, "models.0.status");
        check_near(rows[r].row, strcmp(status, rows[r].status), 0, 0, status);
        if (rows[r].want >= 0)
            check_near(rows[r].row, ask_number(result, "models.0.outcome.x.solution"),
                       rows[r].want, 1e-9, "hand");
        else
            assert_string_equal(
                ask_text(result, "models.0.why"),
                "needs ratifiers, or a party that answers to somebody at home");
        smy_result_free(result);
    }
    check_done();
}

/* Under the status no_weight or no_agreement the reason names the issue. */
static void why_an_issue_stays(void **state)
{
    (void)state;
    SmyResult *result =
        ask_at("a, b, c", "", "procedure: {setter: c, veto: [c]}", "agenda_setter");
    assert_string_equal(ask_text(result, "models.0.status"), "ok");
    smy_result_free(result);
    result = ask_at("a, b", "c", "procedure: {setter: c}", "agenda_setter");
    assert_string_equal(ask_text(result, "models.0.why"),
                        "who may propose is not there or does not care on \"x\"");
    smy_result_free(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_is_asked),
        cmocka_unit_test(what_is_missing_is_said),
        cmocka_unit_test(a_veto_goes_with_the_seat),
        cmocka_unit_test(those_at_home),
        cmocka_unit_test(why_an_issue_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
