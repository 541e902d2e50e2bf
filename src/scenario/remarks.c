/* SPDX-License-Identifier: Apache-2.0 */
/* What a scenario may say and is worth a second look: notices on the whole. */
#include "scenario/reader.h"

static const SmyiStance *stance_at(const SmyScenario *scenario, size_t actor, size_t issue)
{
    return &scenario->stances[actor * scenario->n_issues + issue];
}

static double point_of(const SmyScenario *scenario, int input)
{
    return smyi_estimate_point(&scenario->inputs[input].estimate);
}

static void remark_salience(SmyiReader *reader, const SmyiInput *salience)
{
    double point = smyi_estimate_point(&salience->estimate);
    if (point > 0 && point <= 1)
        smyi_remark(
            reader,
            &(SmyiNote){"salience_at_most_one", {SMYI_FACT("input", salience->path)}},
            SMY_ERR_RANGE, salience->place, "write 70 for 70 %",
            "%s is at most 1; it counts in points of 100", salience->path);
}

/* Where a limit may lie inside the position's own range, an actor may refuse what it wants. */
static void remark_limit(SmyiReader *reader, const SmyiStance *stance)
{
    const SmyScenario *scenario = reader->scenario;
    const SmyiInput *position = &scenario->inputs[stance->position];
    const SmyiEstimate *p = &position->estimate;
    if (stance->limit_pair) {
        if (p->low < stance->limit_low || p->high > stance->limit_high)
            smyi_remark(reader,
                        &(SmyiNote){"position_outside_limits",
                                    {SMYI_FACT("input", position->path)}},
                        SMY_ERR_RANGE, position->place, "widen the limits",
                        "%s may lie outside its own limits", position->path);
        return;
    }
    if (stance->limit == SMYI_NONE)
        return;
    const SmyiInput *limit = &scenario->inputs[stance->limit];
    if (p->low < p->high && limit->estimate.low < p->high && limit->estimate.high > p->low)
        smyi_remark(reader,
                    &(SmyiNote){"limit_in_range", {SMYI_FACT("input", limit->path)}},
                    SMY_ERR_RANGE, limit->place,
                    "a limit is the last point an actor would still accept",
                    "%s lies inside the range of the position", limit->path);
}

static void remark_stances(SmyiReader *reader)
{
    const SmyScenario *scenario = reader->scenario;
    for (size_t a = 0; a < scenario->n_actors; a++)
        for (size_t i = 0; i < scenario->n_issues; i++) {
            const SmyiStance *stance = stance_at(scenario, a, i);
            const SmyiStance *from =
                scenario->actors[a].speaks_for == SMYI_NONE
                    ? NULL
                    : stance_at(scenario, (size_t)scenario->actors[a].speaks_for, i);
            if (stance->position == SMYI_NONE || stance->salience == SMYI_NONE ||
                (from && from->position == stance->position))
                continue;
            remark_salience(reader, &scenario->inputs[stance->salience]);
            remark_limit(reader, stance);
        }
}

static bool has_weight(const SmyScenario *scenario, size_t issue)
{
    for (size_t s = 0; s < scenario->table.n_seats; s++) {
        size_t a = (size_t)scenario->table.seats[s];
        const SmyiStance *stance = stance_at(scenario, a, issue);
        int capability = scenario->actors[a].capability;
        if (stance->salience != SMYI_NONE && capability != SMYI_NONE &&
            point_of(scenario, stance->salience) * point_of(scenario, capability) > 0)
            return true;
    }
    return false;
}

static void remark_issues(SmyiReader *reader)
{
    const SmyScenario *scenario = reader->scenario;
    for (size_t i = 0; i < scenario->n_issues; i++)
        if (!has_weight(scenario, i))
            smyi_remark(
                reader,
                &(SmyiNote){"issue_without_weight",
                            {SMYI_FACT("issue", scenario->issues[i].id)}},
                SMY_ERR_MISSING, scenario->issues[i].place, NULL,
                "nobody who sits weighs anything on \"%s\": it stays at its status quo",
                scenario->issues[i].id);
}

static bool has_stance(const SmyScenario *scenario, size_t actor)
{
    for (size_t i = 0; i < scenario->n_issues; i++)
        if (stance_at(scenario, actor, i)->position != SMYI_NONE)
            return true;
    return false;
}

static void remark_mute(SmyiReader *reader, const SmyiAnswer *answer, const char *what)
{
    const SmyScenario *scenario = reader->scenario;
    if (!has_stance(scenario, (size_t)answer->actor))
        smyi_remark(reader,
                    &(SmyiNote){"answer_without_position",
                                {SMYI_FACT("role", what),
                                 SMYI_FACT("actor", scenario->actors[answer->actor].id)}},
                    SMY_ERR_MISSING, answer->place, "give it stances",
                    "the %s \"%s\" has no position on anything and never blocks", what,
                    scenario->actors[answer->actor].id);
}

static void remark_actors(SmyiReader *reader)
{
    const SmyScenario *scenario = reader->scenario;
    for (size_t a = 0; a < scenario->n_actors; a++) {
        const SmyiActor *actor = &scenario->actors[a];
        for (size_t p = 0; p < actor->n_publics; p++)
            remark_mute(reader, &actor->publics[p], "public");
        if (actor->speaks_for != SMYI_NONE && actor->capability != SMYI_NONE)
            smyi_remark(
                reader,
                &(SmyiNote){
                    "speaker_capability_unused",
                    {SMYI_FACT("input", scenario->inputs[actor->capability].path),
                     SMYI_FACT("actor", actor->id),
                     SMYI_FACT("speaks_for", scenario->actors[actor->speaks_for].id)}},
                SMY_ERR_CONFLICT, scenario->inputs[actor->capability].place,
                "a speaker has the weight of its seat",
                "%s is not used: \"%s\" speaks for \"%s\"",
                scenario->inputs[actor->capability].path, actor->id,
                scenario->actors[actor->speaks_for].id);
        if (!actor->ratify_all && actor->n_publics == 0)
            smyi_remark(reader,
                        &(SmyiNote){"quota_over_nobody", {SMYI_FACT("actor", actor->id)}},
                        SMY_ERR_MISSING, actor->place, NULL,
                        "\"%s\" has a quota and answers to nobody", actor->id);
    }
    for (size_t r = 0; r < scenario->table.n_ratifiers; r++)
        remark_mute(reader, &scenario->table.ratifiers[r], "ratifier");
}

/* One line on all of them: what has no source is the analyst's to-do list, not a fault. */
static void remark_unsupported(SmyiReader *reader)
{
    const SmyScenario *scenario = reader->scenario;
    const SmyiInput *first = NULL;
    size_t n = 0;
    for (size_t k = 0; k < scenario->n_inputs; k++) {
        const SmyiInput *input = &scenario->inputs[k];
        if (input->support.n_cites || input->support.judgement)
            continue;
        first = first ? first : input;
        n++;
    }
    if (n)
        smyi_remark(reader,
                    &(SmyiNote){"unsupported",
                                {SMYI_FACT_NUMBER("n", (double)n),
                                 SMYI_FACT_NUMBER("inputs", (double)scenario->n_inputs),
                                 SMYI_FACT("first", first->path)}},
                    SMY_ERR_MISSING, first->place,
                    "\"cite\" a document or say the \"judgement\" behind it",
                    "%zu of %zu inputs have neither source nor judgement; the first is %s",
                    n, scenario->n_inputs, first->path);
}

void smyi_remark_whole(SmyiReader *reader)
{
    remark_stances(reader);
    remark_issues(reader);
    remark_actors(reader);
    remark_unsupported(reader);
}
