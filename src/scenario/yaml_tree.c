/* SPDX-License-Identifier: Apache-2.0 */
/* Growing a tree of values from the parser's events, within bounds. */
#include "scenario/yaml_tree.h"

#include <string.h>

#include "scenario/index.h"
#include "scenario/quoted.h"
#include "text/utf8.h"

static void refuse(SmyiTreeBuilder *build, SmyCode code, SmyiPlace place, const char *hint,
                   const char *message)
{
    smyi_complaints_add(build->complaints, SMY_SEVERITY_ERROR, code, place, hint, "%s",
                        message);
}

static void run_out(SmyiTreeBuilder *build)
{
    build->complaints->no_memory = true;
    build->stop = true;
}

static SmyiValue *take_value(SmyiTreeBuilder *build)
{
    enum { BLOCK = 128 };
    if (build->block_left == 0) {
        build->block = SMYI_NEW(build->arena, BLOCK, SmyiValue);
        build->block_left = build->block ? BLOCK : 0;
    }
    if (build->block_left == 0) {
        run_out(build);
        return NULL;
    }
    build->block_left--;
    return build->block++;
}

/* token NULL: the value is empty and stands where its key does. */
static SmyiValue *new_value(SmyiTreeBuilder *build, struct fy_token *token)
{
    if (build->n_values++ == SMYI_MOST_VALUES) {
        refuse(build, SMY_ERR_LIMIT, build->last, "shorten the file",
               "the file has more than 250000 values");
        build->stop = true;
        return NULL;
    }
    SmyiValue *value = take_value(build);
    if (!value)
        return NULL;
    const struct fy_mark *start = token ? fy_token_start_mark(token) : NULL;
    const struct fy_mark *end = token ? fy_token_end_mark(token) : NULL;
    if (start && end) {
        build->last = (SmyiPlace){build->file, start->line + 1, start->column + 1};
        value->from = start->input_pos;
        value->to = end->input_pos;
    }
    value->place = build->last;
    return value;
}

/* Anchors and tags are refused; the value under them is read all the same. */
static void refuse_properties(SmyiTreeBuilder *build, const SmyiValue *value,
                              struct fy_token *anchor, struct fy_token *tag)
{
    if (anchor)
        refuse(build, SMY_ERR_SYNTAX, value->place,
               "write the value out where it is needed",
               "anchors (&name) are not part of the format");
    if (tag)
        refuse(build, SMY_ERR_SYNTAX, value->place,
               "remove the tag; a text that looks like a number goes in quotes",
               "tags (!name) are not part of the format");
}

/* False where the key, and with it its value, is refused. */
static bool key_is_usable(SmyiTreeBuilder *build, const SmyiValue *key)
{
    if (key->kind == SMYI_VALUE_BAD)
        return false;
    if (!key->text) {
        refuse(build, SMY_ERR_TYPE, key->place, "write a name in front of the colon",
               "a key is a name, not a list or a map");
        return false;
    }
    if (!key->quoted && strcmp(key->text, "<<") == 0) {
        refuse(build, SMY_ERR_SYNTAX, key->place, "write the entries out",
               "merge keys (<<) are not part of the format");
        return false;
    }
    return true;
}

/* A finished value finds its place in the list or map that is open. */
static void attach(SmyiTreeBuilder *build, SmyiValue *value)
{
    if (build->depth == 0) {
        build->root = value;
        return;
    }
    SmyiFrame *frame = &build->frames[build->depth - 1];
    SmyiValue *parent = frame->container;
    if (parent->kind == SMYI_VALUE_MAP && !frame->key) {
        frame->key = value;
        return;
    }
    value->parent = parent;
    value->key = frame->key;
    frame->key = NULL;
    if (value->key && !key_is_usable(build, value->key))
        return;
    value->index = parent->size++;
    *(parent->last ? &parent->last->next : &parent->first) = value;
    parent->last = value;
}

/* The hint for a text that is refused, or NULL. A terminal must not be steered by a title. */
static const char *why_refused(const char *text, size_t length)
{
    if (!text)
        return "write the text without escapes";
    if (length > SMYI_MOST_TEXT)
        return "one text has at most 65536 bytes";
    for (size_t at = 0, n; at < length; at += n) {
        uint32_t c;
        n = smyi_utf8_decode(text + at, length - at, &c);
        if (n == 0 || smyi_is_control(c))
            return "remove the control character or the half of a surrogate pair";
    }
    return NULL;
}

static const char *text_of(SmyiTreeBuilder *build, const SmyiValue *value,
                           struct fy_token *token, size_t *length)
{
    *length = 0;
    if (!token)
        return "";
    if (fy_token_scalar_style(token) != FYSS_SINGLE_QUOTED)
        return fy_token_get_text(token, length);
    const char *text =
        smyi_single_quoted(build->text + value->from + 1, value->to - value->from - 2,
                           build->complaints->arena, length);
    if (!text)
        run_out(build);
    return text;
}

static void set_text(SmyiTreeBuilder *build, SmyiValue *value, struct fy_token *token)
{
    size_t length;
    const char *text = text_of(build, value, token, &length);
    const char *why = why_refused(text, length);
    if (why)
        refuse(build, length > SMYI_MOST_TEXT ? SMY_ERR_LIMIT : SMY_ERR_SYNTAX,
               value->place, why, "the text cannot be taken as it is");
    value->text = smyi_arena_copy(build->arena, why ? "" : text, why ? 0 : length);
    if (!value->text) {
        run_out(build);
        return;
    }
    value->kind = why ? SMYI_VALUE_BAD : SMYI_VALUE_TEXT;
    if (!why && !value->quoted)
        smyi_value_type(value);
}

static void take_scalar(SmyiTreeBuilder *build, struct fy_event *event)
{
    struct fy_token *token = event->scalar.value;
    SmyiValue *value = new_value(build, token);
    if (!value)
        return;
    enum fy_scalar_style style = token ? fy_token_scalar_style(token) : FYSS_PLAIN;
    value->quoted = style != FYSS_PLAIN;
    if (style == FYSS_SINGLE_QUOTED || style == FYSS_DOUBLE_QUOTED) {
        value->place.column--; /* the mark is behind the quote */
        value->from--;
        value->to++;
    }
    value->has_span = token && style != FYSS_LITERAL && style != FYSS_FOLDED;
    refuse_properties(build, value, event->scalar.anchor, event->scalar.tag);
    set_text(build, value, token);
    attach(build, value);
}

static void take_alias(SmyiTreeBuilder *build, struct fy_event *event)
{
    SmyiValue *value = new_value(build, event->alias.anchor);
    if (!value)
        return;
    value->place.column--; /* the mark is behind the asterisk */
    refuse(build, SMY_ERR_SYNTAX, value->place, "write the value out where it is needed",
           "aliases (*name) are not part of the format");
    attach(build, value);
}

static void open_container(SmyiTreeBuilder *build, SmyiValueKind kind,
                           struct fy_token *token, struct fy_token *anchor,
                           struct fy_token *tag)
{
    SmyiValue *value = new_value(build, token);
    if (!value)
        return;
    value->kind = kind;
    refuse_properties(build, value, anchor, tag);
    if (build->depth == SMYI_MOST_DEPTH) {
        refuse(build, SMY_ERR_LIMIT, value->place, "the format needs no such depth",
               "lists and maps are nested deeper than 32");
        build->stop = true;
        return;
    }
    build->frames[build->depth++] = (SmyiFrame){.container = value};
}

/* The entry before `entry` that has its key, or NULL. */
static const SmyiValue *twin_of(SmyiTreeBuilder *build, SmyiIndex *seen,
                                const SmyiValue *map, const SmyiValue *entry)
{
    enum { FEW = 16 };
    if (map->last->index < FEW) {
        const SmyiValue *at = map->first;
        while (at != entry && strcmp(at->key->text, entry->key->text) != 0)
            at = at->next;
        return at == entry ? NULL : at;
    }
    int line = smyi_index_find(seen, entry->key->text);
    if (line < 0 && !smyi_index_add(seen, entry->key->text, entry->key->place.line))
        run_out(build);
    return line < 0 ? NULL : smyi_value_get(map, entry->key->text);
}

/* Takes the later of two entries with one key out of the map, with a complaint. */
static void refuse_twins(SmyiTreeBuilder *build, SmyiValue *map)
{
    SmyiIndex seen = {.arena = build->complaints->arena};
    SmyiValue *kept = NULL;
    for (SmyiValue *entry = map->first; entry; entry = entry->next) {
        const SmyiValue *twin = twin_of(build, &seen, map, entry);
        if (!twin) {
            kept = entry;
            continue;
        }
        const char *shown = smyi_text_shown(build->complaints->arena, entry->key->text);
        build->complaints->no_memory |= !shown;
        smyi_complaints_add(build->complaints, SMY_SEVERITY_ERROR, SMY_ERR_DUPLICATE,
                            entry->key->place, "keep one of the two",
                            "%s is given twice; the first stands in line %d",
                            shown ? shown : "a key", twin->key->place.line);
        kept->next = entry->next; /* the first entry is always kept */
        map->size--;
    }
    map->last = kept;
}

/* Brackets have a token that ends them; blocks have none. */
static void close_container(SmyiTreeBuilder *build, struct fy_token *token)
{
    SmyiValue *value = build->frames[--build->depth].container;
    const struct fy_mark *end = token ? fy_token_end_mark(token) : NULL;
    value->has_span = end != NULL && value->to > value->from;
    if (value->has_span)
        value->to = end->input_pos;
    if (value->kind == SMYI_VALUE_MAP)
        refuse_twins(build, value);
    attach(build, value);
}

static void refuse_second(SmyiTreeBuilder *build, struct fy_token *start)
{
    const struct fy_mark *mark = start ? fy_token_start_mark(start) : NULL;
    SmyiPlace place = {build->file, mark ? mark->line + 1 : 0, mark ? mark->column + 1 : 0};
    refuse(build, SMY_ERR_SYNTAX, place, "keep each scenario in a file of its own",
           "a second document starts here; a scenario is one document");
    build->stop = true;
}

void smyi_tree_take(SmyiTreeBuilder *build, struct fy_event *event)
{
    switch (event->type) {
    case FYET_DOCUMENT_START:
        if (build->root)
            refuse_second(build, event->document_start.document_start);
        break;
    case FYET_SCALAR:
        take_scalar(build, event);
        break;
    case FYET_ALIAS:
        take_alias(build, event);
        break;
    case FYET_MAPPING_START:
        open_container(build, SMYI_VALUE_MAP, event->mapping_start.mapping_start,
                       event->mapping_start.anchor, event->mapping_start.tag);
        break;
    case FYET_SEQUENCE_START:
        open_container(build, SMYI_VALUE_LIST, event->sequence_start.sequence_start,
                       event->sequence_start.anchor, event->sequence_start.tag);
        break;
    case FYET_MAPPING_END:
        close_container(build, event->mapping_end.mapping_end);
        break;
    case FYET_SEQUENCE_END:
        close_container(build, event->sequence_end.sequence_end);
        break;
    default:
        break;
    }
}
