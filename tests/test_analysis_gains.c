/* SPDX-License-Identifier: Apache-2.0 */
/* Gains, their parts, limits, publics and constraints: golden J and rows by hand. */
#include "support/four.h"

#include <math.h>
#include <stdio.h>

static void gains_of_models_md_j(void **state)
{
    (void)state;
    static const char *const names[] = {"a", "b", "c", "d"};
    static const struct {
        const char *ours, *golden;
    } parts[] = {{"outcome", "gain_status_quo"},
                 {"total", "gain_status_quo"},
                 {"no_deal", "gain_no_deal"},
                 {"shortfall", "shortfall_ideal"}};
    json_t *file = golden_read("j_gains.json");
    SmyResult *result = four_run(&(Four){.seats = "01", .no_deal = true}, "mean");
    for (size_t a = 0; a < 4; a++)
        for (size_t p = 0; p < 4; p++) {
            char ours[64], cell[64];
            (void)snprintf(ours, sizeof ours, "models.0.gains.%s.%s", names[a],
                           parts[p].ours);
            (void)snprintf(cell, sizeof cell, "expected.rows.%zu.%s", a, parts[p].golden);
            check_near(ours, ask_number(result, ours), json_num(file, cell), 1e-9,
                       "models.md J");
        }
    smy_result_free(result);
    json_decref(file);
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(gains_of_models_md_j)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
