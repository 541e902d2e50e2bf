/* SPDX-License-Identifier: Apache-2.0 */
/* A draft's timeline, levers and claims, each with the citation of what it was read from. */
#include <string.h>

#include "report/draft.h"
#include "report/reading.h"

static const char *first_actor(const SmyNode *parties)
{
    for (size_t i = 0; i < smy_node_size(parties); i++) {
        const char *id = smyi_reading_text(smy_node_at(parties, i), "actor");
        if (id)
            return id;
    }
    return NULL;
}

/* A whole day: the timeline takes no months. */
static const char *day_of(const SmyNode *relation)
{
    const char *date = smyi_reading_text(relation, "date");
    return date && strlen(date) == 10 ? date : NULL;
}

static bool is_lever(const SmyNode *relation)
{
    static const char *const types[] = {"arm",      "aid",   "sanction",
                                        "threaten", "press", "concede"};
    const char *type = smyi_reading_text(relation, "type");
    for (size_t t = 0; type && t < sizeof types / sizeof *types; t++)
        if (strcmp(type, types[t]) == 0)
            return !smy_node_bool(smy_node_get(relation, "negated"));
    return false;
}

/* As comments: what a lever changes, and by how much, only a person can say. */
void smyi_draft_levers(SmyiDraft *d)
{
    const SmyNode *list = smy_node_get(d->root, "relations");
    bool first = true;
    for (size_t i = 0; i < smy_node_size(list); i++) {
        const SmyNode *r = smy_node_at(list, i);
        const char *by = first_actor(smy_node_get(r, "from"));
        const char *on = first_actor(smy_node_get(r, "to"));
        const char *type = smyi_reading_text(r, "type"), *day = day_of(r);
        if (!is_lever(r) || !by || !on)
            continue;
        smyi_put(&d->w, first ? "\n# Pressure and help that the documents mention. To use "
                                "one, remove the "
                                "\"# \" before it.\n# levers:\n"
                              : "");
        first = false;
        smyi_print(&d->w, "#   - {id: %s_%s, by: %s, on: %s, from: %s, state: %s,\n", type,
                   smyi_reading_text(r, "id"), by, on, day ? day : "blank",
                   strcmp(type, "threaten") == 0 ? "threatened" : "pulled");
        smyi_put(&d->w, "#      ");
        smyi_draft_cite(d, r, smy_node_get(r, "verb"));
        smyi_put(&d->w, ", adds: {no_deal: blank}}\n");
    }
}

void smyi_draft_timeline(SmyiDraft *d)
{
    const SmyNode *list = smy_node_get(d->root, "relations");
    bool first = true;
    for (size_t i = 0; i < smy_node_size(list); i++) {
        const SmyNode *r = smy_node_at(list, i);
        const char *day = day_of(r), *act = smyi_reading_act(r, d->mem);
        const char *from = smyi_reading_parties(d->root, smy_node_get(r, "from"), d->mem);
        const char *to = smyi_reading_parties(d->root, smy_node_get(r, "to"), d->mem);
        const char *title = day ? smyi_arena_print(d->mem, "%s %s %s", from ? from : "?",
                                                   act ? act : "?", to ? to : "?")
                                : NULL;
        if (!title)
            continue;
        smyi_put(&d->w, first ? "\ntimeline:\n" : "");
        first = false;
        smyi_print(&d->w, "  - {date: %s, title: ", day);
        smyi_draft_quote(d, title);
        smyi_put(&d->w, ", ");
        smyi_draft_cite(d, r, smy_node_get(r, "verb"));
        smyi_put(&d->w, "}\n");
    }
}

/* A statement is somebody's claim; what would make it true is blank. */
void smyi_draft_claims(SmyiDraft *d)
{
    const SmyNode *list = smy_node_get(d->root, "statements");
    bool first = true;
    for (size_t i = 0; i < smy_node_size(list); i++) {
        const SmyNode *s = smy_node_at(list, i);
        const char *voice = first_actor(smy_node_get(s, "speakers"));
        if (!voice || smy_node_bool(smy_node_get(s, "negated")))
            continue;
        smyi_put(&d->w, first ? "\n# What is said. `holds` is the condition under which it "
                                "would be true; "
                                "remove what claims nothing.\nclaims:\n"
                              : "");
        first = false;
        smyi_print(&d->w, "  - id: %s\n    says: ", smyi_reading_text(s, "id"));
        smyi_draft_quote(d, smyi_reading_text(s, "text"));
        smyi_print(&d->w, "\n    voice: %s\n    ", voice);
        smyi_draft_cite(d, s, s);
        smyi_put(&d->w, "\n    holds: blank\n");
    }
}
