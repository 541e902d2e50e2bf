/* SPDX-License-Identifier: Apache-2.0 */
/* A good scenario is read as docs/format.md says. */
#include "support/support.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "support/scenario.h"

static const SmyiInput *input(const SmyScenario *scenario, const char *path)
{
    int k = smyi_input_find(scenario, path);
    if (k == SMYI_NONE)
        fail_msg("no input %s", path);
    return &scenario->inputs[k];
}

static const SmyiStance *stance(const SmyScenario *scenario, const char *actor,
                                const char *issue)
{
    int a = smyi_actor_find(scenario, actor), i = smyi_issue_find(scenario, issue);
    return &scenario->stances[(size_t)a * scenario->n_issues + (size_t)i];
}

/* ---- Estimates ---- */

static void estimates_have_their_shapes(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        SmyiShape shape;
        double low, mode, high, sd;
    } rows[] = {
        {"12", SMYI_SHAPE_POINT, 12, 12, 12, 0},
        {"1.25e1", SMYI_SHAPE_POINT, 12.5, 12.5, 12.5, 0},
        {"0x1F", SMYI_SHAPE_POINT, 31, 31, 31, 0},
        {"-0", SMYI_SHAPE_POINT, 0, 0, 0, 0},
        {"{value: 7}", SMYI_SHAPE_POINT, 7, 7, 7, 0},
        {"{low: 1, mode: 2, high: 9}", SMYI_SHAPE_TRIANGULAR, 1, 2, 9, 0},
        {"{low: 1, mode: 2, high: 9, shape: triangular}", SMYI_SHAPE_TRIANGULAR, 1, 2, 9,
         0},
        {"{low: 1, mode: 2, high: 9, shape: pert}", SMYI_SHAPE_PERT, 1, 2, 9, 0},
        {"{low: 1, high: 9, shape: uniform}", SMYI_SHAPE_UNIFORM, 1, 5, 9, 0},
        {"{mean: 4, sd: 2, low: 1, high: 9}", SMYI_SHAPE_NORMAL, 1, 4, 9, 2},
        {"{mean: 0, sd: 2, low: 1, high: 9, shape: normal}", SMYI_SHAPE_NORMAL, 1, 0, 9, 2},
        {"{low: 3, mode: 3, high: 3}", SMYI_SHAPE_POINT, 3, 3, 3, 0},
        {"{low: 3, high: 3, shape: uniform}", SMYI_SHAPE_POINT, 3, 3, 3, 0},
        {"{mean: 9, sd: 1, low: 3, high: 3}", SMYI_SHAPE_POINT, 3, 3, 3, 0},
        {"{low: 1, mode: 1, high: 9, x-note: free}", SMYI_SHAPE_TRIANGULAR, 1, 1, 9, 0},
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        char line[256];
        (void)snprintf(line, sizeof line, "no_deal: {us: %s}", rows[r].text);
        SmyScenario *scenario = scenario_good(scenario_text(7, line));
        const SmyiEstimate *e = &input(scenario, "no_deal.us")->estimate;
        if (e->shape != rows[r].shape)
            print_error("%s: shape %s\n", rows[r].text, smyi_shape_text(e->shape));
        check_near(rows[r].text, e->shape, rows[r].shape, 0, "docs/format.md");
        check_near(rows[r].text, e->low, rows[r].low, 0, "docs/format.md");
        check_near(rows[r].text, e->mode, rows[r].mode, 0, "docs/format.md");
        check_near(rows[r].text, e->high, rows[r].high, 0, "docs/format.md");
        check_near(rows[r].text, e->sd, rows[r].sd, 0, "docs/format.md");
        smy_scenario_free(scenario);
    }
    check_done();
}

static void inputs_have_paths_ranges_and_the_order_of_the_file(void **state)
{
    (void)state;
    SmyScenario *scenario = scenario_good(
        "summitry: 1\nid: t\n"
        "no_deal: {us: {value: 5, stated: 0}}\n"
        "standing: {us: {seated: 1, left_out: -1, venue: {here: 2}}}\n"
        "stances: {us: {a: {salience: 3, position: 4, limit: 6, stated: 5}}}\n"
        "actors: {us: {face: 7, capability: 8}}\n"
        "issues: {a: {scale: [-10, 10], status_quo: 9}}\n"
        "table: {seats: [us]}\n");
    static const struct {
        const char *path;
        double point, least, most;
    } rows[] = {
        {"no_deal.us", 5, -100, 100},
        {"no_deal.us.stated", 0, -100, 100},
        {"standing.us.seated", 1, -100, 100},
        {"standing.us.left_out", -1, -100, 100},
        {"standing.us.venue.here", 2, -100, 100},
        {"stances.us.a.salience", 3, 0, 100},
        {"stances.us.a.position", 4, -10, 10},
        {"stances.us.a.limit", 6, -10, 10},
        {"stances.us.a.stated", 5, -10, 10},
        {"actors.us.face", 7, 0, 100},
        {"actors.us.capability", 8, 0, INFINITY},
        {"issues.a.status_quo", 9, -10, 10},
    };
    assert_int_equal(scenario->n_inputs, sizeof rows / sizeof *rows);
    for (size_t k = 0; k < scenario->n_inputs; k++) {
        const SmyiInput *one = &scenario->inputs[k];
        assert_string_equal(one->path, rows[k].path);
        check_near(one->path, smyi_estimate_point(&one->estimate), rows[k].point, 0,
                   "hand");
        check_near(one->path, one->least, rows[k].least, 0, "docs/format.md");
        if (one->most < rows[k].most || one->most > rows[k].most)
            fail_msg("%s goes to %g", one->path, one->most);
        assert_int_equal(smyi_input_find(scenario, one->path), k);
    }
    smy_scenario_free(scenario);
    check_done();
}

/* ---- Support ---- */

static void support_comes_from_the_nearest_map(void **state)
{
    (void)state;
    static const char documents[] = "documents: {d: {}}\n";
    static const struct {
        const char *row, *text, *path;
        size_t n_cites;
        const char *judgement;
        int voice;
    } rows[] = {
        {"its own", "no_deal: {us: {value: 1, cite: 'd@1-2', voice: ru}}", "no_deal.us", 1,
         NULL, 1},
        {"a list of its own", "no_deal: {us: {value: 1, cite: ['d@1-2', 'd@3-4']}}",
         "no_deal.us", 2, NULL, SMYI_NONE},
        {"the map's for a number", "no_deal: {cite: 'd@1-2', us: 1}", "no_deal.us", 1, NULL,
         SMYI_NONE},
        {"the map's for what is stated",
         "no_deal: {us: {stated: 0, value: 1, judgement: j}}", "no_deal.us.stated", 0, "j",
         SMYI_NONE},
        {"a judgement beside a cite of its own",
         "no_deal: {judgement: j, us: {value: 1, cite: 'd@1-2'}}", "no_deal.us", 1, "j",
         SMYI_NONE},
        {"no cite for a judgement of its own",
         "no_deal: {cite: 'd@1-2', us: {value: 1, judgement: k}}", "no_deal.us", 0, "k",
         SMYI_NONE},
        {"a voice from outside", "no_deal: {voice: author, us: {value: 1, judgement: k}}",
         "no_deal.us", 0, "k", SMYI_VOICE_AUTHOR},
        {"the nearest of two",
         "standing: {judgement: far, us: {judgement: near, seated: 1}}",
         "standing.us.seated", 0, "near", SMYI_NONE},
        {"through two maps", "standing: {judgement: far, us: {venue: {here: 1}}}",
         "standing.us.venue.here", 0, "far", SMYI_NONE},
        {"none", "no_deal: {us: 1}", "no_deal.us", 0, NULL, SMYI_NONE},
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        char text[512];
        (void)snprintf(text, sizeof text, "%s%s", documents, rows[r].text);
        SmyScenario *scenario = scenario_good(scenario_text(7, text));
        const SmyiSupport *support = &input(scenario, rows[r].path)->support;
        bool same = rows[r].judgement ? support->judgement && strcmp(support->judgement,
                                                                     rows[r].judgement) == 0
                                      : !support->judgement;
        if (support->n_cites != rows[r].n_cites || !same || support->voice != rows[r].voice)
            fail_msg("%s: %zu cites, judgement %s, voice %d", rows[r].row, support->n_cites,
                     support->judgement ? support->judgement : "none", support->voice);
        smy_scenario_free(scenario);
    }
}

static void citations_are_listed_once_in_the_order_of_the_file(void **state)
{
    (void)state;
    SmyScenario *scenario = scenario_good(scenario_text(
        7, "claims: [{id: c, says: s, cite: 'd@7-8', holds: {agreement: true}}]\n"
           "documents: {d: {}}\n"
           "levers: [{id: l, by: us, on: ru, adds: {capability: 1}, cite: 'd@5-6'}]\n"
           "no_deal: {cite: ['d@1-2', {document: d, exact: a word}], us: 1, ru: 2}"));
    assert_int_equal(scenario->n_citations, 4);
    assert_int_equal(scenario->citations[0]->start, 7);
    assert_int_equal(scenario->citations[1]->start, 5);
    assert_string_equal(scenario->citations[2]->shown, "d@1-2");
    assert_int_equal(scenario->citations[2]->end, 2);
    assert_false(scenario->citations[3]->by_range);
    assert_string_equal(scenario->citations[3]->shown, "d \"a word\"");
    assert_int_equal(scenario->citations[3]->state, SMYI_CITE_UNSEEN);
    smy_scenario_free(scenario);
}

/* ---- Those who speak for others ---- */

static void speakers_take_what_they_lack(void **state)
{
    (void)state;
    SmyScenario *scenario = scenario_good(
        "summitry: 1\nid: t\n"
        "issues: {a: {scale: [0, 100]}, b: {scale: [0, 100]}}\n"
        "actors: {envoy: {speaks_for: boss}, boss: {speaks_for: us}, us: {capability: 1}}\n"
        "table: {seats: [us], delegations: {us: [boss, envoy]}}\n"
        "stances:\n"
        "  us: {a: {position: 1, salience: 1, limit: 3}, b: {position: 2, salience: 1}}\n"
        "  boss: {a: {position: 9, salience: 9}}\n"
        "no_deal: {us: {value: 5, stated: 1}, boss: {stated: 0}}\n");
    int us = smyi_input_find(scenario, "stances.us.b.position");
    int boss = smyi_input_find(scenario, "stances.boss.a.position");
    const SmyiActor *envoy = &scenario->actors[0], *second = &scenario->actors[1];
    assert_int_equal(stance(scenario, "envoy", "a")->position, boss);
    assert_int_equal(stance(scenario, "envoy", "b")->position, us);
    assert_int_equal(stance(scenario, "boss", "b")->position, us);
    /* a stance is taken whole: the boss has one of his own on a, without limit */
    assert_int_equal(stance(scenario, "boss", "a")->limit, SMYI_NONE);
    assert_int_equal(stance(scenario, "envoy", "a")->limit, SMYI_NONE);
    assert_int_equal(second->no_deal, SMYI_NONE);
    assert_int_equal(second->no_deal_stated,
                     smyi_input_find(scenario, "no_deal.boss.stated"));
    assert_int_equal(envoy->no_deal_stated, second->no_deal_stated);
    assert_int_equal(envoy->principal, 2);
    assert_int_equal(scenario->actors[2].principal, 2);
    smy_scenario_free(scenario);
}

/* ---- The table ---- */

static void the_table_has_roles_and_candidates(void **state)
{
    (void)state;
    static const char table[] =
        "table: {seats: [us], observers: [{actor: eu, patron: us, share: 0.25}], "
        "absent: [ru], delegations: {us: [kim]}, venue: here, "
        "ratifiers: [ru, {actor: us, tolerance: 5}]}";
    SmyScenario *scenario = scenario_good(scenario_text(5, table));
    const SmyiTable *t = &scenario->table;
    static const SmyiRole roles[] = {SMYI_ROLE_SEAT, SMYI_ROLE_ABSENT, SMYI_ROLE_OBSERVER,
                                     SMYI_ROLE_DELEGATE};
    static const int candidates[] = {0, 2, 1}; /* seats, observers, absent */
    assert_memory_equal(t->role, roles, sizeof roles);
    assert_int_equal(t->n_candidates, 3);
    assert_memory_equal(t->candidates, candidates, sizeof candidates);
    assert_string_equal(t->venue, "here");
    assert_int_equal(t->n_ratifiers, 2);
    check_near("no tolerance", t->ratifiers[0].tolerance, 0, 0, "design.md 3");
    check_near("tolerance", t->ratifiers[1].tolerance, 5, 0, "hand");
    check_near("share", t->observers[0].share, 0.25, 0, "hand");
    assert_int_equal(t->delegates[0].seat, 0);
    smy_scenario_free(scenario);
    check_done();
}

static void a_candidate_who_is_named_nowhere_is_left_out(void **state)
{
    (void)state;
    SmyScenario *scenario =
        scenario_good(scenario_text(5, "table: {seats: [us], candidates: [eu, us]}"));
    const SmyiTable *t = &scenario->table;
    assert_int_equal(t->n_candidates, 2);
    assert_int_equal(t->candidates[0], 2);
    assert_int_equal(t->role[2], SMYI_ROLE_ABSENT);
    assert_int_equal(t->role[1], SMYI_ROLE_OUT);
    smy_scenario_free(scenario);
}

/* ---- Texts ---- */

static void texts_fall_back_by_language(void **state)
{
    (void)state;
    SmyScenario *scenario = scenario_good(scenario_text(
        7, "title: {zh-Hant: trad, en: english, zh: chin}\naccount: {fr: un, de: ein}"));
    static const struct {
        const char *language, *want;
    } rows[] = {{"zh-Hant-TW", "trad"}, {"ZH-HANT", "trad"}, {"zh-Hans", "chin"},
                {"fr", "english"},      {"", "english"},     {NULL, "english"},
                {"e", "english"},       {"z", "english"}};
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++)
        assert_string_equal(smyi_text_in(&scenario->title, rows[r].language, "none"),
                            rows[r].want);
    assert_string_equal(smyi_text_in(&scenario->account, "de-AT", "none"), "ein");
    assert_string_equal(smyi_text_in(&scenario->account, "it", "none"), "un");
    assert_string_equal(smyi_text_in(&scenario->actors[0].name, "it", "none"), "none");
    smy_scenario_free(scenario);
}

static void days_are_those_of_the_calendar(void **state)
{
    (void)state;
    static const struct {
        const char *date;
        bool good;
    } rows[] = {{"2024-02-29", true},  {"2000-02-29", true},  {"1900-02-29", false},
                {"2025-12-31", true},  {"2025-04-31", false}, {"0001-01-01", true},
                {"2025-00-10", false}, {"2025-10-00", false}, {"2025-1-1", false}};
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        char line[64];
        SmyScenario *scenario = NULL;
        (void)snprintf(line, sizeof line, "as_of: %s", rows[r].date);
        SmyCode code = scenario_parse(scenario_text(7, line), NULL, &scenario);
        if (code != (rows[r].good ? SMY_OK : SMY_ERR_RANGE))
            fail_msg("%s: %s", rows[r].date, smy_code_text(code));
        smy_scenario_free(scenario);
    }
}

/* ---- JSON, and YAML's many ways of writing ---- */

static void json_is_taken_by_the_same_reader(void **state)
{
    (void)state;
    SmyScenario *scenario = scenario_good(
        "{\"summitry\": 1, \"id\": \"t\",\n\t\"title\": \"a\\/b \\u4fc4 \\ud83d\\ude00\",\n"
        "\"issues\": {\"a\": {\"scale\": [0, 1e2], \"anchors\": {\"50\": \"half\"}}},"
        "\"actors\": {\"us\": {\"capability\": 1}}, \"table\": {\"seats\": [\"us\"]},"
        "\"stances\": {\"us\": {\"a\": {\"position\": 1, \"salience\": 1}}}}");
    assert_string_equal(scenario->title.value[0], "a/b \xE4\xBF\x84 \xF0\x9F\x98\x80");
    check_near("anchor", scenario->issues[0].anchors[0].at, 50, 0, "hand");
    smy_scenario_free(scenario);
    check_done();
}

static void text_is_read_as_yaml_says(void **state)
{
    (void)state;
    static const struct {
        const char *text, *want;
    } rows[] = {
        {"title: plain text", "plain text"},
        {"title: 'it''s ''so'''", "it's 'so'"},
        {"title: 'two\n  lines  \n\n  three'", "two lines\nthree"},
        {"title: ' kept '", " kept "},
        {"title: ''", ""},
        {"title: \"a\\tb\\n\"", "a\tb\n"},
        {"title: |\n  two\n  lines", "two\nlines\n"},
        {"title: >-\n  two\n  lines", "two lines"},
        {"title: yes", "yes"},
        {"title: 2025-08-15", "2025-08-15"},
        {"title: \"1\"", "1"},
        {"title: no", "no"},
        {"title: 0o8", "0o8"},
        {"title: 1_000", "1_000"},
        {"title: 1e", "1e"},
        {"title: .", "."},
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        SmyScenario *scenario = scenario_good(scenario_text(7, rows[r].text));
        if (strcmp(scenario->title.value[0], rows[r].want) != 0)
            fail_msg("%s: got \"%s\"", rows[r].text, scenario->title.value[0]);
        smy_scenario_free(scenario);
    }
}

static void a_byte_order_mark_and_other_line_ends_are_taken(void **state)
{
    (void)state;
    SmyScenario *scenario =
        scenario_good("\xEF\xBB\xBFsummitry: 1\r\nid: t\r\nissues: {a: {scale: [0, 1]}}\r\n"
                      "actors: {us: {capability: 1}}\r\ntable: {seats: [us]}\r\n"
                      "stances: {us: {a: {position: 1, salience: 1}}}\r\n");
    assert_string_equal(smy_scenario_id(scenario), "t");
    assert_int_equal(scenario->inputs[1].place.line, 6);
    smy_scenario_free(scenario);
}

static void a_venue_may_have_a_name_in_each_language(void **state)
{
    (void)state;
    SmyScenario *scenario = scenario_good(
        "summitry: 1\nid: t\nvenues: {there: {name: Yonder}, here: {name: {en: Hall, zh: "
        "\xe5\xbb\xb3}}}\nissues: {a: {scale: [0, 1]}}\nactors: {us: {capability: 1}}\n"
        "stances: {us: {a: {position: 1, salience: 50}}}\n"
        "table: {seats: [us], venue: here}\n");
    const SmyiText *name = smyi_venue_name(scenario, scenario->table.venue);
    assert_non_null(name);
    assert_string_equal(smyi_text_in(name, "zh", "here"), "\xe5\xbb\xb3");
    assert_string_equal(smyi_text_in(name, "fr", "here"), "Hall");
    assert_null(smyi_venue_name(scenario, "nowhere"));
    assert_null(smyi_venue_name(scenario, NULL));
    smy_scenario_free(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_venue_may_have_a_name_in_each_language),
        cmocka_unit_test(estimates_have_their_shapes),
        cmocka_unit_test(inputs_have_paths_ranges_and_the_order_of_the_file),
        cmocka_unit_test(support_comes_from_the_nearest_map),
        cmocka_unit_test(citations_are_listed_once_in_the_order_of_the_file),
        cmocka_unit_test(speakers_take_what_they_lack),
        cmocka_unit_test(the_table_has_roles_and_candidates),
        cmocka_unit_test(a_candidate_who_is_named_nowhere_is_left_out),
        cmocka_unit_test(texts_fall_back_by_language),
        cmocka_unit_test(days_are_those_of_the_calendar),
        cmocka_unit_test(json_is_taken_by_the_same_reader),
        cmocka_unit_test(text_is_read_as_yaml_says),
        cmocka_unit_test(a_byte_order_mark_and_other_line_ends_are_taken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
