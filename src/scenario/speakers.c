/* SPDX-License-Identifier: Apache-2.0 */
/* Who speaks for whom in the end, and what speakers take from those they speak for. */
#include "scenario/reader.h"

typedef enum Visit { UNSEEN, OPEN, DONE, CYCLE } Visit;

/* Follows the chain from `start`, which is walked by nobody yet; marks a cycle's members. */
static void follow(SmyiReader *reader, size_t start, Visit *visits)
{
    SmyiActor *actors = reader->scenario->actors;
    size_t a = start;
    for (; visits[a] == UNSEEN && actors[a].speaks_for != SMYI_NONE;
         a = (size_t)actors[a].speaks_for)
        visits[a] = OPEN;
    if (visits[a] == OPEN) {
        smyi_complaints_add(&reader->complaints, SMY_SEVERITY_ERROR, SMY_ERR_CONFLICT,
                            actors[a].place,
                            "break the circle: somebody speaks for himself",
                            "\"%s\" speaks for \"%s\" and so, round the circle, for itself",
                            actors[a].id, actors[actors[a].speaks_for].id);
        for (size_t c = a; visits[c] == OPEN; c = (size_t)actors[c].speaks_for)
            visits[c] = CYCLE;
    }
    bool lost = visits[a] == CYCLE;
    if (visits[a] == UNSEEN)
        visits[a] = DONE;
    int principal = lost ? SMYI_NONE : actors[a].principal;
    for (a = start; visits[a] == OPEN; a = (size_t)actors[a].speaks_for) {
        visits[a] = lost ? CYCLE : DONE;
        actors[a].principal = lost ? (int)a : principal;
    }
}

/* What actor a lacks comes from the nearest in its chain that has it. */
static void inherit(SmyScenario *scenario, size_t a)
{
    SmyiActor *actor = &scenario->actors[a];
    SmyiStance *own = &scenario->stances[a * scenario->n_issues];
    bool costs = actor->no_deal != SMYI_NONE || actor->no_deal_stated != SMYI_NONE;
    for (int from = actor->speaks_for; from != SMYI_NONE;
         from = scenario->actors[from].speaks_for) {
        const SmyiActor *other = &scenario->actors[from];
        const SmyiStance *theirs = &scenario->stances[(size_t)from * scenario->n_issues];
        if (!costs) {
            actor->no_deal = other->no_deal;
            actor->no_deal_stated = other->no_deal_stated;
            costs = actor->no_deal != SMYI_NONE || actor->no_deal_stated != SMYI_NONE;
        }
        for (size_t i = 0; i < scenario->n_issues; i++)
            if (own[i].position == SMYI_NONE)
                own[i] = theirs[i];
    }
}

void smyi_resolve_speakers(SmyiReader *reader)
{
    SmyScenario *scenario = reader->scenario;
    Visit *visits =
        smyi_taken(reader, SMYI_NEW(reader->scratch, scenario->n_actors, Visit));
    if (!visits)
        return;
    size_t errors = reader->complaints.n_errors;
    for (size_t a = 0; a < scenario->n_actors; a++)
        if (visits[a] == UNSEEN)
            follow(reader, a, visits);
    if (reader->complaints.n_errors == errors) /* without a circle every chain ends */
        for (size_t a = 0; a < scenario->n_actors; a++)
            inherit(scenario, a);
}
