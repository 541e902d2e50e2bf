/* SPDX-License-Identifier: Apache-2.0 */
/* Reading a request's JSON: known fields of the right kind, and a clear answer to anything else. */
#include "body.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

SmyResult *body_read(const char *text, size_t length, Reply *reply)
{
    SmyResult *body = NULL;
    SmyError err = {0};
    SmyCode code = smy_result_read_json(text, length, &body, &err);
    if (code == SMY_OK)
        return body;
    if (code == SMY_ERR_NOMEM)
        reply_error(reply, &err);
    else if (code == SMY_ERR_TYPE)
        reply_refuse(reply, 400, "wrong_type", NULL, "the body is not a JSON object");
    else
        reply_refuse(reply, 400, "bad_json", "the body is one JSON object in UTF-8",
                     "line %d, column %d: %s", err.line, err.column, err.message);
    return NULL;
}

/* Letters to change, add or drop to make b of a; many where they are long. */
static size_t distance(const char *a, const char *b)
{
    enum { LONGEST = 32, MANY = 99 };
    size_t row[LONGEST + 1], na = strlen(a), nb = strlen(b);
    if (na > LONGEST || nb > LONGEST)
        return MANY;
    for (size_t j = 0; j <= nb; j++)
        row[j] = j;
    for (size_t i = 1; i <= na; i++) {
        size_t corner = row[0];
        row[0] = i;
        for (size_t j = 1; j <= nb; j++) {
            size_t change = corner + (a[i - 1] != b[j - 1]);
            size_t least = row[j] < row[j - 1] ? row[j] + 1 : row[j - 1] + 1;
            corner = row[j];
            row[j] = change < least ? change : least;
        }
    }
    return row[nb];
}

static void refuse_unknown(const char *field, const char *const *known, Reply *reply)
{
    const char *nearest = NULL;
    size_t least = 3;
    char hint[128];
    for (size_t k = 0; known[k]; k++)
        if (distance(field, known[k]) < least) {
            least = distance(field, known[k]);
            nearest = known[k];
        }
    (void)snprintf(hint, sizeof hint, "did you mean \"%s\"?", nearest ? nearest : "");
    reply_refuse(reply, 400, "unknown_field", nearest ? hint : NULL,
                 "\"%.64s\" is not a field of this request", field);
}

void body_only(const SmyNode *body, const char *const *known, Reply *reply)
{
    for (size_t i = 0; i < smy_node_size(body) && reply_is_open(reply); i++) {
        size_t k = 0;
        while (known[k] && strcmp(known[k], smy_node_key(body, i)) != 0)
            k++;
        if (!known[k])
            refuse_unknown(smy_node_key(body, i), known, reply);
    }
}

void body_needs(const SmyNode *body, const char *field, Reply *reply)
{
    if (reply_is_open(reply) && smy_node_kind(smy_node_get(body, field)) == SMY_NODE_NULL)
        reply_refuse(reply, 400, "missing_field", NULL, "the field \"%s\" is missing",
                     field);
}

/* The field where it is there and of the kind, else NULL. */
static const SmyNode *of_kind(const SmyNode *body, const char *field, SmyNodeKind kind,
                              Reply *reply)
{
    static const char *const names[] = {"null",   "true or false", "a number",
                                        "a text", "a list",        "an object"};
    const SmyNode *node = reply_is_open(reply) ? smy_node_get(body, field) : NULL;
    SmyNodeKind found = smy_node_kind(node);
    if (found == SMY_NODE_NULL || found == kind)
        return found == kind ? node : NULL;
    reply_refuse(reply, 400, "wrong_type", NULL, "\"%s\" is %s; it should be %s", field,
                 names[found], names[kind]);
    return NULL;
}

void body_bool(const SmyNode *body, const char *field, bool *into, Reply *reply)
{
    const SmyNode *node = of_kind(body, field, SMY_NODE_BOOL, reply);
    if (node)
        *into = smy_node_bool(node);
}

void body_whole(const SmyNode *body, const char *field, uint64_t most, uint64_t *into,
                Reply *reply)
{
    const SmyNode *node = of_kind(body, field, SMY_NODE_NUMBER, reply);
    double number = smy_node_number(node);
    if (!node)
        return;
    if (number >= 0 && number <= (double)most && floor(number) == number)
        *into = (uint64_t)number;
    else
        reply_refuse(reply, 400, "bad_value", NULL,
                     "\"%s\" is %g; it is a whole number from 0 to %llu", field, number,
                     (unsigned long long)most);
}

void body_text(const SmyNode *body, const char *field, size_t most, const char **into,
               Reply *reply)
{
    const SmyNode *node = of_kind(body, field, SMY_NODE_TEXT, reply);
    const char *text = smy_node_text(node);
    if (!node)
        return;
    bool plain = true;
    for (const char *at = text; *at; at++)
        plain &= (unsigned char)*at >= 0x20 && *at != 0x7f;
    if (plain && strlen(text) <= most)
        *into = text;
    else
        reply_refuse(reply, 400, "bad_value", NULL,
                     "\"%s\" has control characters or more than %zu bytes", field, most);
}

void body_choice(const SmyNode *body, const char *field, const char *const *choices,
                 int *into, Reply *reply)
{
    const SmyNode *node = of_kind(body, field, SMY_NODE_TEXT, reply);
    Text hint = {0};
    for (int c = 0; node && choices[c]; c++) {
        if (strcmp(choices[c], smy_node_text(node)) == 0) {
            *into = c;
            text_free(&hint);
            return;
        }
        text_print(&hint, "%s%s", c ? ", " : "one of ", choices[c]);
    }
    if (node)
        reply_refuse(reply, 400, "bad_value", hint.bytes, "\"%s\" cannot be \"%.64s\"",
                     field, smy_node_text(node));
    text_free(&hint);
}

void body_part(const SmyNode *body, const char *field, SmyNodeKind kind,
               const SmyNode **into, Reply *reply)
{
    const SmyNode *node = of_kind(body, field, kind, reply);
    if (node)
        *into = node;
}
