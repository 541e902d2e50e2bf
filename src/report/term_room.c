/* SPDX-License-Identifier: Apache-2.0 */
/* The table in text: who sits, with whom behind; who stands outside; who must agree. */
#include <string.h>

#include "report/display.h"
#include "report/term_views.h"
#include "report/text.h"

/* A paragraph of the side column, given out line by line. */
typedef struct Aside {
    const char *heading, *names;
} Aside;

typedef struct Side {
    Aside aside[3];
    size_t n, at;
    const char *rest; /* of the names not yet shown; NULL: the heading is next */
} Side;

static int widest_seat(const SmyiPage *page, const SmyNode *seats)
{
    int widest = 0;
    for (size_t s = 0; s < smy_node_size(seats); s++) {
        const char *id = smy_node_text(smy_node_at(seats, s));
        int columns = smyi_text_columns(smyi_digest_name(&page->digest, id));
        widest = columns > widest ? columns : widest;
    }
    return widest;
}

static void put_rule(SmyiTerm *t, int columns, const char *left, const char *right,
                     const char *title)
{
    int end = t->column + columns - 1;
    smyi_term_put(t, SMYI_DIM, left);
    if (title) {
        smyi_term_put(t, SMYI_DIM, "─ ");
        smyi_term_put(t, SMYI_HEAD, title);
        smyi_term_put(t, SMYI_DIM, " ");
    }
    while (t->column < end)
        smyi_term_put(t, SMYI_DIM, "─");
    smyi_term_put(t, SMYI_DIM, right);
}

/* The next line of the side column; false when all is shown. */
static bool put_side(SmyiTerm *t, Side *side, int column)
{
    if (side->at == side->n)
        return false;
    smyi_term_to(t, column);
    const Aside *aside = &side->aside[side->at];
    if (!side->rest) {
        smyi_term_put(t, SMYI_HEAD, aside->heading);
        side->rest = aside->names;
        if (t->width - t->column < smyi_text_columns(aside->names) + 2)
            return true;
        smyi_term_to(t, t->column + 2);
    }
    const char *line = side->rest;
    size_t length = smyi_text_line(line, t->width - t->column, &side->rest);
    char text[1024];
    if (length >= sizeof text)
        length = sizeof text - 1;
    memcpy(text, line, length);
    text[length] = '\0';
    smyi_term_put(t, SMYI_PLAIN, text);
    if (!*side->rest) {
        side->rest = NULL;
        side->at++;
    }
    return true;
}

static void end_row(SmyiTerm *t, Side *side, int box)
{
    if (box + 20 <= t->width)
        (void)put_side(t, side, box + 2);
    smyi_term_end(t);
}

/* One line inside the box: a label, bold, and what belongs to it. */
static void put_row(SmyiTerm *t, Side *side, int box, int label_columns, const char *label,
                    const char *text)
{
    smyi_term_put(t, SMYI_DIM, "│ ");
    if (label_columns > 0) {
        smyi_term_fit(t, SMYI_BOLD, label, label_columns, SMYI_LEFT);
        smyi_term_to(t, t->column + 2);
    }
    smyi_term_fit(t, SMYI_PLAIN, text, box - 2 - t->column, SMYI_LEFT);
    smyi_term_to(t, box - 1);
    smyi_term_put(t, SMYI_DIM, "│");
    end_row(t, side, box);
}

static void put_delegates(SmyiPage *page, Side *side, int box, int label_columns,
                          const char *seat)
{
    const SmyNode *table = smy_node_get(page->digest.root, "table");
    const SmyNode *people = smy_node_get(smy_node_get(table, "delegations"), seat);
    const char *names = smyi_page_ids(page, people), *rest = names;
    int columns = box - 2 - label_columns - 4;
    const char *label = smyi_digest_name(&page->digest, seat);
    while (rest && *rest) {
        const char *line = rest;
        size_t length = smyi_text_line(line, columns, &rest);
        put_row(&page->term, side, box, label_columns, label,
                smyi_page_print(page, "%.*s", (int)length, line));
        label = "";
    }
    if (!names)
        put_row(&page->term, side, box, label_columns, label, "");
}

static void put_observers(SmyiPage *page, Side *side, int box, int label_columns,
                          const char *seat)
{
    const SmyNode *list = smy_node_find(page->digest.root, "table.observers");
    for (size_t o = 0; o < smy_node_size(list); o++) {
        const SmyNode *row = smy_node_at(list, o);
        const char *patron = smy_node_text(smy_node_get(row, "patron"));
        if (!patron || !seat || strcmp(patron, seat) != 0)
            continue;
        const char *name =
            smyi_digest_name(&page->digest, smy_node_text(smy_node_get(row, "actor")));
        SmyiShown share = smyi_show_percent(smy_node_number(smy_node_get(row, "share")));
        put_row(&page->term, side, box, label_columns, "",
                smyi_page_print(page, "observer: %s (share %s)", name, share.text));
    }
}

static Side side_of(SmyiPage *page)
{
    const SmyiNames *lists[] = {&page->digest.left_out, &page->digest.at_door};
    static const char *const headings[] = {"LEFT OUT", "MUST AGREE"};
    Side side = {.n = 0};
    for (size_t k = 0; k < 2; k++) {
        const char *names = smyi_page_names(page, lists[k]);
        if (names)
            side.aside[side.n++] = (Aside){headings[k], names};
    }
    return side;
}

/* Without delegations and observers the seats need no line each. */
static bool is_plain(const SmyiPage *page)
{
    const SmyNode *table = smy_node_get(page->digest.root, "table");
    return smy_node_size(smy_node_get(table, "delegations")) == 0 &&
           smy_node_size(smy_node_get(table, "observers")) == 0;
}

static void put_names(SmyiPage *page, Side *side, int box)
{
    const char *rest = smyi_page_names(page, &page->digest.seated);
    while (rest && *rest) {
        const char *line = rest;
        size_t length = smyi_text_line(line, box - 4, &rest);
        put_row(&page->term, side, box, 0, "",
                smyi_page_print(page, "%.*s", (int)length, line));
    }
}

void smyi_term_room(SmyiPage *page)
{
    SmyiTerm *t = &page->term;
    const SmyNode *seats = smy_node_find(page->digest.root, "table.seats");
    Side side = side_of(page);
    int box = t->width >= 66 && side.n ? t->width * 3 / 5 : t->width;
    if (box > 70)
        box = 70;
    int label = widest_seat(page, seats);
    if (label > box / 2 - 4)
        label = box / 2 - 4;
    smyi_term_end(t);
    put_rule(t, box, "┌", "┐", "AT THE TABLE");
    end_row(t, &side, box);
    if (is_plain(page))
        put_names(page, &side, box);
    for (size_t s = 0; !is_plain(page) && s < smy_node_size(seats); s++) {
        const char *seat = smy_node_text(smy_node_at(seats, s));
        put_delegates(page, &side, box, label, seat ? seat : "?");
        put_observers(page, &side, box, label, seat);
    }
    put_rule(t, box, "└", "┘", NULL);
    end_row(t, &side, box);
    int column = box + 20 <= t->width ? box + 2 : 2;
    while (put_side(t, &side, column))
        smyi_term_end(t);
}
