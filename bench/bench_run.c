/* SPDX-License-Identifier: Apache-2.0 */
/* Whole runs on one thread: draws through a model to the answer, seats over all tables. */
#include <stdio.h>
#include <string.h>

#include "analysis/game.h"
#include "analysis/situation.h"
#include "bench/bench.h"
#include "bench/scenario.h"
#include "summitry/summitry.h"

enum { TEXT = 16384, DRAWS = 20000 };

static void add(char *text, const char *more)
{
    (void)snprintf(text + strlen(text), TEXT - strlen(text), "%s", more);
}

SmyScenario *bench_one_issue(int n, bool drawn)
{
    char text[TEXT] =
        "summitry: 1\nid: bench\nissues: {x: {scale: [0, 100], status_quo: 50}}\n"
        "actors:\n",
         line[256];
    for (int a = 0; a < n; a++) {
        int c = 20 + a * 37 % 80;
        (void)snprintf(
            line, sizeof line,
            drawn ? "  a%d: {kind: state, capability: {low: %d, mode: %d, high: %d}}\n"
                  : "  a%d: {kind: state, capability: %d}\n",
            a, drawn ? c - 10 : c, c, c + 10);
        add(text, line);
    }
    add(text, "stances:\n");
    for (int a = 0; a < n; a++) {
        int p = 10 + a * 53 % 80, s = 20 + a * 29 % 70;
        (void)snprintf(line, sizeof line,
                       drawn ? "  a%d: {x: {position: {low: %d, mode: %d, high: %d}, "
                               "salience: {low: %d, mode: %d, high: %d}}}\n"
                             : "  a%d: {x: {position: %d, salience: %d}}\n",
                       a, drawn ? p - 10 : p, drawn ? p : s, p + 10, s - 10, s, s + 10);
        add(text, line);
    }
    add(text, "table: {seats: [");
    for (int a = 0; a < n; a++) {
        (void)snprintf(line, sizeof line, "%sa%d", a ? ", " : "", a);
        add(text, line);
    }
    add(text, "]}\n");
    SmyScenario *scenario = NULL;
    SmyError err = {0};
    if (smy_scenario_parse(text, strlen(text), "bench", NULL, &scenario, &err) != SMY_OK)
        fprintf(stderr, "%d:%d: %s\n", err.line, err.column, err.message);
    return scenario;
}

static void *ten_actors(void)
{
    return bench_one_issue(10, true);
}

static void *sixteen_candidates(void)
{
    return bench_one_issue(16, false);
}

static void *anchorage(void)
{
    SmyScenario *scenario = NULL;
    return smy_scenario_read("scenarios/alaska-2025.summit.yaml", NULL, &scenario, NULL) ==
                   SMY_OK
               ? scenario
               : NULL;
}

static bool run(void *scenario, const SmyRunOptions *options)
{
    SmyResult *result = NULL;
    bool ok = scenario && smy_run(scenario, options, &result, NULL) == SMY_OK;
    smy_result_free(result);
    return ok;
}

static double draws(void *scenario, const char *model)
{
    SmyRunOptions options;
    smy_run_options_init(&options);
    options.models = model;
    options.draws = DRAWS;
    options.threads = 1;
    options.with_seats = false;
    options.matter_budget = 0; /* draws are timed, not what matters to them */
    return run(scenario, &options) ? DRAWS : 0;
}

/* Drawing all inputs and solving with the mean alone: no gains, no quantiles. */
static double draw_and_solve(void *scenario)
{
    SmyiArena mem = {0};
    SmyiFrame frame;
    SmyiSituation sit;
    SmyiOutcome out;
    SmyiGame game;
    SmyiSeating seating[16 * SMYI_BLOCK];
    const SmyiModel *mean = smyi_model_find("mean");
    double options[8] = {0}, sum = 0;
    bool ok = scenario &&
              smyi_frame_new(scenario, false, false, &mem, &frame, NULL) == SMY_OK &&
              smyi_situation_new(&frame, SMYI_BLOCK, &mem, &sit) &&
              smyi_outcome_new(mean, frame.n_players, 1, SMYI_BLOCK, &mem, &out);
    smyi_model_defaults(mean, options);
    for (uint64_t first = 0; ok && first < DRAWS; first += SMYI_BLOCK) {
        SmyiMark mark = smyi_arena_mark(&mem);
        smyi_situation_draw(&frame, 1, first, SMYI_BLOCK, &sit);
        smyi_seating_of_file(&frame, SMYI_BLOCK, seating);
        ok = smyi_game_new(&frame, &sit, seating, 0, false, &mem, &game) &&
             smyi_model_solve(mean, &game, options, NULL, &mem, &out) == SMY_OK;
        sum += out.point[0];
        smyi_arena_rewind(&mem, mark);
    }
    smyi_arena_free(&mem);
    return ok && sum > 0 ? DRAWS : 0;
}

static double mean_draws(void *scenario)
{
    return draws(scenario, "mean");
}

static double challenge_draws(void *scenario)
{
    return draws(scenario, "challenge");
}

static double condorcet_draws(void *scenario)
{
    return draws(scenario, "condorcet");
}

static double seats(void *scenario)
{
    SmyRunOptions options;
    smy_run_options_init(&options);
    options.models = "mean";
    options.draws = 0;
    options.threads = 1;
    return run(scenario, &options) ? 65536 : 0;
}

static double whole(void *scenario)
{
    SmyRunOptions options;
    smy_run_options_init(&options);
    options.threads = 1;
    return run(scenario, &options) ? 1 : 0;
}

static void forget(void *scenario)
{
    smy_scenario_free(scenario);
}

const Bench bench_draw_mean = {"draw_mean", "draws", ten_actors, draw_and_solve, forget};
const Bench bench_run_mean = {"run_mean", "draws", ten_actors, mean_draws, forget};
const Bench bench_run_challenge = {"run_challenge", "draws", ten_actors, challenge_draws,
                                   forget};
const Bench bench_run_condorcet = {"run_condorcet", "draws", ten_actors, condorcet_draws,
                                   forget};
const Bench bench_seats_mean = {"seats_mean", "tables", sixteen_candidates, seats, forget};
const Bench bench_run_anchorage = {"run_anchorage", "runs", anchorage, whole, forget};
