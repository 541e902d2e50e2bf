/* SPDX-License-Identifier: Apache-2.0 */
/* Games to try models on: written entry by entry, or drawn; and solving them in one call. */
#ifndef SUPPORT_GAMES_H
#define SUPPORT_GAMES_H

#include <stdint.h>

#include "model/model.h"

/** A game whose arrays may be written. Free with test_game_free(). */
typedef struct TestGame {
    size_t n_actors, n_issues, n_lanes;
    double *position, *salience, *capability, *no_deal, *status_quo; /* as in SmyiGame */
    bool quadratic;
    SmyiArena mem;
} TestGame;

/** Nobody has a position, every weight is 0, there is no status quo. */
TestGame test_game_new(size_t n_actors, size_t n_issues, size_t n_lanes);
void test_game_free(TestGame *game);
/** The same as models see it. */
SmyiGame test_game_view(const TestGame *game);
/** Place of (actor, issue, lane) in position and salience. */
size_t test_at(const TestGame *game, size_t actor, size_t issue, size_t lane);
/** Gives an actor position, salience, capability in lane 0 of a game of one issue. */
void test_game_actor(TestGame *game, size_t actor, double position, double salience,
                     double capability);
/** Lane `lane` of a game as a game of its own. */
TestGame test_game_lane(const TestGame *game, size_t lane);

/** The outcome of one solve. Free with test_outcome_free(). */
typedef struct TestOutcome {
    SmyiOutcome out;
    SmyiArena mem;
} TestOutcome;

/**
 * Solves with options "key=value,key=value" (numbers, or names of choices) over the defaults;
 * NULL or "": the defaults. Fails the test for a key or choice that the model does not have.
 */
TestOutcome test_solve(const SmyiModel *model, const TestGame *game, const char *options);
void test_outcome_free(TestOutcome *outcome);

#endif
