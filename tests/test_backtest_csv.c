/* SPDX-License-Identifier: Apache-2.0 */
/* Tables of past decisions: what is read, and what is refused at which place. */
#include "support/support.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "exchange/csv.h"
#include "scenario/cases.h"
#include "support/memory.h"

#define HEAD "issue,actor,position,salience,outcome\n"

static void cells_of_rfc_4180(void **state)
{
    (void)state;
    static const char text[] = "\xef\xbb\xbf"
                               "a,\"b,\"\"c\"\"\",\r\n\n\"1\r\n2\",\xc3\xa4,x\r\n3,,\"\"";
    static const struct {
        const char *text;
        int line, column;
    } want[] = {{"a", 1, 1},      {"b,\"c\"", 1, 3},  {"", 1, 13},
                {"1\r\n2", 3, 1}, {"\xc3\xa4", 4, 4}, {"x", 4, 6},
                {"3", 5, 1},      {"", 5, 3},         {"", 5, 4}};
    SmyiArena arena = {0};
    SmyiCsv csv;
    SmyError err = {0};
    assert_int_equal(smyi_csv_read(text, sizeof text - 1, "t.csv", &arena, &csv, &err),
                     SMY_OK);
    assert_int_equal(csv.n_columns, 3);
    assert_int_equal(csv.n_rows, 2);
    for (size_t c = 0; c < 9; c++) {
        assert_string_equal(csv.head[c].text, want[c].text);
        assert_int_equal(csv.head[c].line, want[c].line);
        assert_int_equal(csv.head[c].column, want[c].column);
    }
    smyi_arena_free(&arena);
}

/* clang-format off */
static const struct {
    const char *row, *text;
    SmyCode code;
    int line, column;
    const char *says;
} bad[] = {
    {"nothing", "", SMY_ERR_SYNTAX, 1, 1, "empty"},
    {"a quote never closed", "issue,\"actor\n", SMY_ERR_SYNTAX, 1, 7, "never closed"},
    {"a quote closed by the last of two", "\"issue\"\"", SMY_ERR_SYNTAX, 1, 1, "never closed"},
    {"text behind a quote", HEAD "\"i\"x,a,1,2,3\n", SMY_ERR_SYNTAX, 2, 4, "behind"},
    {"a quote inside", HEAD "i\",a,1,2,3\n", SMY_ERR_SYNTAX, 2, 2, "inside"},
    {"a CR alone", HEAD "i,a\r,1,2,3\n", SMY_ERR_SYNTAX, 2, 4, "CR"},
    {"a cell too few", HEAD "i,a,1,2\n", SMY_ERR_SYNTAX, 2, 1, "4 cells"},
    {"a cell too many", HEAD "i,a,1,2,3,\n", SMY_ERR_SYNTAX, 2, 1, "6 cells"},
    {"no UTF-8", HEAD "\xc3\xa4,\xff,1,2,3\n", SMY_ERR_SYNTAX, 2, 3, "UTF-8"},
    {"no outcome column", "issue,actor,position,salience\n", SMY_ERR_MISSING, 1, 1, "\"outcome\""},
    {"an unknown column", "issue,actor,position,saliense,outcome\n", SMY_ERR_UNKNOWN, 1, 22, "saliense"},
    {"a column twice", "issue,actor,issue\n", SMY_ERR_DUPLICATE, 1, 13, "\"issue\""},
    {"a word for a number", HEAD "i,a,near,2,3\n", SMY_ERR_TYPE, 2, 5, "\"near\""},
    {"a decimal comma", HEAD "i,a,\"1,5\",2,3\n", SMY_ERR_TYPE, 2, 5, "\"1,5\""},
    {"not a number", HEAD "i,a,.nan,2,3\n", SMY_ERR_TYPE, 2, 5, ".nan"},
    {"a position off the scale", HEAD "i,a,101,2,3\n", SMY_ERR_RANGE, 2, 5, "0 to 100"},
    {"a salience above 100", HEAD "i,a,1,102,3\n", SMY_ERR_RANGE, 2, 7, "0 to 100"},
    {"an outcome off the scale", HEAD "i,a,1,2,-3\n", SMY_ERR_RANGE, 2, 9, "0 to 100"},
    {"two outcomes", HEAD "i,a,1,2,3\ni,b,1,2,4\n", SMY_ERR_CONFLICT, 3, 9, "another outcome"},
    {"an actor twice", HEAD "i,a,1,2,3\nj,a,1,2,3\ni,a,1,2,3\n", SMY_ERR_DUPLICATE, 4, 3, "\"a\""},
    {"an issue without a name", HEAD ",a,1,2,3\n", SMY_ERR_MISSING, 2, 1, "\"issue\""},
    {"a scale upside down", "issue,actor,position,salience,outcome,low,high\ni,a,1,2,3,9,5\n", SMY_ERR_RANGE, 2, 11, "scale"},
    {"two groups", "issue,group,actor,position,salience,outcome\ni,g,a,1,2,3\ni,h,b,1,2,3\n", SMY_ERR_CONFLICT, 3, 3, "\"g\""},
    {"a negative capability", "issue,actor,position,salience,outcome,capability\ni,a,1,2,3,-1\n", SMY_ERR_RANGE, 2, 11, "at least 0"},
    {"wide: no group", "issue,rp,out\n", SMY_ERR_MISSING, 1, 1, "\"group\""},
    {"wide: a position without its salience column", "issue,group,rp,out,p_fr\n", SMY_ERR_MISSING, 1, 20, "\"s_fr\""},
    {"wide: an issue twice", "issue,group,rp,out\ni,g,,\ni,g,,\n", SMY_ERR_DUPLICATE, 3, 1, "\"i\""},
    {"wide: off the scale", "issue,group,rp,out\ni,g,,120\n", SMY_ERR_RANGE, 2, 6, "\"120\""},
};
/* clang-format on */

static void refused_at_the_place(void **state)
{
    (void)state;
    for (size_t r = 0; r < sizeof bad / sizeof *bad; r++) {
        SmyCases *cases = NULL;
        SmyError err = {0};
        SmyCode code =
            smy_cases_parse(bad[r].text, strlen(bad[r].text), "t.csv", &cases, &err);
        check_near(bad[r].row, code, bad[r].code, 0, err.message);
        check_near(bad[r].row, err.line, bad[r].line, 0, "line");
        check_near(bad[r].row, err.column, bad[r].column, 0, "column");
        if (!strstr(err.message, bad[r].says)) {
            print_error("%s: \"%s\" lacks \"%s\"\n", bad[r].row, err.message, bad[r].says);
            check_near(bad[r].row, 0, 1, 0, "message");
        }
        assert_null(cases);
    }
    check_done();
}

static void a_file_that_is_not_there(void **state)
{
    (void)state;
    SmyCases *cases = NULL;
    SmyError err = {0};
    assert_int_equal(smy_cases_read("tests/data/none.csv", &cases, &err), SMY_ERR_IO);
    assert_null(cases);
}

static void empty_is_not_zero(void **state)
{
    (void)state;
    static const char text[] = "x-note,outcome,issue,actor,position,salience,capability\n"
                               "n,,i,a,,5,1\n,7,j,a,0,0,\n,,i,b,4e1,,2\n,,j,b,,,\n";
    SmyCases *cases = NULL;
    SmyError err = {0};
    assert_int_equal(smy_cases_parse(text, sizeof text - 1, "t", &cases, &err), SMY_OK);
    assert_int_equal(cases->n_cases, 2);
    assert_string_equal(cases->form, "cases");
    const SmyiCase *i = &cases->cases[0], *j = &cases->cases[1];
    assert_true(isnan(i->outcome) && isnan(i->status_quo) && i->n_actors == 2);
    assert_string_equal(i->group, "i");
    assert_true(j->outcome >= 7 && j->outcome <= 7 && j->low >= 0 && j->high >= 100);
    const SmyiStandpoint *s = cases->standpoints;
    assert_true(isnan(s[i->first].position) && s[i->first].salience >= 5);
    assert_true(s[i->first + 1].position >= 40 && isnan(s[i->first + 1].salience));
    assert_true(fabs(s[j->first].position) <= 0 && fabs(s[j->first].salience) <= 0);
    assert_true(isnan(s[j->first].capability) && isnan(s[j->first + 1].position));
    smy_cases_free(cases);
}

static void the_wide_form_is_the_long_form(void **state)
{
    (void)state;
    static const char text[] = "issue,group,rp,out,p_fr,s_fr,c_fr,p_de,s_de,name\n"
                               "i,g,10,20,30,40,50,60,,x\nj,g,,,,,9,1,2,y\n";
    SmyCases *cases = NULL;
    SmyError err = {0};
    assert_int_equal(smy_cases_parse(text, sizeof text - 1, "t", &cases, &err), SMY_OK);
    assert_string_equal(cases->form, "deu3");
    assert_int_equal(cases->n_cases, 2);
    const SmyiCase *i = &cases->cases[0], *j = &cases->cases[1];
    assert_int_equal(i->n_actors, 2);
    assert_int_equal(j->n_actors, 1); /* a capability alone takes no part */
    check_near("status quo", i->status_quo, 10, 0, "hand");
    check_near("outcome", i->outcome, 20, 0, "hand");
    check_near("capability", cases->standpoints[0].capability, 50, 0, "hand");
    check_near("no salience", cases->standpoints[1].salience, (double)NAN, 0, "hand");
    check_near("no capability", cases->standpoints[1].capability, (double)NAN, 0, "hand");
    assert_string_equal(cases->standpoints[j->first].actor, "de");
    smy_cases_free(cases);
    check_done();
}

static SmyCode read_example(void *cookie)
{
    SmyCases *cases = NULL;
    SmyError err = {0};
    SmyCode code = smy_cases_read(cookie, &cases, &err);
    assert_int_equal(code, err.code);
    smy_cases_free(cases);
    return code;
}

static void memory_that_runs_out(void **state)
{
    (void)state;
    static char path[] = "docs/decisions.csv";
    assert_true(memory_exhaust(read_example, path) > 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_of_rfc_4180),
        cmocka_unit_test(refused_at_the_place),
        cmocka_unit_test(a_file_that_is_not_there),
        cmocka_unit_test(empty_is_not_zero),
        cmocka_unit_test(the_wide_form_is_the_long_form),
        cmocka_unit_test(memory_that_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
