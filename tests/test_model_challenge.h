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

#endif
