/* SPDX-License-Identifier: Apache-2.0 */
/* The rounds that the challenge model tells of, against our golden file and a peer's 73 games. */
#include "test_model_challenge.h"

#include <stdlib.h>

enum { MOST_ROUNDS = 32, MOST_ACTORS = 64 };

/* What was heard of lane 0: copies, as the arrays live for one call. */
typedef struct Heard {
    size_t n_rounds, n_actors;
    double median[MOST_ROUNDS], mean[MOST_ROUNDS];
    double position[MOST_ROUNDS][MOST_ACTORS], moves_to[MOST_ROUNDS][MOST_ACTORS];
    double risk[MOST_ROUNDS][MOST_ACTORS];
    SmyiTracedOffer accepted[MOST_ROUNDS][MOST_ACTORS];
    const char *relation[MOST_ROUNDS][MOST_ACTORS][MOST_ACTORS];
} Heard;

static void hear(void *cookie, const SmyiTracedRound *round)
{
    Heard *heard = cookie;
    size_t t = heard->n_rounds++, n = round->n_actors;
    assert_true(t < MOST_ROUNDS && n <= MOST_ACTORS);
    assert_int_equal(round->number, t + 1);
    assert_int_equal(round->n_issues, 1);
    heard->n_actors = n;
    heard->median[t] = round->median;
    heard->mean[t] = round->mean;
    for (size_t a = 0; a < n; a++) {
        heard->position[t][a] = round->position[a];
        heard->moves_to[t][a] = round->moves_to[a];
        heard->risk[t][a] = round->risk[a];
        heard->accepted[t][a] = round->accepted[a];
        for (size_t b = a + 1; b < n; b++)
            heard->relation[t][a][b] = round->relation[a * n + b];
    }
}

/* Solves with somebody listening; the point is that of a solve without. */
static void solve_aloud(const TestGame *game, const char *options, Heard *heard)
{
    const SmyiModel *model = smyi_model_find("challenge");
    TestOutcome quiet = test_solve(model, game, options);
    double point = quiet.out.point[0];
    SmyiTrace trace = {hear, heard};
    heard->n_rounds = 0;
    TestOutcome aloud = test_solve_aloud(model, game, options, &trace);
    check_near("listening changes nothing", aloud.out.point[0], point, 0, "the same solve");
    test_outcome_free(&quiet);
    test_outcome_free(&aloud);
}

static void golden_rounds(void **state)
{
    (void)state;
    json_t *file = golden_read("b_challenge.json");
    const json_t *input = json_at(file, "input"), *want = json_at(file, "expected.default");
    size_t n = json_array_size(json_at(input, "position"));
    TestGame game = test_game_new(n, 1, 1);
    /* On 0..1, where the file has 4..10: `range=initial` measures by the positions held. */
    for (size_t a = 0; a < n; a++)
        test_game_actor(&game, a, number_at(json_at(input, "position"), a) / 10,
                        number_at(json_at(input, "salience"), a),
                        number_at(json_at(input, "capability"), a));
    Heard *heard = calloc(1, sizeof *heard);
    assert_non_null(heard);
    solve_aloud(&game, "range=initial,stop=0,rounds=8", heard);
    assert_int_equal(heard->n_rounds, 8);
    for (size_t t = 0; t < heard->n_rounds; t++) {
        check_near("median", 10 * heard->median[t], number_at(json_at(want, "median"), t),
                   1e-9, "b_challenge.json");
        check_near("mean", 10 * heard->mean[t], number_at(json_at(want, "mean"), t), 1e-9,
                   "b_challenge.json");
        for (size_t a = 0; a < n; a++) {
            const json_t *places = json_at(want, "positions");
            check_near("position", 10 * heard->position[t][a],
                       number_at(json_array_get(places, t), a), 1e-9, "b_challenge.json");
            check_near("moves to", 10 * heard->moves_to[t][a],
                       number_at(json_array_get(places, t + 1), a), 1e-9,
                       "b_challenge.json");
        }
    }
    for (size_t a = 0; a < n; a++)
        check_near("risk", heard->risk[0][a], number_at(json_at(want, "risk_exponent"), a),
                   1e-9, "b_challenge.json");
    assert_string_equal(heard->accepted[0][8].kind, "compromise"); /* models.md B.7 */
    assert_int_equal(heard->accepted[0][8].from, 9);
    check_near("enforceability", heard->accepted[0][8].strength, .1304, 5e-5,
               "models.md B");
    assert_null(heard->accepted[0][0].kind);
    assert_string_equal(heard->relation[0][0][4], "conflict-");  /* Netherlands, France */
    assert_string_equal(heard->relation[0][0][6], "status quo"); /* ... United Kingdom */
    free(heard);
    test_game_free(&game);
    json_decref(file);
    check_done();
}

/* "conflict+" is the peer's "conflict". "none": an expectation within 1e-9 of 0 moves nobody, which
 * the peer names by its sign. */
static void check_relation(const char *row, const char *got, const char *want)
{
    size_t length = strcspn(got, "+-");
    if (strcmp(got, "none") == 0)
        return;
    if (strcmp(got, "status quo") == 0 ? strcmp(want, "status_quo") != 0
                                       : strncmp(got, want, length) != 0 || want[length])
        fail_msg("%s: %s, want %s", row, got, want);
}

static void check_peer_round(const char *id, size_t t, const Heard *heard,
                             const json_t *actors, const json_t *round)
{
    char row[128];
    size_t r;
    json_t *relation;
    (void)snprintf(row, sizeof row, "%s round %zu", id, t + 1);
    check_near(row, 100 * heard->median[t], json_num(round, "start_median"), 1e-9,
               "median");
    check_near(row, 100 * heard->mean[t], json_num(round, "start_mean"), 1e-9, "mean");
    for (size_t a = 0; a < heard->n_actors; a++) {
        const char *name = json_string_value(json_at(json_array_get(actors, a), "id"));
        const json_t *to = json_object_get(json_at(round, "accepted_offers"), name);
        check_near(row, 100 * heard->moves_to[t][a],
                   number_at(json_at(round, "positions"), a), 1e-9, "position");
        check_near(row, heard->risk[t][a], number_at(json_at(round, "risk_exponents"), a),
                   1e-9, "risk exponent");
        if (!to != !heard->accepted[t][a].kind)
            fail_msg("%s: %s %s", row, name, to ? "should move" : "should stay");
        if (to)
            check_near(row, 100 * heard->moves_to[t][a], json_number_value(to), 1e-9,
                       "accepted offer");
    }
    json_array_foreach(json_at(round, "relations"), r, relation) {
        check_relation(row,
                       heard->relation[t][(size_t)number_at(relation, 0)]
                                      [(size_t)number_at(relation, 1)],
                       json_string_value(json_array_get(relation, 2)));
    }
}

static void peer_rounds_in_full(void **state)
{
    (void)state;
    json_t *file = shared_read("golden/collective/schelling_challenge.json");
    Heard *heard = calloc(1, sizeof *heard);
    size_t c, t, n_compared = 0;
    json_t *one, *round;
    assert_non_null(heard);
    json_array_foreach(json_object_get(file, "cases"), c, one) {
        TestGame game = peer_game(json_at(one, "input"));
        const json_t *rounds = json_at(one, "output.rounds");
        char options[256];
        peer_options(json_at(one, "input.config"), (int)json_array_size(rounds), options,
                     sizeof options);
        solve_aloud(&game, options, heard);
        json_array_foreach(rounds, t, round) {
            if (t >= heard->n_rounds) { /* nobody moves any more */
                assert_int_equal(json_object_size(json_at(round, "accepted_offers")), 0);
                continue;
            }
            check_peer_round(json_string_value(json_at(one, "id")), t, heard,
                             json_at(one, "input.actors"), round);
            n_compared++;
        }
        test_game_free(&game);
    }
    assert_true(n_compared > 100);
    free(heard);
    json_decref(file);
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(golden_rounds),
        cmocka_unit_test(peer_rounds_in_full),
    };
    return cmocka_run_group_tests_name("the rounds of challenge", tests, NULL, NULL);
}
