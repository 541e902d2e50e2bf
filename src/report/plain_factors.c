/* SPDX-License-Identifier: Apache-2.0 */
/* Every factor of a sensitivity in plain text: the terminal shows the first few of each kind. */
#include <math.h>

#include "report/display.h"
#include "report/plain.h"

enum { DIGITS = 3 };

/* What the methods say of a factor: a number, or one with its interval. */
static const struct {
    const char *says, *key;
} effects[] = {
    {"at its low end ", "at_low"},
    {"at its high end ", "at_high"},
    {"swing ", "swing"},
    {"share together with others ", "total"},
    {"share by itself ", "first"},
    {"mean change ", "size"},
    {"mean change with its sign ", "mean"},
    {"varies by ", "spread"},
};

static void put_number(SmyiWriter *w, const char *before, const SmyNode *node)
{
    smyi_put(w, before);
    smyi_put(w, smyi_show_fixed(smy_node_number(node), DIGITS).text);
}

static void put_effect(SmyiWriter *w, const char *before, const SmyNode *effect)
{
    if (smy_node_kind(effect) != SMY_NODE_OBJECT) {
        put_number(w, before, effect);
        return;
    }
    put_number(w, before, smy_node_get(effect, "value"));
    put_number(w, " (", smy_node_get(effect, "low"));
    put_number(w, " to ", smy_node_get(effect, "high"));
    smyi_put(w, ")");
}

static bool is_known(const SmyNode *effect)
{
    const SmyNode *value =
        smy_node_kind(effect) == SMY_NODE_OBJECT ? smy_node_get(effect, "value") : effect;
    return !isnan(smy_node_number(value));
}

static void put_factor(SmyiWriter *w, const SmyNode *factor)
{
    const char *support = smy_node_text(smy_node_get(factor, "support"));
    smyi_put(w, smy_node_text(smy_node_get(factor, "title")));
    if (support) {
        smyi_put(w, ", ");
        smyi_put(w, support);
    }
    if (!isnan(smy_node_number(smy_node_get(factor, "low")))) {
        put_number(w, ", from ", smy_node_get(factor, "low"));
        put_number(w, " to ", smy_node_get(factor, "high"));
    }
    smyi_put(w, "\n");
    for (size_t e = 0; e < sizeof effects / sizeof *effects; e++) {
        const SmyNode *effect = smy_node_get(factor, effects[e].key);
        if (!is_known(effect))
            continue;
        smyi_put(w, "  ");
        put_effect(w, effects[e].says, effect);
        smyi_put(w, "\n");
    }
}

void smyi_plain_factors(SmyiWriter *w, const SmyNode *factors)
{
    if (smy_node_size(factors) == 0)
        return;
    smyi_put(w, "ALL OF THEM\n\n");
    for (size_t f = 0; f < smy_node_size(factors); f++)
        put_factor(w, smy_node_at(factors, f));
    smyi_put(w, "\n");
}
