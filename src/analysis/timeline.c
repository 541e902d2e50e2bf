/* SPDX-License-Identifier: Apache-2.0 */
/* A scenario through time: days on which its inputs change, and the answer from each on. */
#include "analysis/timeline.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "scenario/in_force.h"

/* ---- Days on which something is dated ---- */

static int by_day(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Events, beginnings of levers and the days after their ends, each once, in order. */
static bool find_days(const SmyScenario *scn, SmyiArena *mem, const char ***days, size_t *n)
{
    const char **all = SMYI_NEW(mem, scn->n_events + 2 * scn->n_levers + 1, const char *);
    size_t count = 0, kept = 0;
    if (!all)
        return false;
    for (size_t e = 0; e < scn->n_events; e++)
        all[count++] = scn->events[e].date;
    for (size_t l = 0; l < scn->n_levers; l++) {
        const SmyiLever *lever = &scn->levers[l];
        char *next = SMYI_NEW(mem, 11, char);
        if (!next)
            return false;
        if (!lever->threatened && lever->from)
            all[count++] = lever->from;
        if (!lever->threatened && lever->until) {
            smyi_day_after(lever->until, next);
            all[count++] = next;
        }
    }
    if (scn->as_of)
        all[count++] = scn->as_of;
    qsort(all, count, sizeof *all, by_day);
    for (size_t d = 0; d < count; d++)
        if (kept == 0 || strcmp(all[kept - 1], all[d]) != 0)
            all[kept++] = all[d];
    *days = all;
    *n = kept;
    return true;
}

/* ---- States: days with the same inputs ---- */

bool smyi_estimate_is_same(const SmyiEstimate *a, const SmyiEstimate *b)
{
    return a->shape == b->shape && !(a->low < b->low || a->low > b->low) &&
           !(a->mode < b->mode || a->mode > b->mode) &&
           !(a->high < b->high || a->high > b->high) && !(a->sd < b->sd || a->sd > b->sd);
}

static bool are_same(const SmyiInput *a, const SmyiInput *b, size_t n)
{
    for (size_t k = 0; k < n; k++)
        if (!smyi_estimate_is_same(&a[k].estimate, &b[k].estimate))
            return false;
    return true;
}

/* A state that begins on `day` (NULL: before all days); the last one where nothing changes. */
static SmyCode add_state(SmyiTimeline *t, const char *day, SmyiArena *mem)
{
    const SmyScenario *scn = t->scn;
    SmyiInput *inputs = SMYI_NEW(mem, scn->n_inputs, SmyiInput);
    if (!inputs)
        return SMY_ERR_NOMEM;
    smyi_inputs_in_force(scn, day ? day : "0000-00-00", scn->varied.levers, inputs);
    SmyiState *last = t->n_states ? &t->states[t->n_states - 1] : NULL;
    if (last && last->from && are_same(last->inputs, inputs, scn->n_inputs)) {
        last->n_days++;
        return SMY_OK;
    }
    t->states[t->n_states] =
        (SmyiState){.from = day, .inputs = inputs, .days = t->days, .n_days = 1};
    for (size_t d = 0; day && d < t->n_days; d++)
        if (t->days[d] == day)
            t->states[t->n_states].days = t->days + d;
    t->n_states++;
    return SMY_OK;
}

/*
 * What the file gives holds before the first day. That is a state worth a column, unless the
 * file gives the values of the day looked at, and its events go back from there.
 */
static void drop_before(SmyiTimeline *t)
{
    const SmyScenario *scn = t->scn;
    if (t->n_states < 2 ||
        (!are_same(t->states[0].inputs, scn->inputs, scn->n_inputs) &&
         !are_same(t->states[0].inputs, t->states[1].inputs, scn->n_inputs)))
        return;
    memmove(t->states, t->states + 1, (t->n_states - 1) * sizeof *t->states);
    t->n_states--;
}

SmyCode smyi_timeline_new(const SmyScenario *scn, SmyiArena *mem, SmyiTimeline *t)
{
    *t = (SmyiTimeline){.scn = scn};
    if (!find_days(scn, mem, &t->days, &t->n_days))
        return SMY_ERR_NOMEM;
    t->states = SMYI_NEW(mem, t->n_days + 1, SmyiState);
    if (!t->states)
        return SMY_ERR_NOMEM;
    SmyCode code = add_state(t, NULL, mem);
    for (size_t d = 0; d < t->n_days && code == SMY_OK; d++)
        code = add_state(t, t->days[d], mem);
    if (code == SMY_OK)
        drop_before(t);
    return code;
}

/* ---- Asking each ---- */

typedef struct Listener { /* says which state is being asked, and remembers a stop */
    const SmyRunOptions *options;
    const char *what;
    bool stopped;
} Listener;

static bool tick(void *cookie, const char *what, uint64_t done, uint64_t total)
{
    Listener *listener = cookie;
    (void)what;
    if (listener->options->progress)
        listener->stopped |= !listener->options->progress(listener->options->cookie,
                                                          listener->what, done, total);
    return !listener->stopped;
}

static SmyCode ask(SmyiTimeline *t, SmyiState *state, const SmyRunOptions *o,
                   SmyiArena *mem, SmyError *err)
{
    Listener listener = {.options = o};
    SmyRunOptions asked = *o;
    SmyiCase one = {.day = state->from ? state->from : "0000-00-00"};
    listener.what = smyi_arena_print(mem, "%s", state->from ? state->from : "before");
    if (!listener.what)
        return SMY_ERR_NOMEM;
    asked.progress = tick;
    asked.cookie = &listener;
    SmyCode code = smyi_ask_case(t->scn, &one, &asked, &state->answer, err);
    t->partial |= listener.stopped;
    return code;
}

SmyCode smyi_timeline_ask(SmyiTimeline *t, const SmyRunOptions *options, SmyiArena *mem,
                          SmyError *err)
{
    SmyCode code = SMY_OK;
    for (size_t s = 0; s < t->n_states && code == SMY_OK && !t->partial; s++)
        code = ask(t, &t->states[s], options, mem, err);
    return code;
}

void smyi_timeline_end(SmyiTimeline *t)
{
    for (size_t s = 0; s < t->n_states; s++)
        smy_result_free(t->states[s].answer);
}

SmyCode smy_timeline(const SmyScenario *scenario, const SmyRunOptions *options,
                     SmyResult **out, SmyError *err)
{
    SmyRunOptions defaults;
    smy_run_options_init(&defaults);
    const SmyRunOptions *o = options ? options : &defaults;
    SmyiArena mem = {0};
    SmyiTimeline t = {0};
    SmyResult *result = NULL;
    *out = NULL;
    SmyCode code = smyi_timeline_new(scenario, &mem, &t);
    if (code != SMY_OK)
        (void)smyi_fail(err, code, "out of memory");
    if (code == SMY_OK)
        code = smyi_timeline_ask(&t, o, &mem, err);
    if (code == SMY_OK && (result = smyi_result_new()))
        smyi_timeline_to_tree(&t, o, result);
    if (code == SMY_OK && (!result || result->failed))
        code = smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    smyi_timeline_end(&t);
    smyi_arena_free(&mem);
    if (code == SMY_OK)
        *out = result;
    else
        smy_result_free(result);
    return code;
}
