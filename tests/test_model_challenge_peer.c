/* SPDX-License-Identifier: Apache-2.0 */
/* The challenge model against a peer: utilities, every round of 73 games, 255 real issues. */
#include "test_model_challenge.h"

static void peer_rounds(void **state)
{
    (void)state;
    json_t *file = shared_read("golden/collective/schelling_challenge.json");
    size_t c, t;
    json_t *one, *round;
    json_array_foreach(json_object_get(file, "cases"), c, one) {
        const char *id = json_string_value(json_at(one, "id"));
        TestGame game = peer_game(json_at(one, "input"));
        json_array_foreach(json_at(one, "output.rounds"), t, round) {
            for (int is_mean = 0; is_mean < 2; is_mean++) {
                char options[256], row[128];
                peer_options(json_at(one, "input.config"), (int)t + 1, options,
                             sizeof options);
                if (is_mean)
                    (void)strcat(options, ",forecast=mean");
                (void)snprintf(row, sizeof row, "%s round %zu, %s", id, t + 1,
                               is_mean ? "mean" : "median");
                TestOutcome got = test_solve(smyi_model_find("challenge"), &game, options);
                check_near(row, 100 * got.out.point[0],
                           json_num(round, is_mean ? "end_mean" : "end_median"), 1e-9,
                           "Schelling, run_round");
                test_outcome_free(&got);
            }
        }
        test_game_free(&game);
    }
    json_decref(file);
    check_done();
}

/* Highest less lowest position, in the very units of the game: 1 - d/R must be 0 at the ends. */
static double spread(const TestGame *game)
{
    double low = 1, high = 0;
    for (size_t a = 0; a < game->n_actors; a++) {
        low = fmin(low, game->position[a]);
        high = fmax(high, game->position[a]);
    }
    return high - low;
}

/*
 * The utilities of one round. The rows basic-* give single terms at made-up exponents and
 * ranges (an actor farther from the median than the range is wide, for one): no round has
 * them; their formulas are all in the rows eu-*.
 */
static void peer_utilities(void **state)
{
    (void)state;
    json_t *file = shared_read("golden/collective/schelling_expected_utility.json");
    size_t c, n_compared = 0;
    json_t *one;
    json_array_foreach(json_object_get(file, "cases"), c, one) {
        const char *id = json_string_value(json_at(one, "id"));
        if (strncmp(id, "eu-", 3) != 0)
            continue;
        const json_t *config = json_at(one, "input.config"), *want = json_at(one, "output");
        SmyiChallengeRules rules = {.q = json_num(config, "q"), .prob_factor = 1};
        if (strcmp(json_string_value(json_at(config, "security_mode")), "own") == 0)
            rules.security = SMYI_SECURITY_OWN;
        if (!json_is_true(json_at(config, "apply_risk")))
            rules.security = SMYI_SECURITY_NONE;
        TestGame game = peer_game(json_at(one, "input"));
        SmyiArena mem = {0};
        SmyiChallengeRound round;
        assert_true(smyi_challenge_new(game.n_actors, &mem, &round));
        for (size_t k = 0; k < WIDTH; k++) {
            const json_t *z = json_object_get(config, "reference_point");
            round.total[k] = 1;
            int is_fixed =
                strcmp(json_string_value(json_at(config, "range_mode")), "fixed") == 0;
            round.range[k] = is_fixed ? 1 : spread(&game);
            round.median[k] = json_num(one, "input.mu") / 100;
            round.reference[k] =
                json_is_number(z) ? json_number_value(z) / 100 : (double)NAN;
            for (size_t a = 0; a < game.n_actors; a++) {
                round.position[a * WIDTH + k] = game.position[a];
                round.salience[a * WIDTH + k] = game.salience[a];
                round.weight[a * WIDTH + k] = game.capability[a] * game.salience[a];
            }
        }
        smyi_challenge_views(&rules, &round);
        check_dyads(id, "P", round.prevail, json_at(want, "prevail_probability"), 1e-9);
        check_dyads(id, "first pass", round.expected_first,
                    json_at(want, "eu_risk_neutral"), 1e-9);
        check_actors(id, "security", round.security, json_at(want, "security"), 1e-9);
        check_actors(id, "exponent", round.exponent, json_at(want, "risk_exponents"), 1e-9);
        check_dyads(id, "E", round.expected, json_at(want, "eu"), 1e-9);
        n_compared++;
        smyi_arena_free(&mem);
        test_game_free(&game);
    }
    assert_true(n_compared >= 30);
    json_decref(file);
    check_done();
}

/* Writes an issue of the council into a lane. Its actors of salience 0 stay in the peer's game
 * (ours leaves them out, models.md L.5): a salience too small to be felt keeps them in ours. */
static void seat_council(SmyiChallengeRound *round, const json_t *input, int sourced,
                         double z, size_t lane)
{
    round->total[lane] = 0;
    round->reference[lane] = z;
    for (size_t a = 0; a < round->n; a++) {
        double c = sourced ? number_at(json_at(input, "sourced_capability"), a) : 100;
        double s = fmax(number_at(json_at(input, "salience"), a) / 100, 1e-20);
        round->position[a * WIDTH + lane] = number_at(json_at(input, "position"), a) / 100;
        round->salience[a * WIDTH + lane] = s;
        round->weight[a * WIDTH + lane] = c * s;
        round->total[lane] += c * s;
    }
}

/* Plays lanes 0 and 1 until the peer's stop: moves of the median below half a point in two
 * rounds running, not counting the first round. */
static void peer_medians(const SmyiChallengeRules *rules, SmyiChallengeRound *round,
                         double median[2])
{
    double still[2] = {0, 0}, before[2] = {0, 0};
    for (int t = 1; t <= 20 && (still[0] < 2 || still[1] < 2); t++) {
        for (size_t k = 0; k < WIDTH; k++) { /* the peer's dynamic range */
            double low = 1, high = 0;
            for (size_t a = 0; a < round->n; a++) {
                low = fmin(low, round->position[a * WIDTH + k]);
                high = fmax(high, round->position[a * WIDTH + k]);
            }
            round->range[k] = high > low ? high - low : 1;
        }
        play(rules, round);
        smyi_challenge_move(round);
        smyi_challenge_median(round);
        for (size_t k = 0; k < 2; k++) {
            if (still[k] >= 2)
                continue;
            median[k] = 100 * round->median[k];
            still[k] = t > 1 && fabs(median[k] - before[k]) < .5 ? still[k] + 1 : 0;
            before[k] = median[k];
        }
    }
}

static void check_council(const json_t *one, int with_reference)
{
    const json_t *input = json_at(one, "input");
    const json_t *z = json_object_get(input, "reference_point");
    const char *id = json_string_value(json_at(one, "id"));
    const char *column = with_reference ? "challenge_q0.5_rp_median" : "challenge_median";
    static const char *const variants[] = {"equal_capability_100", "sourced_capability"};
    if (with_reference && !json_is_number(z))
        return;
    SmyiChallengeRules rules = {
        .q = with_reference ? .5 : 1, .prob_factor = 1, .full_compel = true};
    SmyiArena mem = {0};
    SmyiChallengeRound round;
    double median[2];
    assert_true(
        smyi_challenge_new(json_array_size(json_at(input, "position")), &mem, &round));
    for (size_t k = 0; k < WIDTH; k++)
        seat_council(&round, input, k % 2,
                     with_reference ? json_number_value(z) / 100 : (double)NAN, k);
    peer_medians(&rules, &round, median);
    for (size_t k = 0; k < 2; k++) {
        const json_t *want =
            json_object_get(json_at(json_at(one, "output"), variants[k]), column);
        assert_non_null(want);
        check_near(id, median[k], json_number_value(want), 1e-9, column);
    }
    smyi_arena_free(&mem);
}

/* 255 real issues: the medians with all saliences alike and with voting powers. */
static void peer_council(void **state)
{
    (void)state;
    json_t *file = shared_read("golden/collective/schelling_deu.json");
    size_t c;
    json_t *one;
    json_array_foreach(json_object_get(file, "cases"), c, one) {
        check_council(one, 0);
        check_council(one, 1);
    }
    json_decref(file);
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(peer_rounds),
        cmocka_unit_test(peer_utilities),
        cmocka_unit_test(peer_council),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
