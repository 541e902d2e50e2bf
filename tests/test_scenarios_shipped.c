/* SPDX-License-Identifier: Apache-2.0 */
/* The scenarios that ship: they read, rest on something, cite what is there, and quote nothing. */
#include "support/support.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scenario/evidence.h"
#include "summitry/summitry.h"

static const char anchorage[] = "scenarios/alaska-2025.summit.yaml";
static const char cars[] = "scenarios/car-emissions-1994.summit.yaml";

static void complain(void *cookie, SmySeverity severity, const SmyError *complaint)
{
    size_t *n_complaints = cookie;
    bool notice = severity == SMY_SEVERITY_NOTICE;
    if (notice && complaint->code == SMY_ERR_CITATION)
        return; /* the documents are not ours, so they are not at hand everywhere */
    ++*n_complaints;
    print_error("%s:%d:%d: %s (%s)\n", complaint->file, complaint->line, complaint->column,
                complaint->message, complaint->hint);
}

/* Reads a scenario, without a complaint; documents below `folder` unless NULL. */
static SmyScenario *shipped(const char *path, const char *folder)
{
    SmyScenario *scenario = NULL;
    SmyReadOptions options;
    smy_read_options_init(&options);
    size_t n_complaints = 0;
    options.complain = complain;
    options.cookie = &n_complaints;
    options.document_folders = &folder;
    options.n_document_folders = folder ? 1 : 0;
    SmyError err = {0};
    if (smy_scenario_read(path, &options, &scenario, &err) != SMY_OK)
        fail_msg("%s:%d: %s", path, err.line, err.message);
    assert_int_equal(n_complaints, 0);
    return scenario;
}

static void every_scenario_reads_and_every_input_is_supported(void **state)
{
    (void)state;
    glob_t found;
    assert_int_equal(glob("scenarios/*.summit.yaml", 0, NULL, &found), 0);
    assert_true(found.gl_pathc >= 3);
    for (size_t f = 0; f < found.gl_pathc; f++) {
        SmyScenario *scenario = shipped(found.gl_pathv[f], NULL);
        SmyiEvidenceCounts counts = smyi_evidence_counts(scenario);
        if (counts.unsupported)
            fail_msg("%s: %zu inputs rest on nothing", found.gl_pathv[f],
                     counts.unsupported);
        assert_true(scenario->n_claims > 0);
        assert_true(scenario->account.n > 0);
        smy_scenario_free(scenario);
    }
    globfree(&found);
}

static void every_citation_of_anchorage_holds(void **state)
{
    (void)state;
    SmyScenario *scenario = shipped(anchorage, shared_path("source"));
    SmyiEvidenceCounts counts = smyi_evidence_counts(scenario);
    assert_true(counts.citations >= 60);
    assert_int_equal(counts.verified, counts.citations);
    smy_scenario_free(scenario);
}

static void anchorage_has_those_of_whom_the_text_speaks(void **state)
{
    (void)state;
    static const char *const named[] = {
        "us",
        "russia",
        "trump",
        "rubio",
        "witkoff",
        "putin",
        "lavrov",
        "ushakov",
        "ukraine",
        "eu",
        "uk",
        "china",
        "us_parties",
        "trump_supporters",
        "russian_public",
        "putin_followers",
        "russian_elite",
        "oil_importers",
        "court",
        "former_sphere",
    };
    SmyScenario *scenario = shipped(anchorage, NULL);
    for (size_t n = 0; n < sizeof named / sizeof *named; n++) {
        int a = smyi_actor_find(scenario, named[n]);
        if (a < 0)
            fail_msg("nobody is called %s", named[n]);
        const char *english = smyi_text_in(&scenario->actors[a].name, "en", "");
        const char *chinese = smyi_text_in(&scenario->actors[a].name, "zh-Hant", "");
        assert_true(*english && strcmp(english, chinese) != 0);
    }
    assert_true(scenario->n_issues >= 6);
    smy_scenario_free(scenario);
}

/* clang-format off */
static const struct {
    int sentence; size_t start, end; const char *voice;
} verdicts[] = { /* the sentences of the text that judge the meeting, in code points */
    {10,  518,  556, "trump"},  {11,  556,  595, "trump"},  {12,  595,  624, "trump"},
    {15,  699,  734, "author"}, {16,  734,  794, "author"}, {17,  794,  816, "author"},
    {18,  816,  828, "author"}, {25, 1051, 1099, "author"}, {28, 1187, 1224, "author"},
    {41, 1865, 1902, "author"}, {43, 1951, 1978, "author"}, {44, 1978, 2083, "author"},
    {45, 2085, 2109, "author"}, {46, 2109, 2135, "author"}, {47, 2135, 2155, "author"},
};
/* clang-format on */

static bool is_claimed(const SmyScenario *scenario, size_t start, size_t end,
                       const char *voice)
{
    int speaker =
        strcmp(voice, "author") == 0 ? SMYI_VOICE_AUTHOR : smyi_actor_find(scenario, voice);
    for (size_t c = 0; c < scenario->n_claims; c++) {
        const SmyiSupport *support = &scenario->claims[c].support;
        for (size_t s = 0; s < support->n_cites; s++)
            if (support->cites[s].start >= start && support->cites[s].end <= end &&
                support->voice == speaker)
                return true;
    }
    return false;
}

static void every_verdict_of_the_text_is_a_claim_in_its_voice(void **state)
{
    (void)state;
    SmyScenario *scenario = shipped(anchorage, NULL);
    for (size_t v = 0; v < sizeof verdicts / sizeof *verdicts; v++)
        if (!is_claimed(scenario, verdicts[v].start, verdicts[v].end, verdicts[v].voice))
            fail_msg("sentence %d is no claim of %s", verdicts[v].sentence,
                     verdicts[v].voice);
    smy_scenario_free(scenario);
}

static char *whole_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *text = calloc(1, 1 << 20);
    assert_non_null(text);
    size_t length = fread(text, 1, (1 << 20) - 1, file);
    assert_true(length > 0);
    (void)fclose(file);
    return text;
}

/* Whether `text` holds any `n` code points in a row of `source`, line ends aside. */
static bool quotes(const char *text, const char *source, size_t n)
{
    for (const char *from = source; *from; from++) {
        const char *end = from;
        size_t taken = 0;
        if (((unsigned char)*from & 0xC0) == 0x80)
            continue; /* not the first byte of a code point */
        while (taken < n && *end && *end != '\n') {
            end++;
            while (((unsigned char)*end & 0xC0) == 0x80)
                end++;
            taken++;
        }
        char window[128];
        size_t bytes = (size_t)(end - from);
        if (taken < n || bytes >= sizeof window)
            continue;
        memcpy(window, from, bytes);
        window[bytes] = '\0';
        if ((unsigned char)window[0] >= 0x80 && strstr(text, window))
            return true;
    }
    return false;
}

static void no_scenario_quotes_the_source(void **state)
{
    (void)state;
    char *source = whole_file(shared_path("source/000_08d511df2c302efd.txt"));
    assert_true(quotes(source, source, 8)); /* the test can fail */
    static const char *const files[] = {anchorage, "scenarios/README.md",
                                        "docs/coding-guide.md"};
    for (size_t f = 0; f < sizeof files / sizeof *files; f++) {
        char *text = whole_file(files[f]);
        if (quotes(text, source, 8))
            fail_msg("%s holds words of the source", files[f]);
        free(text);
    }
    free(source);
}

/* What one model makes of the scenario's issue at the points; `options` as of the program. */
static double delay(const SmyScenario *scenario, const char *model,
                    const char *const *options, size_t n_options)
{
    SmyRunOptions run;
    smy_run_options_init(&run);
    run.draws = 0;
    run.with_seats = false;
    run.models = model;
    run.model_options = options;
    run.n_model_options = n_options;
    SmyResult *result = NULL;
    SmyError err = {0};
    if (smy_run(scenario, &run, &result, &err) != SMY_OK)
        fail_msg("%s: %s", model, err.message);
    double point = smy_node_number(
        smy_node_find(smy_result_root(result), "models.0.outcome.delay.point"));
    smy_result_free(result);
    return point;
}

/* models.md A and B.7: Table 1 of the publication. */
static void car_emissions_give_the_known_numbers(void **state)
{
    (void)state;
    static const struct {
        const char *model;
        double point;
    } known[] = {{"mean", 500.3 / 67.7}, {"median", 7}, {"mode", 10}};
    SmyScenario *scenario = shipped(cars, NULL);
    for (size_t m = 0; m < sizeof known / sizeof *known; m++)
        check_near(known[m].model, delay(scenario, known[m].model, NULL, 0), known[m].point,
                   1e-12, "models.md A");
    smy_scenario_free(scenario);
    check_done();
}

static void car_emissions_go_through_the_known_rounds(void **state)
{
    (void)state;
    json_t *golden = golden_read("b_challenge.json");
    double tol = json_num(golden, "abs_tol");
    SmyScenario *scenario = shipped(cars, NULL);
    for (int round = 1; round <= 8; round++)
        for (int f = 0; f < 2; f++) {
            const char *forecast = f ? "mean" : "median";
            char rounds[40], as[40], row[40], path[40];
            (void)snprintf(rounds, sizeof rounds, "challenge.rounds=%d", round);
            (void)snprintf(as, sizeof as, "challenge.forecast=%s", forecast);
            (void)snprintf(row, sizeof row, "%s after round %d", forecast, round);
            (void)snprintf(path, sizeof path, "expected.default.%s.%d", forecast, round);
            const char *options[] = {rounds, as, "challenge.stop=0"};
            check_near(row, delay(scenario, "challenge", options, 3),
                       json_num(golden, path), tol, "b_challenge.json");
        }
    smy_scenario_free(scenario);
    json_decref(golden);
    check_done();
}

/* The timeline of the first scenario goes back from the day and comes home to it. */
static void anchorage_gives_the_values_of_its_day(void **state)
{
    (void)state;
    SmyScenario *scenario = shipped(anchorage, NULL);
    for (size_t k = 0; k < scenario->n_inputs; k++) {
        const SmyiInput *given = &scenario->given[k], *now = &scenario->inputs[k];
        if (memcmp(&given->estimate, &now->estimate, sizeof given->estimate) != 0)
            fail_msg("%s is another on the day looked at", given->path);
        assert_ptr_equal(given->support.cites, now->support.cites);
        assert_ptr_equal(given->support.judgement, now->support.judgement);
    }
    smy_scenario_free(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(anchorage_gives_the_values_of_its_day),
        cmocka_unit_test(every_scenario_reads_and_every_input_is_supported),
        cmocka_unit_test(every_citation_of_anchorage_holds),
        cmocka_unit_test(anchorage_has_those_of_whom_the_text_speaks),
        cmocka_unit_test(every_verdict_of_the_text_is_a_claim_in_its_voice),
        cmocka_unit_test(no_scenario_quotes_the_source),
        cmocka_unit_test(car_emissions_give_the_known_numbers),
        cmocka_unit_test(car_emissions_go_through_the_known_rounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
