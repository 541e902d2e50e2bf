/* SPDX-License-Identifier: Apache-2.0 */
/* Distributions summed on the grid: a block sums to the bits of its lanes one after another. */
#include "analysis/grid.h"

#include <math.h>
#include <string.h>

#include "base/random.h"
#include "support/support.h"

enum { LANES = 13, ISSUES = 2, MOST = 101 };

typedef struct Block {
    double value[ISSUES * MOST * LANES], mass[ISSUES * MOST * LANES];
    unsigned char status[ISSUES * LANES];
} Block;

/* A distribution over points 0, 1/100 ... with weights that round when they are summed. */
static SmyiOutcome on_points(Block *block, size_t support)
{
    size_t cells = ISSUES * support * LANES;
    memset(block, 0, sizeof *block);
    smyi_uniforms(5, SMYI_STREAM_INPUTS, 0, cells, 0, 1, block->mass);
    for (size_t c = 0; c < cells; c++)
        block->value[c] = (double)(c / LANES % support) / 100;
    return (SmyiOutcome){.status = block->status,
                         .support = support,
                         .value = block->value,
                         .mass = block->mass};
}

static void check_block(const char *row, const SmyiOutcome *outcome)
{
    for (size_t i = 0; i < ISSUES; i++) {
        double whole[SMYI_GRID] = {.25, .5}, lanes[SMYI_GRID] = {.25, .5};
        smyi_distributions_on_grid(outcome, LANES, i, whole);
        for (size_t k = 0; k < LANES; k++)
            if (outcome->status[i * LANES + k] == SMY_STATUS_OK)
                smyi_distribution_on_grid(outcome, LANES, i, k, lanes);
        for (size_t g = 0; g < SMYI_GRID; g++)
            check_near(row, whole[g], lanes[g], 0, "lane by lane");
    }
}

static void a_block_sums_as_its_lanes_do(void **state)
{
    (void)state;
    static Block b;
    SmyiOutcome all = on_points(&b, MOST), few = on_points(&b, 3);
    check_block("three points", &few);
    all = on_points(&b, MOST);
    check_block("every point", &all);
    b.mass[5 * LANES + 2] = 0;
    check_block("a point without mass", &all);
    b.status[3] = SMY_STATUS_NO_WEIGHT;
    check_block("a lane without a distribution", &all);
    all = on_points(&b, MOST);
    for (size_t k = 0; k < LANES; k++)
        b.value[9 * LANES + k] = b.value[8 * LANES + k];
    check_block("two entries on one point", &all);
    all = on_points(&b, MOST);
    b.value[20 * LANES + 7] = .191;
    check_block("a value of its own in one lane", &all);
    for (size_t k = 0; k < LANES; k++)
        b.value[20 * LANES + k] = .2 + .3 * (double)k / LANES;
    check_block("values that differ", &all);
    check_done();
}

static void weights_go_to_the_nearest_point(void **state)
{
    (void)state;
    static Block b;
    double mass[SMYI_GRID] = {0};
    SmyiOutcome two = on_points(&b, 2);
    for (size_t k = 0; k < LANES; k++) {
        b.value[k] = .3049;
        b.value[LANES + k] = .3051;
        b.mass[k] = .25;
        b.mass[LANES + k] = .75;
    }
    smyi_distributions_on_grid(&two, LANES, 0, mass);
    check_near("30", mass[30], .25 * LANES, 0, "hand");
    check_near("31", mass[31], .75 * LANES, 0, "hand");
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_block_sums_as_its_lanes_do),
                                       cmocka_unit_test(weights_go_to_the_nearest_point)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
