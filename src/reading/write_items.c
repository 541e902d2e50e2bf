/* SPDX-License-Identifier: Apache-2.0 */
/* Writing what was read into the result tree: actors, statements, relations, who is kept out. */
#include <stdio.h>
#include <string.h>

#include "reading/written.h"

static const char *id_of(const SmyiReading *reading, int actor)
{
    return actor == SMYI_NOBODY ? NULL : reading->cast.all[actor].id;
}

static const char *name_of(const SmyiReading *reading, const SmyiActor *actor)
{
    const char *lang = reading->options->language;
    const char *chinese =
        lang && strncmp(lang, "zh-Hans", 7) == 0 ? (actor->hans ? actor->hans : actor->hant)
        : lang && strncmp(lang, "zh", 2) == 0    ? (actor->hant ? actor->hant : actor->hans)
                                                 : NULL;
    const char *name = chinese ? chinese : actor->en;
    if (!name)
        name = actor->hant ? actor->hant : actor->hans;
    return name ? name : actor->id;
}

/* Document and sentence of a token. */
static void add_place(const SmyiReading *reading, SmyNode *row, size_t p, size_t token)
{
    const SmyiPaper *paper = &reading->papers[p];
    smyi_add_text(reading->result, row, "document", paper->id);
    smyi_write_count(reading->result, row, "sentence", paper->tokens[token].sentence + 1);
}

/* ---- Actors ---- */

static void add_names(const SmyiReading *reading, const SmyiActor *actor, SmyNode *node)
{
    SmyResult *r = reading->result;
    SmyNode *names = smyi_add_object(r, node, "names");
    if (actor->en)
        smyi_add_text(r, names, "en", actor->en);
    if (actor->hant)
        smyi_add_text(r, names, "zh-Hant", actor->hant);
    if (actor->hans)
        smyi_add_text(r, names, "zh-Hans", actor->hans);
}

static void add_offices(const SmyiReading *reading, int actor, SmyNode *node)
{
    SmyResult *r = reading->result;
    SmyNode *list = smyi_add_list(r, node, "offices");
    for (size_t h = 0; h < reading->n_holdings; h++) {
        const SmyiHolding *held = &reading->holdings[h];
        if (held->actor != actor)
            continue;
        SmyNode *row = smyi_add_object(r, list, NULL);
        smyi_add_text(r, row, "document", reading->papers[held->paper].id);
        smyi_write_range(reading, held->paper, row, held->from, held->to);
        smyi_add_text(r, row, "of", id_of(reading, held->of));
        smyi_add_text(r, row, "rule", held->rule);
    }
}

static void add_mentions(const SmyiReading *reading, int actor, SmyNode *node)
{
    SmyResult *r = reading->result;
    SmyNode *list = smyi_add_list(r, node, "mentions");
    for (size_t m = 0; m < reading->n_mentions; m++) {
        const SmyiMention *mention = &reading->mentions[m];
        if (mention->actor != actor)
            continue;
        const SmyiToken *token = &reading->papers[mention->paper].tokens[mention->token];
        SmyNode *row = smyi_add_object(r, list, NULL);
        add_place(reading, row, mention->paper, mention->token);
        smyi_write_range(reading, mention->paper, row, token->from, token->to);
        smyi_add_text(r, row, "rule", mention->rule);
    }
}

void smyi_write_actors(const SmyiReading *reading, SmyNode *root)
{
    SmyResult *r = reading->result;
    SmyNode *list = smyi_add_list(r, root, "actors");
    bool *done = SMYI_NEW(reading->arena, reading->cast.n, bool);
    r->failed |= !done;
    for (size_t m = 0; done && m < reading->n_mentions; m++) {
        int index = reading->mentions[m].actor;
        if (done[index])
            continue;
        done[index] = true;
        const SmyiActor *actor = &reading->cast.all[index];
        SmyNode *node = smyi_add_object(r, list, NULL);
        smyi_add_text(r, node, "id", actor->id);
        smyi_add_text(r, node, "name", name_of(reading, actor));
        smyi_add_text(r, node, "kind", actor->kind);
        smyi_add_text(r, node, "speaks_for", id_of(reading, actor->of));
        smyi_add_text(r, node, "rule", actor->rule);
        add_names(reading, actor, node);
        add_offices(reading, index, node);
        add_mentions(reading, index, node);
    }
}

/* ---- Parties ---- */

static void add_parties(const SmyiReading *reading, size_t p, SmyNode *parent,
                        const char *key, const SmyiParties *parties)
{
    SmyResult *r = reading->result;
    SmyNode *list = smyi_add_list(r, parent, key);
    for (size_t i = 0; i < parties->n; i++) {
        const SmyiParty *party = &parties->all[i];
        SmyNode *row = smyi_add_object(r, list, NULL);
        smyi_add_text(r, row, "actor", id_of(reading, party->actor));
        if (party->to > party->from)
            smyi_write_range(reading, p, row, party->from, party->to);
        else
            smyi_add_null(r, row, "text");
        smyi_add_text(r, row, "rule", party->rule);
    }
}

static void add_verb(const SmyiReading *reading, size_t p, SmyNode *parent, size_t verb)
{
    SmyNode *node = smyi_add_object(reading->result, parent, "verb");
    const SmyiToken *token = &reading->papers[p].tokens[verb];
    smyi_write_range(reading, p, node, token->from, token->to);
}

/* ---- Statements ---- */

/* The words that deny within what is said, as ranges. */
static void add_negations(const SmyiReading *reading, const SmyiStatement *statement,
                          SmyNode *node)
{
    SmyResult *r = reading->result;
    const SmyiPaper *paper = &reading->papers[statement->paper];
    SmyNode *list = smyi_add_list(r, node, "negations");
    for (size_t t = 0; t < paper->n_tokens; t++) {
        const SmyiToken *token = &paper->tokens[t];
        if (token->kind != SMYI_NOT || token->from < statement->from ||
            token->to > statement->to)
            continue;
        smyi_write_range(reading, statement->paper, smyi_add_object(r, list, NULL),
                         token->from, token->to);
    }
}

static void add_id(const SmyiReading *reading, SmyNode *node, const char *key, char letter,
                   int index)
{
    char id[24];
    (void)snprintf(id, sizeof id, "%c%d", letter, index + 1);
    smyi_add_text(reading->result, node, key, index < 0 ? NULL : id);
}

void smyi_write_statements(const SmyiReading *reading, SmyNode *root)
{
    SmyResult *r = reading->result;
    SmyNode *list = smyi_add_list(r, root, "statements");
    for (size_t s = 0; s < reading->n_statements; s++) {
        const SmyiStatement *one = &reading->statements[s];
        SmyNode *node = smyi_add_object(r, list, NULL);
        add_id(reading, node, "id", 's', (int)s);
        add_place(reading, node, one->paper, one->verb);
        smyi_write_range(reading, one->paper, node, one->from, one->to);
        add_parties(reading, one->paper, node, "speakers", &one->speakers);
        add_verb(reading, one->paper, node, one->verb);
        smyi_add_text(r, node, "mode", one->direct ? "direct" : "reported");
        smyi_add_bool(r, node, "negated", one->negated);
        add_negations(reading, one, node);
        add_id(reading, node, "within", 's', one->within);
        smyi_add_text(r, node, "rule", one->rule);
    }
}

/* ---- Relations ---- */

/* The statement in whose words the verb stands: then it is said, not told by the author. */
static int said_in(const SmyiReading *reading, size_t p, size_t verb)
{
    const SmyiToken *token = &reading->papers[p].tokens[verb];
    for (size_t s = 0; s < reading->n_statements; s++) {
        const SmyiStatement *one = &reading->statements[s];
        if (one->paper == p && token->from >= one->from && token->to <= one->to)
            return (int)s;
    }
    return -1;
}

void smyi_write_relations(const SmyiReading *reading, SmyNode *root)
{
    SmyResult *r = reading->result;
    SmyNode *list = smyi_add_list(r, root, "relations");
    for (size_t i = 0; i < reading->n_relations; i++) {
        const SmyiRelation *one = &reading->relations[i];
        const SmyiPaper *paper = &reading->papers[one->paper];
        const SmyiAct *act = &smyi_acts[one->act];
        SmyNode *node = smyi_add_object(r, list, NULL);
        add_id(reading, node, "id", 'r', (int)i);
        add_place(reading, node, one->paper, one->verb);
        smyi_add_text(r, node, "type", act->id);
        smyi_add_text(r, node, "plover", act->plover);
        smyi_add_bool(r, node, "mutual", act->is_mutual != 0);
        smyi_add_text(r, node, "threatens",
                      one->threatened < 0 ? NULL : smyi_acts[one->threatened].id);
        add_parties(reading, one->paper, node, "from", &one->from);
        add_parties(reading, one->paper, node, "to", &one->to);
        add_verb(reading, one->paper, node, one->verb);
        smyi_add_bool(r, node, "negated", one->negated);
        smyi_write_day(r, node, "date",
                       one->date < 0 ? (SmyiDay){0} : paper->dates[one->date].day);
        add_id(reading, node, "said_in", 's', said_in(reading, one->paper, one->verb));
        smyi_add_text(r, node, "rule", one->rule);
    }
}

void smyi_write_kept_out(const SmyiReading *reading, SmyNode *root)
{
    SmyResult *r = reading->result;
    SmyNode *list = smyi_add_list(r, root, "kept_out");
    for (size_t i = 0; i < reading->n_kept_out; i++) {
        const SmyiKeptOut *one = &reading->kept_out[i];
        SmyNode *node = smyi_add_object(r, list, NULL);
        add_id(reading, node, "id", 'k', (int)i);
        add_place(reading, node, one->paper, one->verb);
        add_parties(reading, one->paper, node, "who", &one->who);
        add_parties(reading, one->paper, node, "by", &one->by);
        add_verb(reading, one->paper, node, one->verb);
        smyi_add_bool(r, node, "negated", one->negated);
        add_id(reading, node, "said_in", 's', said_in(reading, one->paper, one->verb));
        smyi_add_text(r, node, "rule", one->rule);
    }
}
