/* SPDX-License-Identifier: Apache-2.0 */
/* Reading maps by tables of known keys, and lists. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "scenario/nearest.h"
#include "scenario/reader.h"

enum { MESSAGE = 600 };

static SmyiComplaint *add(SmyiReader *reader, SmySeverity severity, SmyCode code,
                          SmyiPlace place, const char *hint, const char *format,
                          va_list args) __attribute__((format(printf, 6, 0)));

static SmyiComplaint *add(SmyiReader *reader, SmySeverity severity, SmyCode code,
                          SmyiPlace place, const char *hint, const char *format,
                          va_list args)
{
    char message[MESSAGE];
    (void)vsnprintf(message, sizeof message, format, args);
    return smyi_complaints_add(&reader->complaints, severity, code, place, hint, "%s",
                               message);
}

void smyi_refuse(SmyiReader *reader, SmyCode code, const SmyiValue *at, const char *hint,
                 const char *format, ...)
{
    va_list args;
    va_start(args, format);
    (void)add(reader, SMY_SEVERITY_ERROR, code, at->place, hint, format, args);
    va_end(args);
}

void smyi_refuse_key(SmyiReader *reader, SmyCode code, const SmyiValue *at,
                     const char *hint, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    (void)add(reader, SMY_SEVERITY_ERROR, code, at->key ? at->key->place : at->place, hint,
              format, args);
    va_end(args);
}

void smyi_refuse_at(SmyiReader *reader, SmyCode code, SmyiPlace at, const char *hint,
                    const char *format, ...)
{
    va_list args;
    va_start(args, format);
    (void)add(reader, SMY_SEVERITY_ERROR, code, at, hint, format, args);
    va_end(args);
}

void smyi_remark(SmyiReader *reader, const SmyiNote *note, SmyCode code, SmyiPlace at,
                 const char *hint, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    SmyiComplaint *one = add(reader, SMY_SEVERITY_NOTICE, code, at, hint, format, args);
    if (one)
        one->note = *note;
    va_end(args);
}

void *smyi_taken(SmyiReader *reader, void *taken)
{
    if (!taken)
        reader->complaints.no_memory = true;
    return taken;
}

/* A text for a message that nobody will see any more need not be made. */
static bool is_full(const SmyiReader *reader)
{
    return reader->complaints.n_kept == SMYI_COMPLAINTS_KEPT;
}

const char *smyi_path(SmyiReader *reader, const SmyiValue *value)
{
    if (is_full(reader))
        return "...";
    const char *path = smyi_value_path(reader->scratch, value);
    reader->complaints.no_memory |= !path;
    return path ? path : "...";
}

const char *smyi_shown(SmyiReader *reader, const SmyiValue *value)
{
    if (is_full(reader))
        return "...";
    const char *shown = smyi_value_shown(reader->scratch, value);
    reader->complaints.no_memory |= !shown;
    return shown ? shown : "...";
}

bool smyi_key_is_free(const char *key)
{
    return strncmp(key, "x-", 2) == 0;
}

bool smyi_key_is_support(const char *key)
{
    return strcmp(key, "cite") == 0 || strcmp(key, "judgement") == 0 ||
           strcmp(key, "voice") == 0;
}

static const SmyiKey *find_key(const SmyiKey *keys, size_t n_keys, const char *name)
{
    for (size_t i = 0; i < n_keys; i++)
        if (strcmp(keys[i].name, name) == 0)
            return &keys[i];
    return NULL;
}

static void refuse_unknown(SmyiReader *reader, const SmyiValue *entry, const SmyiKey *keys,
                           size_t n_keys)
{
    if (is_full(reader)) {
        smyi_refuse_key(reader, SMY_ERR_UNKNOWN, entry, NULL, "an unknown key");
        return;
    }
    SmyiNearest nearest = smyi_nearest(entry->key->text);
    char known[200] = "";
    size_t length = 0;
    for (size_t i = 0; i < n_keys; i++) {
        smyi_nearest_try(&nearest, keys[i].name);
        if (length < sizeof known)
            length += (size_t)snprintf(known + length, sizeof known - length, "%s%s",
                                       i ? ", " : "", keys[i].name);
    }
    char hint[256];
    if (nearest.best)
        (void)snprintf(hint, sizeof hint, "did you mean \"%s\"?", nearest.best);
    else
        (void)snprintf(hint, sizeof hint, "known here: %s", known);
    smyi_refuse_key(reader, SMY_ERR_UNKNOWN, entry, hint, "%s has no key %s",
                    smyi_path(reader, entry->parent), smyi_shown(reader, entry->key));
}

static bool is_kind(SmyiReader *reader, const SmyiValue *value, SmyiValueKind kind)
{
    if (value->kind == kind)
        return true;
    bool map = kind == SMYI_VALUE_MAP;
    if (value->kind != SMYI_VALUE_BAD)
        smyi_refuse(reader, SMY_ERR_TYPE, value,
                    map ? "write \"key: value\" lines below it, or {key: value}"
                        : "write [a, b], or a line \"- a\" for each",
                    "%s is %s; it takes %s", smyi_path(reader, value),
                    smyi_shown(reader, value), map ? "a map" : "a list");
    return false;
}

/* False where an entry is empty, which is no way to say "none". */
static bool has_value(SmyiReader *reader, const SmyiValue *value)
{
    if (value->kind == SMYI_VALUE_NULL)
        smyi_refuse(reader, SMY_ERR_MISSING, value, "give it a value, or remove it",
                    "%s is empty", smyi_path(reader, value));
    return value->kind != SMYI_VALUE_NULL && value->kind != SMYI_VALUE_BAD;
}

bool smyi_read_map(SmyiReader *reader, const SmyiValue *map, const SmyiKey *keys,
                   size_t n_keys, void *into)
{
    if (!is_kind(reader, map, SMYI_VALUE_MAP))
        return false;
    for (const SmyiValue *entry = map->first; entry; entry = entry->next) {
        const SmyiKey *key = find_key(keys, n_keys, entry->key->text);
        if (smyi_key_is_free(entry->key->text))
            continue;
        if (!key)
            refuse_unknown(reader, entry, keys, n_keys);
        else if (has_value(reader, entry) && key->read)
            key->read(reader, entry, into);
    }
    for (size_t i = 0; i < n_keys; i++)
        if (keys[i].required && !smyi_value_get(map, keys[i].name))
            smyi_refuse(reader, SMY_ERR_MISSING, map, NULL, "%s lacks \"%s\"",
                        smyi_path(reader, map), keys[i].name);
    return true;
}

bool smyi_read_entries(SmyiReader *reader, const SmyiValue *map, bool supported,
                       SmyiReadFn *read, void *into)
{
    if (!is_kind(reader, map, SMYI_VALUE_MAP))
        return false;
    for (const SmyiValue *entry = map->first; entry; entry = entry->next)
        if (!smyi_key_is_free(entry->key->text) &&
            !(supported && smyi_key_is_support(entry->key->text)) &&
            has_value(reader, entry))
            read(reader, entry, into);
    return true;
}

bool smyi_read_list(SmyiReader *reader, const SmyiValue *list, SmyiReadFn *read, void *into)
{
    if (!is_kind(reader, list, SMYI_VALUE_LIST))
        return false;
    for (const SmyiValue *entry = list->first; entry; entry = entry->next)
        if (has_value(reader, entry))
            read(reader, entry, into);
    return true;
}
