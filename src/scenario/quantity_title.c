/* SPDX-License-Identifier: Apache-2.0 */
/* A quantity in words: "gain of Ukraine", "outcome on Territory". */
#include <string.h>

#include "scenario/quantity.h"

typedef struct Names {
    const SmyScenario *scn;
    const char *language;
    SmyiArena *mem;
} Names;

static const char *actor_name(const Names *n, int actor)
{
    const SmyiActor *one = &n->scn->actors[actor];
    return smyi_text_in(&one->name, n->language, one->id);
}

static const char *issue_name(const Names *n, int issue)
{
    const SmyiIssue *one = &n->scn->issues[issue];
    return smyi_text_in(&one->title, n->language, one->id);
}

static const char *several(const Names *n, const SmyiQuantity *q)
{
    const char *list = NULL;
    for (size_t a = 0; a < q->n_actors && (list || a == 0); a++)
        list = a ? smyi_arena_print(n->mem, "%s, %s", list, actor_name(n, q->actors[a]))
                 : actor_name(n, q->actors[a]);
    return list ? list : "";
}

static const char *of_actor(const Names *n, const char *format, const SmyiQuantity *q)
{
    const char *at = strchr(format, '@');
    return smyi_arena_print(n->mem, "%.*s%s%s", (int)(at - format), format, several(n, q),
                            at + 1);
}

static const char *of_issue(const Names *n, const SmyiQuantity *q)
{
    const char *issue = issue_name(n, q->issue);
    const char *first = q->n_actors ? actor_name(n, q->actors[0]) : "";
    const char *second = q->n_actors > 1 ? actor_name(n, q->actors[1]) : "";
    switch (q->kind) {
    case SMYI_Q_DISTANCE:
        return smyi_arena_print(
            n->mem, "distance of the outcome on %s from the position of %s", issue, first);
    case SMYI_Q_APART:
        return smyi_arena_print(n->mem, "distance between %s and %s on %s", first, second,
                                issue);
    case SMYI_Q_POSITION:
        return smyi_arena_print(n->mem, "position of %s on %s", first, issue);
    case SMYI_Q_STATED:
        return smyi_arena_print(n->mem, "stated position of %s on %s", first, issue);
    case SMYI_Q_SALIENCE:
        return smyi_arena_print(n->mem, "salience of %s to %s", issue, first);
    default:
        return smyi_arena_print(n->mem, "outcome on %s", issue);
    }
}

static const char *in_words(const Names *n, const SmyiQuantity *q)
{
    static const char *const forms[] = {
        [SMYI_Q_GAIN] = "gain of @",
        [SMYI_Q_GAIN_OUTCOME] = "gain of @ from what is agreed",
        [SMYI_Q_GAIN_STANDING] = "standing won by @",
        [SMYI_Q_GAIN_FACE] = "face lost by @",
        [SMYI_Q_GAIN_NO_DEAL] = "gain of @ against no deal",
        [SMYI_Q_SHORTFALL] = "what @ lacks of all it wants",
        [SMYI_Q_LEAST_GAIN] = "least gain among @",
        [SMYI_Q_TOTAL_GAIN] = "gains of @ together",
        [SMYI_Q_EXCLUSION_COST] = "cost to @ of being left out",
        [SMYI_Q_CAPABILITY] = "capability of @",
        [SMYI_Q_NO_DEAL] = "cost of no deal to @",
        [SMYI_Q_NO_DEAL_STATED] = "cost of no deal to @ as stated",
    };
    if (q->kind == SMYI_Q_SETTLED_SHARE)
        return "share of the issues settled";
    if (q->kind == SMYI_Q_SEAT_VALUE)
        return smyi_arena_print(n->mem, "value of a seat of %s to %s",
                                actor_name(n, q->actors[0]), actor_name(n, q->actors[1]));
    bool known = (size_t)q->kind < sizeof forms / sizeof *forms && forms[q->kind];
    return known ? of_actor(n, forms[q->kind], q) : of_issue(n, q);
}

const char *smyi_quantity_title(const SmyScenario *scn, const SmyiQuantity *quantity,
                                const char *language, SmyiArena *mem)
{
    return in_words(&(Names){scn, language, mem}, quantity);
}
