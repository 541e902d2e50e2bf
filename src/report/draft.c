/* SPDX-License-Identifier: Apache-2.0 */
/* A draft of a scenario: what was read is filled in, what only a person can say is blank. */
#include <string.h>

#include "report/draft.h"
#include "report/reading.h"
#include "summitry/report.h"

/* ---- Who is in it ---- */

bool smyi_draft_is_person(const SmyiDraft *d, const char *id)
{
    const char *kind = smyi_reading_text(smyi_reading_actor(d->root, id), "kind");
    return kind && strcmp(kind, "person") == 0;
}

/* Whom a seat is given to: the state of a person, if the text has it; else the actor. */
static const char *seat_of(const SmyiDraft *d, const char *id)
{
    const SmyNode *actor = smyi_reading_actor(d->root, id);
    const char *of = smyi_reading_text(actor, "speaks_for");
    if (!actor || !smyi_draft_is_person(d, id))
        return actor ? id : NULL;
    return of && smyi_reading_actor(d->root, of) ? of : NULL;
}

static void add(SmyiDraft *d, SmyiIds *ids, const char *id)
{
    for (size_t i = 0; id && i < ids->n; i++)
        if (strcmp(ids->all[i], id) == 0)
            return;
    if (id && ids->n < SMYI_MOST_IDS)
        ids->all[ids->n++] = id;
    (void)d;
}

static bool has(const SmyiIds *ids, const char *id)
{
    for (size_t i = 0; i < ids->n; i++)
        if (strcmp(ids->all[i], id) == 0)
            return true;
    return false;
}

static void add_parties(SmyiDraft *d, SmyiIds *ids, const SmyNode *parties)
{
    for (size_t i = 0; i < smy_node_size(parties); i++)
        add(d, ids, seat_of(d, smyi_reading_text(smy_node_at(parties, i), "actor")));
}

/* Who is kept out is absent; who meets, and is not kept out, is proposed for a seat. */
static void find_table(SmyiDraft *d)
{
    const SmyNode *kept = smy_node_get(d->root, "kept_out");
    const SmyNode *relations = smy_node_get(d->root, "relations");
    for (size_t i = 0; i < smy_node_size(kept); i++)
        if (!smy_node_bool(smy_node_get(smy_node_at(kept, i), "negated")))
            add_parties(d, &d->absent, smy_node_get(smy_node_at(kept, i), "who"));
    SmyiIds met = {0};
    for (size_t i = 0; i < smy_node_size(relations); i++) {
        const SmyNode *r = smy_node_at(relations, i);
        const char *type = smyi_reading_text(r, "type");
        if (!type || strcmp(type, "meet") != 0 || smy_node_bool(smy_node_get(r, "negated")))
            continue;
        add_parties(d, &met, smy_node_get(r, "from"));
        add_parties(d, &met, smy_node_get(r, "to"));
    }
    for (size_t i = 0; i < met.n; i++)
        if (!has(&d->absent, met.all[i]))
            add(d, &d->seats, met.all[i]);
}

/* ---- Writing ---- */

void smyi_draft_quote(SmyiDraft *d, const char *text)
{
    smyi_put(&d->w, "\"");
    for (const char *at = text ? text : ""; *at; at++) {
        unsigned char c = (unsigned char)*at;
        if (c == '"' || c == '\\')
            smyi_put(&d->w, "\\");
        if (c < 0x20 || c == 0x7f)
            smyi_put(&d->w, " ");
        else
            smyi_put_bytes(&d->w, at, 1);
    }
    smyi_put(&d->w, "\"");
}

void smyi_draft_cite(SmyiDraft *d, const SmyNode *item, const SmyNode *range)
{
    smyi_print(&d->w, "cite: [\"%s@%zu-%zu\"]", smyi_reading_text(item, "document"),
               smyi_reading_count(range, "start"), smyi_reading_count(range, "end"));
}

static void put_head(SmyiDraft *d)
{
    const SmyNode *documents = smy_node_get(d->root, "documents");
    const char *as_of = NULL;
    for (size_t i = 0; i < smy_node_size(documents); i++) {
        const char *date = smyi_reading_text(smy_node_at(documents, i), "date");
        if (date && strlen(date) == 10 && (!as_of || strcmp(date, as_of) > 0))
            as_of = date;
    }
    smyi_put(&d->w,
             "# A draft by `summitry read`. What the documents say is filled in, by rules "
             "that a person\n"
             "# has to check. Every `blank` is a judgement that no program can make: "
             "replace it, then\n"
             "# run `summitry check` on this file, which names the blanks that remain.\n"
             "summitry: 1\nid: draft\ntitle: \"blank: name the negotiation\"\n");
    if (as_of)
        smyi_print(&d->w, "as_of: %s\n", as_of);
    smyi_put(
        &d->w,
        "account: \"What the documents below say, as read by rules; not yet coded\"\n\n"
        "documents:\n");
    for (size_t i = 0; i < smy_node_size(documents); i++) {
        const SmyNode *one = smy_node_at(documents, i);
        const char *date = smyi_reading_text(one, "date");
        const char *title = smyi_reading_text(one, "title");
        smyi_print(&d->w, "  %s: {lang: %s, ", smyi_reading_text(one, "id"),
                   smyi_reading_text(one, "lang"));
        if (date && strlen(date) == 10)
            smyi_print(&d->w, "date: %s, ", date);
        smyi_put(&d->w, "title: ");
        smyi_draft_quote(d, title ? title : smyi_reading_text(one, "id"));
        smyi_print(&d->w, ",\n    sha256: \"%s\"}\n", smyi_reading_text(one, "sha256"));
    }
}

static void put_issues(SmyiDraft *d)
{
    smyi_put(&d->w, "\n# What is negotiated: one entry an issue. A program cannot read a "
                    "scale off a text.\n"
                    "issues:\n  issue_1:\n    title: \"blank: name the issue\"\n"
                    "    scale: [blank, blank]\n"
                    "    status_quo: {value: blank, judgement: \"blank: why\"}\n");
}

static void put_name(SmyiDraft *d, const SmyNode *actor)
{
    const SmyNode *names = smy_node_get(actor, "names");
    smyi_put(&d->w, ", name: {");
    for (size_t n = 0; n < smy_node_size(names); n++) {
        smyi_print(&d->w, "%s%s: ", n ? ", " : "", smy_node_key(names, n));
        smyi_draft_quote(d, smy_node_text(smy_node_at(names, n)));
    }
    smyi_put(&d->w, "}");
}

static bool sits(const SmyiDraft *d, const char *id)
{
    return has(&d->seats, id) || has(&d->absent, id);
}

static void put_actors(SmyiDraft *d)
{
    const SmyNode *list = smy_node_get(d->root, "actors");
    smyi_put(&d->w, "\n# Everybody who is mentioned. Remove who has no part in it. Whoever "
                    "may sit needs "
                    "a capability.\nactors:\n");
    for (size_t i = 0; i < smy_node_size(list); i++) {
        const SmyNode *actor = smy_node_at(list, i);
        const char *id = smyi_reading_text(actor, "id");
        const char *of = smyi_reading_text(actor, "speaks_for");
        smyi_print(&d->w, "  %s: {kind: %s", id, smyi_reading_text(actor, "kind"));
        put_name(d, actor);
        if (of && smyi_reading_actor(d->root, of) && smyi_draft_is_person(d, id))
            smyi_print(&d->w, ", speaks_for: %s", of);
        if (sits(d, id))
            smyi_put(&d->w, ", capability: {value: blank, judgement: \"blank: why\"}");
        smyi_put(&d->w, "}\n");
    }
}

static void put_ids(SmyiDraft *d, const char *key, const SmyiIds *ids)
{
    smyi_print(&d->w, "  %s: [", key);
    for (size_t i = 0; i < ids->n; i++)
        smyi_print(&d->w, "%s%s", i ? ", " : "", ids->all[i]);
    smyi_put(&d->w, "]\n");
}

static void put_table(SmyiDraft *d)
{
    smyi_put(
        &d->w,
        "\n# Who meets whom, and who is mentioned as kept out, as the rules read it: check "
        "both.\ntable:\n");
    if (d->seats.n)
        put_ids(d, "seats", &d->seats);
    else
        smyi_put(&d->w, "  seats: [blank]\n");
    if (d->absent.n)
        put_ids(d, "absent", &d->absent);
}

static void put_stances(SmyiDraft *d)
{
    smyi_put(&d->w, "\nstances:\n");
    for (size_t i = 0; i < d->seats.n + d->absent.n; i++) {
        const char *id = i < d->seats.n ? d->seats.all[i] : d->absent.all[i - d->seats.n];
        smyi_print(&d->w,
                   "  %s:\n    issue_1: {position: blank, salience: blank, judgement: "
                   "\"blank: why\"}\n",
                   id);
    }
    if (d->seats.n + d->absent.n == 0)
        smyi_put(&d->w, "  blank:\n    issue_1: {position: blank, salience: blank}\n");
}

SmyCode smy_report_draft(const SmyNode *tree, SmyWriteFn *write, void *cookie)
{
    SmyiArena mem = {0};
    SmyiDraft d = {.root = tree, .mem = &mem};
    if (smy_node_kind(tree) != SMY_NODE_OBJECT)
        return SMY_ERR_ARGUMENT;
    smyi_writer_open(&d.w, write, cookie);
    find_table(&d);
    put_head(&d);
    put_issues(&d);
    put_actors(&d);
    put_table(&d);
    put_stances(&d);
    smyi_draft_levers(&d);
    smyi_draft_timeline(&d);
    smyi_draft_claims(&d);
    SmyCode code = smyi_writer_close(&d.w);
    smyi_arena_free(&mem);
    return code;
}
