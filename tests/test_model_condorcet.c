/* SPDX-License-Identifier: Apache-2.0 */
/* Votes, coalitions, victories and elections: golden files, and what defines them. */
#include "support/support.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/random.h"
#include "model/condorcet_election.h"

#define OURS   "c_ktab.json"
#define THEIRS "KTAB, commit 3b5b063"

enum { MOST = 32, PLACE = 5 /* of the eight games, in which numbers are looked at */ };

static double number(const json_t *list, size_t a)
{
    return json_number_value(json_array_get(list, a));
}

static size_t index_of(const char *const *names, const char *name, size_t length)
{
    for (size_t i = 0; names[i]; i++)
        if (strlen(names[i]) == length && strncmp(names[i], name, length) == 0)
            return i;
    fail_msg("no rule is called %.*s", (int)length, name);
    return 0;
}

/* The source's names for our rules. */
static const char *const their_votes[] = {"Binary", "PropBin",   "Prop", "PropCbc",
                                          "Cubic",  "ASymProsp", NULL};
static const char *const their_victories[] = {"Linear", "Square", "Quartic",
                                              "Octic",  "Binary", NULL};
static const char *const their_forms[] = {"Conditional", "MarkovUniform", "MarkovIncentive",
                                          NULL};

static size_t theirs(const char *const *names, const json_t *input, const char *key)
{
    const char *name = json_string_value(json_at(input, key));
    return index_of(names, name, strlen(name));
}

/* An election of up to MOST options, all eight games alike. */
typedef struct Poll {
    SmyiEight utility[MOST * MOST], weight[MOST];
    SmyiEight coalition[MOST * MOST], chance[MOST * MOST], p[MOST];
    SmyiEight scratch[MOST * MOST], spare[MOST * MOST];
    SmyiBallot ballot;
} Poll;

static void fill(SmyiEight *row, double x)
{
    for (size_t k = 0; k < SMYI_EIGHT; k++)
        row->of[k] = x;
}

static void poll_new(Poll *poll, size_t m, size_t voters)
{
    assert_true(m <= MOST && voters <= MOST);
    poll->ballot = (SmyiBallot){.m = m,
                                .voters = voters,
                                .utility = poll->utility,
                                .by_option = 1,
                                .by_voter = m,
                                .weight = poll->weight,
                                .coalition = poll->coalition,
                                .chance = poll->chance,
                                .scratch = poll->scratch,
                                .spare = poll->spare,
                                .p = poll->p};
}

static void check_row(const char *row, const SmyiEight *got, const json_t *want, size_t n,
                      double tol, const char *origin)
{
    for (size_t a = 0; a < n; a++)
        check_near(row, got[a].of[PLACE], number(want, a), tol, origin);
}

/* models.md C, example 2: distances, coalitions, chances, and 90 elections. */

static void golden_poll(const json_t *file, Poll *poll)
{
    const json_t *at = json_at(file, "input.pos"), *sal = json_at(file, "input.sal");
    size_t n = json_array_size(at), m = json_array_size(json_array_get(at, 0));
    poll_new(poll, n, n);
    for (size_t i = 0; i < n; i++) {
        fill(&poll->weight[i], number(json_at(file, "input.cap"), i));
        for (size_t j = 0; j < n; j++) {
            double squares = 0, weights = 0;
            for (size_t k = 0; k < m; k++) {
                double s = number(json_array_get(sal, i), k);
                double d =
                    number(json_array_get(at, i), k) - number(json_array_get(at, j), k);
                squares += s * s * d * d;
                weights += s * s;
            }
            fill(&poll->utility[i * n + j], 1 - sqrt(squares / weights));
        }
    }
}

static void golden_elections(void **state)
{
    (void)state;
    json_t *file = golden_read("c_ktab.json");
    static Poll poll;
    golden_poll(file, &poll);
    size_t n = poll.ballot.m;
    for (size_t i = 0; i < n; i++)
        check_row("utility", poll.utility + i * n,
                  json_array_get(json_at(file, "expected.utility"), i), n, 1e-8, OURS);
    smyi_duels(SMYI_VOTE_PROP, SMYI_VICTORY_LINEAR, &poll.ballot);
    for (size_t i = 0; i < n; i++) {
        check_row("coalition", poll.coalition + i * n,
                  json_array_get(json_at(file, "expected.coalition_prop"), i), n, 1e-8,
                  OURS);
        check_row("victory", poll.chance + i * n,
                  json_array_get(json_at(file, "expected.victory_linear"), i), n, 1e-8,
                  OURS);
    }
    const char *name;
    json_t *want;
    size_t n_elections = 0;
    json_object_foreach(json_at(file, "expected.election"), name, want) {
        size_t vote = strcspn(name, "/"), victory = strcspn(name + vote + 1, "/");
        const char *second = name + vote + 1, *third = second + victory + 1;
        smyi_duels((SmyiVote)index_of(smyi_votes, name, vote),
                   (SmyiVictory)index_of(smyi_victories, second, victory), &poll.ballot);
        smyi_elect((SmyiForm)index_of(smyi_forms, third, strlen(third)), &poll.ballot);
        check_row(name, poll.p, want, n, 1e-8, OURS);
        n_elections++;
    }
    assert_int_equal(n_elections, 90);
    json_decref(file);
    check_done();
}

/* An election whose coalitions are given. */
static void elect_given(Poll *poll, const json_t *coalitions, SmyiVictory victory,
                        SmyiForm form)
{
    size_t m = json_array_size(coalitions);
    poll_new(poll, m, 0);
    for (size_t a = 0; a < m; a++)
        for (size_t b = 0; b < m; b++) {
            double ours = number(json_array_get(coalitions, a), b);
            double their = number(json_array_get(coalitions, b), a);
            fill(&poll->coalition[a * m + b], ours);
            fill(&poll->chance[a * m + b],
                 a == b ? .5 : smyi_victory(victory, ours, their));
        }
    smyi_elect(form, &poll->ballot);
}

/* models.md C, example 1: what the source's project prints, and more digits of ours. */
static void three_options(void **state)
{
    (void)state;
    static Poll poll;
    json_t *file = golden_read("c_ktab.json");
    const json_t *all = json_at(file, "expected.three_options");
    for (size_t form = 0; form < 3; form++) {
        elect_given(&poll, json_at(all, "coalition"), SMYI_VICTORY_SQUARE, (SmyiForm)form);
        check_row(smyi_forms[form], poll.p, json_at(all, smyi_forms[form]), 3, 1e-8, OURS);
    }
    json_decref(file);
    check_done();
}

/* The source's own functions, one by one. */

static void source_vote(const char *id, const json_t *input, const json_t *output)
{
    SmyiVote rule = (SmyiVote)theirs(their_votes, input, "rule");
    double d = json_num(input, "u_ij") - json_num(input, "u_ik");
    check_near(id, json_num(input, "w") * smyi_vote(rule, d), json_number_value(output),
               1e-9, THEIRS);
}

static void source_victory(const char *id, const json_t *input, const json_t *output)
{
    const json_t *c = json_at(input, "coalitions");
    SmyiVictory rule = (SmyiVictory)theirs(their_victories, input, "victory");
    for (size_t a = 0; a < json_array_size(c); a++)
        for (size_t b = 0; b < json_array_size(c); b++) {
            double ours = number(json_array_get(c, a), b);
            double their = number(json_array_get(c, b), a);
            check_near(id, a == b ? .5 : smyi_victory(rule, ours, their),
                       number(json_array_get(output, a), b), 1e-9, THEIRS);
        }
}

/* The source iterates its Markov chains until they move by 1e-6 or 1e-8; we solve them. */
static double tolerance(SmyiForm form)
{
    return form == SMYI_FORM_CONDITIONAL ? 1e-9 : 2e-6;
}

static void source_election(const char *id, const json_t *input, const json_t *output)
{
    static Poll poll;
    SmyiForm form = (SmyiForm)theirs(their_forms, input, "model");
    elect_given(&poll, json_at(input, "coalitions"),
                (SmyiVictory)theirs(their_victories, input, "victory"), form);
    check_row(id, poll.p, output, poll.ballot.m, tolerance(form), THEIRS);
}

static void source_whole(const char *id, const json_t *input, const json_t *output)
{
    static Poll poll;
    const json_t *u = json_at(input, "u");
    size_t voters = json_array_size(u), m = json_array_size(json_array_get(u, 0));
    SmyiForm form = (SmyiForm)theirs(their_forms, input, "model");
    poll_new(&poll, m, voters);
    for (size_t v = 0; v < voters; v++) {
        fill(&poll.weight[v], number(json_at(input, "w"), v));
        for (size_t o = 0; o < m; o++)
            fill(&poll.utility[v * m + o], number(json_array_get(u, v), o));
    }
    smyi_duels((SmyiVote)theirs(their_votes, input, "rule"),
               (SmyiVictory)theirs(their_victories, input, "victory"), &poll.ballot);
    smyi_elect(form, &poll.ballot);
    for (size_t o = 0; o < m; o++) {
        check_row(id, poll.coalition + o * m,
                  json_array_get(json_at(output, "coalitions"), o), m, 1e-9, THEIRS);
        check_row(id, poll.chance + o * m,
                  json_array_get(json_at(output, "victory_prob"), o), m, 1e-9, THEIRS);
    }
    check_row(id, poll.p, json_at(output, "prob"), m, tolerance(form), THEIRS);
}

static void source_functions(void **state)
{
    (void)state;
    static const struct {
        const char *fn;
        void (*check)(const char *id, const json_t *input, const json_t *output);
        size_t n;
    } functions[] = {{"vote", source_vote, 24},
                     {"vProb", source_victory, 10},
                     {"probCE2", source_election, 30},
                     {"scalarPCE", source_whole, 40}};
    json_t *file = shared_read("golden/collective/ktab_primitives.json");
    for (size_t f = 0; f < 4; f++) {
        size_t c, n = 0;
        json_t *one;
        json_array_foreach(json_at(file, "cases"), c, one) {
            const json_t *input = json_at(one, "input");
            if (strcmp(json_string_value(json_at(input, "fn")), functions[f].fn) != 0)
                continue;
            functions[f].check(json_string_value(json_at(one, "id")), input,
                               json_at(one, "output"));
            n++;
        }
        check_near(functions[f].fn, (double)n, (double)functions[f].n, 0,
                   "rows of the file");
    }
    json_decref(file);
    check_done();
}

/* q of models.md C.4 for chances p, straight from its formulas. */
static void step(SmyiForm form, size_t m, const Poll *poll, const double *p, double *q)
{
    for (size_t a = 0; a < m; a++) {
        q[a] = 0;
        for (size_t b = 0; b < m; b++) {
            double win = poll->chance[a * m + b].of[PLACE];
            double lose = poll->chance[b * m + a].of[PLACE];
            double h_ba = 1 / (double)m, h_ab = 1 / (double)m, sum_a = 0, sum_b = 0;
            for (size_t k = 0; k < m && form == SMYI_FORM_INCENTIVE; k++) {
                sum_a += poll->coalition[k * m + a].of[PLACE] *
                             poll->chance[k * m + a].of[PLACE] +
                         (k == a ? 1e-10 : 0);
                sum_b += poll->coalition[k * m + b].of[PLACE] *
                             poll->chance[k * m + b].of[PLACE] +
                         (k == b ? 1e-10 : 0);
            }
            if (form == SMYI_FORM_INCENTIVE) {
                double stay = a == b ? 1e-10 : 0;
                h_ba = (poll->coalition[b * m + a].of[PLACE] * lose + stay) / sum_a;
                h_ab = (poll->coalition[a * m + b].of[PLACE] * win + stay) / sum_b;
            }
            q[a] += win * (p[a] * h_ba + p[b] * h_ab);
        }
    }
}

/* The source iterates p <- (p + q)/2 until it moves by little; here it does not move at all. */
static void long_run_stays_where_it_is(void **state)
{
    (void)state;
    static Poll poll;
    for (uint64_t draw = 0; draw < 30; draw++) {
        size_t m = 2 + (size_t)draw % 6, voters = 5;
        SmyiForm form = draw % 2 ? SMYI_FORM_INCENTIVE : SMYI_FORM_UNIFORM;
        poll_new(&poll, m, voters);
        for (size_t v = 0; v < voters; v++) {
            fill(&poll.weight[v], smyi_uniform(7, 0, draw, v));
            for (size_t o = 0; o < m; o++)
                fill(&poll.utility[v * m + o], smyi_uniform(7, 1, draw, v * m + o));
        }
        smyi_duels(SMYI_VOTE_PROP, (SmyiVictory)(draw % 3), &poll.ballot);
        smyi_elect(form, &poll.ballot);
        double p[MOST], q[MOST], sum = 0;
        for (size_t o = 0; o < m; o++)
            sum += p[o] = poll.p[o].of[PLACE];
        step(form, m, &poll, p, q);
        char row[64];
        (void)snprintf(row, sizeof row, "%s, game %u", smyi_forms[form], (unsigned)draw);
        for (size_t o = 0; o < m; o++)
            check_near(row, q[o], p[o], 1e-12, "models.md C.4");
        check_near(row, sum, 1, 1e-14, "models.md C.4");
    }
    check_done();
}

/* The simplified election of another program: its chances, and who is elected. */
static void chances_given(void **state)
{
    (void)state;
    static Poll poll;
    json_t *file = shared_read("golden/collective/schelling_pce.json"), *one;
    size_t c;
    json_array_foreach(json_at(file, "cases"), c, one) {
        const json_t *win = json_at(one, "output.victory_matrix");
        size_t m = json_array_size(win);
        poll_new(&poll, m, 0);
        for (size_t a = 0; a < m; a++)
            for (size_t b = 0; b < m; b++)
                fill(&poll.chance[a * m + b], number(json_array_get(win, a), b));
        smyi_elect(SMYI_FORM_RANKING, &poll.ballot);
        check_row(json_string_value(json_at(one, "id")), poll.p,
                  json_at(one, "output.probabilities"), m, 1e-8, "Schelling, e4faad6");
    }
    assert_int_equal(c, 10);
    json_decref(file);
    check_done();
}

/* p_A ~ sum_B P_AB p_B to rounding, near to a draw and where all but everything is certain. */
static void prestige_is_of_whom_one_beats(void **state)
{
    (void)state;
    static Poll poll;
    for (uint64_t draw = 0; draw < 40; draw++) {
        size_t m = 1 + (size_t)draw % 9;
        double sure = draw % 4 == 0   ? .5
                      : draw % 4 == 1 ? 1e-3
                      : draw % 4 == 2 ? 1e-12
                                      : 1e-40;
        poll_new(&poll, m, 0);
        for (size_t a = 0; a < m; a++)
            for (size_t b = 0; b < m; b++) {
                double lose =
                    sure * smyi_uniform(3, 0, draw, a < b ? a * m + b : b * m + a);
                fill(&poll.chance[a * m + b], a == b ? .5 : a < b ? 1 - lose : lose);
            }
        smyi_elect(SMYI_FORM_RANKING, &poll.ballot);
        double q[MOST], sum = 0, all = 0;
        for (size_t a = 0; a < m; a++) {
            q[a] = 0;
            for (size_t b = 0; b < m; b++)
                q[a] += poll.chance[a * m + b].of[PLACE] * poll.p[b].of[PLACE];
            sum += q[a], all += poll.p[a].of[PLACE];
        }
        char row[64];
        (void)snprintf(row, sizeof row, "prestige, game %u", (unsigned)draw);
        for (size_t a = 0; a < m; a++)
            check_near(row, q[a] / sum, poll.p[a].of[PLACE], 1e-12, "kendall1955");
        check_near(row, all, 1, 1e-14, "a share of 1");
    }
    check_done();
}

/* A ring of options, each beaten by half of the others for all but certain: equal chances, though
 * every product of chances is far below the least number that there is. */
static void tiny_products_keep_their_ratio(void **state)
{
    (void)state;
    enum { RING = 301 };
    SmyiArena mem = {0};
    SmyiEight *chance = SMYI_NEW(&mem, RING * RING, SmyiEight);
    SmyiEight *scratch = SMYI_NEW(&mem, RING * RING, SmyiEight);
    SmyiEight *p = SMYI_NEW(&mem, RING, SmyiEight);
    assert_true(chance && scratch && p);
    for (size_t a = 0; a < RING; a++)
        for (size_t b = 0; b < RING; b++) {
            bool beats = (b + RING - a) % RING <= RING / 2;
            fill(&chance[a * RING + b], a == b ? .5 : beats ? 1 - 1e-5 : 1e-5);
        }
    SmyiBallot ballot = {
        .m = RING, .coalition = chance, .chance = chance, .scratch = scratch, .p = p};
    smyi_elect(SMYI_FORM_CONDITIONAL, &ballot);
    for (size_t a = 0; a < RING; a++)
        check_near("ring", p[a].of[PLACE] * RING, 1, 1e-9, "symmetry");
    smyi_arena_free(&mem);
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(golden_elections),
        cmocka_unit_test(three_options),
        cmocka_unit_test(source_functions),
        cmocka_unit_test(long_run_stays_where_it_is),
        cmocka_unit_test(chances_given),
        cmocka_unit_test(prestige_is_of_whom_one_beats),
        cmocka_unit_test(tiny_products_keep_their_ratio),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
