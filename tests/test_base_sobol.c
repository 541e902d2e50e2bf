/* SPDX-License-Identifier: Apache-2.0 */
/* Sobol points against other programs' and against what defines them. */
#include "base/sobol.h"
#include "support/support.h"

enum { MOST = 4096 };

static SmyiArena mem;

static SmyiSobol points(size_t dimensions, SmyiScramble scramble, uint64_t seed)
{
    SmyiSobol sobol;
    assert_true(smyi_sobol_new(dimensions, scramble, seed, &mem, &sobol));
    return sobol;
}

static uint32_t word(const SmyiSobol *sobol, uint64_t point, size_t dimension)
{
    uint32_t out;
    smyi_sobol_words(sobol, point, 1, dimension, 1, &out);
    return out;
}

static void points_equal_the_golden_ones(void **state)
{
    (void)state;
    json_t *golden = golden_read("k_uncertainty.json");
    SmyiSobol sobol = points(10, SMYI_SCRAMBLE_NONE, 0);
    json_t *first = json_at(golden, "expected.sobol.first"), *row, *value;
    json_t *last = json_at(golden, "expected.sobol.last_of_4096");
    size_t k, d;
    assert_true(json_array_size(first) > 4);
    json_array_foreach(first, k, row)
        json_array_foreach(row, d, value)
            assert_int_equal(word(&sobol, k, d), json_integer_value(value));
    json_array_foreach(last, d, value)
        assert_int_equal(word(&sobol, 4095, d), json_integer_value(value));
    json_decref(golden);
}

/* scipy 1.10.1: qmc.Sobol(21201, scramble=False, bits=32), point 1000003, times 2^32. */
static const struct {
    size_t dimension;
    uint32_t word;
} far[] = {
    {0, UINT32_C(1187450880)},     {1, UINT32_C(2413424640)},
    {2, UINT32_C(334991360)},      {36, UINT32_C(796602368)},
    {37, UINT32_C(2447634432)},    {999, UINT32_C(170749952)},
    {10000, UINT32_C(2282262528)}, {13424, UINT32_C(2017808384)},
    {13425, UINT32_C(4217188352)}, {21199, UINT32_C(1408708608)},
    {21200, UINT32_C(2221355008)},
};

static void the_last_dimensions_equal_those_of_another_program(void **state)
{
    (void)state;
    SmyiSobol sobol = points(SMYI_SOBOL_DIMENSIONS, SMYI_SCRAMBLE_NONE, 0);
    for (size_t i = 0; i < sizeof far / sizeof *far; i++)
        assert_int_equal(word(&sobol, 1000003, far[i].dimension), far[i].word);
}

static void a_block_holds_the_points_that_single_calls_give(void **state)
{
    (void)state;
    static const SmyiScramble ways[] = {SMYI_SCRAMBLE_NONE, SMYI_SCRAMBLE_SHIFT,
                                        SMYI_SCRAMBLE_OWEN};
    for (size_t w = 0; w < 3; w++) {
        SmyiSobol sobol = points(7, ways[w], 3);
        uint32_t words[7 * 150];
        double u[7 * 150];
        smyi_sobol_words(&sobol, 37, 150, 0, 7, words);
        smyi_sobol_uniforms(&sobol, 37, 150, 0, 7, u);
        for (size_t d = 0; d < 7; d++)
            for (size_t k = 0; k < 150; k++) {
                assert_int_equal(words[d * 150 + k], word(&sobol, 37 + k, d));
                assert_true(u[d * 150 + k] == (words[d * 150 + k] + .5) * 0x1p-32);
            }
    }
}

/* However scrambled, 4096 points put one into each of 4096 equal steps of each dimension. */
static void scrambled_points_keep_their_even_spread(void **state)
{
    (void)state;
    static uint32_t words[MOST];
    for (int way = SMYI_SCRAMBLE_NONE; way <= SMYI_SCRAMBLE_OWEN; way++) {
        SmyiSobol sobol = points(300, (SmyiScramble)way, 5);
        for (size_t d = 0; d < 300; d++) {
            unsigned char seen[MOST] = {0};
            smyi_sobol_words(&sobol, 0, MOST, d, 1, words);
            for (size_t k = 0; k < MOST; k++)
                assert_int_equal(seen[words[k] >> 20]++, 0);
        }
    }
}

/* Two dimensions: one of 64 points in each of 8 x 8 squares, as dimensions 1 and 2 promise. */
static void scrambling_keeps_squares_filled(void **state)
{
    (void)state;
    for (int way = SMYI_SCRAMBLE_NONE; way <= SMYI_SCRAMBLE_OWEN; way++) {
        SmyiSobol sobol = points(2, (SmyiScramble)way, 11);
        unsigned char seen[64] = {0};
        for (size_t k = 0; k < 64; k++) {
            size_t square = (word(&sobol, k, 0) >> 29) * 8 + (word(&sobol, k, 1) >> 29);
            assert_int_equal(seen[square]++, 0);
        }
    }
}

static void another_seed_scrambles_otherwise(void **state)
{
    (void)state;
    for (int way = SMYI_SCRAMBLE_SHIFT; way <= SMYI_SCRAMBLE_OWEN; way++) {
        SmyiSobol one = points(3, (SmyiScramble)way, 1),
                  two = points(3, (SmyiScramble)way, 2);
        assert_int_not_equal(word(&one, 5, 2), word(&two, 5, 2));
        assert_int_not_equal(word(&one, 5, 1), word(&one, 5, 2));
    }
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
        cmocka_unit_test(points_equal_the_golden_ones),
        cmocka_unit_test(the_last_dimensions_equal_those_of_another_program),
        cmocka_unit_test(a_block_holds_the_points_that_single_calls_give),
        cmocka_unit_test(scrambled_points_keep_their_even_spread),
        cmocka_unit_test(scrambling_keeps_squares_filled),
        cmocka_unit_test(another_seed_scrambles_otherwise),
    };
    return cmocka_run_group_tests(tests, NULL, forget);
}
