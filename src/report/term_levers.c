/* SPDX-License-Identifier: Apache-2.0 */
/* Levers: which input, moved where, helps an actor most; its own and others' apart. */
#include <math.h>
#include <string.h>

#include "report/display.h"
#include "report/term_views.h"

enum { MOST_ROWS = 10, LEVEL = 8, CHANGE = 8, RANGE = 15, JUMP = 9 };

static double at(const SmyNode *node, const char *path)
{
    return smy_node_number(smy_node_find(node, path));
}

static const char *text_at(const SmyNode *node, const char *path)
{
    const char *text = smy_node_text(smy_node_find(node, path));
    return text ? text : "";
}

static bool is_share(const SmyNode *root)
{
    return strcmp(text_at(root, "question.unit"), "share") == 0;
}

static SmyiShown change_shown(const SmyNode *root, double x)
{
    return is_share(root) ? smyi_show_signed(100 * x, 0) : smyi_show_signed(x, 1);
}

static SmyiShown level_shown(const SmyNode *row, double x)
{
    return smyi_show_level(x, at(row, "high") - at(row, "low"), LEVEL - 1);
}

static void put_level(SmyiPage *page, const SmyNode *root)
{
    SmyiTerm *t = &page->term;
    double point = at(root, "answer.point");
    smyi_term_end(t);
    smyi_term_put(t, SMYI_HEAD, "LEVERS");
    smyi_term_put(t, SMYI_PLAIN, "  ");
    const char *level = is_share(root)
                            ? smyi_page_print(page, "holds under %s of the models",
                                              smyi_show_percent(point).text)
                            : smyi_page_print(page, "%s, mean of the models",
                                              smyi_show_signed(point, 1).text);
    smyi_term_wrap(t, SMYI_BOLD,
                   smyi_page_print(page, "for %s: %s, %s with every input at its point",
                                   text_at(root, "name"), text_at(root, "question.title"),
                                   level),
                   2);
}

/* Where the answer jumps under the most models that have it jump: the middle one of them. */
static const char *jump_of(SmyiPage *page, const SmyNode *row)
{
    const SmyNode *models = smy_node_get(row, "models");
    size_t jumping = 0;
    double first = (double)NAN;
    for (size_t m = 0; m < smy_node_size(models); m++) {
        const SmyNode *switches = smy_node_get(smy_node_at(models, m), "switches");
        if (smy_node_size(switches) == 0)
            continue;
        if (jumping++ == 0)
            first = at(smy_node_at(switches, 0), "at");
    }
    return jumping ? smyi_page_print(page, "%s", level_shown(row, first).text) : "";
}

static void put_heads(SmyiTerm *t, const char *title, int name, bool jump)
{
    smyi_term_end(t);
    smyi_term_fit(t, SMYI_HEAD, title, name, SMYI_LEFT);
    smyi_term_fit(t, SMYI_DIM, "from", LEVEL, SMYI_RIGHT);
    smyi_term_fit(t, SMYI_DIM, "to", LEVEL, SMYI_RIGHT);
    smyi_term_fit(t, SMYI_DIM, "change", CHANGE, SMYI_RIGHT);
    smyi_term_fit(t, SMYI_DIM, "models", RANGE, SMYI_RIGHT);
    if (jump)
        smyi_term_fit(t, SMYI_DIM, "jumps at", JUMP, SMYI_RIGHT);
    smyi_term_end(t);
}

static void put_row(SmyiPage *page, const SmyNode *root, const SmyNode *row, int name,
                    bool jump)
{
    SmyiTerm *t = &page->term;
    double mean = at(row, "change.mean");
    smyi_term_fit(t, SMYI_PLAIN, text_at(row, "title"), name - 1, SMYI_LEFT);
    smyi_term_to(t, name);
    smyi_term_fit(t, SMYI_PLAIN, level_shown(row, at(row, "point")).text, LEVEL,
                  SMYI_RIGHT);
    smyi_term_fit(t, SMYI_PLAIN, level_shown(row, at(row, "to")).text, LEVEL, SMYI_RIGHT);
    smyi_term_fit(t, SMYI_BOLD, change_shown(root, mean).text, CHANGE, SMYI_RIGHT);
    smyi_term_fit(t, SMYI_PLAIN,
                  smyi_page_print(page, "%s to %s",
                                  change_shown(root, at(row, "change.low")).text,
                                  change_shown(root, at(row, "change.high")).text),
                  RANGE, SMYI_RIGHT);
    if (jump)
        smyi_term_fit(t, SMYI_PLAIN, jump_of(page, row), JUMP, SMYI_RIGHT);
    smyi_term_end(t);
}

typedef enum Hand { ITS_OWN, OTHERS, NOBODYS, N_HANDS } Hand;

/* Who could move it: what nobody chooses (standing, capability ...) is how things stand. */
static Hand hand_of(const SmyNode *row)
{
    const SmyNode *chosen = smy_node_get(row, "chosen");
    if (smy_node_kind(chosen) == SMY_NODE_BOOL && !smy_node_bool(chosen))
        return NOBODYS;
    return smy_node_bool(smy_node_get(row, "own")) ? ITS_OWN : OTHERS;
}

static void put_group(SmyiPage *page, const SmyNode *root, Hand hand)
{
    static const char *const titles[] = {"ITS OWN", "OTHERS'", "NOBODY'S CHOICE"};
    SmyiTerm *t = &page->term;
    const SmyNode *list = smy_node_get(root, "levers");
    bool jump = t->width >= 72;
    int name = t->width - 2 * LEVEL - CHANGE - RANGE - (jump ? JUMP : 0);
    double least = is_share(root) ? .005 : .05;
    size_t shown = 0, more = 0, none = 0;
    for (size_t i = 0; i < smy_node_size(list); i++) {
        const SmyNode *row = smy_node_at(list, i);
        if (hand_of(row) != hand)
            continue;
        if (!(at(row, "change.mean") >= least)) {
            none++;
            continue;
        }
        if (shown == MOST_ROWS) {
            more++;
            continue;
        }
        if (shown++ == 0)
            put_heads(t, titles[hand], name, jump);
        put_row(page, root, row, name, jump);
    }
    if (shown == 0) {
        smyi_term_end(t);
        smyi_term_put(t, SMYI_HEAD, titles[hand]);
        smyi_term_put(t, SMYI_PLAIN, "  none of them helps");
        smyi_term_end(t);
    } else if (more || none) {
        const char *rest =
            more ? smyi_page_print(page, "%zu more help less; moving %zu others only hurts",
                                   more, none)
                 : smyi_page_print(page, "moving %zu others only hurts", none);
        smyi_term_wrap(t, SMYI_DIM, rest, 2);
    }
}

void smyi_term_levers(SmyiPage *page)
{
    SmyiTerm *t = &page->term;
    const SmyNode *root = page->digest.root;
    put_level(page, root);
    for (int hand = 0; hand < N_HANDS; hand++)
        put_group(page, root, (Hand)hand);
    smyi_term_end(t);
    smyi_term_wrap(
        t, SMYI_DIM,
        "to: where in its range the mean of the models is best, all other inputs at "
        "their points; models: least and most change under one of them; jumps at: "
        "where the answer leaps, under the first model that leaps. The range of an "
        "input without one is all that it may be.",
        0);
}
