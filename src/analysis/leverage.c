/* SPDX-License-Identifier: Apache-2.0 */
/* Who could move whom: turning levers, alone, by pairs, and in sets that turn a claim. */
#include "analysis/leverage.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "scenario/in_force.h"

/* ---- Asking with some levers turned ---- */

static bool say(SmyiLeverage *v)
{
    const SmyRunOptions *o = v->options;
    v->partial |= o->progress &&
                  !o->progress(o->cookie, v->what ? v->what : "levers", v->done, v->total);
    return !v->partial;
}

/* Cases are counted, not draws; but within a case too the caller may end it. */
static bool tick(void *cookie, const char *what, uint64_t done, uint64_t total)
{
    (void)what, (void)done, (void)total;
    return say(cookie);
}

static bool go_on(SmyiLeverage *v, const char *what, size_t done, size_t total)
{
    v->what = what, v->done = done, v->total = total;
    return say(v);
}

static SmyCode ask(SmyiLeverage *v, const size_t *levers, size_t n, SmyiArena *mem,
                   SmyResult **out, SmyError *err)
{
    const SmyScenario *scn = v->scn;
    SmyRunOptions quiet = *v->options;
    SmyiLeverUse *uses = SMYI_NEW(mem, scn->n_levers, SmyiLeverUse);
    if (!uses)
        return SMY_ERR_NOMEM;
    if (scn->varied.levers)
        memcpy(uses, scn->varied.levers, scn->n_levers * sizeof *uses);
    for (size_t l = 0; l < n; l++)
        uses[levers[l]] =
            smyi_lever_adds(scn, levers[l]) ? SMYI_LEVER_DROPPED : SMYI_LEVER_PULLED;
    quiet.progress = v->options->progress ? tick : NULL;
    quiet.cookie = v;
    SmyiCase one = {.levers = uses};
    v->n_asked++;
    return smyi_ask_case(scn, &one, &quiet, out, err);
}

/* ---- Each alone, and all of one actor on another ---- */

static bool add_turn(SmyiLeverage *v, SmyiTurn turn, const size_t *levers, SmyiArena *mem)
{
    size_t *own = SMYI_NEW(mem, turn.n, size_t);
    if (!own)
        return false;
    memcpy(own, levers, turn.n * sizeof *own);
    turn.levers = own;
    v->turns[v->n_turns++] = turn;
    return true;
}

/* The levers of lever l's pair, if it is the first of them and there are more. */
static size_t pair_of(const SmyScenario *scn, size_t l, size_t *levers)
{
    size_t n = 0;
    for (size_t other = 0; other < scn->n_levers; other++) {
        if (scn->levers[other].by != scn->levers[l].by ||
            scn->levers[other].on != scn->levers[l].on)
            continue;
        if (other < l)
            return 0;
        levers[n++] = other;
    }
    return n > 1 ? n : 0;
}

static SmyCode list_turns(SmyiLeverage *v, SmyiArena *mem)
{
    const SmyScenario *scn = v->scn;
    size_t *levers = SMYI_NEW(mem, scn->n_levers, size_t);
    v->turns = SMYI_NEW(mem, 2 * scn->n_levers, SmyiTurn);
    bool done = levers && v->turns;
    for (size_t l = 0; l < scn->n_levers && done; l++)
        done = add_turn(
            v, (SmyiTurn){.by = scn->levers[l].by, .on = scn->levers[l].on, .n = 1}, &l,
            mem);
    for (size_t l = 0; l < scn->n_levers && done; l++) {
        size_t n = pair_of(scn, l, levers);
        if (n)
            done = add_turn(
                v, (SmyiTurn){.by = scn->levers[l].by, .on = scn->levers[l].on, .n = n},
                levers, mem);
    }
    return done ? SMY_OK : SMY_ERR_NOMEM;
}

static SmyCode ask_turns(SmyiLeverage *v, SmyiArena *mem, SmyError *err)
{
    SmyCode code = list_turns(v, mem);
    for (size_t t = 0; t < v->n_turns && code == SMY_OK; t++) {
        if (!go_on(v, "levers", t, v->n_turns))
            return SMY_OK;
        SmyiTurn *turn = &v->turns[t];
        code = ask(v, turn->levers, turn->n, mem, &turn->answer, err);
        if (v->partial) { /* ended within it: fewer draws than were asked for */
            smy_result_free(turn->answer);
            turn->answer = NULL;
        }
    }
    return code;
}

/* ---- The fewest that turn a claim ---- */

static bool holds(double odds)
{
    return odds > .5;
}

static double amount_of(const SmyScenario *scn, const size_t *levers, size_t n)
{
    double sum = 0;
    for (size_t l = 0; l < n; l++)
        for (size_t c = 0; c < scn->levers[levers[l]].n_adds; c++)
            sum += fabs(scn->levers[levers[l]].adds[c].amount);
    return sum;
}

/* The next set of n of `of` in lexical order; false after the last. */
static bool next_set(size_t *set, size_t n, size_t of)
{
    size_t at = n;
    while (at > 0 && set[at - 1] == of - n + at - 1)
        at--;
    if (at == 0)
        return false;
    set[at - 1]++;
    for (size_t i = at; i < n; i++)
        set[i] = set[i - 1] + 1;
    return true;
}

static double choose(size_t of, size_t n)
{
    double count = 1;
    for (size_t i = 0; i < n; i++)
        count = count * (double)(of - i) / (double)(i + 1);
    return floor(count + .5);
}

static int by_amount(const void *left, const void *right)
{
    const SmyiTurning *a = left, *b = right;
    if (a->amount < b->amount || a->amount > b->amount)
        return a->amount < b->amount ? -1 : 1;
    for (size_t l = 0; l < a->n; l++)
        if (a->levers[l] != b->levers[l])
            return a->levers[l] < b->levers[l] ? -1 : 1;
    return 0;
}

/* Keeps a set that turns the claim; the list of one size has room for all of it. */
static SmyCode keep(SmyiLeverage *v, const size_t *set, size_t n, double odds,
                    SmyiArena *mem)
{
    size_t *own = SMYI_NEW(mem, n, size_t);
    if (!own)
        return SMY_ERR_NOMEM;
    memcpy(own, set, n * sizeof *own);
    v->found[v->n_found++] = (SmyiTurning){
        .n = n, .levers = own, .amount = amount_of(v->scn, set, n), .odds = odds};
    return SMY_OK;
}

static SmyCode try_set(SmyiLeverage *v, const size_t *set, size_t n, SmyiArena *mem,
                       SmyError *err)
{
    SmyResult *own = NULL;
    SmyiArena scratch = {0};
    const SmyResult *answer = n == 1 ? v->turns[set[0]].answer : NULL; /* asked before */
    SmyCode code = SMY_OK;
    if (!answer) {
        code = ask(v, set, n, &scratch, &own, err);
        answer = own;
    }
    double odds =
        code == SMY_OK ? smyi_claim_odds(smy_result_root(answer), v->claim) : (double)NAN;
    if (code == SMY_OK && !v->partial && !isnan(odds) && holds(odds) != holds(v->odds))
        code = keep(v, set, n, odds, mem);
    smy_result_free(own);
    smyi_arena_free(&scratch);
    return code;
}

static SmyCode try_size(SmyiLeverage *v, size_t n, SmyiArena *mem, SmyError *err)
{
    size_t of = v->scn->n_levers, done = 0;
    double total = choose(of, n);
    size_t *set = SMYI_NEW(mem, n, size_t);
    v->found = SMYI_NEW(mem, (size_t)total, SmyiTurning);
    if (!set || !v->found)
        return SMY_ERR_NOMEM;
    for (size_t i = 0; i < n; i++)
        set[i] = i;
    SmyCode code = SMY_OK;
    do {
        if (!go_on(v, "sets of levers", done++, (size_t)total))
            return SMY_OK;
        code = try_set(v, set, n, mem, err);
    } while (code == SMY_OK && next_set(set, n, of));
    if (v->n_found)
        qsort(v->found, v->n_found, sizeof *v->found, by_amount);
    v->largest = n;
    return code;
}

static SmyCode search(SmyiLeverage *v, SmyiArena *mem, SmyError *err)
{
    size_t of = v->scn->n_levers;
    size_t most = of <= SMYI_LEVERS_EXACT ? of : SMYI_LEVERS_BEYOND;
    SmyCode code = SMY_OK;
    v->odds = smyi_claim_odds(smy_result_root(v->now), v->claim);
    for (size_t n = 1; n <= most && code == SMY_OK && !v->n_found && !v->partial; n++)
        code = try_size(v, n, mem, err);
    v->exact = !v->partial && (v->n_found > 0 || of <= SMYI_LEVERS_EXACT);
    return code;
}

/* ---- The whole ---- */

static SmyCode find_claim(const SmyScenario *scn, const char *id, SmyError *err)
{
    for (size_t c = 0; id && c < scn->n_claims; c++)
        if (strcmp(scn->claims[c].id, id) == 0)
            return SMY_OK;
    if (!id)
        return SMY_OK;
    return smyi_fail_at(err, SMY_ERR_UNKNOWN, (SmyiPlace){0},
                        "\"summitry claims\" lists those of the scenario",
                        "there is no claim \"%s\"", id);
}

static SmyCode find(SmyiLeverage *v, SmyiArena *mem, SmyError *err)
{
    SmyCode code = find_claim(v->scn, v->claim, err);
    if (code == SMY_OK)
        code = ask(v, NULL, 0, mem, &v->now, err);
    if (code == SMY_OK)
        code = ask_turns(v, mem, err);
    if (code == SMY_OK && v->claim && !v->partial)
        code = search(v, mem, err);
    return code;
}

SmyCode smy_leverage(const SmyScenario *scenario, const SmyRunOptions *options,
                     const char *claim, SmyResult **out, SmyError *err)
{
    SmyRunOptions defaults;
    smy_run_options_init(&defaults);
    SmyiLeverage v = {.scn = scenario,
                      .options = options ? options : &defaults,
                      .claim = claim,
                      .odds = (double)NAN};
    SmyiArena mem = {0};
    SmyResult *result = NULL;
    *out = NULL;
    SmyCode code = find(&v, &mem, err);
    if (code == SMY_OK && (result = smyi_result_new()))
        smyi_leverage_to_tree(&v, result);
    if (code == SMY_ERR_NOMEM || (code == SMY_OK && (!result || result->failed)))
        code = smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    smy_result_free(v.now);
    for (size_t t = 0; t < v.n_turns; t++)
        smy_result_free(v.turns[t].answer);
    smyi_arena_free(&mem);
    if (code == SMY_OK)
        *out = result;
    else
        smy_result_free(result);
    return code;
}
