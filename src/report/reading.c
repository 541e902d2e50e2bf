/* SPDX-License-Identifier: Apache-2.0 */
/* The tree of smy_read() made readable: what its reports share. */
#include "report/reading.h"

#include <string.h>

#include "report/writer.h"

const char *smyi_reading_text(const SmyNode *node, const char *key)
{
    return smy_node_text(smy_node_get(node, key));
}

size_t smyi_reading_count(const SmyNode *node, const char *key)
{
    double n = smy_node_number(smy_node_get(node, key));
    return n >= 0 && n < 1e15 ? (size_t)n : 0;
}

static const SmyNode *by_id(const SmyNode *list, const char *id)
{
    for (size_t i = 0; id && i < smy_node_size(list); i++) {
        const char *own = smyi_reading_text(smy_node_at(list, i), "id");
        if (own && strcmp(own, id) == 0)
            return smy_node_at(list, i);
    }
    return NULL;
}

const SmyNode *smyi_reading_actor(const SmyNode *root, const char *id)
{
    return by_id(smy_node_get(root, "actors"), id);
}

const SmyNode *smyi_reading_document(const SmyNode *root, const char *id)
{
    return by_id(smy_node_get(root, "documents"), id);
}

const char *smyi_reading_parties(const SmyNode *root, const SmyNode *parties,
                                 SmyiArena *mem)
{
    SmyiCollect text = {.mem = mem};
    SmyiWriter w;
    smyi_writer_open(&w, smyi_collect, &text);
    for (size_t i = 0; i < smy_node_size(parties); i++) {
        const SmyNode *party = smy_node_at(parties, i);
        const char *id = smyi_reading_text(party, "actor");
        const char *name = smyi_reading_text(smyi_reading_actor(root, id), "name");
        const char *words = smyi_reading_text(party, "text");
        smyi_put(&w, i ? ", " : "");
        if (id) {
            smyi_put(&w, name ? name : id);
        } else {
            smyi_put(&w, "“");
            smyi_put(&w, words ? words : "?");
            smyi_put(&w, "”");
        }
    }
    smyi_put(&w, smy_node_size(parties) ? "" : "nobody named");
    return smyi_writer_close(&w) == SMY_OK ? text.text : NULL;
}

static const struct {
    const char *id, *does, *to_do;
} acts[] = {
    {"meet", "meets", "meet"},
    {"call", "speaks by telephone with", "speak with"},
    {"visit", "visits", "visit"},
    {"mediate", "mediates with", "mediate with"},
    {"agree", "agrees with", "agree with"},
    {"support", "supports", "support"},
    {"recognise", "recognises", "recognise"},
    {"praise", "praises", "praise"},
    {"cooperate", "cooperates with", "cooperate with"},
    {"arm", "arms", "arm"},
    {"aid", "aids", "aid"},
    {"concede", "concedes to", "concede to"},
    {"release", "releases", "release"},
    {"withdraw", "withdraws from", "withdraw from"},
    {"press", "presses", "press"},
    {"invite", "invites", "invite"},
    {"accuse", "accuses", "accuse"},
    {"reject", "rejects", "reject"},
    {"threaten", "threatens or warns", "threaten"},
    {"sanction", "sanctions", "sanction"},
    {"protest", "protests to", "protest to"},
    {"mobilise", "mobilises against", "mobilise against"},
    {"coerce", "coerces", "coerce"},
    {"annex", "annexes", "annex"},
    {"attack", "attacks", "attack"},
};

static size_t act_of(const char *id)
{
    size_t a = 0, n = sizeof acts / sizeof *acts;
    while (a < n && (!id || strcmp(acts[a].id, id) != 0))
        a++;
    return a;
}

const char *smyi_reading_act(const SmyNode *relation, SmyiArena *mem)
{
    const char *type = smyi_reading_text(relation, "type");
    const char *threat = smyi_reading_text(relation, "threatens");
    size_t n = sizeof acts / sizeof *acts, a = act_of(type), t = act_of(threat);
    const char *does = a < n ? acts[a].does : "acts toward";
    const char *to_do = a < n ? acts[a].to_do : "act toward";
    if (smy_node_bool(smy_node_get(relation, "negated")))
        return smyi_arena_print(mem, "does not %s", to_do);
    if (t < n)
        return smyi_arena_print(mem, "threatens to %s", acts[t].to_do);
    return smyi_arena_print(mem, "%s", does);
}
