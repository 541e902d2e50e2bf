/* SPDX-License-Identifier: Apache-2.0 */
/* The rounds of models that have them, at the inputs' points: who stood where, moved, and why. */
#include <math.h>

#include "analysis/answer.h"

/* Listens to one model and writes what it hears. */
typedef struct Scribe {
    const SmyiInquiry *answer;
    SmyNode *list;    /* models[].trace */
    SmyNode **rounds; /* [issues] the list of rounds of what begins with this issue; NULL */
} Scribe;

static const char *id_of(const Scribe *s, size_t player)
{
    const SmyiFrame *f = s->answer->frame;
    return f->scn->actors[f->players[player]].id;
}

static double in_units(const Scribe *s, size_t issue, double x)
{
    return smyi_in_units(&s->answer->frame->scn->issues[issue], x);
}

/* The list that a round belongs into; the first one says which issues it is about. */
static SmyNode *rounds_of(Scribe *s, const SmyiTracedRound *round)
{
    SmyResult *r = s->answer->result;
    if (s->rounds[round->issue])
        return s->rounds[round->issue];
    SmyNode *node = smyi_add_object(r, s->list, NULL);
    SmyNode *issues = smyi_add_list(r, node, "issues");
    for (size_t i = 0; i < round->n_issues; i++)
        smyi_add_text(r, issues, NULL, s->answer->frame->scn->issues[round->issue + i].id);
    return s->rounds[round->issue] = smyi_add_list(r, node, "rounds");
}

static void add_place(const Scribe *s, SmyNode *node, const char *key,
                      const SmyiTracedRound *round, const double *place)
{
    SmyNode *list = smyi_add_list(s->answer->result, node, key);
    for (size_t i = 0; i < round->n_issues; i++)
        smyi_add_number(s->answer->result, list, NULL,
                        in_units(s, round->issue + i, place[i]));
}

static void add_actor(const Scribe *s, SmyNode *actors, const SmyiTracedRound *round,
                      size_t a)
{
    SmyResult *r = s->answer->result;
    const SmyiTracedOffer *offer = &round->accepted[a];
    SmyNode *node = smyi_add_object(r, actors, id_of(s, a));
    add_place(s, node, "position", round, round->position + a * round->n_issues);
    add_place(s, node, "moves_to", round, round->moves_to + a * round->n_issues);
    smyi_add_number(r, node, "risk", round->risk ? round->risk[a] : (double)NAN);
    if (!offer->kind) {
        smyi_add_null(r, node, "accepts");
        return;
    }
    SmyNode *accepts = smyi_add_object(r, node, "accepts");
    smyi_add_text(r, accepts, "kind", offer->kind);
    smyi_add_text(r, accepts, "from", id_of(s, offer->from));
    smyi_add_number(r, accepts, "strength", offer->strength);
}

static void add_relations(const Scribe *s, SmyNode *node, const SmyiTracedRound *round)
{
    SmyResult *r = s->answer->result;
    size_t n = round->n_actors;
    if (!round->relation) {
        smyi_add_null(r, node, "relations");
        return;
    }
    SmyNode *list = smyi_add_list(r, node, "relations");
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++) {
            if (!(round->weight[i] > 0 && round->weight[j] > 0))
                continue;
            SmyNode *row = smyi_add_list(r, list, NULL);
            smyi_add_text(r, row, NULL, id_of(s, i));
            smyi_add_text(r, row, NULL, id_of(s, j));
            smyi_add_text(r, row, NULL, round->relation[i * n + j]);
        }
}

static void write_round(void *cookie, const SmyiTracedRound *round)
{
    Scribe *s = cookie;
    SmyResult *r = s->answer->result;
    SmyNode *node = smyi_add_object(r, rounds_of(s, round), NULL);
    bool is_one = round->n_issues == 1;
    smyi_add_number(r, node, "number", (double)round->number);
    smyi_add_number(r, node, "median",
                    is_one ? in_units(s, round->issue, round->median) : (double)NAN);
    smyi_add_number(r, node, "mean",
                    is_one ? in_units(s, round->issue, round->mean) : (double)NAN);
    SmyNode *actors = smyi_add_object(r, node, "actors");
    for (size_t a = 0; a < round->n_actors; a++)
        if (round->weight[a] > 0)
            add_actor(s, actors, round, a);
    add_relations(s, node, round);
}

/* Solved once more, with somebody listening: the same bits. */
void smyi_answer_trace(const SmyiInquiry *answer, const SmyiFinding *finding,
                       SmyNode *model)
{
    SmyResult *r = answer->result;
    if (!answer->with_rounds) {
        smyi_add_null(r, model, "trace");
        return;
    }
    Scribe scribe = {answer, smyi_add_list(r, model, "trace"),
                     SMYI_NEW(answer->mem, answer->frame->n_issues, SmyNode *)};
    SmyiTrace trace = {write_round, &scribe};
    SmyiVerdict again = finding->verdict;
    again.outcome.trace = &trace;
    if (!scribe.rounds || smyi_judge(answer->frame, &answer->points, answer->seating,
                                     finding->solver, NULL, answer->mem, &again) != SMY_OK)
        r->failed = true;
}
