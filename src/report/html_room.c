/* SPDX-License-Identifier: Apache-2.0 */
/* The table with its chairs: delegations, observers, whoever must agree, whoever is left out. */
#include <string.h>

#include "report/html.h"
#include "report/text.h"

/* The drawing's own units; it is at most 1.4 times as large on a screen. */
enum {
    WIDTH = 360,
    LINE = 19,
    TABLE_LEFT = 152,
    TABLE_RIGHT = WIDTH - TABLE_LEFT,
    NAME_COLUMNS = 15,
    TOP = 34, /* where the table begins */
};

/* One side of the table: chairs and texts run down it. */
typedef struct Flank {
    bool left;
    int y;
} Flank;

static const SmyNode *table_of(const SmyiHtml *h)
{
    return smy_node_get(h->digest.root, "table");
}

/* A text of at most two lines, ending at (or beginning from) x; returns its lines. */
static int put_lines(SmyiHtml *h, const char *class_name, int x, int y, const char *anchor,
                     const char *text, int columns)
{
    SmyiWriter *w = &h->w;
    smyi_print(w, "<text class=\"%s\" text-anchor=\"%s\"", class_name, anchor);
    smyi_html_lang(h, text);
    smyi_put(w, ">");
    int n = 0;
    for (const char *rest = text; *rest && n < 2; n++) {
        const char *line = rest;
        size_t length = smyi_text_line(line, columns, &rest);
        char *part = smyi_arena_copy(h->mem, line, length);
        smyi_print(w, "<tspan x=\"%d\" y=\"%d\">", x, y + n * 14);
        smyi_put_escaped(w, part);
        smyi_put(w, n == 1 && *rest ? "\xe2\x80\xa6</tspan>" : "</tspan>");
        if (!part)
            w->code = SMY_ERR_NOMEM;
    }
    smyi_put(w, "</text>\n");
    return n;
}

static void put_beside(SmyiHtml *h, Flank *f, const char *class_name, int away,
                       const char *text)
{
    int x = f->left ? TABLE_LEFT - away : TABLE_RIGHT + away;
    int lines = put_lines(h, class_name, x, f->y + 13, f->left ? "end" : "start", text,
                          NAME_COLUMNS);
    f->y += LINE + (lines > 1 ? 14 : 0);
}

static void put_chair(SmyiHtml *h, const Flank *f, const char *class_name, int away)
{
    int x = f->left ? TABLE_LEFT - away - 13 : TABLE_RIGHT + away;
    smyi_print(&h->w,
               "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"13\" height=\"13\" "
               "rx=\"3\"/>\n",
               class_name, x, f->y + 2);
}

static void put_delegates(SmyiHtml *h, Flank *f, const SmyNode *people)
{
    for (size_t p = 0; p < smy_node_size(people); p++) {
        put_chair(h, f, "chair", 6);
        put_beside(h, f, "soft", 26,
                   smyi_digest_name(&h->digest, smy_node_text(smy_node_at(people, p))));
    }
}

static void put_observers(SmyiHtml *h, Flank *f, const char *seat)
{
    const SmyNode *list = smy_node_get(table_of(h), "observers");
    for (size_t o = 0; o < smy_node_size(list); o++) {
        const SmyNode *row = smy_node_at(list, o);
        const char *patron = smy_node_text(smy_node_get(row, "patron"));
        if (!patron || strcmp(patron, seat) != 0)
            continue;
        put_chair(h, f, "watch", 24);
        put_beside(h, f, "soft", 44,
                   smyi_digest_name(&h->digest, smy_node_text(smy_node_get(row, "actor"))));
    }
}

static void put_seat(SmyiHtml *h, Flank *f, const char *seat)
{
    const SmyNode *people = smy_node_get(smy_node_get(table_of(h), "delegations"), seat);
    if (smy_node_size(people) == 0)
        put_chair(h, f, "chair", 6);
    put_beside(h, f, "strong", smy_node_size(people) ? 6 : 26,
               smyi_digest_name(&h->digest, seat));
    put_delegates(h, f, people);
    put_observers(h, f, seat);
    f->y += 8;
}

/* Seats alternate between the two sides; returns where the longer one ends. */
static int put_seats(SmyiHtml *h)
{
    const SmyNode *seats = smy_node_get(table_of(h), "seats");
    Flank flanks[2] = {{true, TOP + 4}, {false, TOP + 4}};
    for (size_t s = 0; s < smy_node_size(seats); s++) {
        const char *seat = smy_node_text(smy_node_at(seats, s));
        if (seat)
            put_seat(h, &flanks[s % 2], seat);
    }
    int end = flanks[0].y > flanks[1].y ? flanks[0].y : flanks[1].y;
    return end > TOP + 60 ? end : TOP + 60;
}

/* Lines that put_seat() takes, so that the height is known before anything is drawn. */
static int name_height(const SmyiHtml *h, const char *id)
{
    const char *rest;
    (void)smyi_text_line(smyi_digest_name(&h->digest, id), NAME_COLUMNS, &rest);
    return *rest ? LINE + 14 : LINE;
}

static int seat_height(const SmyiHtml *h, const char *seat)
{
    const SmyNode *people = smy_node_get(smy_node_get(table_of(h), "delegations"), seat);
    const SmyNode *observers = smy_node_get(table_of(h), "observers");
    int height = name_height(h, seat) + 8;
    for (size_t p = 0; p < smy_node_size(people); p++)
        height += name_height(h, smy_node_text(smy_node_at(people, p)));
    for (size_t o = 0; o < smy_node_size(observers); o++) {
        const SmyNode *row = smy_node_at(observers, o);
        const char *patron = smy_node_text(smy_node_get(row, "patron"));
        if (patron && strcmp(patron, seat) == 0)
            height += name_height(h, smy_node_text(smy_node_get(row, "actor")));
    }
    return height;
}

static int seats_end(const SmyiHtml *h)
{
    const SmyNode *seats = smy_node_get(table_of(h), "seats");
    int y[2] = {TOP + 4, TOP + 4};
    for (size_t s = 0; s < smy_node_size(seats); s++) {
        const char *seat = smy_node_text(smy_node_at(seats, s));
        if (seat)
            y[s % 2] += seat_height(h, seat);
    }
    int end = y[0] > y[1] ? y[0] : y[1];
    return end > TOP + 60 ? end : TOP + 60;
}

typedef bool Belongs(const SmyiActorView *actor);

static bool is_left_out(const SmyiActorView *actor)
{
    return actor->role == SMYI_PART_ABSENT;
}

static bool is_at_door(const SmyiActorView *actor)
{
    return actor->ratifier && actor->role != SMYI_PART_SEAT &&
           actor->role != SMYI_PART_ABSENT;
}

static void put_person(SmyiHtml *h, const SmyiActorView *actor, int x, int y)
{
    smyi_print(&h->w,
               "<g class=\"person\"><circle cx=\"%d\" cy=\"%d\" r=\"4\"/>"
               "<path d=\"M%d %dq0-8 7-8t7 8z\"/></g>\n",
               x, y + 6, x - 7, y + 21);
    int lines = put_lines(h, "", x + 12, y + 13, "start", actor->name, 12);
    if (actor->ratifier && is_left_out(actor))
        smyi_print(&h->w, "<text class=\"note\" x=\"%d\" y=\"%d\">must agree</text>\n",
                   x + 12, y + 13 + 13 * lines);
}

/* A heading and people standing, three in a row; returns where they end. */
static int put_group(SmyiHtml *h, const char *heading, Belongs *belongs, int y, bool draw)
{
    enum { COLUMNS = 3, CELL = 116, ROW = 40, HEAD = 20 };
    int n = 0;
    for (size_t a = 0; a < h->digest.n_actors; a++) {
        const SmyiActorView *actor = &h->digest.actors[a];
        if (!belongs(actor))
            continue;
        if (draw && n == 0)
            smyi_print(&h->w, "<text class=\"soft\" x=\"7\" y=\"%d\">%s</text>\n", y + 12,
                       heading);
        if (draw)
            put_person(h, actor, 14 + n % COLUMNS * CELL, y + HEAD + n / COLUMNS * ROW);
        n++;
    }
    return n ? y + HEAD + (n + COLUMNS - 1) / COLUMNS * ROW + 6 : y;
}

/* The walls, with a door at the bottom. */
static void put_walls(SmyiHtml *h, int end)
{
    smyi_print(&h->w, "<path class=\"wall\" d=\"M%d %dH3V%dH%dV%dH%d\"/>\n", TABLE_LEFT,
               end + 14, 8, WIDTH - 3, end + 14, TABLE_RIGHT);
    smyi_print(&h->w, "<path class=\"wall\" d=\"M%d %dl26 22M%d %dl-26 22\"/>\n",
               TABLE_LEFT, end + 14, TABLE_RIGHT, end + 14);
    smyi_print(
        &h->w,
        "<rect class=\"top\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"7\"/>\n",
        TABLE_LEFT, TOP, TABLE_RIGHT - TABLE_LEFT, end - TOP);
}

static void put_names(SmyiHtml *h, const char *before, const SmyiNames *list)
{
    smyi_put(&h->w, before);
    for (size_t i = 0; i < list->n; i++) {
        smyi_put(&h->w, i ? ", " : "");
        smyi_put_escaped(&h->w, list->names[i]);
    }
    smyi_put(&h->w, list->n ? ". " : "nobody. ");
}

static void put_drawing(SmyiHtml *h)
{
    const SmyNode *table = table_of(h);
    int end = seats_end(h), outside = end + 44;
    int bottom = put_group(h, "", is_at_door, outside, false);
    bottom = put_group(h, "", is_left_out, bottom, false);
    smyi_print(
        &h->w,
        "<svg class=\"room\" viewBox=\"0 0 %d %d\" role=\"img\" "
        "aria-labelledby=\"room-t room-d\">\n<title id=\"room-t\">Who is in the room and "
        "who is not</title>\n<desc id=\"room-d\">",
        WIDTH, bottom);
    put_names(h, "Seated: ", &h->digest.seated);
    put_names(h, "Left out: ", &h->digest.left_out);
    put_names(h, "Must agree: ", &h->digest.must_agree);
    smyi_put(&h->w, "</desc>\n");
    put_walls(h, end);
    const char *venue = smy_node_text(smy_node_get(table, "venue"));
    smyi_print(&h->w, "<text class=\"soft%s\" x=\"%d\" y=\"27\" text-anchor=\"middle\"",
               venue ? " venue" : "", WIDTH / 2);
    smyi_html_lang(h, venue);
    smyi_put(&h->w, ">");
    smyi_put_escaped(&h->w, venue ? venue : "at the table");
    smyi_put(&h->w, "</text>\n");
    (void)put_seats(h);
    int y = put_group(h, "at the door: must agree", is_at_door, outside, true);
    (void)put_group(h, "left out", is_left_out, y, true);
    smyi_put(&h->w, "</svg>\n");
}

static void put_list(SmyiHtml *h, const char *term, const SmyiNames *list, const char *note)
{
    if (list->n == 0)
        return;
    smyi_print(&h->w, "<dt>%s</dt><dd>", term);
    for (size_t i = 0; i < list->n; i++) {
        smyi_put(&h->w, i ? ", " : "");
        smyi_html_text(h, list->names[i]);
    }
    smyi_print(&h->w, ". %s</dd>\n", note);
}

static void put_observer_list(SmyiHtml *h)
{
    const SmyNode *list = smy_node_get(table_of(h), "observers");
    for (size_t o = 0; o < smy_node_size(list); o++) {
        const SmyNode *row = smy_node_at(list, o);
        smyi_put(&h->w, o ? "<dd>" : "<dt>Observers</dt><dd>");
        smyi_html_text(
            h, smyi_digest_name(&h->digest, smy_node_text(smy_node_get(row, "actor"))));
        smyi_put(&h->w, " behind ");
        smyi_html_text(
            h, smyi_digest_name(&h->digest, smy_node_text(smy_node_get(row, "patron"))));
        smyi_put(&h->w, ", drawing its position by ");
        smyi_html_number(h, smyi_show_percent(smy_node_number(smy_node_get(row, "share"))));
        smyi_put(&h->w, ".</dd>\n");
    }
}

static void put_room(SmyiHtml *h)
{
    smyi_put(&h->w, "<div class=\"table\">\n<figure>\n");
    put_drawing(h);
    smyi_put(&h->w, "</figure>\n<dl>\n");
    put_list(h, "Seated", &h->digest.seated,
             "They alone weigh, bargain and can refuse an issue.");
    put_observer_list(h);
    put_list(h, "Must agree", &h->digest.must_agree,
             "A package that leaves one of them worse off than no deal is blocked.");
    put_list(h, "Left out", &h->digest.left_out,
             "No weight in what is decided; they feel the result.");
    smyi_put(&h->w, "</dl>\n</div>\n");
}

const SmyiHtmlSection smyi_section_room = {
    .id = "h-room",
    .name = "The table",
    .heading = "The table",
    .put = put_room,
};
