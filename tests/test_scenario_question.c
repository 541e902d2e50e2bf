/* SPDX-License-Identifier: Apache-2.0 */
/* Questions as the command line asks them: read, refused with their place, shown in words. */
#include <string.h>

#include "scenario/question.h"
#include "support/scenario.h"
#include "support/support.h"

static SmyiArena mem;

static const char two_issues[] =
    "summitry: 1\nid: t\n"
    "issues: {a: {scale: [0, 100], status_quo: 50}, b: {scale: [-1, 1], status_quo: 0}}\n"
    "actors: {us: {capability: 2}, ru: {capability: 2}, eu: {capability: 1}}\n"
    "table: {seats: [us, ru], absent: [eu]}\n"
    "stances: {us: {a: {position: 10, salience: 50}}, ru: {a: {position: 90, salience: "
    "50}}}\n"
    "claims: [{id: gains, says: \"Both gain\", holds: {win_win: [us, ru]}}]\n";

static const struct {
    const char *row, *of, *message;
    SmyCode code;
    int column;
} refused[] = {
    {"nobody", "gain: uk", "no actor \"uk\"", SMY_ERR_UNKNOWN, 7},
    {"no quantity", "gian: us", "no quantity", SMY_ERR_UNKNOWN, 1},
    {"no such claim", "claim:gain", "no claim", SMY_ERR_UNKNOWN, 7},
    {"in brackets", "{outcome: c}", "no issue \"c\"", SMY_ERR_UNKNOWN, 11},
    {"empty", "", "no question", SMY_ERR_MISSING, 0},
    {"blank", "  ", "no quantity", SMY_ERR_MISSING, 0},
    {"one word", "gain", "empty", SMY_ERR_MISSING, 1},
    {"two of them", "gain: us, outcome: a", "beside", SMY_ERR_CONFLICT, 11},
    {"not closed", "seat_value: [us", "", SMY_ERR_SYNTAX, 0},
    {"a number", "above: 3", "no quantity", SMY_ERR_MISSING, 0},
};

static void questions_that_make_no_sense_are_refused_with_their_place(void **state)
{
    (void)state;
    SmyScenario *scenario = scenario_good(two_issues);
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        SmyError err = {0};
        SmyResult *result;
        SmyCode code = smy_sensitivity(scenario, refused[i].of, NULL, &result, &err);
        if (code != refused[i].code || !strstr(err.message, refused[i].message) ||
            (refused[i].column && err.column != refused[i].column))
            fail_msg("%s: %d at %d: %s", refused[i].row, code, err.column, err.message);
        assert_null(result);
    }
    smy_scenario_free(scenario);
}

static void questions_are_shown_in_words(void **state)
{
    (void)state;
    static const struct {
        const char *of, *title, *unit;
    } rows[] = {
        {"gain: us", "gain of us", "points"},
        {"{gain: us, part: face}", "face lost by us", "points"},
        {"seat_value: [eu, us]", "value of a seat of eu to us", "points"},
        {"least_gain: [us, ru]", "least gain among us, ru", "points"},
        {"outcome: a", "outcome on a", "scale"},
        {"claim:gains", "Both gain", "share"},
        {"settled: a", "settled: a", "share"},
        {"distance: [us, a]", "distance of the outcome on a from the position of us",
         "points"},
    };
    SmyScenario *scenario = scenario_good(two_issues);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        SmyiQuestion question;
        assert_int_equal(
            smyi_question_read(scenario, rows[i].of, "t", &mem, &question, NULL), SMY_OK);
        assert_string_equal(smyi_question_title(scenario, &question, "en", &mem),
                            rows[i].title);
        assert_string_equal(smyi_question_unit(&question), rows[i].unit);
    }
    smy_scenario_free(scenario);
}

static int forget(void **state)
{
    (void)state;
    smyi_arena_free(&mem);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(questions_that_make_no_sense_are_refused_with_their_place),
        cmocka_unit_test(questions_are_shown_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, forget);
}
