/* SPDX-License-Identifier: Apache-2.0 */
/* Bargaining in rounds: each part and each round against our golden file and the source's runs. */
#include "support/support.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/smp.h"
#include "support/games.h"

#define OURS   "c_ktab.json"
#define THEIRS "KTAB, commit 3b5b063"

enum { PLACE = 3 /* of the eight, in which the game is played; the others are free */ };

/* One game, read into the model's own form. */
typedef struct Bench {
    TestGame game;
    SmyiSmpState state;
    SmyiSmp smp;
    SmyiArena mem;
    SmyiSmpRules rules;
} Bench;

static double number(const json_t *list, size_t a)
{
    return json_number_value(json_array_get(list, a));
}

static SmyiSmpRules rules_for(const char *options)
{
    double values[32];
    test_options(smyi_model_find("smp"), options, values);
    return smyi_smp_rules(values);
}

static void bench_read(Bench *bench, const char *options)
{
    SmyiGame view = test_game_view(&bench->game);
    bench->mem = (SmyiArena){0};
    bench->rules = rules_for(options);
    assert_true(
        smyi_smp_state_new(view.n_actors, view.n_issues, &bench->mem, &bench->state));
    assert_true(smyi_smp_new(&bench->rules, view.n_actors, view.n_issues, &bench->mem,
                             &bench->smp));
    assert_true(smyi_smp_state_read(&bench->state, PLACE, &view, 0));
    bench->smp.state = &bench->state;
    smyi_smp_view(&bench->rules, &bench->smp);
}

static void bench_free(Bench *bench)
{
    smyi_arena_free(&bench->mem);
    test_game_free(&bench->game);
}

static double position(const Bench *bench, size_t a, size_t i)
{
    return bench->state.position[a * bench->smp.m + i].of[PLACE];
}

/* u of actor a, with attitude r to risk, at b's position. */
static double utility(const SmyiSmp *smp, size_t a, size_t b, double r)
{
    size_t row = a * smp->n + b;
    return smp->level[row].of[PLACE] + r * smp->bend[row].of[PLACE];
}

/* Whom i challenges; smp->n: nobody. */
static size_t target(Bench *bench, size_t i, double *win)
{
    SmyiEight chance = smyi_smp_choose_target(&bench->rules, &bench->smp, i);
    size_t j = (size_t)bench->smp.target[i].of[PLACE];
    *win = chance.of[PLACE];
    return j == i ? bench->smp.n : j;
}

/* models.md C, example 2, with the option sets of the golden file. */

static TestGame golden_game(const json_t *input)
{
    const json_t *at = json_at(input, "pos"), *sal = json_at(input, "sal");
    size_t n = json_array_size(at), m = json_array_size(json_array_get(at, 0));
    TestGame game = test_game_new(n, m, 1);
    for (size_t a = 0; a < n; a++) {
        game.capability[a] = number(json_at(input, "cap"), a);
        for (size_t i = 0; i < m; i++) {
            game.position[a * m + i] = number(json_array_get(at, a), i);
            game.salience[a * m + i] = number(json_array_get(sal, a), i);
        }
    }
    return game;
}

static void golden_view(const char *name, const Bench *bench, const json_t *want)
{
    const SmyiSmp *smp = &bench->smp;
    double r0 = smp->risk[0].of[PLACE];
    char row[96];
    for (size_t i = 0; i < smp->n; i++) {
        (void)snprintf(row, sizeof row, "%s: risk of %zu", name, i);
        check_near(row, smp->risk[i].of[PLACE], number(json_at(want, "risk"), i), 1e-8,
                   OURS);
        (void)snprintf(row, sizeof row, "%s: p of %zu", name, i);
        check_near(row, smp->p[i].of[PLACE], number(json_at(want, "election"), i), 1e-8,
                   OURS);
        const json_t *d = json_array_get(json_at(want, "distance"), i);
        const json_t *u = json_array_get(json_at(want, "utility_by_actor0"), i);
        double r = smyi_smp_estimate(bench->rules.known, r0, smp->risk[i].of[PLACE]);
        for (size_t j = 0; j < smp->n; j++) {
            (void)snprintf(row, sizeof row, "%s: %zu at %zu", name, i, j);
            check_near(row, 1 - utility(smp, i, j, 0), number(d, j), 1e-8, OURS);
            check_near(row, utility(smp, i, j, r), number(u, j), 1e-8, OURS);
        }
    }
}

static void golden_challenges(const char *name, Bench *bench, const json_t *want)
{
    const SmyiSmp *smp = &bench->smp;
    for (size_t i = 0; i < smp->n; i++) {
        const json_t *one = json_array_get(json_at(want, "challenge"), i);
        char row[96];
        double win;
        (void)snprintf(row, sizeof row, "%s: challenge of %zu", name, i);
        size_t j = target(bench, i, &win);
        check_near(row, (double)j, number(one, 0), 0, OURS);
        check_near(row, win, number(one, 1), 1e-8, OURS);
        check_near(row, smp->gain[j].of[PLACE], number(one, 2), 1e-8, OURS);
    }
}

/* The deals that actor a is party to, in the order of its queue; returns their number. */
static size_t deals_of(const SmyiSmp *smp, size_t a, size_t *deal)
{
    size_t n_found = 0;
    for (size_t i = 0; i < smp->n; i++)
        for (size_t d = 1 + i; d < smp->n_deals; d += smp->n) {
            size_t j = (size_t)smp->target[i].of[PLACE];
            if (i != j && (i == a || j == a))
                deal[n_found++] = d;
        }
    return n_found;
}

/* Every actor's queue after the status quo, in order; and where everybody stands afterwards. */
static void golden_round(const char *name, Bench *bench, const json_t *want)
{
    SmyiSmp *smp = &bench->smp;
    (void)smyi_smp_round(&bench->rules, smp);
    char row[96];
    for (size_t a = 0; a < smp->n; a++) {
        const json_t *queue = json_array_get(json_at(want, "bargains"), a);
        size_t deal[64], length = deals_of(smp, a, deal);
        check_near(name, (double)length + 1, (double)json_array_size(queue), 0, OURS);
        for (size_t q = 0; q < length; q++) {
            const json_t *one = json_array_get(queue, q + 1);
            size_t d = deal[q], i = (d - 1) % smp->n;
            (void)snprintf(row, sizeof row, "%s: queue of %zu, %zu", name, a, q + 1);
            check_near(row, (double)i, number(one, 0), 0, OURS);
            check_near(row, smp->target[i].of[PLACE], number(one, 1), 0, OURS);
            for (size_t k = 0; k < smp->m; k++) {
                check_near(row, smp->at_i[d * smp->m + k].of[PLACE],
                           number(json_array_get(one, 2), k), 1e-8, OURS);
                check_near(row, smp->at_j[d * smp->m + k].of[PLACE],
                           number(json_array_get(one, 3), k), 1e-8, OURS);
            }
        }
        const json_t *to = json_array_get(json_at(want, "new_position"), a);
        (void)snprintf(row, sizeof row, "%s: new position of %zu", name, a);
        for (size_t i = 0; i < smp->m; i++)
            check_near(row, position(bench, a, i), number(to, i), 1e-8, OURS);
    }
}

/* The chances of each queue, by an election over what its deals are worth. */
static void golden_queue(const char *name, const Bench *bench, size_t a, const json_t *want)
{
    const SmyiSmp *smp = &bench->smp;
    enum { MOST = 16 };
    SmyiEight worth[MOST * MOST] = {{{0}}}, arrays[3][MOST * MOST], p[MOST];
    size_t deal[MOST] = {0}, length = 1 + deals_of(smp, a, deal + 1);
    for (size_t q = 0; q < length; q++)
        for (size_t v = 0; v < smp->n; v++)
            worth[q * smp->n + v] = smp->worth[deal[q] * smp->n + v];
    SmyiBallot ballot = {.m = length,
                         .voters = smp->n,
                         .utility = worth,
                         .by_option = smp->n,
                         .by_voter = 1,
                         .weight = smp->state->capability,
                         .coalition = arrays[0],
                         .chance = arrays[1],
                         .scratch = arrays[2],
                         .p = p};
    smyi_duels(SMYI_VOTE_PROP, SMYI_VICTORY_LINEAR, &ballot);
    smyi_elect(SMYI_FORM_CONDITIONAL, &ballot);
    for (size_t q = 0; q < length; q++) {
        char row[96];
        (void)snprintf(row, sizeof row, "%s: queue of %zu, chance of %zu", name, a, q);
        check_near(row, p[q].of[PLACE], number(json_array_get(want, a), q), 1e-8, OURS);
    }
}

static void golden_file(void **state)
{
    (void)state;
    static const char *const sets[][2] = {
        {"default", ""},
        {"full_ra", "known_risk=full,risk=max,third_party=none"},
        {"both_S1P1", "bargain=both,meeting=S1P1"},
        {"comp_S2PMax", "bargain=comp,meeting=S2PMax"},
        {"source_rcvr", "bargain=both,receiver_view=source"},
    };
    json_t *file = golden_read("c_ktab.json");
    assert_int_equal(json_object_size(json_at(file, "expected.smp")), 5);
    for (size_t s = 0; s < 5; s++) {
        char path[64], options[128];
        (void)snprintf(path, sizeof path, "expected.smp.%s", sets[s][0]);
        (void)snprintf(options, sizeof options, "rounding=four_decimals%s%s",
                       *sets[s][1] ? "," : "", sets[s][1]);
        const json_t *want = json_at(file, path);
        Bench bench = {.game = golden_game(json_at(file, "input"))};
        bench_read(&bench, options);
        golden_view(sets[s][0], &bench, want);
        golden_challenges(sets[s][0], &bench, want);
        golden_round(sets[s][0], &bench, want);
        for (size_t a = 0; a < bench.smp.n; a++)
            golden_queue(sets[s][0], &bench, a, json_at(want, "probability"));
        bench_free(&bench);
    }
    json_decref(file);
    check_done();
}

/* Which of its queue an actor took: the place of where it now stands. */
static size_t taken(const SmyiSmp *smp, size_t a, const size_t *deal, size_t length)
{
    for (size_t q = 1; q < length; q++) {
        bool proposed = (deal[q] - 1) % smp->n == a;
        const SmyiEight *at = (proposed ? smp->at_i : smp->at_j) + deal[q] * smp->m;
        bool here = true;
        for (size_t i = 0; i < smp->m; i++)
            here &= at[i].of[PLACE] == smp->state->position[a * smp->m + i].of[PLACE];
        if (here)
            return q;
    }
    return 0;
}

/* Over many seeds each bargain is taken as often as its chance says. */
static void bargains_are_drawn_by_their_chances(void **state)
{
    (void)state;
    enum { SEEDS = 4000, MOST = 16 };
    json_t *file = golden_read("c_ktab.json");
    const json_t *want = json_at(file, "expected.smp.default.probability");
    size_t count[MOST][MOST] = {{0}}, deal[MOST] = {0};
    Bench bench = {.game = golden_game(json_at(file, "input"))};
    for (size_t seed = 0; seed < SEEDS; seed++) {
        bench_read(&bench, "rounding=four_decimals,transition=stochastic");
        bench.rules.seed = seed;
        (void)smyi_smp_round(&bench.rules, &bench.smp);
        for (size_t a = 0; a < bench.smp.n; a++)
            count[a][taken(&bench.smp, a, deal, 1 + deals_of(&bench.smp, a, deal + 1))]++;
        smyi_arena_free(&bench.mem);
    }
    for (size_t a = 0; a < bench.game.n_actors; a++) {
        const json_t *chances = json_array_get(want, a);
        for (size_t q = 0; q < json_array_size(chances); q++) {
            double p = number(chances, q), error = sqrt(p * (1 - p) / SEEDS);
            char row[64];
            (void)snprintf(row, sizeof row, "actor %zu takes bargain %zu", a, q);
            check_near(row, (double)count[a][q] / SEEDS, p, 4 * error + 1e-9, OURS);
        }
    }
    test_game_free(&bench.game);
    json_decref(file);
    check_done();
}

/* The source's own runs. */

static const struct {
    const char *theirs, *option;
} names[] = {
    {"VictoryProbModel:Linear", "victory=linear"},
    {"VictoryProbModel:Square", "victory=square"},
    {"VictoryProbModel:Quartic", "victory=quartic"},
    {"PCEModel:Conditional", "form=conditional"},
    {"PCEModel:MarkovIncentive", "form=incentive"},
    {"PCEModel:MarkovUniform", "form=uniform"},
    {"StateTransitions:Deterministic", ""},
    {"VotingRule:Prop", "vote=prop"},
    {"VotingRule:PropCbc", "vote=propcubic"},
    {"VotingRule:Binary", "vote=binary"},
    {"BigRAdjust:OneThird", "known_risk=one_third"},
    {"BigRAdjust:None", "known_risk=none"},
    {"BigRRange:Mid", "risk=mid"},
    {"BigRRange:Max", "risk=max"},
    {"ThirdPartyCommit:SemiCommit", "third_party=semi"},
    {"ThirdPartyCommit:NoCommit", "third_party=none"},
    {"ThirdPartyCommit:FullCommit", "third_party=full"},
    {"InterVecBrgn:S2P2", "meeting=S2P2"},
    {"InterVecBrgn:S1P1", "meeting=S1P1"},
    {"BargnModel:InitOnlyInterp", "bargain=init"},
    {"BargnModel:InitRcvrInterp", "bargain=both"},
    {"BargnModel:PWCompInterp", "bargain=comp"},
};

/* What the source does where models.md reads it otherwise (docs/models/smp.md). */
#define AS_THE_SOURCE                                                                      \
    "rounding=four_decimals,risk_election=as_chosen,receiver_view=source,average="         \
    "salience,"                                                                            \
    "merge=0.001"

static void source_options(const json_t *parameters, char *options, size_t size)
{
    (void)snprintf(options, size, "%s", AS_THE_SOURCE);
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)(uintptr_t)parameters, key, value) {
        char theirs[96];
        (void)snprintf(theirs, sizeof theirs, "%s:%s", key, json_string_value(value));
        size_t i = 0;
        while (i < sizeof names / sizeof *names && strcmp(names[i].theirs, theirs) != 0)
            i++;
        if (i == sizeof names / sizeof *names)
            fail_msg("no option of ours for %s", theirs);
        if (*names[i].option)
            (void)snprintf(options + strlen(options), size - strlen(options), ",%s",
                           names[i].option);
    }
}

static TestGame source_game(const json_t *actors)
{
    size_t n = json_array_size(actors);
    size_t m = json_array_size(json_at(json_array_get(actors, 0), "position"));
    TestGame game = test_game_new(n, m, 1);
    for (size_t a = 0; a < n; a++) {
        const json_t *one = json_array_get(actors, a);
        game.capability[a] = json_num(one, "capability");
        for (size_t i = 0; i < m; i++) {
            game.position[a * m + i] = number(json_at(one, "position"), i) / 100;
            game.salience[a * m + i] = number(json_at(one, "salience"), i) / 100;
        }
    }
    return game;
}

/* tol: of what hangs on the election, which the source iterates only so far if it is Markov's. */
static void source_turn(const char *id, size_t t, Bench *bench, const json_t *want,
                        double tol)
{
    SmyiSmp *smp = &bench->smp;
    char row[128];
    for (size_t a = 0; a < smp->n; a++) {
        (void)snprintf(row, sizeof row, "%s: turn %zu, actor %zu", id, t, a);
        const json_t *x = json_array_get(json_at(want, "positions"), a);
        for (size_t i = 0; i < smp->m; i++)
            check_near(row, position(bench, a, i), number(x, i), 1e-9, THEIRS);
        check_near(row, smp->risk[a].of[PLACE], number(json_at(want, "risk_attitude"), a),
                   tol, THEIRS);
        const json_t *best = json_array_get(json_at(want, "best_challenge"), a);
        double win;
        size_t j = target(bench, a, &win);
        check_near(row, (double)j,
                   json_is_null(best) ? (double)smp->n : json_num(best, "target"), 0,
                   THEIRS);
        if (json_is_null(best) || j == smp->n)
            continue;
        check_near(row, win, json_num(best, "prob"), tol, THEIRS);
        check_near(row, smp->gain[j].of[PLACE], json_num(best, "gain"), tol, THEIRS);
        for (size_t i = 0; i < smp->m; i++) {
            double at_i, at_j;
            smyi_smp_meet(
                bench->rules.meeting, true, position(bench, a, i), position(bench, j, i),
                smp->state->salience[a * smp->m + i].of[PLACE],
                smp->state->salience[j * smp->m + i].of[PLACE], win, &at_i, &at_j);
            check_near(row, at_i, number(json_at(best, "bargain_initiator"), i), 1e-9,
                       THEIRS);
            check_near(row, at_j, number(json_at(best, "bargain_receiver"), i), 1e-9,
                       THEIRS);
        }
    }
}

static void source_election(const char *id, size_t t, Bench *bench, const json_t *want,
                            double tol)
{
    SmyiSmp *smp = &bench->smp;
    smyi_smp_elect(&bench->rules, smp);
    char row[128];
    const json_t *unique = json_at(want, "unique_positions");
    (void)snprintf(row, sizeof row, "%s: turn %zu, options", id, t);
    size_t o = 0;
    for (size_t a = 0; a < smp->n; a++) {
        if (!(smp->option[a].of[PLACE] > 0))
            continue;
        check_near(row, (double)a, number(unique, o), 0, THEIRS);
        check_near(row, smp->p[a].of[PLACE],
                   number(json_at(want, "position_probability"), o), tol, THEIRS);
        o++;
    }
    check_near(row, (double)o, (double)json_array_size(unique), 0, THEIRS);
}

/* Turn 0 of the default variant: what everybody sees of everybody. */
static void source_matrices(const char *id, Bench *bench, const json_t *want)
{
    SmyiSmp *smp = &bench->smp;
    if (!json_object_get(want, "utility_own"))
        return;
    for (size_t i = 0; i < smp->n; i++) {
        const json_t *u = json_array_get(json_at(want, "utility_own"), i);
        const json_t *p = json_array_get(json_at(want, "challenge_prob_own"), i);
        const json_t *g = json_array_get(json_at(want, "challenge_gain_own"), i);
        smyi_smp_challenges(&bench->rules, smp, i);
        for (size_t j = 0; j < smp->n; j++) {
            char row[128];
            (void)snprintf(row, sizeof row, "%s: %zu sees %zu", id, i, j);
            check_near(row, utility(smp, i, j, smp->risk[i].of[PLACE]), number(u, j), 1e-9,
                       THEIRS);
            check_near(row, smp->win[j].of[PLACE], number(p, j), 1e-9, THEIRS);
            check_near(row, smp->gain[j].of[PLACE], number(g, j), 1e-9, THEIRS);
        }
    }
}

/* The registered model on the whole run: the mean of the last election, and the rounds. */
static void source_outcome(const char *id, const Bench *bench, const char *options,
                           const json_t *turns, double tol)
{
    size_t n_turns = json_array_size(turns);
    const json_t *last = json_array_get(turns, n_turns - 1);
    const json_t *unique = json_at(last, "unique_positions");
    TestOutcome outcome = test_solve(smyi_model_find("smp"), &bench->game, options);
    char row[128];
    (void)snprintf(row, sizeof row, "%s: outcome", id);
    for (size_t i = 0; i < bench->game.n_issues; i++) {
        double mean = 0;
        for (size_t o = 0; o < json_array_size(unique); o++) {
            size_t a = (size_t)number(unique, o);
            mean += number(json_at(last, "position_probability"), o) *
                    number(json_array_get(json_at(last, "positions"), a), i);
        }
        check_near(row, outcome.out.point[i], mean, tol, THEIRS);
        check_near(row, outcome.out.rounds[i], (double)(n_turns - 1), 0, THEIRS);
        check_near(row, outcome.out.status[i], SMY_STATUS_OK, 0, THEIRS);
    }
    test_outcome_free(&outcome);
}

static void source_runs(void **state)
{
    (void)state;
    json_t *file = shared_read("golden/collective/ktab_smp.json");
    size_t c, t;
    json_t *one, *turn;
    json_array_foreach(json_at(file, "cases"), c, one) {
        const char *id = json_string_value(json_at(one, "id"));
        const json_t *parameters = json_at(one, "input.parameters");
        const char *form = json_string_value(json_at(parameters, "PCEModel"));
        double tol = strcmp(form, "Conditional") == 0 ? 1e-9 : 5e-6;
        char options[512];
        source_options(parameters, options, sizeof options);
        Bench bench = {.game = source_game(json_at(one, "input.actors"))};
        bench_read(&bench, options);
        json_array_foreach(json_at(one, "output.turns"), t, turn) {
            if (t > 0)
                (void)smyi_smp_round(&bench.rules, &bench.smp);
            smyi_smp_view(&bench.rules, &bench.smp);
            source_turn(id, t, &bench, turn, tol);
            source_election(id, t, &bench, turn, tol);
            source_matrices(id, &bench, turn);
        }
        source_outcome(id, &bench, options, json_at(one, "output.turns"), tol);
        bench_free(&bench);
    }
    json_decref(file);
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(golden_file),
        cmocka_unit_test(bargains_are_drawn_by_their_chances),
        cmocka_unit_test(source_runs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
