/* SPDX-License-Identifier: Apache-2.0 */
/* Random numbers: the published answers, and blocks that are made of the single numbers. */
#include "support/support.h"

#include "base/random.h"

static void words(const json_t *list, uint32_t *out, size_t n)
{
    assert_int_equal(json_array_size(list), n);
    for (size_t i = 0; i < n; i++)
        out[i] = (uint32_t)json_integer_value(json_array_get(list, i));
}

static void philox_gives_the_known_answers(void **state)
{
    (void)state;
    json_t *file = golden_read("k_uncertainty.json");
    const json_t *rows = json_at(file, "expected.philox");
    size_t i;
    const json_t *row;
    assert_true(json_array_size(rows) >= 4);
    json_array_foreach(rows, i, row) {
        uint32_t counter[4], key[2], want[4], got[4];
        words(json_at(row, "counter"), counter, 4);
        words(json_at(row, "key"), key, 2);
        words(json_at(row, "out"), want, 4);
        smyi_philox(counter, key, got);
        assert_memory_equal(got, want, sizeof want);
    }
    json_decref(file);
}

static void uniforms_are_those_of_the_golden_file(void **state)
{
    (void)state;
    json_t *file = golden_read("k_uncertainty.json");
    const json_t *rows = json_at(file, "expected.uniform");
    size_t i;
    const json_t *row;
    assert_true(json_array_size(rows) >= 8);
    json_array_foreach(rows, i, row) {
        uint64_t seed = (uint64_t)json_integer_value(json_at(row, "seed"));
        uint64_t draw = (uint64_t)json_integer_value(json_at(row, "draw"));
        uint64_t number = (uint64_t)json_integer_value(json_at(row, "j"));
        SmyiStream stream = (SmyiStream)json_integer_value(json_at(row, "stream"));
        double u;
        smyi_uniforms(seed, stream, draw, 1, number, 1, &u);
        check_near("one", smyi_uniform(seed, stream, draw, number), json_num(row, "u"), 0,
                   "golden k");
        check_near("block", u, json_num(row, "u"), 0, "golden k");
    }
    json_decref(file);
    check_done();
}

/* clang-format off */
static const struct {
    const char *row;
    uint64_t seed, draw, number;
    size_t n_draws, n_numbers;
} blocks[] = {
    {"one number",              1,                    0,                   0,  1,   1},
    {"an odd number alone",     1,                    5,                   3,  1,   1},
    {"less than a block",       7,                    0,                   0,  63,  4},
    {"a block",                 7,                    64,                  0,  64,  5},
    {"more than a block",       7,                    1,                   1,  65,  6},
    {"many blocks",             2025,                 1000,                7,  300, 9},
    {"draws beyond 2^32",       2025,                 4294967290,          2,  70,  3},
    {"a seed with both halves", 0x123456789abcdef0,   3,                   0,  64,  2},
    {"the last draws there are", 1,                   UINT64_MAX - 69,     11, 70,  2},
};
/* clang-format on */

static void a_block_is_made_of_single_numbers(void **state)
{
    (void)state;
    static double out[3000];
    for (size_t b = 0; b < sizeof blocks / sizeof *blocks; b++) {
        size_t n = blocks[b].n_draws, m = blocks[b].n_numbers;
        assert_true(n * m < 3000);
        out[n * m] = -1;
        smyi_uniforms(blocks[b].seed, SMYI_STREAM_CHOICES, blocks[b].draw, n,
                      blocks[b].number, m, out);
        assert_true(out[n * m] == -1); /* nothing is written beyond */
        for (size_t j = 0; j < m; j++)
            for (size_t k = 0; k < n; k++)
                check_near(blocks[b].row, out[j * n + k],
                           smyi_uniform(blocks[b].seed, SMYI_STREAM_CHOICES,
                                        blocks[b].draw + k, blocks[b].number + j),
                           0, "smyi_uniform");
    }
    check_done();
}

static void streams_and_seeds_differ(void **state)
{
    (void)state;
    double u = smyi_uniform(1, SMYI_STREAM_INPUTS, 0, 0);
    assert_true(u != smyi_uniform(1, SMYI_STREAM_CHOICES, 0, 0));
    assert_true(u != smyi_uniform(2, SMYI_STREAM_INPUTS, 0, 0));
    assert_true(u != smyi_uniform(1 + (UINT64_C(1) << 32), SMYI_STREAM_INPUTS, 0, 0));
    assert_true(u != smyi_uniform(1, SMYI_STREAM_INPUTS, UINT64_C(1) << 32, 0));
    assert_true(u != smyi_uniform(1, SMYI_STREAM_INPUTS, 0, 1));
}

static void they_look_uniform(void **state)
{
    (void)state;
    enum { N = 100000, BINS = 100 };
    static double u[N];
    double bins[BINS] = {0}, sum = 0, chi = 0;
    smyi_uniforms(3, SMYI_STREAM_INPUTS, 0, N, 5, 1, u);
    for (size_t k = 0; k < N; k++) {
        assert_true(u[k] > 0 && u[k] < 1);
        bins[(int)(u[k] * BINS)]++;
        sum += u[k];
    }
    for (size_t b = 0; b < BINS; b++)
        chi += (bins[b] - N / BINS) * (bins[b] - N / BINS) / (N / BINS);
    check_near("mean", sum / N, .5, 4e-3, "hand: four standard errors");
    assert_true(chi > 50 && chi < 150); /* 99 degrees of freedom */
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(philox_gives_the_known_answers),
        cmocka_unit_test(uniforms_are_those_of_the_golden_file),
        cmocka_unit_test(a_block_is_made_of_single_numbers),
        cmocka_unit_test(streams_and_seeds_differ),
        cmocka_unit_test(they_look_uniform),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
