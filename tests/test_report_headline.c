/* SPDX-License-Identifier: Apache-2.0 */
/* The answer in sentences, from small trees written by hand, and the spread behind it. */
#include <math.h>
#include <string.h>

#include "report/headline.h"
#include "support/reports.h"
#include "support/support.h"

/* clang-format off */
static const struct {
    const char *row;
    double values[4];
    size_t n, want_n, above, below;
    double low, middle, high;
} spreads[] = {
    {"odd",                   {3, 1, 2},               3, 3, 3, 0, 1, 2, 3},
    {"even: between the two", {4, 1, 2, 3},            4, 4, 4, 0, 1, 2.5, 4},
    {"undefined left out",    {(double)NAN, 5, (double)NAN, -1}, 4, 2, 1, 1, -1, 2, 5},
    {"half a point is even",  {0.5, -0.5, 0.51, -0.51}, 4, 4, 1, 1, -0.51, 0, 0.51},
    {"none",                  {(double)NAN},           1, 0, 0, 0, (double)NAN, (double)NAN, (double)NAN},
};

#define ACTOR(id, name, role) "{\"id\":\"" id "\",\"name\":\"" name "\",\"role\":\"" role "\"}"
#define GAIN(id, total) "\"" id "\":{\"total\":" total "}"
#define MODEL(id, reached, gains) "{\"id\":\"" id "\",\"status\":\"ok\",\"agreement\":{\"reached\":" reached "},\"gains\":{" gains "}}"

static const struct {
    const char *row, *tree;
    const char *want[SMYI_HEADLINES];
} rows[] = {
    {"one actor, one model",
     "{\"actors\":[" ACTOR("a", "Alba", "seat") "],\"models\":[" MODEL("mean", "true", GAIN("a", "3.2")) "]}",
     {NULL, NULL, "Alba (+3 points) gains under the one model.", NULL, "Agreement under the one model.", NULL}},
    {"same verdict, one clause",
     "{\"actors\":[" ACTOR("a", "Alba", "seat") "," ACTOR("b", "Bera", "seat") "],\"models\":["
     MODEL("mean", "true", GAIN("a", "3") "," GAIN("b", "-9")) "," MODEL("nash", "true", GAIN("a", "5") "," GAIN("b", "-4")) "]}",
     {NULL, NULL, "Bera (-9 to -4 points) loses under all 2 models; Alba (+3 to +5) gains under all 2 models.",
      NULL, "Agreement under all 2 models.", NULL}},
    {"models that disagree",
     "{\"actors\":[" ACTOR("c", "Cora", "absent") "],\"models\":["
     MODEL("mean", "false", GAIN("c", "3")) "," MODEL("nash", "false", GAIN("c", "-5")) "," MODEL("mode", "false", GAIN("c", "-7")) "]}",
     {NULL, NULL, NULL, "Cora (-7 to +3 points) loses under 2, gains under 1 of 3 models.",
      "No agreement under all 3 models.", NULL}},
    {"neither gain nor loss",
     "{\"actors\":[" ACTOR("c", "Cora", "absent") "],\"models\":[" MODEL("mean", "true", GAIN("c", "0.2")) "]}",
     {NULL, NULL, NULL, "Cora (0 points) stays even under the one model.", "Agreement under the one model.", NULL}},
    {"an empty chair",
     "{\"actors\":[" ACTOR("c", "Cora", "absent") "],\"models\":[" MODEL("mean", "true", "") "," MODEL("nash", "true", "") "],"
     "\"seats\":{\"mean\":{\"seat_gain\":{\"c\":{\"c\":16.4}},\"exclusion_standing\":{\"c\":12}},"
     "\"nash\":{\"seat_gain\":{\"c\":{\"c\":11}},\"exclusion_standing\":{\"c\":12}}}}",
     {NULL, NULL, NULL, NULL, "Agreement under all 2 models.",
      "A seat would bring Cora +11 to +16 points (+12 by standing)."}},
    {"issues settled by some",
     "{\"actors\":[],\"issues\":[{\"id\":\"x\"},{\"id\":\"y\"}],\"models\":["
     "{\"id\":\"mean\",\"agreement\":{\"reached\":true,\"probability\":0.5},\"outcome\":{\"x\":{\"settled\":true}}},"
     "{\"id\":\"nash\",\"agreement\":{\"reached\":false,\"probability\":0.25,\"blocked_by\":[\"k\"]}}]}",
     {NULL, NULL, NULL, NULL, "Agreement under 1 of 2 models (chance 25-50%); of 2 issues 1 settles under some models, "
                  "1 under none. Blocked under some by k.", NULL}},
    {"a forecast of what settles, its record",
     "{\"issues\":[{\"id\":\"x\",\"title\":\"Fish\",\"scale\":[0,10]},{\"id\":\"y\",\"title\":\"Salt\",\"scale\":[0,100]}],\"models\":["
     "{\"id\":\"heaped\",\"title\":\"Heaped compromise (forecast)\"}],\"forecast\":{\"model\":\"heaped\",\"issues\":{"
     "\"x\":{\"median\":4,\"q10\":1,\"q90\":7.5,\"settled\":true},\"y\":{\"median\":50,\"q10\":20,\"q90\":80,\"settled\":false}},"
     "\"record\":{\"data\":\"votes\",\"issues\":1200,\"mae\":21.04,\"crps\":15.1,\"silent_on\":\"Votes only.\",\"baseline\":{\"model\":\"mean\",\"mae\":22.6,\"crps\":22.6}}}}",
     {"Heaped compromise gives Fish 4.0 (8 chances in 10: 1.0 to 7.5); 1 other issue stays open.",
      "On 1,200 votes, out of sample, it missed by 21.0 points of 100, mean by 22.6 (CRPS 15.1 against 22.6). Votes only.",
      NULL, NULL, "No agreement under the one model; none of the 2 issues settles under any."}},
    {"a forecast of what stays open",
     "{\"issues\":[{\"id\":\"x\",\"title\":\"Fish\",\"scale\":[0,100]}],\"models\":[],\"forecast\":{\"model\":\"heaped\",\"record\":null,"
     "\"issues\":{\"x\":{\"median\":4,\"q10\":null,\"q90\":null,\"settled\":false}}}}",
     {"heaped leaves the one issue open."}},
    {"kinds that divide the models",
     "{\"issues\":[{\"id\":\"x\",\"title\":\"Fish\",\"scale\":[0,100]}],\"models\":[{\"id\":\"a\",\"outcome\":{\"x\":{\"settled\":true}}}],\"compare\":{\"widest\":\"x\","
     "\"sides\":[{\"low\":10,\"high\":20,\"models\":[\"a\",\"b\",\"c\",\"d\"],\"assumptions\":[\"votes\",\"fights\"]},"
     "{\"low\":70,\"high\":70,\"models\":[\"e\",\"f\"],\"assumptions\":[\"averages\"]}],\"on_both_sides\":[\"bargains\"]}}",
     {NULL, NULL, NULL, NULL, "No agreement under the one model; the one issue settles under every model.", NULL,
      "Furthest apart on Fish: 10 to 20 under 4 models, 70 under e and f. "
      "What divides them: votes and fights below, averages above; bargains on both sides."}},
    {"one kind against many",
     "{\"issues\":[{\"id\":\"x\",\"title\":\"Fish\",\"scale\":[0,100]}],\"models\":[],\"compare\":{\"widest\":\"x\","
     "\"sides\":[{\"low\":10,\"high\":20,\"models\":[\"a\",\"b\",\"c\",\"d\"],\"assumptions\":[\"votes\",\"fights\",\"trade\",\"luck\"]},"
     "{\"low\":70,\"high\":70,\"models\":[\"e\"],\"assumptions\":[\"averages\"]}],\"on_both_sides\":[]}}",
     {NULL, NULL, NULL, NULL, NULL, NULL,
      "Furthest apart on Fish (which none settles): 10 to 20 under 4 models, 70 under e. "
      "What divides them: averages above, the others below."}},
    {"kinds that do not",
     "{\"issues\":[{\"id\":\"x\",\"title\":\"Fish\",\"scale\":[0,100]}],\"models\":[],\"compare\":{\"widest\":\"x\","
     "\"sides\":[{\"low\":10,\"high\":10,\"models\":[\"a\"],\"assumptions\":[]},"
     "{\"low\":70,\"high\":70,\"models\":[\"e\",\"f\",\"g\",\"h\"],\"assumptions\":[]}],\"on_both_sides\":[\"votes\"]}}",
     {NULL, NULL, NULL, NULL, NULL, NULL,
      "Furthest apart on Fish (which none settles): 10 under a, 70 under the 4 others. "
      "No kind of assumption divides them: votes on both sides."}},
    {"models that agree: nothing to say",
     "{\"issues\":[{\"id\":\"x\",\"title\":\"Fish\",\"scale\":[0,100]}],\"models\":[],\"compare\":{\"widest\":null,\"sides\":[]}}",
     {NULL}},
};
/* clang-format on */

static void a_spread_leaves_out_what_is_undefined(void **state)
{
    (void)state;
    for (size_t r = 0; r < sizeof spreads / sizeof *spreads; r++) {
        double values[4];
        memcpy(values, spreads[r].values, sizeof values);
        SmyiSpread got = smyi_spread(values, spreads[r].n);
        if (got.n != spreads[r].want_n || got.above != spreads[r].above ||
            got.below != spreads[r].below)
            fail_msg("%s: %zu values, %zu above, %zu below", spreads[r].row, got.n,
                     got.above, got.below);
        check_near(spreads[r].row, got.low, spreads[r].low, 0, "hand");
        check_near(spreads[r].row, got.middle, spreads[r].middle, 0, "hand");
        check_near(spreads[r].row, got.high, spreads[r].high, 0, "hand");
    }
    check_done();
}

static void the_answer_says_what_the_tree_holds(void **state)
{
    (void)state;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        SmyResult *result = NULL;
        SmyiArena mem = {0};
        SmyiDigest digest;
        SmyiHeadline lines[SMYI_HEADLINES];
        SmyError err = {0};
        if (smy_result_read_json(rows[r].tree, strlen(rows[r].tree), &result, &err) !=
            SMY_OK)
            fail_msg("%s: %s", rows[r].row, err.message);
        assert_int_equal(smyi_digest(smy_result_root(result), &mem, &digest), SMY_OK);
        assert_int_equal(smyi_headlines(&digest, &mem, lines), SMY_OK);
        for (size_t i = 0; i < SMYI_HEADLINES; i++) {
            const char *got = lines[i].text ? lines[i].text : "(nothing)";
            const char *want = rows[r].want[i] ? rows[r].want[i] : "(nothing)";
            if (strcmp(got, want) != 0)
                fail_msg("%s: \"%s\", want \"%s\"", rows[r].row, got, want);
        }
        smyi_arena_free(&mem);
        smy_result_free(result);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_spread_leaves_out_what_is_undefined),
        cmocka_unit_test(the_answer_says_what_the_tree_holds),
    };
    return cmocka_run_group_tests_name("the answer in sentences", tests, NULL, NULL);
}
