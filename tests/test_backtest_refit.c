/* SPDX-License-Identifier: Apache-2.0 */
/* Fitting the forecast: what ships comes back from its table, small tables are refused. */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include <summitry/summitry.h>

static double at(const SmyResult *result, const char *path)
{
    const SmyNode *node = smy_node_find(smy_result_root(result), path);
    if (!node)
        fail_msg("no %s", path);
    return smy_node_number(node);
}

static void what_ships_comes_back(void **state)
{
    (void)state;
    const char *path = shared_path("deu3/issues.csv");
    SmyCases *cases = NULL;
    SmyResult *result = NULL;
    SmyError err = {0};
    if (smy_cases_read(path, &cases, &err) != SMY_OK ||
        smy_refit(cases, "heaped", NULL, &result, &err) != SMY_OK)
        fail_msg("%s", err.message);
    check_near("alpha", at(result, "options.alpha.value"), 4.07111666, 1e-4, "models.md M");
    check_near("beta", at(result, "options.beta.value"), 3.850572813654357, 1e-4,
               "models.md M");
    check_near("out of fold", at(result, "scores.out_of_fold.crps"), 15.09, .007,
               "models.md M: 0.1 either way for the folds");
    check_near("as it stands", at(result, "scores.as_it_stands.crps"), 15.0151, 1e-5,
               "models.md M");
    assert_true(at(result, "options.alpha.low") < 4.0711 &&
                at(result, "options.alpha.high") > 4.0711);
    const char *flag = smy_node_text(smy_node_find(smy_result_root(result), "flags.0"));
    assert_non_null(flag);
    assert_int_equal(strncmp(flag, "heaped.alpha=4.0711", 19), 0);
    smy_result_free(result);
    smy_cases_free(cases);
    check_done();
}

/* n decisions in n groups, each wanted from 0 to 100, with outcomes on a position or beside it. */
static void write_table(size_t n, char *text, size_t size)
{
    size_t length =
        (size_t)snprintf(text, size, "issue,group,actor,position,salience,outcome\n");
    for (size_t i = 0; i < n; i++)
        length += (size_t)snprintf(text + length, size - length,
                                   "i%zu,g%zu,a,0,50,%zu\ni%zu,g%zu,b,%zu,50,\n"
                                   "i%zu,g%zu,c,100,50,\n",
                                   i, i, i % 2 ? 40 : 30 + i, i, i, (size_t)40, i, i);
}

static void few_decisions_are_refused(void **state)
{
    (void)state;
    static char text[1 << 14];
    for (size_t n = 29; n <= 30; n++) {
        SmyCases *cases = NULL;
        SmyResult *result = NULL;
        SmyError err = {0};
        write_table(n, text, sizeof text);
        assert_int_equal(smy_cases_parse(text, strlen(text), "t", &cases, &err), SMY_OK);
        SmyCode code = smy_refit(cases, "heaped", NULL, &result, &err);
        assert_int_equal(code, n < 30 ? SMY_ERR_MISSING : SMY_OK);
        assert_int_equal(err.code, code);
        if (code == SMY_OK)
            assert_true(smy_node_bool(smy_node_get(smy_result_root(result), "converged")));
        else
            assert_non_null(strstr(err.message, "too few to fit to: 29 decisions"));
        smy_result_free(result);
        assert_int_equal(smy_refit(cases, "nash", NULL, &result, &err), SMY_ERR_UNKNOWN);
        smy_cases_free(cases);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_ships_comes_back),
        cmocka_unit_test(few_decisions_are_refused),
    };
    return cmocka_run_group_tests_name("refits", tests, NULL, NULL);
}
