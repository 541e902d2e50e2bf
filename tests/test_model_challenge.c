/* SPDX-License-Identifier: Apache-2.0 */
/* The challenge model against our golden file, round by round; its options and endings. */
#include "test_model_challenge.h"

/* The option sets of b_challenge.json: as options, and as what they come to. */
static const struct {
    const char *id, *options;
    SmyiChallengeRules rules;
} sets[] = {
    {"default", "", {.q = 1, .prob_factor = 1, .full_compel = true}},
    {"printed",
     "preset=printed",
     {.q = 1,
      .prob_factor = 1,
      .full_compel = true,
      .conflict = SMYI_CONFLICT_LOSER_FULL,
      .select = SMYI_SELECT_CATEGORY}},
    {"figures",
     "preset=figures",
     {.q = 1,
      .prob_factor = 0,
      .full_compel = true,
      .focal_exponent = true,
      .conflict = SMYI_CONFLICT_LOSER_FULL,
      .select = SMYI_SELECT_LEAST}},
    {"half", "Q=0.5", {.q = .5, .prob_factor = 1, .full_compel = true}},
    {"norisk",
     "security=none",
     {.q = 1, .prob_factor = 1, .full_compel = true, .security = SMYI_SECURITY_NONE}},
};
enum { N_SETS = sizeof sets / sizeof *sets };

/* Writes the golden case into lane `lane`, in the units of the file. */
static void seat(SmyiChallengeRound *round, const json_t *input, size_t lane)
{
    double low = HUGE_VAL, high = -HUGE_VAL;
    round->total[lane] = 0;
    for (size_t a = 0; a < round->n; a++) {
        double x = number_at(json_at(input, "position"), a);
        double s = number_at(json_at(input, "salience"), a);
        double w = s * number_at(json_at(input, "capability"), a);
        round->position[a * WIDTH + lane] = x;
        round->salience[a * WIDTH + lane] = s;
        round->weight[a * WIDTH + lane] = w;
        round->total[lane] += w;
        low = fmin(low, x);
        high = fmax(high, x);
    }
    round->range[lane] = high - low;
    round->reference[lane] = (double)NAN;
}

/* What the file calls a dyad, read from a and b alone (models.md B.3). */
static const char *octant(double a, double b)
{
    if (fabs(a) <= 1e-9 || fabs(b) <= 1e-9 || (a > 0 && fabs(a - b) <= 1e-12))
        return "none";
    if (a < 0 && b < 0)
        return "sq";
    if (a > 0 && b > 0)
        return a > b ? "conf+" : "conf-";
    if (a > 0)
        return a > -b ? "comp+" : "compel+";
    return b > -a ? "comp-" : "compel-";
}

static void check_octants(const char *set, const SmyiChallengeRound *round,
                          const json_t *want)
{
    for (size_t i = 0; i < round->n; i++)
        for (size_t j = 0; j < round->n; j++) {
            size_t at = (i * round->n + j) * WIDTH;
            const char *text =
                json_string_value(json_array_get(json_array_get(want, i), j));
            char row[96];
            (void)snprintf(row, sizeof row, "%s: octant of %zu, %zu: %s", set, i, j, text);
            const char *got =
                i == j ? "none" : octant(round->expected[at], round->answer[at]);
            check_near(row, strcmp(got, text), 0, 0, "b_challenge.json");
        }
}

static void check_accepted(const char *set, const SmyiChallengeRound *round,
                           const json_t *want)
{
    static const char *const kinds[] = {"none", "compel", "comp", "conf"};
    for (size_t a = 0; a < round->n; a++) {
        char name[24], row[96];
        (void)snprintf(name, sizeof name, "%zu", a);
        (void)snprintf(row, sizeof row, "%s: offer accepted by actor %zu", set, a);
        const json_t *offer = json_object_get(want, name);
        const SmyiChallengeOffer *got = &round->accepted[a];
        check_near(row, got->kind[0] > 0, offer != NULL, 0, "b_challenge.json");
        if (!offer)
            continue;
        const char *kind = json_string_value(json_array_get(offer, 1));
        check_near(row, got->from[0], number_at(offer, 0), 0, "the proposer");
        check_near(row, strcmp(kinds[(int)got->kind[0]], kind), 0, 0, "the kind");
        check_near(row, got->target[0], number_at(offer, 2), 1e-9, "the target");
        check_near(row, got->strength[0], number_at(offer, 3), 1e-9, "the strength");
    }
}

static void first_round(void **state)
{
    (void)state;
    json_t *file = golden_read("b_challenge.json");
    double tol = json_num(file, "abs_tol");
    for (size_t s = 0; s < N_SETS; s++) {
        const json_t *want = json_at(json_at(file, "expected"), sets[s].id);
        SmyiArena mem = {0};
        SmyiChallengeRound round;
        assert_true(smyi_challenge_new(json_array_size(json_at(file, "input.position")),
                                       &mem, &round));
        for (size_t lane = 0; lane < WIDTH; lane++)
            seat(&round, json_at(file, "input"), lane);
        play(&sets[s].rules, &round);
        check_dyads(sets[s].id, "first pass", round.expected_first,
                    json_at(want, "eu_first_pass"), tol);
        check_actors(sets[s].id, "risk exponent", round.exponent,
                     json_at(want, "risk_exponent"), tol);
        check_dyads(sets[s].id, "a", round.expected, json_at(want, "eu_a"), tol);
        check_dyads(sets[s].id, "b", round.answer, json_at(want, "eu_b"), tol);
        check_octants(sets[s].id, &round, json_at(want, "octant"));
        check_accepted(sets[s].id, &round, json_at(want, "accepted"));
        smyi_arena_free(&mem);
    }
    json_decref(file);
    check_done();
}

static void eight_rounds(void **state)
{
    (void)state;
    json_t *file = golden_read("b_challenge.json");
    double tol = json_num(file, "abs_tol");
    for (size_t s = 0; s < N_SETS; s++) {
        const json_t *want = json_at(json_at(file, "expected"), sets[s].id);
        SmyiArena mem = {0};
        SmyiChallengeRound round;
        assert_true(smyi_challenge_new(json_array_size(json_at(file, "input.position")),
                                       &mem, &round));
        for (size_t lane = 0; lane < WIDTH; lane++)
            seat(&round, json_at(file, "input"), lane);
        for (size_t t = 0; t < json_array_size(json_at(want, "positions")); t++) {
            char row[64];
            (void)snprintf(row, sizeof row, "%s: median after round %zu", sets[s].id, t);
            play(&sets[s].rules, &round);
            check_near(row, round.median[0], number_at(json_at(want, "median"), t), tol,
                       "b_challenge.json");
            (void)snprintf(row, sizeof row, "position after round %zu", t);
            check_actors(sets[s].id, row, round.position,
                         json_array_get(json_at(want, "positions"), t), tol);
            smyi_challenge_move(&round);
        }
        smyi_arena_free(&mem);
    }
    json_decref(file);
    check_done();
}

static TestGame emission_game(void)
{
    json_t *file = golden_read("b_challenge.json");
    const json_t *input = json_at(file, "input");
    TestGame game = test_game_new(json_array_size(json_at(input, "position")), 1, 1);
    for (size_t a = 0; a < game.n_actors; a++)
        test_game_actor(&game, a, number_at(json_at(input, "position"), a) / 10,
                        number_at(json_at(input, "salience"), a),
                        number_at(json_at(input, "capability"), a));
    json_decref(file);
    return game;
}

/* The same numbers through the front door: options by name, positions on a scale of 0..10. */
static void as_a_model(void **state)
{
    (void)state;
    json_t *file = golden_read("b_challenge.json");
    TestGame game = emission_game();
    for (size_t s = 0; s < N_SETS; s++) {
        const json_t *want = json_at(json_at(file, "expected"), sets[s].id);
        for (int rounds = 1; rounds <= 8; rounds++)
            for (int is_mean = 0; is_mean < 2; is_mean++) {
                char options[128];
                const char *field = is_mean ? "mean" : "median";
                (void)snprintf(options, sizeof options,
                               "range=initial,stop=0,rounds=%d,forecast=%s,%s", rounds,
                               field, sets[s].options);
                TestOutcome got = test_solve(smyi_model_find("challenge"), &game, options);
                check_near(options, 10 * got.out.point[0],
                           number_at(json_at(want, field), (size_t)rounds), 1e-9,
                           "b_challenge.json");
                check_near(options, got.out.rounds[0], rounds, 0,
                           "stop = 0 plays them all");
                check_near(options, got.out.status[0], SMY_STATUS_OK, 0, "the status");
                test_outcome_free(&got);
            }
    }
    test_game_free(&game);
    json_decref(file);
    check_done();
}

/* models.md B.7 item 2: the option sets nearest to the published table, to its two digits. */
static void nearest_to_the_publication(void **state)
{
    (void)state;
    static const struct {
        const char *options, *forecast;
        int first_round;
        double want[8];
    } rows[] = {
        {"prob=zero,exponent_b=focal,conflict=loser_part,select=category,offers=both",
         "median",
         1,
         {8.53, 9.63, 9.97, 10, 10, 9.42, 8.60, 9.66}},
        {"prob=zero,exponent_b=focal,conflict=loser_part,select=category,offers=both",
         "mean",
         1,
         {7.46, 7.52, 7.55, 7.56, 7.57, 7.43, 7.50, 7.55}},
        {"prob_factor=0.02,exponent_b=focal,conflict=loser_full,select=most,offers=both,"
         "compel=none",
         "mean",
         0,
         {7.39, 7.49, 7.57, 7.30, 7.29, 7.40, 7.49, 7.56}},
    };
    TestGame game = emission_game();
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++)
        for (int t = 0; t < 8; t++) {
            int round = rows[r].first_round + t;
            char options[256];
            (void)snprintf(options, sizeof options,
                           "%s,range=initial,stop=0,rounds=%d,forecast=%s", rows[r].options,
                           round > 0 ? round : 1, rows[r].forecast);
            if (round == 0)
                continue; /* the initial state is no round; eight_rounds() has it */
            TestOutcome got = test_solve(smyi_model_find("challenge"), &game, options);
            check_near(options, floor(10 * got.out.point[0] * 100 + .5) / 100,
                       rows[r].want[t], 1e-9, "models.md B.7");
            test_outcome_free(&got);
        }
    test_game_free(&game);
    check_done();
}

/* Options that say the same thing give the same bits; those that do not, do not. */
static void options_say_what_they_mean(void **state)
{
    (void)state;
    static const struct {
        const char *row, *one, *other;
        int same;
    } rows[] = {
        {"a dyad reads the same from both ends", "offers=pair", "offers=both", 1},
        {"unless exponents differ by end", "offers=pair,exponent_b=focal",
         "offers=both,exponent_b=focal", 0},
        {"or saliences", "offers=pair,salience_b=printed", "offers=both,salience_b=printed",
         0},
        {"winners offer what they see themselves", "offers=both", "offers=initiator", 1},
        {"but not with one exponent for both", "offers=both,exponent_b=focal",
         "offers=initiator,exponent_b=focal", 0},
        {"so does whom", "offers=both", "offers=best", 0},
        {"a preset is its options", "preset=printed", "conflict=loser_full,select=category",
         1},
        {"the other too", "preset=figures",
         "exponent_b=focal,prob=zero,conflict=loser_full,select=least", 1},
        {"what is said beats the preset", "preset=printed,conflict=none,select=strongest",
         "", 1},
        {"zero is a factor of zero", "prob=zero", "prob_factor=0", 1},
        {"no reference without a status quo", "reference=status_quo", "", 1},
        {"a reference changes the status quo's worth", "reference=point,reference_at=0.9",
         "", 0},
        {"own security is another", "security=own", "", 0},
        {"part of the way or all", "conflict=loser_part", "conflict=loser_full", 0},
        {"category alone or with strength", "conflict=loser_full,select=category",
         "conflict=loser_full,select=category_strongest", 0},
        {"the compelled may refuse", "select=least,Q=0.5", "select=least,Q=0.5,compel=none",
         0},
    };
    TestGame game = emission_game();
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        char one[256], other[256];
        const char *common = "range=initial,stop=0,forecast=mean,rounds=4";
        (void)snprintf(one, sizeof one, "%s,%s", common, rows[r].one);
        (void)snprintf(other, sizeof other, "%s,%s", common, rows[r].other);
        TestOutcome x = test_solve(smyi_model_find("challenge"), &game, one);
        TestOutcome y = test_solve(smyi_model_find("challenge"), &game, other);
        check_near(rows[r].row, x.out.point[0] == y.out.point[0], rows[r].same, 0,
                   "models.md B.6");
        test_outcome_free(&x);
        test_outcome_free(&y);
    }
    game.status_quo[0] = .9;
    TestOutcome x =
        test_solve(smyi_model_find("challenge"), &game, "Q=0.5,reference=status_quo");
    TestOutcome y = test_solve(smyi_model_find("challenge"), &game,
                               "Q=0.5,reference=point,reference_at=0.9");
    assert_true(x.out.point[0] == y.out.point[0]);
    test_outcome_free(&x);
    test_outcome_free(&y);
    test_game_free(&game);
    check_done();
}

/* clang-format off */
static const struct {
    const char *row, *options;
    double x[3], s[3], c[3], q;
    SmyStatus status;
    double point, rounds;
} endings[] = {
    {"all at one position",     "",         {.3, .3, .3}, {1, .5, .2}, {1, 2, 3}, .6, SMY_STATUS_OK, .3, 0},
    {"one actor with weight",   "",         {.3, .8, .9}, {0, .5, .2}, {1, 2, 0}, .6, SMY_STATUS_OK, .8, 0},
    {"nobody weighs",           "",         {.3, .8, .9}, {0, 0, .2},  {1, 2, 0}, .6, SMY_STATUS_NO_WEIGHT, .6, NAN},
    {"nobody, no status quo",   "",         {.3, .8, .9}, {0, 0, .2},  {1, 2, 0}, NAN, SMY_STATUS_UNDEFINED, NAN, NAN},
    {"the median stays",        "",         {.2, .5, .8}, {1, 1, 1},   {1, 5, 1}, .6, SMY_STATUS_OK, .5, 2},
    {"all rounds asked for",    "stop=0",   {.2, .5, .8}, {1, 1, 1},   {1, 5, 1}, .6, SMY_STATUS_OK, .5, 20},
    {"one round is too few",    "rounds=1", {.2, .5, .8}, {1, 1, 1},   {1, 5, 1}, .6, SMY_STATUS_NOT_CONVERGED, .5, 1},
};
/* clang-format on */

static void endings_by_hand(void **state)
{
    (void)state;
    for (size_t r = 0; r < sizeof endings / sizeof *endings; r++) {
        TestGame game = test_game_new(3, 1, 1);
        for (size_t a = 0; a < 3; a++)
            test_game_actor(&game, a, endings[r].x[a], endings[r].s[a], endings[r].c[a]);
        game.status_quo[0] = endings[r].q;
        TestOutcome got =
            test_solve(smyi_model_find("challenge"), &game, endings[r].options);
        check_near(endings[r].row, got.out.point[0], endings[r].point, 1e-12, "hand");
        check_near(endings[r].row, got.out.rounds[0], endings[r].rounds, 0, "hand: rounds");
        check_near(endings[r].row, got.out.status[0], endings[r].status, 0, "hand: status");
        test_outcome_free(&got);
        test_game_free(&game);
    }
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first_round),
        cmocka_unit_test(eight_rounds),
        cmocka_unit_test(as_a_model),
        cmocka_unit_test(nearest_to_the_publication),
        cmocka_unit_test(options_say_what_they_mean),
        cmocka_unit_test(endings_by_hand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
