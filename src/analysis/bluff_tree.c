/* SPDX-License-Identifier: Apache-2.0 */
/* What is said against what is meant, as a tree (docs/bluff.md). */
#include <math.h>
#include <string.h>

#include "analysis/bluff.h"
#include "base/statistics.h"
#include "scenario/evidence.h"

enum { MOST_MODELS = 256 };

/* ---- Across the models ---- */

static size_t n_models(const SmyiBluff *b)
{
    return b->n_solvers < MOST_MODELS ? b->n_solvers : MOST_MODELS;
}

/* Of rows [solvers x width], column `at`; less another's where there is one. */
static SmyiAcross column(const SmyiBluff *b, const double *rows, const double *less,
                         size_t width, size_t at)
{
    double values[MOST_MODELS];
    for (size_t s = 0; s < n_models(b); s++)
        values[s] = rows[s * width + at] - (less ? less[s * width + at] : 0);
    return smyi_across(values, n_models(b));
}

static size_t count_true(const SmyiBluff *b, const bool *rows, size_t width, size_t at)
{
    size_t n = 0;
    for (size_t s = 0; s < b->n_solvers; s++)
        n += rows[s * width + at];
    return n;
}

/* ---- Promises ---- */

/* Points of face that an actor loses by leaving a promise, where nobody is believed. */
static SmyiAcross face_of(const SmyiBluff *b, size_t a, size_t i)
{
    const SmyiFrame *f = &b->frame;
    const SmyiBelief *none = &b->beliefs[0];
    const SmyiIssue *issue = &f->scn->issues[i];
    double values[MOST_MODELS];
    size_t at = a * f->n_issues + i;
    double cost = b->meant.value[f->scn->actors[a].face] * b->meant.share[at];
    for (size_t s = 0; s < n_models(b); s++) {
        size_t cell = s * f->n_issues + i;
        double x = (none->point[cell] - issue->low) / (issue->high - issue->low);
        values[s] = none->settled[cell] ? cost * fabs(x - b->meant.stated[at]) : 0;
    }
    return smyi_across(values, n_models(b));
}

/* Of the one who promised and of those who speak for it. */
static void add_faces(const SmyiBluff *b, const SmyiPromise *promise, SmyResult *r,
                      SmyNode *node)
{
    const SmyScenario *scn = b->scn;
    SmyNode *face = smyi_add_object(r, node, "face");
    for (size_t a = 0; promise->issue != SMYI_NONE && a < scn->n_actors; a++) {
        const SmyiStance *stance =
            &scn->stances[a * scn->n_issues + (size_t)promise->issue];
        if (scn->actors[a].principal == promise->actor &&
            scn->actors[a].face != SMYI_NONE && stance->stated == promise->stated)
            (void)smyi_add_across(r, face, scn->actors[a].id,
                                  face_of(b, a, (size_t)promise->issue));
    }
}

static void add_promise(const SmyiBluff *b, size_t p, SmyResult *r, SmyNode *list)
{
    const SmyiPromise *promise = &b->promises[p];
    const SmyScenario *scn = b->scn;
    const SmyiInput *stated = &scn->inputs[promise->stated];
    size_t width = b->frame.n_actors;
    SmyNode *node = smyi_add_object(r, list, NULL);
    smyi_add_text(r, node, "actor", scn->actors[promise->actor].id);
    smyi_add_text(r, node, "issue",
                  promise->issue == SMYI_NONE ? NULL : scn->issues[promise->issue].id);
    smyi_add_text(r, node, "path", scn->inputs[promise->meant].path);
    smyi_add_number(r, node, "meant",
                    smyi_estimate_point(&scn->inputs[promise->meant].estimate));
    smyi_add_number(r, node, "said", smyi_estimate_point(&stated->estimate));
    smyi_add_text(r, node, "voice", smyi_voice_text(scn, stated->support.voice));
    SmyNode *cite = smyi_add_list(r, node, "cite");
    for (size_t c = 0; c < stated->support.n_cites; c++)
        smyi_add_text(r, cite, NULL, stated->support.cites[c].shown);
    (void)smyi_add_across(r, node, "buys",
                          column(b, b->beliefs[1 + p].gain, b->beliefs[0].gain, width,
                                 (size_t)promise->actor));
    (void)smyi_add_across(r, node, "buys_drawn",
                          column(b, b->beliefs[1 + p].mean, b->beliefs[0].mean, width,
                                 (size_t)promise->actor));
    add_faces(b, promise, r, node);
}

/* ---- Beliefs ---- */

static void add_believed(const SmyiBluff *b, const SmyiBelief *belief, SmyResult *r,
                         SmyNode *node)
{
    SmyNode *list = smyi_add_list(r, node, "believed");
    for (size_t s = 0; s < b->n_sides; s++) {
        bool any = false;
        for (size_t p = 0; p < b->n_promises; p++)
            any |= belief->believed[p] && b->promises[p].actor == b->sides[s];
        if (any)
            smyi_add_text(r, list, NULL, b->scn->actors[b->sides[s]].id);
    }
}

static void add_belief(const SmyiBluff *b, const SmyiBelief *belief, SmyResult *r,
                       SmyNode *list)
{
    const SmyScenario *scn = b->scn;
    const SmyiBelief *none = &b->beliefs[0];
    size_t m = scn->n_issues, width = scn->n_actors;
    SmyNode *node = smyi_add_object(r, list, NULL);
    add_believed(b, belief, r, node);
    SmyNode *agreement = smyi_add_object(r, node, "agreement");
    smyi_add_number(r, agreement, "reached", (double)count_true(b, belief->agreed, 1, 0));
    (void)smyi_add_across(r, agreement, "probability",
                          column(b, belief->share, NULL, 1, 0));
    SmyNode *outcome = smyi_add_object(r, node, "outcome");
    for (size_t i = 0; i < m; i++) {
        SmyNode *issue = smyi_add_across(r, outcome, scn->issues[i].id,
                                         column(b, belief->point, NULL, m, i));
        smyi_add_number(r, issue, "settled", (double)count_true(b, belief->settled, m, i));
    }
    SmyNode *gains = smyi_add_object(r, node, "gains");
    SmyNode *worth = smyi_add_object(r, node, "worth");
    SmyNode *drawn = smyi_add_object(r, node, "worth_drawn");
    for (size_t a = 0; a < width; a++) {
        const char *id = scn->actors[a].id;
        (void)smyi_add_across(r, gains, id, column(b, belief->gain, NULL, width, a));
        (void)smyi_add_across(r, worth, id, column(b, belief->gain, none->gain, width, a));
        (void)smyi_add_across(r, drawn, id, column(b, belief->mean, none->mean, width, a));
    }
}

static void add_beliefs(const SmyiBluff *b, SmyResult *r)
{
    SmyNode *list = smyi_add_list(r, r->root, "beliefs");
    for (size_t c = 0; c < b->n_beliefs; c++)
        if (c == 0 || c > b->n_promises) /* one promise alone stands with the promise */
            add_belief(b, &b->beliefs[c], r, list);
}

/* ---- Ways ---- */

static void add_step(const SmyiBluff *b, const SmyiWayStep *step, SmyResult *r,
                     SmyNode *list)
{
    const SmyScenario *scn = b->scn;
    SmyNode *node = smyi_add_object(r, list, NULL);
    smyi_add_number(r, node, "share", step->t);
    smyi_add_number(r, node, "agreed", (double)step->at.agreed);
    SmyNode *outcome = smyi_add_object(r, node, "outcome");
    for (size_t i = 0; i < scn->n_issues; i++) {
        SmyNode *issue = smyi_add_across(r, outcome, scn->issues[i].id,
                                         column(b, step->at.point, NULL, scn->n_issues, i));
        smyi_add_number(r, issue, "settled", (double)step->at.settled[i]);
    }
    SmyNode *gains = smyi_add_object(r, node, "gains");
    for (size_t a = 0; a < scn->n_actors; a++)
        (void)smyi_add_across(r, gains, scn->actors[a].id,
                              column(b, step->at.gain, NULL, scn->n_actors, a));
    SmyNode *claims = smyi_add_object(r, node, "claims");
    for (size_t c = 0; c < scn->n_claims; c++)
        smyi_add_number(r, claims, scn->claims[c].id, (double)step->at.holds[c]);
}

static void add_turn(const SmyiBluff *b, const SmyiTurnAt *turn, SmyResult *r,
                     SmyNode *list)
{
    static const char *const whats[] = {"agreement", "settled", "claim"};
    const SmyScenario *scn = b->scn;
    const char *language = b->options->language ? b->options->language : "en";
    SmyNode *node = smyi_add_object(r, list, NULL);
    bool claim = turn->what == SMYI_TURN_CLAIM, issue = turn->what == SMYI_TURN_SETTLED;
    smyi_add_text(r, node, "what", whats[turn->what]);
    smyi_add_text(r, node, "id",
                  claim   ? scn->claims[turn->number].id
                  : issue ? scn->issues[turn->number].id
                          : NULL);
    smyi_add_text(r, node, "says",
                  claim   ? smyi_text_in(&scn->claims[turn->number].says, language,
                                         scn->claims[turn->number].id)
                  : issue ? smyi_text_in(&scn->issues[turn->number].title, language,
                                         scn->issues[turn->number].id)
                          : NULL);
    smyi_add_bool(r, node, "becomes", turn->becomes);
    smyi_add_number(r, node, "share", turn->at);
}

static void add_ways(const SmyiBluff *b, SmyResult *r)
{
    SmyNode *list = smyi_add_list(r, r->root, "ways");
    for (size_t w = 0; w < b->n_ways; w++) {
        const SmyiWay *way = &b->ways[w];
        SmyNode *node = smyi_add_object(r, list, NULL);
        smyi_add_text(r, node, "actor", b->scn->actors[way->actor].id);
        smyi_add_bool(r, node, "only_no_deal", way->only_cost);
        SmyNode *turns = smyi_add_list(r, node, "turns");
        for (size_t t = 0; t < way->n_turns; t++)
            add_turn(b, &way->turns[t], r, turns);
        SmyNode *steps = smyi_add_list(r, node, "steps");
        for (size_t s = 0; s < SMYI_STEPS; s++)
            add_step(b, &way->steps[s], r, steps);
    }
}

/* ---- Win-sets ---- */

static void add_share(SmyResult *r, SmyNode *node, const char *key, SmyiShareOf share)
{
    if (share.of == 0) {
        smyi_add_null(r, node, key);
        return;
    }
    double low, high;
    smyi_wilson(share.passed, share.of, &low, &high);
    SmyNode *one = smyi_add_object(r, node, key);
    smyi_add_number(r, one, "share", (double)share.passed / (double)share.of);
    smyi_add_number(r, one, "low", low);
    smyi_add_number(r, one, "high", high);
}

static void add_win_sets(const SmyiBluff *b, SmyResult *r)
{
    const SmyScenario *scn = b->scn;
    SmyNode *node = smyi_add_object(r, r->root, "win_sets");
    smyi_add_number(r, node, "packages", (double)b->everybody.of);
    add_share(r, node, "everybody", b->everybody);
    SmyNode *list = smyi_add_list(r, node, "leaders");
    for (size_t w = 0; w < b->n_win_sets; w++) {
        const SmyiWinSet *set = &b->win_sets[w];
        const SmyiActor *leader = &scn->actors[set->leader];
        SmyNode *one = smyi_add_object(r, list, NULL);
        smyi_add_text(r, one, "leader", leader->id);
        add_share(r, one, "self", set->self);
        add_share(r, one, "home", set->home);
        add_share(r, one, "both", set->both);
        SmyNode *publics = smyi_add_object(r, one, "publics");
        for (size_t p = 0; p < leader->n_publics; p++)
            add_share(r, publics, scn->actors[leader->publics[p].actor].id,
                      set->publics[p]);
        smyi_add_number(r, one, "frontier",
                        set->frontier.of
                            ? (double)set->frontier.passed / (double)set->frontier.of
                            : (double)NAN);
    }
}

void smyi_bluff_to_tree(const SmyiBluff *b, SmyResult *r)
{
    smyi_add_heads(r, r->root, smy_result_root(b->run), b->scn);
    smyi_add_number(r, r->root, "draws_done", (double)b->draws_done);
    smyi_add_bool(r, r->root, "partial", b->partial);
    SmyNode *promises = smyi_add_list(r, r->root, "promises");
    for (size_t p = 0; p < b->n_promises; p++)
        add_promise(b, p, r, promises);
    add_beliefs(b, r);
    add_ways(b, r);
    add_win_sets(b, r);
}
