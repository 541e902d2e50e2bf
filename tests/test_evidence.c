/* SPDX-License-Identifier: Apache-2.0 */
/* What an answer rests on: coverage, sources alone, and the odds without one of them. */
#include "support/support.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "scenario/coverage.h"
#include "support/ask.h"
#include "support/scenario.h"

/* Two documents; the position of us rests on `memo` alone, that of ru on both. */
static const char talks[] =
    "summitry: 1\n"
    "id: t\n"
    "documents: {memo: {}, note: {}}\n"
    "issues: {a: {scale: [0, 100], status_quo: {value: 50, judgement: half}}}\n"
    "actors:\n"
    "  us: {capability: {value: 2, cite: 'note@0-2', voice: author}}\n"
    "  ru: {capability: {low: 1, high: 4, shape: uniform, cite: 'note@3-5', voice: "
    "author}}\n"
    "  envoy: {speaks_for: ru}\n"
    "table: {seats: [us, ru]}\n"
    "stances:\n"
    "  us: {a: {position: {value: 10, cite: {at: 'memo@1-2', voice: us}},\n"
    "           salience: {value: 50, judgement: guess}}}\n"
    "  ru: {a: {position: {value: 90, cite: [{at: 'memo@2-3', voice: envoy}, 'note@7-9'],\n"
    "                      voice: ru}, salience: 50}}\n"
    "claims:\n"
    "  - {id: low, says: low, cite: 'memo@4-6', voice: us, holds: {outcome: a, below: "
    "60}}\n";

static void an_input_is_about_what_its_path_names(void **state)
{
    (void)state;
    static const struct {
        const char *path, *kind;
        int actor, issue;
    } rows[] = {
        {"issues.a.status_quo", "status_quo", SMYI_NONE, 0},
        {"actors.us.capability", "capability", 0, SMYI_NONE},
        {"stances.ru.a.position", "position", 1, 0},
        {"stances.ru.a.stated", "stated", 1, 0},
        {"no_deal.us", "no_deal", 0, SMYI_NONE},
        {"no_deal.us.stated", "stated", 0, SMYI_NONE},
        {"standing.us.venue.here", "venue", 0, SMYI_NONE},
        {"standing.us.seated", "seated", 0, SMYI_NONE},
    };
    char text[4096];
    (void)snprintf(text, sizeof text,
                   "%sno_deal: {us: {value: 3, stated: 1}}\n"
                   "standing: {us: {seated: 1, venue: {here: 2}}}\n",
                   talks);
    char *at = strstr(text, "salience: 50}}");
    assert_non_null(at);
    memmove(at + 26, at + 12, strlen(at + 12) + 1);
    memcpy(at + 12, ", stated: 100 ", 14);
    SmyScenario *scenario = scenario_good(text);
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        int input = smyi_input_find(scenario, rows[r].path);
        if (input < 0)
            fail_msg("%s is no input", rows[r].path);
        SmyiAbout about = smyi_input_about(scenario, (size_t)input);
        if (about.actor != rows[r].actor || about.issue != rows[r].issue ||
            strcmp(about.kind, rows[r].kind) != 0)
            fail_msg("%s: actor %d, issue %d, %s", rows[r].path, about.actor, about.issue,
                     about.kind);
    }
    smy_scenario_free(scenario);
}

static void inputs_are_counted_by_actor_and_by_issue(void **state)
{
    (void)state;
    SmyScenario *scenario = scenario_good(talks);
    static const struct {
        const char *row;
        int actor, issue;
        SmyiCoverage want;
    } rows[] = {
        {"all", SMYI_NONE, SMYI_NONE, {7, 4, 2, 1}},
        {"us", 0, SMYI_NONE, {3, 2, 1, 0}},
        {"ru", 1, SMYI_NONE, {3, 2, 0, 1}},
        {"the issue", SMYI_NONE, 0, {5, 2, 2, 1}},
        {"ru on the issue", 1, 0, {2, 1, 0, 1}},
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        SmyiCoverage got = smyi_coverage(scenario, rows[r].actor, rows[r].issue);
        if (memcmp(&got, &rows[r].want, sizeof got) != 0)
            fail_msg("%s: %zu inputs, %zu cited, %zu judged, %zu unsupported", rows[r].row,
                     got.inputs, got.cited, got.judged, got.unsupported);
    }
    smy_scenario_free(scenario);
}

static void what_a_source_carries_alone_is_counted(void **state)
{
    (void)state;
    SmyScenario *scenario = scenario_good(talks);
    SmyiArena mem = {0};
    size_t n;
    const SmyiSource *sources = smyi_sources(scenario, &mem, &n);
    static const struct {
        const char *row;
        SmyiSourceKind kind;
        int index;
        size_t inputs, alone, claims;
    } rows[] = {
        {"memo", SMYI_SOURCE_DOCUMENT, 0, 2, 1, 1},
        {"note", SMYI_SOURCE_DOCUMENT, 1, 3, 2, 0},
        {"the author", SMYI_SOURCE_VOICE, SMYI_VOICE_AUTHOR, 2, 2, 0},
        {"us", SMYI_SOURCE_VOICE, 0, 1, 1, 1},
        {"ru and its envoy are one voice", SMYI_SOURCE_VOICE, 1, 1, 1, 0},
    };
    assert_int_equal(n, sizeof rows / sizeof *rows);
    for (size_t r = 0; r < n; r++)
        if (sources[r].kind != rows[r].kind || sources[r].index != rows[r].index ||
            sources[r].inputs != rows[r].inputs || sources[r].alone != rows[r].alone ||
            sources[r].claims != rows[r].claims)
            fail_msg("%s: %zu inputs, %zu alone, %zu claims", rows[r].row,
                     sources[r].inputs, sources[r].alone, sources[r].claims);
    smyi_arena_free(&mem);
    smy_scenario_free(scenario);
}

static void without_a_source_its_inputs_are_open(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        bool open;
        double low, high;
    } rows[] = {
        {"stances.us.a.position", true, 0, 100},
        {"issues.a.status_quo", true, 0, 100},
        {"stances.us.a.salience", true, 0, 100},
        {"actors.us.capability", true, 1, 4},
        {"no_deal.us", false, 0, 0},
    };
    char text[4096];
    (void)snprintf(text, sizeof text, "%sno_deal: {us: 3}\n", talks);
    SmyScenario *scenario = scenario_good(text);
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        double low = 0, high = 0;
        int input = smyi_input_find(scenario, rows[r].path);
        assert_true(input >= 0);
        bool open = smyi_ignorance(scenario, (size_t)input, &low, &high);
        if (open != rows[r].open || (open && (low != rows[r].low || high != rows[r].high)))
            fail_msg("%s: %d, %g to %g", rows[r].path, open, low, high);
    }
    smy_scenario_free(scenario);
}

/*
 * Without memo the position p of us is anywhere on the scale and nothing else changes: under
 * `mean` the outcome is (2 p + c 90) / (2 + c), c uniform in 1..4. As it is, p = 10: below 60
 * where c < 10/3, in 7/9 of the draws.
 */
static void odds_without_a_source_are_those_of_its_inputs_open(void **state)
{
    (void)state;
    SmyScenario *scenario = ask_parse(talks);
    SmyEvidenceOptions options;
    SmyResult *result = NULL, *varied = NULL;
    smy_evidence_options_init(&options);
    options.run.models = "mean";
    options.run.draws = 4000;
    assert_int_equal(smy_evidence(scenario, &options, &result, NULL), SMY_OK);
    check_near("as it is", ask_number(result, "without.0.claims.0.p"), 7.0 / 9, 0.02,
               "hand");
    char open[4096];
    (void)snprintf(open, sizeof open, "%s", talks);
    char *at = strstr(open, "value: 10, cite: {at: 'memo@1-2', voice: us}");
    assert_non_null(at);
    memcpy(at, "low: 0, high: 100, shape: uniform           ", 44);
    SmyRunOptions run = options.run;
    run.with_seats = false;
    varied = ask(open, &run);
    assert_string_equal(ask_text(result, "without.0.id"), "memo");
    assert_true(ask_number(result, "without.0.widened") == 1);
    assert_true(ask_number(result, "without.0.claims.0.without") ==
                ask_number(varied, "claims.0.probability.pooled.p"));
    assert_true(ask_number(result, "without.0.claims.0.change") < -0.1);
    smy_result_free(varied);
    smy_result_free(result);
    smy_scenario_free(scenario);
    check_done();
}

static void points_alone_have_no_odds_to_compare(void **state)
{
    (void)state;
    SmyScenario *scenario = ask_parse(talks);
    SmyEvidenceOptions options;
    SmyResult *result = NULL;
    smy_evidence_options_init(&options);
    options.run.draws = 0;
    assert_int_equal(smy_evidence(scenario, &options, &result, NULL), SMY_OK);
    assert_int_equal(ask_size(result, "without"), 0);
    assert_int_equal(ask_size(result, "open_citations"), 6);
    assert_string_equal(ask_text(result, "open_citations.0.state"), "unseen");
    smy_result_free(result);
    smy_scenario_free(scenario);
}

/* ru's capability is the only input that is drawn: all of the spread is its own. */
static void what_matters_is_told_with_its_support(void **state)
{
    (void)state;
    SmyScenario *scenario = ask_parse(talks);
    SmyEvidenceOptions options;
    SmyResult *result = NULL;
    SmyError err = {0};
    smy_evidence_options_init(&options);
    options.run.models = "mean";
    options.of = "outcome: a";
    assert_int_equal(smy_evidence(scenario, &options, &result, &err), SMY_OK);
    assert_int_equal(ask_size(result, "matters_most"), 1);
    assert_string_equal(ask_text(result, "matters_most.0.input"), "actors.ru.capability");
    assert_string_equal(ask_text(result, "matters_most.0.support"), "cited");
    check_near("its share", ask_number(result, "matters_most.0.total_effect"), 1, 0.02,
               "hand");
    smy_result_free(result);
    options.of = NULL;
    assert_int_equal(smy_evidence(scenario, &options, &result, &err), SMY_OK);
    assert_string_equal(ask_text(result, "matters_most.0.input"), "actors.ru.capability");
    assert_non_null(ask_text(result, "question"));
    smy_result_free(result);
    options.of = "outcome: b";
    assert_int_equal(smy_evidence(scenario, &options, &result, &err), SMY_ERR_UNKNOWN);
    assert_null(result);
    smy_scenario_free(scenario);
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_input_is_about_what_its_path_names),
        cmocka_unit_test(inputs_are_counted_by_actor_and_by_issue),
        cmocka_unit_test(what_a_source_carries_alone_is_counted),
        cmocka_unit_test(without_a_source_its_inputs_are_open),
        cmocka_unit_test(odds_without_a_source_are_those_of_its_inputs_open),
        cmocka_unit_test(points_alone_have_no_odds_to_compare),
        cmocka_unit_test(what_matters_is_told_with_its_support),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
