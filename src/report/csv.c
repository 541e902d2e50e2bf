/* SPDX-License-Identifier: Apache-2.0 */
/* A result as CSV (RFC 4180): one row a number, exact, with its interval where it has one. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "report/writer.h"
#include "summitry/report.h"

static void put_field(SmyiWriter *w, const char *text)
{
    if (!text || text[strcspn(text, ",\"\r\n")] == '\0') {
        smyi_put(w, text);
        return;
    }
    smyi_put(w, "\"");
    for (const char *at = text; *at; at++)
        smyi_put_bytes(w, *at == '"' ? "\"\"" : at, *at == '"' ? 2 : 1);
    smyi_put(w, "\"");
}

/* A truth value counts as 1 or 0; what is not defined is an empty field. */
static void put_number(SmyiWriter *w, const SmyNode *node)
{
    char text[SMYI_NUMBER_SIZE];
    smyi_put(w, ",");
    if (smy_node_kind(node) == SMY_NODE_BOOL)
        smyi_put(w, smy_node_bool(node) ? "1" : "0");
    else if (smy_node_kind(node) == SMY_NODE_NUMBER)
        smyi_put_bytes(w, text, smyi_number_write(smy_node_number(node), text));
}

/* What a row is about; quantity and, after a dot, its other party or part. */
typedef struct Key {
    const char *model, *subject, *quantity, *other;
} Key;

static void put_row(SmyiWriter *w, Key key, const SmyNode *value, const SmyNode *low,
                    const SmyNode *high)
{
    put_field(w, key.model);
    smyi_put(w, ",");
    put_field(w, key.subject);
    smyi_put(w, ",");
    put_field(w, key.quantity);
    smyi_put(w, key.other ? "." : "");
    put_field(w, key.other);
    put_number(w, value);
    put_number(w, low);
    put_number(w, high);
    smyi_put(w, "\r\n");
}

static const char *text_of(const SmyNode *node, const char *key)
{
    return smy_node_text(smy_node_get(node, key));
}

static void put_inputs(SmyiWriter *w, const SmyNode *root)
{
    const SmyNode *inputs = smy_node_get(root, "inputs"),
                  *issues = smy_node_get(root, "issues");
    for (size_t i = 0; i < smy_node_size(inputs); i++) {
        const SmyNode *row = smy_node_at(inputs, i);
        put_row(w, (Key){NULL, text_of(row, "path"), "input", NULL},
                smy_node_get(row, "point"), smy_node_get(row, "low"),
                smy_node_get(row, "high"));
    }
    for (size_t i = 0; i < smy_node_size(issues); i++) {
        const SmyNode *row = smy_node_at(issues, i);
        put_row(w, (Key){NULL, text_of(row, "id"), "status_quo", NULL},
                smy_node_get(row, "status_quo"), NULL, NULL);
    }
}

static void put_outcomes(SmyiWriter *w, const char *model, const SmyNode *outcomes)
{
    for (size_t i = 0; i < smy_node_size(outcomes); i++) {
        const SmyNode *row = smy_node_at(outcomes, i), *draws = smy_node_get(row, "draws");
        const char *issue = smy_node_key(outcomes, i);
        put_row(w, (Key){model, issue, "point", NULL}, smy_node_get(row, "point"),
                smy_node_get(draws, "q10"), smy_node_get(draws, "q90"));
        put_row(w, (Key){model, issue, "solution", NULL}, smy_node_get(row, "solution"),
                NULL, NULL);
        put_row(w, (Key){model, issue, "settled", NULL}, smy_node_get(row, "settled"), NULL,
                NULL);
        put_row(w, (Key){model, issue, "settled_share", NULL},
                smy_node_get(draws, "settled"), NULL, NULL);
    }
}

static void put_gains(SmyiWriter *w, const char *model, const SmyNode *gains)
{
    static const char *const parts[] = {"outcome", "standing", "face", "no_deal",
                                        "shortfall"};
    for (size_t a = 0; a < smy_node_size(gains); a++) {
        const SmyNode *row = smy_node_at(gains, a), *draws = smy_node_get(row, "draws");
        const char *actor = smy_node_key(gains, a);
        put_row(w, (Key){model, actor, "gain", "total"}, smy_node_get(row, "total"),
                smy_node_get(draws, "q10"), smy_node_get(draws, "q90"));
        for (size_t p = 0; p < sizeof parts / sizeof *parts; p++)
            put_row(w, (Key){model, actor, "gain", parts[p]}, smy_node_get(row, parts[p]),
                    NULL, NULL);
    }
}

static void put_models(SmyiWriter *w, const SmyNode *root)
{
    const SmyNode *models = smy_node_get(root, "models");
    for (size_t m = 0; m < smy_node_size(models); m++) {
        const SmyNode *model = smy_node_at(models, m);
        const SmyNode *agreement = smy_node_get(model, "agreement");
        const char *id = text_of(model, "id");
        put_outcomes(w, id, smy_node_get(model, "outcome"));
        put_row(w, (Key){id, NULL, "agreement", NULL}, smy_node_get(agreement, "reached"),
                NULL, NULL);
        put_row(w, (Key){id, NULL, "agreement", "probability"},
                smy_node_get(agreement, "probability"), NULL, NULL);
        put_gains(w, id, smy_node_get(model, "gains"));
    }
}

/* {A: number} as `quantity` of A. */
static void put_map(SmyiWriter *w, const char *model, const char *quantity,
                    const SmyNode *map)
{
    for (size_t a = 0; a < smy_node_size(map); a++)
        put_row(w, (Key){model, smy_node_key(map, a), quantity, NULL}, smy_node_at(map, a),
                NULL, NULL);
}

/* {A: {B: number}} as `quantity.B` of A. */
static void put_matrix(SmyiWriter *w, const char *model, const char *quantity,
                       const SmyNode *matrix)
{
    for (size_t a = 0; a < smy_node_size(matrix); a++) {
        const SmyNode *row = smy_node_at(matrix, a);
        for (size_t b = 0; b < smy_node_size(row); b++)
            put_row(w,
                    (Key){model, smy_node_key(matrix, a), quantity, smy_node_key(row, b)},
                    smy_node_at(row, b), NULL, NULL);
    }
}

static void put_seats(SmyiWriter *w, const SmyNode *root)
{
    const SmyNode *seats = smy_node_get(root, "seats");
    for (size_t m = 0; m < smy_node_size(seats); m++) {
        const SmyNode *node = smy_node_at(seats, m);
        const char *model = smy_node_key(seats, m);
        put_map(w, model, "exclusion_cost", smy_node_get(node, "exclusion_cost"));
        put_map(w, model, "exclusion_standing", smy_node_get(node, "exclusion_standing"));
        put_matrix(w, model, "seat_value", smy_node_get(node, "seat_value"));
        put_matrix(w, model, "shapley", smy_node_get(node, "shapley"));
    }
}

static void put_claims(SmyiWriter *w, const SmyNode *root)
{
    const SmyNode *claims = smy_node_get(root, "claims");
    for (size_t c = 0; c < smy_node_size(claims); c++) {
        const SmyNode *claim = smy_node_at(claims, c);
        const SmyNode *odds = smy_node_get(claim, "probability");
        for (size_t m = 0; m < smy_node_size(odds); m++) {
            const SmyNode *row = smy_node_at(odds, m);
            Key key = {smy_node_key(odds, m), text_of(claim, "id"), "probability", NULL};
            put_row(w, key, smy_node_get(row, "p"), smy_node_get(row, "low"),
                    smy_node_get(row, "high"));
            key.quantity = "undefined_share";
            put_row(w, key, smy_node_get(row, "undefined"), NULL, NULL);
        }
    }
}

SmyCode smy_report_csv(const SmyNode *tree, SmyWriteFn *write, void *cookie)
{
    SmyiWriter w;
    if (smy_node_kind(tree) != SMY_NODE_OBJECT)
        return SMY_ERR_ARGUMENT;
    smyi_writer_open(&w, write, cookie);
    smyi_put(&w, "model,subject,quantity,value,low,high\r\n");
    put_inputs(&w, tree);
    put_models(&w, tree);
    put_seats(&w, tree);
    put_claims(&w, tree);
    return smyi_writer_close(&w);
}
