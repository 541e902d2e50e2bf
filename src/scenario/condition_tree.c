/* SPDX-License-Identifier: Apache-2.0 */
/* What a claim is scored as, for whoever words it: its condition as a tree, and in English. */
#include "scenario/condition_tree.h"

#include "scenario/quantity.h"

typedef struct Names {
    const SmyScenario *scn;
    const char *language;
    SmyiArena *mem;
} Names;

static const char *const ops[] = {"above",   "below",  "at_least",
                                  "at_most", "equals", "between"};

/* ---- As a tree ---- */

static void add_actors(const SmyScenario *scn, SmyResult *r, SmyNode *parent, size_t n,
                       const int *actors)
{
    SmyNode *list = smyi_add_list(r, parent, "actors");
    for (size_t a = 0; a < n; a++)
        smyi_add_text(r, list, NULL, scn->actors[actors[a]].id);
}

static void add_quantity(const SmyScenario *scn, const SmyiQuantity *q, SmyResult *r,
                         SmyNode *parent, const char *key)
{
    if (q->kind == SMYI_Q_NUMBER) {
        smyi_add_number(r, parent, key, q->number);
        return;
    }
    SmyNode *node = smyi_add_object(r, parent, key);
    smyi_add_text(r, node, "what", smyi_quantity_word(q->kind));
    smyi_add_text(r, node, "part", smyi_quantity_part(q->kind));
    add_actors(scn, r, node, q->n_actors, q->actors);
    smyi_add_text(r, node, "issue",
                  q->issue == SMYI_NONE ? NULL : scn->issues[q->issue].id);
}

static void add_comparison(const SmyScenario *scn, const SmyiCondition *c, SmyResult *r,
                           SmyNode *node)
{
    add_quantity(scn, &c->left, r, node, "left");
    smyi_add_text(r, node, "is", ops[c->op]);
    if (c->op != SMYI_OP_BETWEEN) {
        add_quantity(scn, &c->right, r, node, "right");
        return;
    }
    SmyNode *ends = smyi_add_list(r, node, "right");
    smyi_add_number(r, ends, NULL, c->low);
    smyi_add_number(r, ends, NULL, c->high);
}

void smyi_condition_to_tree(const SmyScenario *scn, const SmyiCondition *c, SmyResult *r,
                            SmyNode *parent, const char *key)
{
    static const char *const kinds[] = {"all",     "any",       "not",    "compare",
                                        "settled", "agreement", "seated", "win_win"};
    SmyNode *node = smyi_add_object(r, parent, key);
    smyi_add_text(r, node, "kind", kinds[c->kind]);
    switch (c->kind) {
    case SMYI_C_ALL:
    case SMYI_C_ANY:
    case SMYI_C_NOT: {
        SmyNode *parts = smyi_add_list(r, node, "parts");
        for (size_t p = 0; p < c->n_parts; p++)
            smyi_condition_to_tree(scn, &c->parts[p], r, parts, NULL);
        break;
    }
    case SMYI_C_COMPARE:
        add_comparison(scn, c, r, node);
        break;
    case SMYI_C_SETTLED:
        smyi_add_text(r, node, "issue", scn->issues[c->issue].id);
        break;
    case SMYI_C_AGREEMENT:
        smyi_add_bool(r, node, "wanted", c->wanted);
        break;
    case SMYI_C_SEATED:
        add_actors(scn, r, node, 1, c->actors);
        break;
    case SMYI_C_WIN_WIN:
        add_actors(scn, r, node, c->n_actors, c->actors);
        break;
    }
}

/* ---- In English ---- */

static const char *actor_name(const Names *n, int actor)
{
    const SmyiActor *one = &n->scn->actors[actor];
    return smyi_text_in(&one->name, n->language, one->id);
}

static const char *quantity(const Names *n, const SmyiQuantity *q, const char *unit)
{
    return q->kind == SMYI_Q_NUMBER ? smyi_arena_print(n->mem, "%.10g%s", q->number, unit)
                                    : smyi_quantity_title(n->scn, q, n->language, n->mem);
}

static const char *unit_of(SmyiQuantityKind kind)
{
    switch (kind) {
    case SMYI_Q_NUMBER:
    case SMYI_Q_OUTCOME:
    case SMYI_Q_POSITION:
    case SMYI_Q_STATED:
    case SMYI_Q_SALIENCE:
    case SMYI_Q_CAPABILITY:
        return "";
    case SMYI_Q_SETTLED_SHARE:
        return "%";
    default:
        return " points";
    }
}

static bool is_loss(const SmyiCondition *c)
{
    return (c->left.kind == SMYI_Q_GAIN_STANDING || c->left.kind == SMYI_Q_GAIN) &&
           c->left.n_actors == 1 && (c->op == SMYI_OP_AT_MOST || c->op == SMYI_OP_BELOW) &&
           c->right.kind == SMYI_Q_NUMBER && c->right.number < 0;
}

/* A negative gain as the loss it is: "loss of Ukraine at least 10 points". */
static const char *loss(const Names *n, const SmyiCondition *c)
{
    bool standing = c->left.kind == SMYI_Q_GAIN_STANDING;
    return smyi_arena_print(
        n->mem, "%s %s %s %.10g points", standing ? "standing lost by" : "loss of",
        actor_name(n, c->left.actors[0]), c->op == SMYI_OP_BELOW ? "above" : "at least",
        -c->right.number);
}

static const char *comparison(const Names *n, const SmyiCondition *c)
{
    static const char *const words[] = {"above", "below", "at least", "at most", "exactly"};
    if (is_loss(c))
        return loss(n, c);
    const char *left = quantity(n, &c->left, ""), *unit = unit_of(c->left.kind);
    if (left && c->op == SMYI_OP_BETWEEN)
        return smyi_arena_print(n->mem, "%s between %.10g and %.10g%s", left, c->low,
                                c->high, unit);
    const char *right = left ? quantity(n, &c->right, unit) : NULL;
    return right ? smyi_arena_print(n->mem, "%s %s %s", left, words[c->op], right) : NULL;
}

static const char *joined(const Names *n, const SmyiCondition *c, const char *by)
{
    const char *text = "";
    for (size_t p = 0; p < c->n_parts && text; p++) {
        const char *part = smyi_condition_title(n->scn, &c->parts[p], n->language, n->mem);
        bool nested = c->parts[p].n_parts > 1;
        text = part ? smyi_arena_print(n->mem, "%s%s%s%s%s", text, p ? by : "",
                                       nested ? "(" : "", part, nested ? ")" : "")
                    : NULL;
    }
    return text;
}

static const char *names(const Names *n, const SmyiCondition *c)
{
    const char *text = "";
    for (size_t a = 0; a < c->n_actors && text; a++)
        text = smyi_arena_print(n->mem, "%s%s%s", text,
                                a == 0                 ? ""
                                : a + 1 == c->n_actors ? " and "
                                                       : ", ",
                                actor_name(n, c->actors[a]));
    return text;
}

const char *smyi_condition_title(const SmyScenario *scn, const SmyiCondition *c,
                                 const char *language, SmyiArena *mem)
{
    Names n = {scn, language, mem};
    const char *text = NULL;
    switch (c->kind) {
    case SMYI_C_ALL:
        return joined(&n, c, "; and ");
    case SMYI_C_ANY:
        return joined(&n, c, "; or ");
    case SMYI_C_NOT:
        text = smyi_condition_title(scn, &c->parts[0], language, mem);
        return text ? smyi_arena_print(mem, "not so: %s", text) : NULL;
    case SMYI_C_COMPARE:
        return comparison(&n, c);
    case SMYI_C_SETTLED:
        return smyi_arena_print(
            mem, "%s is settled",
            smyi_text_in(&scn->issues[c->issue].title, language, scn->issues[c->issue].id));
    case SMYI_C_AGREEMENT:
        return c->wanted ? "a deal is reached" : "no deal is reached";
    case SMYI_C_SEATED:
        return smyi_arena_print(mem, "%s sits", actor_name(&n, c->actors[0]));
    case SMYI_C_WIN_WIN:
        text = names(&n, c);
        return text ? smyi_arena_print(mem, "%s each gain more than half a point", text)
                    : NULL;
    }
    return NULL;
}
