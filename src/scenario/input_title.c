/* SPDX-License-Identifier: Apache-2.0 */
/* An input's name in words. */
#include "scenario/input_title.h"

/* What an input is to an actor: "position on" an issue, or "capability" without one. */
typedef struct Part {
    const char *what;
    int actor, issue; /* or SMYI_NONE */
    bool chosen;      /* by the actor: how things stand for it is not */
} Part;

static bool find_stance(const SmyScenario *scn, size_t a, int input, Part *part)
{
    for (size_t i = 0; i < scn->n_issues; i++) {
        const SmyiStance *s = &scn->stances[a * scn->n_issues + i];
        const char *what = s->position == input   ? "position on"
                           : s->salience == input ? "salience of"
                           : s->limit == input    ? "limit on"
                           : s->stated == input   ? "stated position on"
                                                  : NULL;
        if (!what)
            continue;
        *part = (Part){what, (int)a, (int)i, true};
        return true;
    }
    return false;
}

static bool find_own(const SmyScenario *scn, size_t a, int input, Part *part)
{
    const SmyiActor *actor = &scn->actors[a];
    const char *what = actor->capability == input       ? "capability"
                       : actor->no_deal == input        ? "cost of no deal"
                       : actor->no_deal_stated == input ? "stated cost of no deal"
                       : actor->face == input           ? "face at stake"
                       : actor->seated == input         ? "standing when seated"
                       : actor->left_out == input       ? "standing when left out"
                                                        : NULL;
    for (size_t v = 0; v < actor->n_venues && !what; v++)
        if (actor->venues[v].standing == input)
            what = "standing at the venue";
    *part = (Part){what, (int)a, SMYI_NONE, actor->no_deal_stated == input};
    return what != NULL;
}

/* Those who speak for another share its inputs: the others are asked first. */
static bool find(const SmyScenario *scn, int input, Part *part)
{
    for (int speakers = 0; speakers < 2; speakers++)
        for (size_t a = 0; a < scn->n_actors; a++) {
            bool speaks = scn->actors[a].speaks_for != SMYI_NONE;
            if (speaks == (speakers != 0) &&
                (find_own(scn, a, input, part) || find_stance(scn, a, input, part)))
                return true;
        }
    *part = (Part){"status quo of", SMYI_NONE, SMYI_NONE, false};
    for (size_t i = 0; i < scn->n_issues; i++)
        if (scn->issues[i].status_quo == input)
            part->issue = (int)i;
    return part->issue != SMYI_NONE;
}

const char *smyi_input_title(const SmyScenario *scn, size_t input, const char *language,
                             SmyiArena *mem)
{
    Part part;
    if (!find(scn, (int)input, &part))
        return scn->inputs[input].path;
    const SmyiActor *actor = part.actor == SMYI_NONE ? NULL : &scn->actors[part.actor];
    const SmyiIssue *issue = part.issue == SMYI_NONE ? NULL : &scn->issues[part.issue];
    return smyi_arena_print(mem, "%s%s%s%s%s",
                            actor ? smyi_text_in(&actor->name, language, actor->id) : "",
                            actor ? ": " : "", part.what, issue ? " " : "",
                            issue ? smyi_text_in(&issue->title, language, issue->id) : "");
}

int smyi_input_actor(const SmyScenario *scn, size_t input)
{
    Part part;
    return find(scn, (int)input, &part) ? part.actor : SMYI_NONE;
}

bool smyi_input_is_chosen(const SmyScenario *scn, size_t input)
{
    Part part;
    return find(scn, (int)input, &part) && part.chosen;
}
