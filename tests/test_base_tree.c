/* SPDX-License-Identifier: Apache-2.0 */
/* The result tree: built, walked, written as JSON and read back. */
#include "base/tree.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "support/memory.h"
#include "support/support.h"

static SmyResult *example(void)
{
    SmyResult *result = smyi_result_new();
    assert_non_null(result);
    SmyNode *root = result->root;
    smyi_add_text(result, root, "id", "alaska-2025");
    smyi_add_number(result, root, "seed", 1);
    smyi_add_bool(result, root, "partial", false);
    smyi_add_null(result, root, "why");
    SmyNode *models = smyi_add_list(result, root, "models");
    SmyNode *mean = smyi_add_object(result, models, NULL);
    smyi_add_text(result, mean, "id", "mean");
    smyi_add_number(result, mean, "point", 71.2);
    smyi_add_number(result, mean, "rounds", (double)NAN);
    smyi_add_list(result, root, "notices");
    assert_false(result->failed);
    return result;
}

static const char example_json[] = "{\n"
                                   "  \"id\": \"alaska-2025\",\n"
                                   "  \"seed\": 1,\n"
                                   "  \"partial\": false,\n"
                                   "  \"why\": null,\n"
                                   "  \"models\": [\n"
                                   "    {\n"
                                   "      \"id\": \"mean\",\n"
                                   "      \"point\": 71.2,\n"
                                   "      \"rounds\": null\n"
                                   "    }\n"
                                   "  ],\n"
                                   "  \"notices\": []\n"
                                   "}\n";

typedef struct Text {
    char bytes[4096];
    size_t length;
} Text;

static SmyCode collect(void *cookie, const char *bytes, size_t length)
{
    Text *text = cookie;
    if (text->length + length >= sizeof text->bytes)
        return SMY_ERR_LIMIT;
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
    return SMY_OK;
}

static SmyCode refuse(void *cookie, const char *bytes, size_t length)
{
    size_t *n_calls = cookie;
    (void)bytes, (void)length;
    return ++*n_calls < 2 ? SMY_OK : SMY_ERR_IO;
}

static void getters(void **state)
{
    (void)state;
    SmyResult *result = example();
    const SmyNode *root = smy_result_root(result);
    assert_int_equal(smy_node_kind(root), SMY_NODE_OBJECT);
    assert_int_equal(smy_node_size(root), 6);
    assert_string_equal(smy_node_key(root, 1), "seed");
    assert_string_equal(smy_node_text(smy_node_get(root, "id")), "alaska-2025");
    assert_true(smy_node_number(smy_node_at(root, 1)) == 1);
    assert_false(smy_node_bool(smy_node_get(root, "partial")));
    assert_int_equal(smy_node_kind(smy_node_get(root, "why")), SMY_NODE_NULL);
    assert_string_equal(smy_node_text(smy_node_find(root, "models.0.id")), "mean");
    assert_int_equal(smy_node_kind(smy_node_find(root, "models.0.rounds")), SMY_NODE_NULL);
    smy_result_free(result);
}

static void what_is_not_there_is_nothing(void **state)
{
    (void)state;
    SmyResult *result = example();
    const SmyNode *root = smy_result_root(result), *list = smy_node_get(root, "models");
    assert_null(smy_node_get(root, "se"));
    assert_null(smy_node_get(root, "seed2"));
    assert_null(smy_node_get(list, "id"));
    assert_null(smy_node_at(root, 6));
    assert_null(smy_node_key(root, 6));
    assert_null(smy_node_key(list, 0));
    assert_null(smy_node_find(root, "models.1"));
    assert_null(smy_node_find(root, "models.x.id"));
    assert_null(smy_node_find(root, "models.99999999999999999999"));
    assert_null(smy_node_find(root, "id.x"));
    assert_null(smy_node_find(root, ""));
    assert_true(isnan(smy_node_number(smy_node_get(root, "id"))));
    assert_null(smy_node_text(smy_node_get(root, "seed")));
    assert_false(smy_node_bool(smy_node_get(root, "seed")));
    smy_result_free(result);
}

static void nothing_answers_for_itself(void **state)
{
    (void)state;
    assert_null(smy_result_root(NULL));
    smy_result_free(NULL);
    assert_int_equal(smy_node_kind(NULL), SMY_NODE_NULL);
    assert_int_equal(smy_node_size(NULL), 0);
    assert_null(smy_node_at(NULL, 0));
    assert_null(smy_node_key(NULL, 0));
    assert_null(smy_node_get(NULL, "a"));
    assert_null(smy_node_find(NULL, "a.b"));
    assert_true(isnan(smy_node_number(NULL)));
    assert_false(smy_node_bool(NULL));
    assert_null(smy_node_text(NULL));
    SmyResult *result = example();
    assert_null(smyi_add_object(result, NULL, "a")); /* a parent that failed is skipped */
    smyi_add_number(result, NULL, "a", 1);
    smyi_add_text(result, NULL, "a", "b");
    smy_result_free(result);
}

static void json_is_written_and_read_back(void **state)
{
    (void)state;
    SmyResult *result = example(), *again;
    static Text text, second;
    text.length = second.length = 0;
    assert_int_equal(smy_node_write_json(smy_result_root(result), collect, &text), SMY_OK);
    assert_string_equal(text.bytes, example_json);
    assert_int_equal(smy_result_read_json(text.bytes, text.length, &again, NULL), SMY_OK);
    assert_int_equal(smy_node_write_json(smy_result_root(again), collect, &second), SMY_OK);
    assert_string_equal(second.bytes, example_json);
    smy_result_free(result);
    smy_result_free(again);
}

static void odd_texts_survive(void **state)
{
    (void)state;
    static const char odd[] =
        "quote \" back\\slash\ttab\nline\x01\x7f \xe4\xbf\x84 \xf0\x9f\x90\xbb";
    static Text text;
    text.length = 0;
    SmyResult *result = smyi_result_new(), *again;
    assert_non_null(result);
    smyi_add_text(result, result->root, odd, odd);
    assert_int_equal(smy_node_write_json(result->root, collect, &text), SMY_OK);
    assert_int_equal(smy_result_read_json(text.bytes, text.length, &again, NULL), SMY_OK);
    assert_string_equal(smy_node_text(smy_node_get(smy_result_root(again), odd)), odd);
    smy_result_free(result);
    smy_result_free(again);
}

static void packed_is_the_same_without_blanks(void **state)
{
    (void)state;
    SmyResult *result = smyi_result_new();
    Text text = {0};
    smyi_add_text(result, result->root, "a b", "c: d");
    SmyNode *list = smyi_add_list(result, result->root, "list");
    smyi_add_number(result, list, NULL, 1. / 3);
    smyi_add_number(result, list, NULL, 1. / 3);
    assert_int_equal(smy_node_write_packed(result->root, collect, &text), SMY_OK);
    assert_string_equal(text.bytes, "{\"a b\":\"c: d\",\"list\":[0.3333333333333333,"
                                    "0.3333333333333333]}");
    smy_result_free(result);
}

static void a_writer_that_fails_is_not_asked_again(void **state)
{
    (void)state;
    SmyResult *result = example();
    SmyNode *list = smyi_add_list(result, result->root, "long");
    size_t n_calls = 0;
    for (int i = 0; i < 1000; i++) /* more than is handed on at once */
        smyi_add_text(result, list, NULL, "twenty bytes of text");
    assert_int_equal(smy_node_write_json(result->root, refuse, &n_calls), SMY_ERR_IO);
    assert_int_equal(n_calls, 2);
    smy_result_free(result);
}

/* clang-format off */
static const struct {
    const char *row, *json;
    SmyCode code; int line, column;
} bad[] = {
    {"empty",             "",                                SMY_ERR_SYNTAX, 1, 1},
    {"cut off",           "{\"a\": [1, 2",                   SMY_ERR_SYNTAX, 1, 11},
    {"no value",          "{\n  \"a\": 1,\n  \"b\": }\n",    SMY_ERR_SYNTAX, 3, 8},
    {"NaN",               "{\"a\": NaN}",                    SMY_ERR_SYNTAX, 1, 9},
    {"a number too large", "{\"a\": 1e999}",                 SMY_ERR_SYNTAX, 1, 11},
    {"given twice",       "{\"a\": 1,\n \"a\": 2}",          SMY_ERR_SYNTAX, 2, 4},
    {"text behind it",    "{} x",                            SMY_ERR_SYNTAX, 1, 4},
    {"not UTF-8",         "{\"a\": \"\xff\"}",               SMY_ERR_SYNTAX, 1, 7},
    {"no object",         "[1]",                             SMY_ERR_TYPE,   0, 0},
};
/* clang-format on */

static void bad_json_gets_a_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        SmyError err = {0};
        SmyResult *result = NULL;
        SmyCode code =
            smy_result_read_json(bad[i].json, strlen(bad[i].json), &result, &err);
        assert_null(result);
        check_near(bad[i].row, (double)code, (double)bad[i].code, 0, "code");
        check_near(bad[i].row, err.line, bad[i].line, 0, "line");
        check_near(bad[i].row, err.column, bad[i].column, 0, "column");
        assert_true(err.message[0] != '\0');
    }
    check_done();
}

static SmyCode nested(int depth)
{
    char json[20000];
    size_t at = 0;
    json[at++] = '{', json[at++] = '"', json[at++] = 'a', json[at++] = '"',
    json[at++] = ':';
    for (int i = 0; i < depth; i++)
        json[at++] = '[';
    for (int i = 0; i < depth; i++)
        json[at++] = ']';
    json[at++] = '}';
    SmyResult *result = NULL;
    SmyError err;
    SmyCode code = smy_result_read_json(json, at, &result, &err);
    smy_result_free(result);
    return code;
}

static void depth_is_bounded(void **state)
{
    (void)state;
    assert_int_equal(nested(60), SMY_OK);
    assert_int_equal(nested(70), SMY_ERR_LIMIT);
    assert_int_equal(nested(9000), SMY_ERR_LIMIT);
}

static void size_is_bounded(void **state)
{
    (void)state;
    SmyResult *result;
    assert_int_equal(smy_result_read_json("{}", (size_t)1 << 30, &result, NULL),
                     SMY_ERR_LIMIT);
    assert_null(result);
}

static SmyCode read_example(void *cookie)
{
    (void)cookie;
    SmyResult *result;
    SmyCode code = smy_result_read_json(example_json, strlen(example_json), &result, NULL);
    smy_result_free(result);
    return code;
}

static void memory_runs_out_while_reading(void **state)
{
    (void)state;
    assert_true(memory_exhaust(read_example, NULL) >= 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(getters),
        cmocka_unit_test(what_is_not_there_is_nothing),
        cmocka_unit_test(nothing_answers_for_itself),
        cmocka_unit_test(json_is_written_and_read_back),
        cmocka_unit_test(odd_texts_survive),
        cmocka_unit_test(packed_is_the_same_without_blanks),
        cmocka_unit_test(a_writer_that_fails_is_not_asked_again),
        cmocka_unit_test(bad_json_gets_a_place),
        cmocka_unit_test(depth_is_bounded),
        cmocka_unit_test(size_is_bounded),
        cmocka_unit_test(memory_runs_out_while_reading),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
