/* SPDX-License-Identifier: Apache-2.0 */
/* The library when memory runs out: it says so, and keeps nothing. */
#include "support/memory.h"

#include "base/arena.h"
#include "base/tree.h"
#include "support/support.h"

static SmyCode fill_arena(void *cookie)
{
    size_t *n_pieces = cookie;
    SmyiArena arena = {0};
    SmyCode code = SMY_OK;
    for (size_t i = 0; i < *n_pieces && code == SMY_OK; i++)
        if (!smyi_arena_take(&arena, 1000, 1))
            code = SMY_ERR_NOMEM;
    smyi_arena_free(&arena);
    return code;
}

static SmyCode build_tree(void *cookie)
{
    (void)cookie;
    SmyResult *result = smyi_result_new();
    if (!result)
        return SMY_ERR_NOMEM;
    SmyNode *list = smyi_add_list(result, result->root, "list");
    for (size_t i = 0; i < 1000; i++) {
        SmyNode *one = smyi_add_object(result, list, NULL);
        smyi_add_number(result, one, "number", (double)i);
        smyi_add_text(result, one, "text", "some text");
    }
    SmyCode code = result->failed ? SMY_ERR_NOMEM : SMY_OK;
    smy_result_free(result);
    return code;
}

static void an_arena_out_of_memory(void **state)
{
    (void)state;
    size_t n_pieces = 2000;
    assert_true(memory_exhaust(fill_arena, &n_pieces) > 5);
}

static void a_tree_out_of_memory(void **state)
{
    (void)state;
    assert_true(memory_exhaust(build_tree, NULL) > 5);
}

static void a_product_that_overflows_is_refused(void **state)
{
    (void)state;
    SmyiArena arena = {0};
    assert_null(smyi_arena_take(&arena, SIZE_MAX / 2, 3));
    assert_null(smyi_arena_take(&arena, SIZE_MAX, 1));
    smyi_arena_free(&arena);
    assert_int_equal(memory_live(), 0);
}

static void the_count_sees_what_is_kept(void **state)
{
    (void)state;
    SmyiArena arena = {0};
    memory_fail_at(0);
    assert_non_null(smyi_arena_take(&arena, 1, 1));
    assert_int_equal(memory_count(), 1);
    assert_int_equal(memory_live(), 1);
    smyi_arena_free(&arena);
    assert_int_equal(memory_live(), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_arena_out_of_memory),
        cmocka_unit_test(a_tree_out_of_memory),
        cmocka_unit_test(a_product_that_overflows_is_refused),
        cmocka_unit_test(the_count_sees_what_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
