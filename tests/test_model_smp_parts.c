/* SPDX-License-Identifier: Apache-2.0 */
/* Bargaining in rounds: the source's functions one by one, and what games of few actors do. */
#include "support/support.h"

#include <math.h>
#include <string.h>

#include "model/smp.h"
#include "support/games.h"

#define THEIRS "KTAB, commit 3b5b063"

static double number(const json_t *list, size_t a)
{
    return json_number_value(json_array_get(list, a));
}

static int is_text(const json_t *input, const char *key, const char *text)
{
    return strcmp(json_string_value(json_at(input, key)), text) == 0;
}

/* The source's functions. */

static void attitude(const char *id, const json_t *input, const json_t *output)
{
    SmyiRiskRange range = is_text(input, "range", "Min")   ? SMYI_RISK_MIN
                          : is_text(input, "range", "Mid") ? SMYI_RISK_MID
                                                           : SMYI_RISK_MAX;
    const json_t *p = json_at(input, "p");
    double low = 1, high = 0;
    for (size_t a = 0; a < json_array_size(p); a++)
        low = fmin(low, number(p, a)), high = fmax(high, number(p, a));
    for (size_t a = 0; a < json_array_size(p); a++)
        check_near(id, smyi_smp_risk(range, number(p, a), low, high), number(output, a),
                   1e-9, THEIRS);
}

static void estimate(const char *id, const json_t *input, const json_t *output)
{
    static const struct {
        const char *theirs, *ours;
    } names[] = {{"None", "none"},
                 {"OneThird", "one_third"},
                 {"Half", "half"},
                 {"TwoThirds", "two_thirds"},
                 {"Full", "full"}};
    for (size_t i = 0; i < 5; i++) {
        if (!is_text(input, "adjust", names[i].theirs))
            continue;
        char option[64];
        double values[32];
        (void)snprintf(option, sizeof option, "known_risk=%s", names[i].ours);
        test_options(smyi_model_find("smp"), option, values);
        double f = smyi_smp_rules(values).known;
        check_near(id, smyi_smp_estimate(f, json_num(input, "r_h"), json_num(input, "r_i")),
                   json_number_value(output), 1e-9, THEIRS);
        return;
    }
    check_near(id, 0, 1, 0, "an adjustment that has no name here");
}

static void utility(const char *id, const json_t *input, const json_t *output)
{
    double level, bend;
    smyi_smp_utility(json_num(input, "d"), &level, &bend);
    check_near(id, level + json_num(input, "R") * bend, json_number_value(output), 1e-9,
               THEIRS);
}

/* An actor whose ideal is the difference away from 0 on each issue. */
static void distance(const char *id, const json_t *input, const json_t *output)
{
    const json_t *d = json_at(input, "difference"), *s = json_at(input, "salience");
    size_t m = json_array_size(d);
    TestGame game = test_game_new(1, m, 1);
    game.capability[0] = 1;
    for (size_t i = 0; i < m; i++) {
        game.position[i] = fabs(number(d, i));
        game.salience[i] = number(s, i);
    }
    SmyiArena mem = {0};
    SmyiSmpState state;
    SmyiGame view = test_game_view(&game);
    SmyiEight zero[8] = {{{0}}}, away;
    assert_true(m <= 8 && smyi_smp_state_new(1, m, &mem, &state));
    assert_true(smyi_smp_state_read(&state, 0, &view, 0));
    smyi_smp_distance(&state, 0, zero, away.of);
    check_near(id, away.of[0], json_number_value(output), 1e-9, THEIRS);
    smyi_arena_free(&mem);
    test_game_free(&game);
}

static void meeting(const char *id, const json_t *input, const json_t *output)
{
    SmyiMeeting rule = is_text(input, "rule", "S1P1")   ? SMYI_MEET_S1P1
                       : is_text(input, "rule", "S2P2") ? SMYI_MEET_S2P2
                                                        : SMYI_MEET_S2PMAX;
    const json_t *x_i = json_at(input, "pos_i"), *x_j = json_at(input, "pos_j");
    const json_t *s_i = json_at(input, "sal_i"), *s_j = json_at(input, "sal_j");
    for (size_t k = 0; k < json_array_size(x_i); k++) {
        double at_i, at_j;
        smyi_smp_meet(rule, true, number(x_i, k), number(x_j, k), number(s_i, k),
                      number(s_j, k), json_num(input, "prob_i"), &at_i, &at_j);
        check_near(id, at_i, number(json_at(output, "initiator"), k), 1e-9, THEIRS);
        check_near(id, at_j, number(json_at(output, "receiver"), k), 1e-9, THEIRS);
    }
}

static SmyiVote vote_of(const json_t *input)
{
    static const char *const names[] = {"Binary",  "PropBin", "Prop",
                                        "PropCbc", "Cubic",   "ASymProsp"};
    size_t v = 0;
    while (v < 6 && !is_text(input, "rule", names[v]))
        v++;
    assert_true(v < 6);
    return (SmyiVote)v;
}

/* [vote, what it expects beside i, beside j]: we have the difference of the last two. */
static void third_party(const char *id, const json_t *input, const json_t *output)
{
    SmyiCommit commit = is_text(input, "commit", "NoCommit")     ? SMYI_COMMIT_NONE
                        : is_text(input, "commit", "SemiCommit") ? SMYI_COMMIT_SEMI
                                                                 : SMYI_COMMIT_FULL;
    double own = json_num(input, "u_kk");
    double more =
        smyi_smp_preference(commit, json_num(input, "p_ik"), json_num(input, "u_kj"), own,
                            2 * own - json_num(input, "u_ki"));
    check_near(id, more, number(output, 1) - number(output, 2), 1e-9, THEIRS);
    check_near(id, json_num(input, "w_k") * smyi_vote(vote_of(input), more),
               number(output, 0), 1e-9, THEIRS);
}

static void leaning(const char *id, const json_t *input, const json_t *output)
{
    double d = json_num(input, "u_ni") - json_num(input, "u_nj");
    double vote = json_num(input, "w_n") * smyi_vote_in_contest(vote_of(input), d);
    check_near(
        id,
        smyi_smp_prevail(json_num(input, "contrib_i"), json_num(input, "contrib_j"), vote),
        json_number_value(output), 1e-9, THEIRS);
}

/* All functions of the file but those of elections (test_model_condorcet.c) and its random
 * numbers: nothing here is drawn. */
static void source_functions(void **state)
{
    (void)state;
    static const struct {
        const char *fn;
        void (*check)(const char *id, const json_t *input, const json_t *output);
        size_t n;
    } functions[] = {
        {"bigRfromProb", attitude, 6},    {"estNRA", estimate, 7},
        {"bsUtil", utility, 8},           {"bvDiff", distance, 6},
        {"interpolateBrgn", meeting, 12}, {"thirdPartyVoteSU", third_party, 12},
        {"vProbLittle", leaning, 8}};
    json_t *file = shared_read("golden/collective/ktab_primitives.json");
    for (size_t f = 0; f < sizeof functions / sizeof *functions; f++) {
        size_t c, n = 0;
        json_t *one;
        json_array_foreach(json_at(file, "cases"), c, one) {
            const json_t *input = json_at(one, "input");
            if (!is_text(input, "fn", functions[f].fn))
                continue;
            functions[f].check(json_string_value(json_at(one, "id")), input,
                               json_at(one, "output"));
            n++;
        }
        check_near(functions[f].fn, (double)n, (double)functions[f].n, 0,
                   "rows of the file");
    }
    json_decref(file);
    check_done();
}

/* Commitments that leave a third party the same on either side make it indifferent. */
static void only_half_commitment_counts(void **state)
{
    (void)state;
    check_near("none", smyi_smp_preference(SMYI_COMMIT_NONE, .3, .2, .9, 1.1), 0, 0, "C.6");
    check_near("full", smyi_smp_preference(SMYI_COMMIT_FULL, .3, .2, .9, 1.1), 0, 0, "C.6");
    /* p (u_own - u_i) + (1-p) (u_j - u_own) with u_i = .7 */
    check_near("semi", smyi_smp_preference(SMYI_COMMIT_SEMI, .3, .2, .9, 2 * .9 - .7),
               .3 * .2 - .7 * .7, 1e-15, "hand");
}

/* Games. */

static TestOutcome solve(const TestGame *game, const char *options)
{
    return test_solve(smyi_model_find("smp"), game, options);
}

/* An actor who weighs nothing on an issue, and one without a position there, are alike. */
static void no_weight_on_one_issue(void **state)
{
    (void)state;
    TestGame game = test_game_draw(TEST_GENERIC, 4, 5, 3, 1);
    size_t at = test_at(&game, 2, 1, 0);
    game.salience[at] = 0;
    TestOutcome stated = solve(&game, NULL);
    game.position[at] = (double)NAN;
    TestOutcome missing = solve(&game, NULL);
    for (size_t i = 0; i < 3; i++) {
        check_near("point", stated.out.point[i], missing.out.point[i], 0, "models.md L.5");
        check_near("status", stated.out.status[i], SMY_STATUS_OK, 0, "models.md L.5");
    }
    test_outcome_free(&stated);
    test_outcome_free(&missing);
    test_game_free(&game);
    check_done();
}

/* An issue nobody cares for stays; the others go as without it. */
static void issue_without_weight(void **state)
{
    (void)state;
    TestGame game = test_game_draw(TEST_GENERIC, 5, 4, 3, 1);
    TestGame two = test_game_new(4, 2, 1);
    for (size_t a = 0; a < 4; a++) {
        game.salience[test_at(&game, a, 1, 0)] = 0;
        two.capability[a] = game.capability[a];
        for (size_t i = 0; i < 2; i++) {
            two.position[a * 2 + i] = game.position[a * 3 + 2 * i];
            two.salience[a * 2 + i] = game.salience[a * 3 + 2 * i];
        }
    }
    TestOutcome three = solve(&game, NULL), short_one = solve(&two, NULL);
    check_near("status", three.out.status[1], SMY_STATUS_NO_WEIGHT, 0, "models.md 0");
    check_near("point", three.out.point[1], game.status_quo[1], 0, "models.md 0");
    check_near("first", three.out.point[0], short_one.out.point[0], 0, "models.md 0");
    check_near("third", three.out.point[2], short_one.out.point[1], 0, "models.md 0");
    test_outcome_free(&three);
    test_outcome_free(&short_one);
    test_game_free(&two);
    test_game_free(&game);
    check_done();
}

/* Saliences that add up to more than 1 are shrunk together: twice as much is the same. */
static void saliences_above_one(void **state)
{
    (void)state;
    TestGame game = test_game_draw(TEST_GENERIC, 6, 5, 3, 1);
    for (size_t s = 0; s < 15; s++)
        game.salience[s] = .3 + game.salience[s] / 5;
    game.salience[0] = game.salience[1] = game.salience[2] = .5;
    TestOutcome x = solve(&game, NULL);
    for (size_t s = 0; s < 15; s++)
        game.salience[s] *= 2;
    TestOutcome y = solve(&game, NULL);
    for (size_t i = 0; i < 3; i++)
        check_near("point", y.out.point[i], x.out.point[i], 1e-9, "models.md C.5");
    test_outcome_free(&x);
    test_outcome_free(&y);
    test_game_free(&game);
    check_done();
}

static void rounds_and_convergence(void **state)
{
    (void)state;
    TestGame game = test_game_draw(TEST_GENERIC, 2, 6, 2, 1);
    TestOutcome got = solve(&game, "rounds=1");
    check_near("one round: rounds", got.out.rounds[0], 1, 0, "models.md C.7");
    check_near("one round: status", got.out.status[1], SMY_STATUS_NOT_CONVERGED, 0,
               "models.md C.7: at least two");
    test_outcome_free(&got);
    got = solve(&game, "stop=1");
    TestOutcome longer = solve(&game, NULL);
    assert_true(got.out.rounds[0] >= 2 && got.out.rounds[0] < longer.out.rounds[0]);
    test_outcome_free(&longer);
    test_outcome_free(&got);
    got = solve(&game, "stop=0,rounds=12");
    check_near("no movement is none: rounds", got.out.rounds[1], 12, 0, "models.md C.7");
    test_outcome_free(&got);
    for (size_t a = 0; a < 6; a++)
        for (size_t i = 0; i < 2; i++)
            game.position[a * 2 + i] = .25 + .5 * (double)i;
    got = solve(&game, NULL);
    check_near("all agree: rounds", got.out.rounds[0], 0, 0, "models.md 0");
    check_near("all agree: status", got.out.status[0], SMY_STATUS_OK, 0, "models.md 0");
    check_near("all agree: point", got.out.point[1], .75, 0, "models.md 0");
    test_outcome_free(&got);
    test_game_free(&game);
    check_done();
}

/* The most probable position of the last election is somebody's; the mean seldom. */
static void forecasts(void **state)
{
    (void)state;
    TestGame game = test_game_new(3, 1, 1);
    test_game_actor(&game, 0, .1, 1, 1);
    test_game_actor(&game, 1, .2, 1, 5);
    test_game_actor(&game, 2, .9, 1, 1);
    TestOutcome mean = solve(&game, "rounds=1"),
                best = solve(&game, "rounds=1,forecast=most_probable");
    assert_true(mean.out.point[0] > best.out.point[0]);
    assert_true(best.out.point[0] >= .1 && best.out.point[0] <= .25);
    test_outcome_free(&mean);
    test_outcome_free(&best);
    test_game_free(&game);
}

/* Half accommodation: ideals lag behind, so that everybody drifts back where it came from. */
static void accommodation(void **state)
{
    (void)state;
    TestGame game = test_game_draw(TEST_GENERIC, 8, 5, 1, 1);
    TestOutcome full = solve(&game, "rounds=2,stop=0"),
                half = solve(&game, "rounds=2,stop=0,accommodation=0.5");
    assert_true(fabs(full.out.point[0] - half.out.point[0]) > 1e-6);
    test_outcome_free(&full);
    test_outcome_free(&half);
    half = solve(&game, "rounds=1,accommodation=1");
    full = solve(&game, "rounds=1");
    check_near("the default", half.out.point[0], full.out.point[0], 0, "models.md C.7");
    test_outcome_free(&full);
    test_outcome_free(&half);
    test_game_free(&game);
    check_done();
}

/* What is drawn hangs on the seed and the game, not on who is absent or on the lane. */
static void drawn_bargains(void **state)
{
    (void)state;
    TestGame game = test_game_draw(TEST_GENERIC, 9, 5, 2, 3);
    const size_t order[] = {0, 1, 2, 3, 4, 0};
    TestGame with_absent = test_game_pick(&game, order, 6);
    for (size_t k = 0; k < 3; k++)
        test_game_leave(&with_absent, 5, k);
    TestOutcome one = solve(&game, "transition=stochastic"),
                same = solve(&with_absent, "transition=stochastic"),
                other = solve(&game, "transition=stochastic,seed=2");
    bool differ = false;
    for (size_t c = 0; c < 6; c++) {
        check_near("absent", same.out.point[c], one.out.point[c], 0, "src/model/model.h");
        differ |= other.out.point[c] != one.out.point[c];
    }
    assert_true(differ);
    test_outcome_free(&one);
    test_outcome_free(&same);
    test_outcome_free(&other);
    test_game_free(&with_absent);
    test_game_free(&game);
    check_done();
}

/* L.8 under options that the defaults do not reach. */
static void lanes_alone(void **state)
{
    (void)state;
    static const char *const options[] = {
        "bargain=both,form=incentive,vote=binary",
        "bargain=comp,meeting=S2PMax,victory=octic,risk=max",
        "bargain=both,meeting=S1P1,receiver_view=source,form=uniform,risk=min",
        "bargain=comp,average=salience,rounding=four_decimals,vote=cubic",
        "risk_election=as_chosen,victory=square,third_party=full",
        "third_party=none,known_risk=full,accommodation=0.3,vote=asymprosp",
        "transition=stochastic,seed=7,bargain=both",
    };
    enum { SETTINGS = sizeof options / sizeof *options };
    for (uint64_t draw = 0; draw < 21; draw++) {
        TestGame game = test_game_draw((TestKind)(draw % 3), draw, 5, 1 + draw % 2, 11);
        TestOutcome all = solve(&game, options[draw % SETTINGS]);
        for (size_t k = 0; k < game.n_lanes; k += 5) {
            TestGame one = test_game_lane(&game, k);
            TestOutcome got = solve(&one, options[draw % SETTINGS]);
            for (size_t i = 0; i < game.n_issues; i++) {
                double point = all.out.point[i * 11 + k];
                check_near("point", got.out.point[i], point, 0, "models.md L.8");
                check_near("on the scale", point >= 0 && point <= 1, 1, 0,
                           "src/model/model.h");
                check_near("rounds", got.out.rounds[i], all.out.rounds[i * 11 + k], 0,
                           "L.8");
            }
            test_outcome_free(&got);
            test_game_free(&one);
        }
        test_outcome_free(&all);
        test_game_free(&game);
    }
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(source_functions),
        cmocka_unit_test(only_half_commitment_counts),
        cmocka_unit_test(no_weight_on_one_issue),
        cmocka_unit_test(issue_without_weight),
        cmocka_unit_test(saliences_above_one),
        cmocka_unit_test(rounds_and_convergence),
        cmocka_unit_test(forecasts),
        cmocka_unit_test(accommodation),
        cmocka_unit_test(drawn_bargains),
        cmocka_unit_test(lanes_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
