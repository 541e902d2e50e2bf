/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers as text: shortest, and read back to the same bits. */
#include "base/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "support/support.h"

static const struct {
    double value;
    const char *want;
} rows[] = {
    {0, "0"},
    {-0.0, "0"},
    {1, "1"},
    {-17, "-17"},
    {.1, "0.1"},
    {-.5, "-0.5"},
    {1. / 3, "0.3333333333333333"},
    {2. / 3, "0.6666666666666666"},
    {.1 + .2, "0.30000000000000004"},
    {71.2, "71.2"},
    {100000, "100000"},
    {999999999999999, "999999999999999"},
    {1e15, "1e+15"},
    {123456789012345680, "1.2345678901234568e+17"},
    {1e22, "1e+22"},
    {1e-7, "1e-07"},
    {5e-324, "5e-324"},
    {2.2250738585072014e-308, "2.2250738585072014e-308"},
    {1.7976931348623157e308, "1.7976931348623157e+308"},
};

static void rows_as_written(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[SMYI_NUMBER_SIZE];
        assert_int_equal(smyi_number_write(rows[i].value, text), strlen(rows[i].want));
        assert_string_equal(text, rows[i].want);
    }
}

/* A double from random bits: any exponent, any fraction, finite. */
static double any_double(uint64_t draw)
{
    uint32_t counter[4] = {(uint32_t)draw, 0, 0, 77}, key[2] = {9, 9}, word[4];
    smyi_philox(counter, key, word);
    uint64_t bits = (uint64_t)word[0] << 32 | word[1];
    double x;
    memcpy(&x, &bits, sizeof x);
    return isfinite(x) ? x : (double)word[2];
}

static void any_number_reads_back(void **state)
{
    (void)state;
    for (uint64_t k = 0; k < 20000; k++) {
        double x = k % 2 ? any_double(k) : smyi_uniform(1, SMYI_STREAM_INPUTS, k, 0) * 100;
        if (k % 3 == 0) { /* few digits */
            char few[64];
            (void)snprintf(few, sizeof few, "%.*g", (int)(k % 15 + 1), x);
            x = strtod(few, NULL);
        }
        char text[SMYI_NUMBER_SIZE], shorter[64];
        size_t length = smyi_number_write(x, text);
        assert_int_equal(length, strlen(text));
        double back = strtod(text, NULL);
        assert_memory_equal(&back, &x, sizeof x);
        int digits = 0;
        for (const char *c = text; *c && *c != 'e'; c++)
            digits += *c >= '0' && *c <= '9' && (digits || *c != '0');
        if (digits > 1 && strchr(text, '.')) {
            (void)snprintf(shorter, sizeof shorter, "%.*e", digits - 2, x);
            assert_true(strtod(shorter, NULL) != x); /* one digit less is another number */
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_as_written),
        cmocka_unit_test(any_number_reads_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
