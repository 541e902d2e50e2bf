/* SPDX-License-Identifier: Apache-2.0 */
/* The arena: aligned zeroes, rewound memory used again, products that overflow. */
#include "base/arena.h"

#include <string.h>

#include "support/memory.h"
#include "support/support.h"

static void what_it_gives_is_zero_and_aligned(void **state)
{
    (void)state;
    SmyiArena arena = {0};
    for (size_t size = 0; size < 5000; size += 37) {
        unsigned char *bytes = smyi_arena_take(&arena, size, 1);
        assert_non_null(bytes);
        assert_int_equal((uintptr_t)bytes % 64, 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(bytes[i], 0);
        memset(bytes, 0xff, size);
    }
    smyi_arena_free(&arena);
}

static void pieces_do_not_overlap(void **state)
{
    (void)state;
    SmyiArena arena = {0};
    unsigned char *pieces[200];
    for (size_t i = 0; i < 200; i++) {
        pieces[i] = smyi_arena_take(&arena, i * 31, 1);
        assert_non_null(pieces[i]);
        memset(pieces[i], (int)i, i * 31);
    }
    for (size_t i = 0; i < 200; i++)
        for (size_t b = 0; b < i * 31; b++)
            assert_int_equal(pieces[i][b], i);
    smyi_arena_free(&arena);
}

static void rewinding_reuses_memory(void **state)
{
    (void)state;
    SmyiArena arena = {0};
    char *kept = smyi_arena_copy(&arena, "kept", 4);
    assert_non_null(kept);
    SmyiMark mark = smyi_arena_mark(&arena);
    void *first = NULL;
    for (int round = 0; round < 20; round++) {
        void *taken = smyi_arena_take(&arena, 100, 10);
        assert_non_null(taken);
        assert_true(!first || taken == first);
        first = taken;
        for (int i = 0; i < 50; i++)
            assert_non_null(memset(smyi_arena_take(&arena, 3000, 1), 7, 3000));
        smyi_arena_rewind(&arena, mark);
        if (round == 0)
            memory_fail_at(0); /* counts from here */
    }
    assert_int_equal(memory_count(), 0); /* after the first round nothing was asked for */
    assert_string_equal(kept, "kept");
    smyi_arena_free(&arena);
    assert_int_equal(memory_live(), 0);
}

static void a_mark_of_an_empty_arena(void **state)
{
    (void)state;
    SmyiArena arena = {0};
    SmyiMark mark = smyi_arena_mark(&arena);
    void *first = smyi_arena_take(&arena, 10, 10);
    smyi_arena_rewind(&arena, mark);
    assert_ptr_equal(smyi_arena_take(&arena, 10, 10), first);
    smyi_arena_free(&arena);
    assert_non_null(smyi_arena_take(&arena, 1, 1)); /* it may be used again */
    smyi_arena_free(&arena);
}

static void overflow_is_refused(void **state)
{
    (void)state;
    SmyiArena arena = {0};
    assert_null(smyi_arena_take(&arena, SIZE_MAX / 8, 16));
    assert_null(smyi_arena_take(&arena, SIZE_MAX, SIZE_MAX));
    assert_null(smyi_arena_take(&arena, SIZE_MAX - 10, 1));
    assert_null(smyi_arena_copy(&arena, "x", SIZE_MAX));
    assert_non_null(smyi_arena_take(&arena, SIZE_MAX, 0));
    assert_non_null(smyi_arena_take(&arena, 0, SIZE_MAX));
    smyi_arena_free(&arena);
}

static void texts(void **state)
{
    (void)state;
    SmyiArena arena = {0};
    assert_string_equal(smyi_arena_copy(&arena, "abcdef", 3), "abc");
    assert_string_equal(smyi_arena_copy(&arena, "", 0), "");
    assert_string_equal(smyi_arena_print(&arena, "%s-%d", "table", 3), "table-3");
    smyi_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_it_gives_is_zero_and_aligned),
        cmocka_unit_test(pieces_do_not_overlap),
        cmocka_unit_test(rewinding_reuses_memory),
        cmocka_unit_test(a_mark_of_an_empty_arena),
        cmocka_unit_test(overflow_is_refused),
        cmocka_unit_test(texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
