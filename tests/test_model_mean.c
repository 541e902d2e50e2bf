/* SPDX-License-Identifier: Apache-2.0 */
/* The compromise model against the golden file and by hand. */
#include "support/support.h"

#include <math.h>

#include "model/model.h"

static void golden_cases(void **state)
{
    (void)state;
    json_t *file = golden_read("a_aggregators.json");
    const SmyiModel *mean = smyi_model_find("mean");
    assert_non_null(mean);
    size_t c;
    json_t *one;
    json_array_foreach(json_object_get(file, "cases"), c, one) {
        const json_t *position = json_at(one, "input.position");
        const json_t *weight = json_at(one, "input.weight");
        double p[32], s[32], k[32] = {0}, w[32], q = (double)NAN, x;
        size_t n = json_array_size(position);
        for (size_t a = 0; a < n; a++) {
            p[a] = json_number_value(json_array_get(position, a)) / 100;
            w[a] = json_number_value(json_array_get(weight, a));
            s[a] = 1;
        }
        SmyiGame game = {.n_actors = n,
                         .n_issues = 1,
                         .n_lanes = 1,
                         .position = p,
                         .salience = s,
                         .capability = w,
                         .no_deal = k,
                         .status_quo = &q};
        unsigned char status;
        double rounds;
        SmyiOutcome out = {.point = &x, .status = &status, .rounds = &rounds};
        SmyiArena mem = {0};
        assert_int_equal(smyi_model_solve(mean, &game, NULL, NULL, &mem, &out), SMY_OK);
        smyi_arena_free(&mem);
        check_near("mean", 100 * x, json_num(one, "expected.mean"), 1e-9, "models.md A");
    }
    json_decref(file);
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(golden_cases)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
