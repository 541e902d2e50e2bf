/* SPDX-License-Identifier: Apache-2.0 */
/* What a scenario was varied by, in one sentence. */
#include "report/digest.h"
#include "report/display.h"
#include "report/writer.h"

typedef struct Sentence {
    SmyiWriter w;
    size_t n;
} Sentence;

/* Begins the next part. */
static SmyiWriter *next(Sentence *s)
{
    smyi_put(&s->w, s->n++ ? "; " : "");
    return &s->w;
}

static void put_number(SmyiWriter *w, double number)
{
    char text[SMYI_NUMBER_SIZE];
    (void)smyi_number_write(number, text);
    smyi_put(w, text);
}

static void put_estimate(SmyiWriter *w, const SmyNode *estimate)
{
    if (smy_node_kind(estimate) != SMY_NODE_OBJECT) {
        put_number(w, smy_node_number(estimate));
        return;
    }
    static const char *const keys[] = {"low", "mode", "mean", "high"};
    for (size_t k = 0, n = 0; k < 4; k++) {
        const SmyNode *part = smy_node_get(estimate, keys[k]);
        if (!part)
            continue;
        smyi_put(w, n++ ? ".." : "");
        put_number(w, smy_node_number(part));
    }
}

static void put_ids(const SmyiDigest *d, SmyiWriter *w, const SmyNode *ids)
{
    for (size_t i = 0; i < smy_node_size(ids); i++) {
        smyi_put(w, i ? ", " : "");
        smyi_put(w, smyi_digest_name(d, smy_node_text(smy_node_at(ids, i))));
    }
}

static void put_all(const SmyiDigest *d, const SmyNode *varied, Sentence *s)
{
    const char *as_of = smy_node_text(smy_node_get(varied, "as_of"));
    const SmyNode *seats = smy_node_find(varied, "table.seats");
    const SmyNode *changes = smy_node_get(varied, "changes");
    const SmyNode *levers = smy_node_get(varied, "levers");
    if (as_of)
        smyi_print(next(s), "as of %s", as_of);
    if (seats) {
        smyi_put(next(s), "at the table ");
        put_ids(d, &s->w, seats);
    }
    for (size_t c = 0; c < smy_node_size(changes); c++) {
        smyi_print(next(s), "%s = ", smy_node_key(changes, c));
        put_estimate(&s->w, smy_node_at(changes, c));
    }
    for (size_t l = 0; l < smy_node_size(levers); l++)
        smyi_print(next(s), "%s %s", smy_node_key(levers, l),
                   smy_node_text(smy_node_at(levers, l)));
}

bool smyi_varied_text(const SmyiDigest *d, SmyiArena *mem, const char **text)
{
    const SmyNode *varied = smy_node_get(d->root, "variation");
    SmyiCollect collect = {.mem = mem};
    Sentence s = {.n = 0};
    *text = NULL;
    if (smy_node_kind(varied) != SMY_NODE_OBJECT)
        return true;
    smyi_writer_open(&s.w, smyi_collect, &collect);
    put_all(d, varied, &s);
    if (smyi_writer_close(&s.w) != SMY_OK)
        return false;
    *text = collect.text;
    return true;
}
