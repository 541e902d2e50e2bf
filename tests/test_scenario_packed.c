/* SPDX-License-Identifier: Apache-2.0 */
/* A packed scenario is the same scenario: every answer, every place in a message. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/memory.h"
#include "support/scenario.h"
#include "support/support.h"

typedef struct Text {
    char bytes[1 << 20];
    size_t length;
} Text;

static SmyCode add(void *cookie, const char *bytes, size_t length)
{
    Text *text = cookie;
    if (text->length + length >= sizeof text->bytes)
        return SMY_ERR_LIMIT;
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
    return SMY_OK;
}

static void write(const SmyResult *result, Text *text)
{
    text->length = 0;
    assert_int_equal(smy_node_write_json(smy_result_root(result), add, text), SMY_OK);
}

static char *read_file(const char *path, size_t *length)
{
    static char bytes[1 << 20];
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    *length = fread(bytes, 1, sizeof bytes, file);
    (void)fclose(file);
    return bytes;
}

/* Packed, written as JSON, read back, unpacked. */
static SmyScenario *through_json(const char *text, size_t length, const char *name)
{
    static Text json;
    SmyResult *packed = NULL, *back = NULL;
    SmyScenario *scenario = NULL;
    SmyError err = {0};
    assert_int_equal(smy_scenario_pack(text, length, name, &packed, &err), SMY_OK);
    write(packed, &json);
    assert_int_equal(smy_result_read_json(json.bytes, json.length, &back, &err), SMY_OK);
    if (smy_scenario_unpack(smy_result_root(back), NULL, &scenario, &err) != SMY_OK)
        fail_msg("%s:%d:%d: %s", name, err.line, err.column, err.message);
    smy_result_free(packed);
    smy_result_free(back);
    return scenario;
}

static void check_same(const SmyScenario *one, const SmyScenario *other)
{
    static Text a, b;
    SmyRunOptions options;
    smy_run_options_init(&options);
    options.draws = 100;
    options.models = "mean,nash";
    options.matter_budget = 0;
    SmyResult *results[4] = {0};
    assert_int_equal(smy_run(one, &options, &results[0], NULL), SMY_OK);
    assert_int_equal(smy_run(other, &options, &results[1], NULL), SMY_OK);
    assert_int_equal(smy_check(one, &results[2], NULL), SMY_OK);
    assert_int_equal(smy_check(other, &results[3], NULL), SMY_OK);
    for (size_t r = 0; r < 4; r += 2) {
        write(results[r], &a);
        write(results[r + 1], &b);
        assert_string_equal(a.bytes, b.bytes);
    }
    for (size_t r = 0; r < 4; r++)
        smy_result_free(results[r]);
}

static void the_answers_are_the_same(void **state)
{
    (void)state;
    static const char *const paths[] = {"scenarios/alaska-2025.summit.yaml",
                                        "scenarios/camp-david-1978.summit.yaml",
                                        "scenarios/car-emissions-1994.summit.yaml",
                                        "tests/data/scenario/complete.summit.yaml"};
    for (size_t p = 0; p < sizeof paths / sizeof *paths; p++) {
        size_t length;
        const char *text = read_file(paths[p], &length);
        SmyScenario *scenario = NULL;
        assert_int_equal(smy_scenario_parse(text, length, paths[p], NULL, &scenario, NULL),
                         SMY_OK);
        SmyScenario *packed = through_json(text, length, paths[p]);
        check_same(scenario, packed);
        smy_scenario_free(packed);
        smy_scenario_free(scenario);
    }
}

/* Numbers, truths and nothing as a person writes them; notices tell their places. */
static void what_was_written_stays(void **state)
{
    (void)state;
    static const char text[] =
        "summitry: 1\nid: t\ntitle: \"007\"\nx-a: [~, 1e3, .inf, True]\n"
        "issues:\n  a: {scale: [0, 1.00e2], status_quo: 050}\n"
        "actors: {us: {capability: 1}, ru: {capability: 2}}\ntable: {seats: [us, ru]}\n"
        "stances:\n  us: {a: {position: 10, salience: 0.50}}\n"
        "  ru: {a: {position: 9e1, salience: 50}}\n";
    SmyScenario *scenario = scenario_good(text);
    SmyScenario *packed = through_json(text, strlen(text), "folder/t.yaml");
    assert_true(scenario->n_notices > 0);
    check_same(scenario, packed);
    assert_string_equal(packed->notices[0].text, scenario->notices[0].text);
    assert_string_equal(smy_scenario_sha256(packed), smy_scenario_sha256(scenario));
    smy_scenario_free(packed);
    smy_scenario_free(scenario);
}

static void what_is_not_packed_is_refused(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "{}",
        "{\"packed\": 2, \"file\": \"a\", \"sha256\": \"\", \"scenario\": {}}",
        "{\"packed\": 1, \"file\": \"a\", \"sha256\": \"ab\", \"scenario\": {}}",
        "{\"packed\": 1, \"file\": 3}",
        "{\"packed\": 1, \"file\": \"a\", \"sha256\": "
        "\"0000000000000000000000000000000000000000000000000000000000000000\"}",
        "{\"packed\": 1, \"file\": \"a\", \"scenario\": {\"summitry\": 1}, \"places\": "
        "[-1e99, "
        "3], \"written\": [[0]], \"sha256\": "
        "\"0000000000000000000000000000000000000000000000000000000000000000\"}",
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        SmyResult *json = NULL;
        SmyScenario *scenario = NULL;
        SmyError err = {0};
        assert_int_equal(smy_result_read_json(rows[r], strlen(rows[r]), &json, &err),
                         SMY_OK);
        assert_int_not_equal(
            smy_scenario_unpack(smy_result_root(json), NULL, &scenario, &err), SMY_OK);
        assert_null(scenario);
        smy_result_free(json);
    }
    SmyResult *packed = NULL;
    SmyError err = {0};
    assert_int_not_equal(smy_scenario_pack("summitry: 2", 11, "t", &packed, &err), SMY_OK);
    assert_null(packed);
}

static SmyCode pack_and_unpack(void *cookie)
{
    const char *text = cookie;
    SmyResult *packed = NULL;
    SmyScenario *scenario = NULL;
    SmyCode code = smy_scenario_pack(text, strlen(text), "t.yaml", &packed, NULL);
    if (code == SMY_OK)
        code = smy_scenario_unpack(smy_result_root(packed), NULL, &scenario, NULL);
    smy_scenario_free(scenario);
    smy_result_free(packed);
    return code;
}

static void memory_may_run_out(void **state)
{
    (void)state;
    char text[] = "summitry: 1\nid: t\nissues: {a: {scale: [0, 100]}}\n"
                  "actors: {us: {capability: 1}}\ntable: {seats: [us]}\n"
                  "stances: {us: {a: {position: 10, salience: 50}}}\n";
    assert_true(memory_exhaust(pack_and_unpack, text) > 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_answers_are_the_same),
        cmocka_unit_test(what_was_written_stays),
        cmocka_unit_test(what_is_not_packed_is_refused),
        cmocka_unit_test(memory_may_run_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
