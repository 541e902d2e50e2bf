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
    bool is_ruled;            /* models see the rules */
    int setter;               /* actor, or -1: one who is not there */
    int veto[4];              /* actors, or -1 */
    size_t n_veto;            /* 0 at first */
    double *weight;           /* [actors + 1] of the criterion; the last is nobody */
    double quota, total;      /* quota 0: no criterion; total of all that were there */
    SmyiVoter *voters;        /* [actors + 1]; the last has no say */
    size_t *veto_rows;        /* [4] */
    SmyiCriterion *criterion; /* [1] */
    size_t n_homes;           /* 0 at first */
    int leader[2];            /* of each home; actors, or -1 */
    int public[2][2];         /* actors, or -1 */
    double home_quota[2];     /* 0: both must accept */
    double tolerance;         /* of all publics */
    unsigned char *counts;    /* [2 x lanes] */
    SmyiPublic *publics;      /* [4] */
    SmyiHome *homes;          /* [2] */
    SmyiRules *rules;         /* made by test_game_view() */
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

/** What kind of game test_game_draw() makes. */
typedef enum TestKind {
    TEST_GENERIC, /* nothing equal, nobody without weight */
    TEST_GAPS,    /* some positions missing, some saliences and capabilities 0 */
    TEST_TIES,    /* few different numbers, so that much is equal; gaps too */
} TestKind;

/** Actor 0 answers to 1 and 2, actor 3 to 4 or 5 (each half of them); 0 proposes, 0, 1 and 3 may veto; votes 3 1 2 3 1 2 ..., six tenths are needed. */
void test_game_rules(TestGame *game);

/**
 * Draw `draw` of a kind, every entry filled and with rules; positions in 0.05..0.75, so that there is room to
 * shift them; costs of no deal 0..0.3.
 */
TestGame test_game_draw(TestKind kind, uint64_t draw, size_t n_actors, size_t n_issues,
                        size_t n_lanes);
/** The actor leaves the table in one lane: no position, no salience, no capability there. */
void test_game_leave(TestGame *game, size_t actor, size_t lane);
/** The game of the actors order[0..n_actors-1] of another, in this order. */
TestGame test_game_pick(const TestGame *game, const size_t *order, size_t n_actors);

/**
 * The values [n_options] of options "key=value,key=value" (numbers, or names of choices) over
 * the defaults; NULL or "": the defaults. Fails the test for a key or choice that there is not.
 */
void test_options(const SmyiModel *model, const char *options, double *values);

/** The outcome of one solve. Free with test_outcome_free(). */
typedef struct TestOutcome {
    SmyiOutcome out;
    SmyiArena mem;
} TestOutcome;

/** Solves with options as test_options() reads them. */
TestOutcome test_solve(const SmyiModel *model, const TestGame *game, const char *options);
/** The same with somebody told of every round. */
TestOutcome test_solve_aloud(const SmyiModel *model, const TestGame *game,
                             const char *options, const SmyiTrace *trace);
void test_outcome_free(TestOutcome *outcome);

#endif
