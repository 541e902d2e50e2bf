/* SPDX-License-Identifier: Apache-2.0 */
/* What the tests of the challenge model share. */
#ifndef TEST_MODEL_CHALLENGE_H
#define TEST_MODEL_CHALLENGE_H

#include "support/support.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "model/challenge.h"
#include "support/games.h"

enum { WIDTH = SMYI_CHALLENGE_WIDTH };

static inline double number_at(const json_t *list, size_t index)
{
    return json_number_value(json_array_get(list, index));
}

static inline void play(const SmyiChallengeRules *rules, SmyiChallengeRound *round)
{
    smyi_challenge_median(round);
    smyi_challenge_views(rules, round);
    smyi_challenge_offers(rules, round);
}

static inline void check_actors(const char *set, const char *what, const double *got,
                                const json_t *want, double tol)
{
    for (size_t a = 0; a < json_array_size(want); a++) {
        char row[96];
        (void)snprintf(row, sizeof row, "%s: %s of actor %zu", set, what, a);
        check_near(row, got[a * WIDTH], number_at(want, a), tol, "b_challenge.json");
    }
}

static inline void check_dyads(const char *set, const char *what, const double *got,
                               const json_t *want, double tol)
{
    size_t n = json_array_size(want);
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++) {
            char row[96];
            (void)snprintf(row, sizeof row, "%s: %s of %zu on %zu", set, what, i, j);
            if (i != j)
                check_near(row, got[(i * n + j) * WIDTH],
                           number_at(json_array_get(want, i), j), tol, "b_challenge.json");
        }
}

/*
 * A peer's configuration in our words: its dynamic range is `round`, a fixed range of 100 is our
 * scale, no risk is security none, resolved conflicts are loser_full, its q is our Q. Its stop
 * compares other rounds, so every round is asked for by number.
 */
static inline void peer_options(const json_t *config, int rounds, char *text, size_t size)
{
    const json_t *z = json_object_get(config, "reference_point");
    char reference[64] = "none";
    if (json_is_number(z))
        (void)snprintf(reference, sizeof reference, "point,reference_at=%.17g",
                       json_number_value(z) / 100);
    int is_fixed = strcmp(json_string_value(json_at(config, "range_mode")), "fixed") == 0;
    int is_averse = json_is_true(json_at(config, "apply_risk"));
    (void)snprintf(text, size,
                   "stop=0,rounds=%d,range=%s,Q=%.17g,security=%s,conflict=%s,reference=%s",
                   rounds, is_fixed ? "scale" : "round", json_num(config, "q"),
                   is_averse ? json_string_value(json_at(config, "security_mode")) : "none",
                   json_is_true(json_at(config, "conflict_resolves")) ? "loser_full"
                                                                      : "none",
                   reference);
}

static inline TestGame peer_game(const json_t *input)
{
    size_t a;
    json_t *actor;
    const json_t *actors = json_at(input, "actors");
    TestGame game = test_game_new(json_array_size(actors), 1, 1);
    json_array_foreach(actors, a, actor) {
        test_game_actor(&game, a, json_num(actor, "position") / 100,
                        json_num(actor, "salience") / 100, json_num(actor, "capability"));
    }
    return game;
}

#endif
