/* SPDX-License-Identifier: Apache-2.0 */
/* Games to try models on: written entry by entry, or drawn; and solving them in one call. */
#include "support/games.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "support/support.h"

TestGame test_game_new(size_t n_actors, size_t n_issues, size_t n_lanes)
{
    TestGame game = {.n_actors = n_actors, .n_issues = n_issues, .n_lanes = n_lanes};
    size_t n_stances = n_actors * n_issues * n_lanes, n_cells = n_issues * n_lanes;
    game.position = SMYI_NEW(&game.mem, n_stances, double);
    game.salience = SMYI_NEW(&game.mem, n_stances, double);
    game.capability = SMYI_NEW(&game.mem, n_actors * n_lanes, double);
    game.no_deal = SMYI_NEW(&game.mem, n_actors * n_lanes, double);
    game.status_quo = SMYI_NEW(&game.mem, n_cells, double);
    game.weight = SMYI_NEW(&game.mem, n_actors + 1, double);
    game.voters = SMYI_NEW(&game.mem, n_actors + 1, SmyiVoter);
    game.veto_rows = SMYI_NEW(&game.mem, 4, size_t);
    game.criterion = SMYI_NEW(&game.mem, 1, SmyiCriterion);
    game.rules = SMYI_NEW(&game.mem, 1, SmyiRules);
    game.counts = SMYI_NEW(&game.mem, 2 * n_lanes, unsigned char);
    game.publics = SMYI_NEW(&game.mem, 4, SmyiPublic);
    game.homes = SMYI_NEW(&game.mem, 2, SmyiHome);
    game.setter = -1;
    double *nowhere = SMYI_NEW(&game.mem, n_cells, double);
    double *nothing = SMYI_NEW(&game.mem, n_cells, double);
    assert_true(game.position && game.salience && game.capability && game.no_deal &&
                game.status_quo && game.weight && game.voters && game.veto_rows &&
                game.criterion && game.rules && game.counts && game.publics && game.homes &&
                nowhere && nothing);
    for (size_t c = 0; c < n_cells; c++)
        nowhere[c] = (double)NAN;
    for (size_t a = 0; a < n_actors; a++)
        game.voters[a] =
            (SmyiVoter){game.position + a * n_cells, game.salience + a * n_cells,
                        game.capability + a * n_lanes, game.no_deal + a * n_lanes};
    game.voters[n_actors] = (SmyiVoter){nowhere, nothing, nothing, nothing};
    for (size_t s = 0; s < n_stances; s++)
        game.position[s] = (double)NAN;
    for (size_t c = 0; c < n_cells; c++)
        game.status_quo[c] = (double)NAN;
    return game;
}

void test_game_free(TestGame *game)
{
    smyi_arena_free(&game->mem);
}

void test_game_rules(TestGame *game)
{
    static const int veto[] = {0, 1, 3};
    game->is_ruled = true;
    game->setter = 0;
    game->n_veto = 3;
    game->total = 0;
    for (size_t v = 0; v < 3; v++)
        game->veto[v] = (size_t)veto[v] < game->n_actors ? veto[v] : -1;
    for (size_t a = 0; a < game->n_actors; a++)
        game->total += game->weight[a] = (double)(1 + (a + 2) % 3);
    game->quota = .6 * game->total;
    game->n_homes = 2;
    game->tolerance = .03;
    game->home_quota[1] = .5;
    for (size_t h = 0; h < 2; h++) {
        game->leader[h] = 3 * h < game->n_actors ? (int)(3 * h) : -1;
        for (size_t k = 0; k < 2; k++) {
            size_t a = 3 * h + 1 + k;
            game->public[h][k] = a < game->n_actors ? (int)a : -1;
        }
    }
}

/* In a lane that an actor has left it has neither capability nor a position. */
static unsigned char sits(const TestGame *game, int actor, size_t lane)
{
    if (actor < 0)
        return 0;
    bool is_there = game->capability[(size_t)actor * game->n_lanes + lane] > 0;
    for (size_t i = 0; i < game->n_issues; i++) {
        double p = game->position[test_at(game, (size_t)actor, i, lane)];
        is_there |= p == p;
    }
    return is_there;
}

static void make_homes(const TestGame *game)
{
    for (size_t h = 0; h < game->n_homes; h++) {
        unsigned char *counts = game->counts + h * game->n_lanes;
        for (size_t k = 0; k < 2; k++)
            game->publics[2 * h + k] = (SmyiPublic){
                game->public[h][k] < 0 ? game->n_actors : (size_t)game->public[h][k],
                game -> tolerance};
        for (size_t k = 0; k < game->n_lanes; k++)
            counts[k] = sits(game, game->leader[h], k);
        game->homes[h] = (SmyiHome){2, game->publics + 2 * h, game->home_quota[h], counts};
    }
}

/* The rules as models see them: who is not there has no say. */
static const SmyiRules *rules_of(const TestGame *game)
{
    size_t nobody = game->n_actors;
    for (size_t v = 0; v < game->n_veto; v++)
        game->veto_rows[v] = game->veto[v] < 0 ? nobody : (size_t)game->veto[v];
    *game->criterion = (SmyiCriterion){game->quota, game->weight, game->total};
    *game->rules = (SmyiRules){.n_voters = nobody + 1,
                               .voters = game->voters,
                               .setter = game->setter < 0 ? (int)nobody : game->setter,
                               .n_veto = game->n_veto,
                               .veto = game->veto_rows,
                               .n_criteria = game->quota > 0,
                               .criteria = game->criterion,
                               .n_homes = game->n_homes,
                               .homes = game->homes};
    make_homes(game);
    return game->rules;
}

SmyiGame test_game_view(const TestGame *game)
{
    return (SmyiGame){.n_actors = game->n_actors,
                      .n_issues = game->n_issues,
                      .n_lanes = game->n_lanes,
                      .position = game->position,
                      .salience = game->salience,
                      .capability = game->capability,
                      .no_deal = game->no_deal,
                      .status_quo = game->status_quo,
                      .quadratic = game->quadratic,
                      .rules = game->is_ruled ? rules_of(game) : NULL};
}

size_t test_at(const TestGame *game, size_t actor, size_t issue, size_t lane)
{
    return (actor * game->n_issues + issue) * game->n_lanes + lane;
}

void test_game_actor(TestGame *game, size_t actor, double position, double salience,
                     double capability)
{
    size_t at = test_at(game, actor, 0, 0);
    game->position[at] = position;
    game->salience[at] = salience;
    game->capability[actor * game->n_lanes] = capability;
}

/* The same rules for the actors order[] of another game. */
static void pick_rules(const TestGame *game, const size_t *order, TestGame *picked)
{
    picked->is_ruled = game->is_ruled;
    picked->n_veto = game->n_veto;
    picked->quota = game->quota;
    picked->total = game->total;
    picked->n_homes = game->n_homes;
    picked->tolerance = game->tolerance;
    for (size_t v = 0; v < game->n_veto; v++)
        picked->veto[v] = -1;
    for (size_t h = 0; h < 2; h++) {
        picked->home_quota[h] = game->home_quota[h];
        picked->leader[h] = picked->public[h][0] = picked->public[h][1] = -1;
    }
    for (size_t a = 0; a < picked->n_actors; a++) {
        picked->weight[a] = game->weight[order[a]];
        if (game->setter == (int)order[a])
            picked->setter = (int)a;
        for (size_t v = 0; v < game->n_veto; v++)
            if (game->veto[v] == (int)order[a])
                picked->veto[v] = (int)a;
        for (size_t h = 0; h < game->n_homes; h++) {
            if (game->leader[h] == (int)order[a])
                picked->leader[h] = (int)a;
            for (size_t k = 0; k < 2; k++)
                if (game->public[h][k] == (int)order[a])
                    picked->public[h][k] = (int)a;
        }
    }
}

TestGame test_game_lane(const TestGame *game, size_t lane)
{
    size_t order[64] = {0};
    TestGame one = test_game_new(game->n_actors, game->n_issues, 1);
    one.quadratic = game->quadratic;
    assert_true(game->n_actors <= 64);
    for (size_t a = 0; a < game->n_actors; a++)
        order[a] = a;
    pick_rules(game, order, &one);
    for (size_t s = 0; s < game->n_actors * game->n_issues; s++) {
        one.position[s] = game->position[s * game->n_lanes + lane];
        one.salience[s] = game->salience[s * game->n_lanes + lane];
    }
    for (size_t a = 0; a < game->n_actors; a++) {
        one.capability[a] = game->capability[a * game->n_lanes + lane];
        one.no_deal[a] = game->no_deal[a * game->n_lanes + lane];
    }
    for (size_t i = 0; i < game->n_issues; i++)
        one.status_quo[i] = game->status_quo[i * game->n_lanes + lane];
    return one;
}

/* The next number of a drawn game, uniform in 0..1; for ties one of five values. */
typedef struct Dice {
    uint64_t draw, number;
    int is_coarse;
} Dice;

static double roll(Dice *dice)
{
    double u = smyi_uniform(20250815, SMYI_STREAM_CHOICES, dice->draw, dice->number++);
    return dice->is_coarse ? floor(5 * u) / 4 : u;
}

static void draw_actor(TestGame *game, Dice *dice, size_t a, TestKind kind)
{
    for (size_t k = 0; k < game->n_lanes; k++) {
        double c = roll(dice), cost = roll(dice), gap = roll(dice);
        game->capability[a * game->n_lanes + k] =
            kind != TEST_GENERIC && gap < .1 ? 0 : .1 + c;
        game->no_deal[a * game->n_lanes + k] = .3 * cost;
        for (size_t i = 0; i < game->n_issues; i++) {
            double p = roll(dice), s = roll(dice);
            gap = roll(dice);
            int missing = kind != TEST_GENERIC && gap < .15, idle = !missing && gap < .3;
            size_t at = test_at(game, a, i, k);
            game->position[at] = missing ? (double)NAN : .05 + .7 * p;
            game->salience[at] =
                missing || (kind != TEST_GENERIC && idle) ? 0 : .05 + .95 * s;
        }
    }
}

TestGame test_game_draw(TestKind kind, uint64_t draw, size_t n_actors, size_t n_issues,
                        size_t n_lanes)
{
    Dice dice = {.draw = draw, .is_coarse = kind == TEST_TIES};
    TestGame game = test_game_new(n_actors, n_issues, n_lanes);
    for (size_t c = 0; c < n_issues * n_lanes; c++)
        game.status_quo[c] = .05 + .7 * roll(&dice);
    for (size_t a = 0; a < n_actors; a++)
        draw_actor(&game, &dice, a, kind);
    test_game_rules(&game);
    return game;
}

void test_game_leave(TestGame *game, size_t actor, size_t lane)
{
    game->capability[actor * game->n_lanes + lane] = 0;
    for (size_t i = 0; i < game->n_issues; i++) {
        game->position[test_at(game, actor, i, lane)] = (double)NAN;
        game->salience[test_at(game, actor, i, lane)] = 0;
    }
}

TestGame test_game_pick(const TestGame *game, const size_t *order, size_t n_actors)
{
    TestGame picked = test_game_new(n_actors, game->n_issues, game->n_lanes);
    size_t row = game->n_issues * game->n_lanes, n = game->n_lanes;
    picked.quadratic = game->quadratic;
    pick_rules(game, order, &picked);
    memcpy(picked.status_quo, game->status_quo, row * sizeof(double));
    for (size_t a = 0; a < n_actors; a++) {
        size_t from = order[a];
        memcpy(picked.position + a * row, game->position + from * row,
               row * sizeof(double));
        memcpy(picked.salience + a * row, game->salience + from * row,
               row * sizeof(double));
        memcpy(picked.capability + a * n, game->capability + from * n, n * sizeof(double));
        memcpy(picked.no_deal + a * n, game->no_deal + from * n, n * sizeof(double));
    }
    return picked;
}

static double option_value(const SmyOption *option, const char *text)
{
    for (size_t c = 0; option->choices && option->choices[c]; c++)
        if (strcmp(option->choices[c], text) == 0)
            return (double)c;
    char *end;
    double value = strtod(text, &end);
    if (option->choices || *end != '\0')
        fail_msg("option %s has no value %s", option->key, text);
    return value;
}

static void set_option(const SmyModelInfo *info, const char *setting, double *values)
{
    size_t length = strcspn(setting, "=");
    for (size_t o = 0; o < info->n_options; o++) {
        const char *key = info->options[o].key;
        if (strlen(key) == length && strncmp(key, setting, length) == 0) {
            values[o] = option_value(&info->options[o], setting + length + 1);
            return;
        }
    }
    fail_msg("model %s has no option in %s", info->id, setting);
}

void test_options(const SmyiModel *model, const char *options, double *values)
{
    smyi_model_defaults(model, values);
    char list[512];
    (void)snprintf(list, sizeof list, "%s", options ? options : "");
    char *rest = NULL;
    for (char *one = strtok_r(list, ",", &rest); one; one = strtok_r(NULL, ",", &rest))
        set_option(&model->info, one, values);
}

TestOutcome test_solve(const SmyiModel *model, const TestGame *game, const char *options)
{
    return test_solve_aloud(model, game, options, NULL);
}

TestOutcome test_solve_aloud(const SmyiModel *model, const TestGame *game,
                             const char *options, const SmyiTrace *trace)
{
    TestOutcome outcome = {0};
    double *values = SMYI_NEW(&outcome.mem, model->info.n_options + 1, double);
    assert_non_null(values);
    test_options(model, options, values);
    assert_true(smyi_outcome_new(model, game->n_actors, game->n_issues, game->n_lanes,
                                 &outcome.mem, &outcome.out));
    outcome.out.trace = trace;
    SmyiGame view = test_game_view(game);
    SmyiArena scratch = {0};
    assert_int_equal(smyi_model_solve(model, &view, values, NULL, &scratch, &outcome.out),
                     SMY_OK);
    smyi_arena_free(&scratch);
    return outcome;
}

void test_outcome_free(TestOutcome *outcome)
{
    smyi_arena_free(&outcome->mem);
}
