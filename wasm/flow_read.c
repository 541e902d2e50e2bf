/* SPDX-License-Identifier: Apache-2.0 */
/* A question's text where there is no libfyaml (src/scenario/yaml.c): one line of YAML's flow style. */
#include <string.h>

#include "scenario/yaml.h"
#include "text/utf8.h"

typedef struct Flow {
    const char *text, *at, *end, *file;
    SmyiArena *arena;
    SmyiComplaints *complaints;
    int depth;
    bool stopped;
} Flow;

static SmyiPlace place_of(const Flow *flow, const char *at)
{
    return (SmyiPlace){flow->file, 1,
                       (int)smyi_utf8_count(flow->text, (size_t)(at - flow->text)) + 1};
}

static SmyiValue *refuse(Flow *flow, SmyCode code, const char *at, const char *hint,
                         const char *message)
{
    if (!flow->stopped)
        smyi_complaints_add(flow->complaints, SMY_SEVERITY_ERROR, code, place_of(flow, at),
                            hint, "%s", message);
    flow->stopped = true;
    return NULL;
}

static SmyiValue *run_out(Flow *flow)
{
    flow->complaints->no_memory = flow->stopped = true;
    return NULL;
}

static void skip_blanks(Flow *flow)
{
    while (flow->at < flow->end && (*flow->at == ' ' || *flow->at == '\t'))
        flow->at++;
    if (*flow->at == '#' && (flow->at == flow->text || flow->at[-1] == ' '))
        flow->at = flow->end;
}

/* ---- Scalars ---- */

static SmyiValue *new_value(Flow *flow, SmyiValueKind kind, const char *from)
{
    SmyiValue *value = SMYI_NEW(flow->arena, 1, SmyiValue);
    if (!value)
        return run_out(flow);
    value->kind = kind;
    value->place = place_of(flow, from);
    value->from = (size_t)(from - flow->text);
    value->has_span = true;
    return value;
}

static SmyiValue *scalar(Flow *flow, const char *from, const char *text, size_t length,
                         bool quoted)
{
    SmyiValue *value = new_value(flow, SMYI_VALUE_TEXT, from);
    if (!value)
        return NULL;
    value->text = smyi_arena_copy(flow->arena, text, length);
    if (!value->text)
        return run_out(flow);
    value->to = (size_t)(flow->at - flow->text);
    value->quoted = quoted;
    if (!quoted)
        smyi_value_type(value);
    return value;
}

/* A quote in 'a text' is written twice; in "a text" a backslash stands before " and itself. */
static SmyiValue *read_quoted(Flow *flow)
{
    const char *from = flow->at, quote = *flow->at++;
    char *text = smyi_arena_take(flow->arena, (size_t)(flow->end - from) + 1, 1);
    size_t n = 0;
    if (!text)
        return run_out(flow);
    for (; flow->at < flow->end; flow->at++) {
        if (*flow->at == quote && (quote == '"' || flow->at[1] != '\''))
            break;
        if (*flow->at == quote || *flow->at == '\\') {
            bool escape = *flow->at == '\\';
            if (escape && quote == '"' && flow->at[1] != '"' && flow->at[1] != '\\')
                return refuse(flow, SMY_ERR_SYNTAX, flow->at,
                              "write the text without escapes",
                              "a backslash stands before a quote or a backslash alone");
            flow->at += !escape || quote == '"';
        }
        text[n++] = *flow->at;
    }
    if (flow->at == flow->end)
        return refuse(flow, SMY_ERR_SYNTAX, from, "close the quotes",
                      "the quotes are not closed");
    flow->at++;
    return scalar(flow, from, text, n, true);
}

static bool is_bracket(char c)
{
    return c && strchr(",[]{}", c);
}

static bool ends_plain(const Flow *flow, const char *at)
{
    char next = at + 1 < flow->end ? at[1] : ' ';
    return is_bracket(*at) || (*at == ':' && (next == ' ' || is_bracket(next))) ||
           (*at == '#' && at[-1] == ' ');
}

static SmyiValue *read_plain(Flow *flow)
{
    const char *from = flow->at, *last = from;
    if (strchr("&*!|>%@`?", *from))
        return refuse(flow, SMY_ERR_SYNTAX, from, "put the text in quotes",
                      "a text cannot begin with this character");
    while (flow->at < flow->end && (flow->at == from || !ends_plain(flow, flow->at))) {
        if (*flow->at != ' ' && *flow->at != '\t')
            last = flow->at + 1;
        flow->at++;
    }
    flow->at = last;
    return scalar(flow, from, from, (size_t)(last - from), false);
}

/* ---- Lists and maps ---- */

static SmyiValue *read_value(Flow *flow);

static void attach(SmyiValue *parent, const SmyiValue *key, SmyiValue *value)
{
    value->parent = parent;
    value->key = key;
    value->index = parent->size++;
    *(parent->last ? &parent->last->next : &parent->first) = value;
    parent->last = value;
}

static void read_entry(Flow *flow, SmyiValue *map)
{
    const char *from = flow->at;
    SmyiValue *key = read_value(flow), *value = NULL;
    if (key && !key->text)
        (void)refuse(flow, SMY_ERR_TYPE, from, "write a name in front of the colon",
                     "a key is a name, not a list or a map");
    if (flow->stopped)
        return;
    if (smyi_value_get(map, key->text)) {
        (void)refuse(flow, SMY_ERR_DUPLICATE, from, "keep one of the two",
                     "a name is given twice");
        return;
    }
    skip_blanks(flow);
    bool has_value = *flow->at == ':';
    if (has_value) {
        flow->at++;
        skip_blanks(flow);
    }
    if (has_value && *flow->at != ',' && *flow->at != '}')
        value = read_value(flow);
    else if ((value = scalar(flow, from, "", 0, false)))
        value->has_span = false;
    if (value)
        attach(map, key, value);
}

static SmyiValue *read_container(Flow *flow, char closing)
{
    SmyiValue *value =
        new_value(flow, closing == '}' ? SMYI_VALUE_MAP : SMYI_VALUE_LIST, flow->at);
    const char *from = flow->at++;
    if (value && flow->depth == SMYI_MOST_DEPTH)
        return refuse(flow, SMY_ERR_LIMIT, from, "a question needs no such depth",
                      "lists and maps are nested deeper than 32");
    flow->depth++;
    for (skip_blanks(flow); !flow->stopped && *flow->at != closing; skip_blanks(flow)) {
        SmyiValue *item = NULL;
        if (flow->at == flow->end)
            return refuse(flow, SMY_ERR_SYNTAX, from, "close what is opened here",
                          "a bracket is not closed");
        if (closing == '}')
            read_entry(flow, value);
        else if ((item = read_value(flow)))
            attach(value, NULL, item);
        skip_blanks(flow);
        if (!flow->stopped && *flow->at == ',')
            flow->at++;
        else if (!flow->stopped && flow->at < flow->end && *flow->at != closing)
            return refuse(flow, SMY_ERR_SYNTAX, flow->at,
                          "look at the brackets, commas and quotes",
                          "a comma or a closing bracket is missing here");
    }
    if (flow->stopped)
        return NULL;
    flow->depth--;
    value->to = (size_t)(++flow->at - flow->text);
    return value;
}

static SmyiValue *read_value(Flow *flow)
{
    switch (*flow->at) {
    case '{':
        return read_container(flow, '}');
    case '[':
        return read_container(flow, ']');
    case '"':
    case '\'':
        return read_quoted(flow);
    case '\0':
    case '}':
    case ']':
    case ',':
        return refuse(flow, SMY_ERR_SYNTAX, flow->at,
                      "look at the brackets, commas and quotes",
                      "a name or a value is missing here");
    default:
        return read_plain(flow);
    }
}

SmyiValue *smyi_yaml_read(const char *text, size_t length, const char *file,
                          SmyiArena *arena, SmyiComplaints *complaints)
{
    Flow flow = {text, text, text + length, file, arena, complaints, 0, false};
    skip_blanks(&flow);
    SmyiValue *root = read_value(&flow);
    skip_blanks(&flow);
    if (root && flow.at != flow.end)
        return refuse(&flow, SMY_ERR_SYNTAX, flow.at,
                      "look at the brackets, commas and quotes",
                      "there is more than one thing here");
    return root;
}
