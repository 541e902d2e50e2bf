/* SPDX-License-Identifier: Apache-2.0 */
/* Reading simple values: numbers, texts, dates, names, words. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "scenario/nearest.h"
#include "scenario/reader.h"

static bool refuse_kind(SmyiReader *reader, const SmyiValue *value, const char *wanted,
                        const char *hint)
{
    if (smyi_is_blank(value))
        smyi_refuse(reader, SMY_ERR_MISSING, value, "a person has to fill it in",
                    "%s is still blank; it takes %s", smyi_path(reader, value), wanted);
    else if (value->kind == SMYI_VALUE_NULL)
        smyi_refuse(reader, SMY_ERR_MISSING, value, "give it a value, or remove it",
                    "%s is empty; it takes %s", smyi_path(reader, value), wanted);
    else if (value->kind != SMYI_VALUE_BAD)
        smyi_refuse(reader, SMY_ERR_TYPE, value, hint, "%s is %s; it takes %s",
                    smyi_path(reader, value), smyi_shown(reader, value), wanted);
    return false;
}

static bool refuse_range(SmyiReader *reader, const SmyiValue *value, double low,
                         double high)
{
    char from[SMYI_NUMBER_SIZE] = "", to[SMYI_NUMBER_SIZE] = "";
    if (isfinite(low))
        (void)smyi_number_write(low, from);
    if (isfinite(high))
        (void)smyi_number_write(high, to);
    const char *rule = *from && *to ? "it goes from"
                       : *from      ? "it is at least"
                                    : "it is at most";
    smyi_refuse(reader, SMY_ERR_RANGE, value, NULL, "%s is %s; %s %s%s%s",
                smyi_path(reader, value), smyi_shown(reader, value), rule, from,
                *from && *to ? " to " : "", to);
    return false;
}

bool smyi_read_number(SmyiReader *reader, const SmyiValue *value, double low, double high,
                      double *number)
{
    if (value->kind != SMYI_VALUE_NUMBER)
        return refuse_kind(reader, value, "a number",
                           value->quoted ? "remove the quotes" : "write it as 12 or 0.5");
    if (!isfinite(value->number)) {
        smyi_refuse(reader, SMY_ERR_RANGE, value, "write a number that is finite",
                    "%s is %s, which is not a finite number", smyi_path(reader, value),
                    smyi_shown(reader, value));
        return false;
    }
    if (value->number < low || value->number > high)
        return refuse_range(reader, value, low, high);
    *number = value->number + 0.0; /* -0 becomes 0 */
    return true;
}

bool smyi_read_bool(SmyiReader *reader, const SmyiValue *value, bool *truth)
{
    if (value->kind != SMYI_VALUE_BOOL)
        return refuse_kind(reader, value, "true or false", NULL);
    *truth = value->truth;
    return true;
}

const char *smyi_read_text(SmyiReader *reader, const SmyiValue *value)
{
    if (value->kind == SMYI_VALUE_TEXT && !smyi_is_blank(value))
        return value->text;
    (void)refuse_kind(reader, value, "a text",
                      value->text ? "put it in quotes"
                                  : "write it in one piece, in quotes");
    return NULL;
}

/* A language tag by its form alone: letters, then parts of letters and digits. */
static bool is_tag(const char *tag)
{
    size_t part = 0;
    bool first = true;
    for (;; tag++) {
        bool letter = (*tag >= 'a' && *tag <= 'z') || (*tag >= 'A' && *tag <= 'Z');
        bool digit = *tag >= '0' && *tag <= '9';
        if (letter || (digit && !first)) {
            if (++part > 8)
                return false;
            continue;
        }
        if (part < (first ? 2 : 1) || (*tag && *tag != '-'))
            return false;
        if (!*tag)
            return true;
        first = false;
        part = 0;
    }
}

static void read_translation(SmyiReader *reader, const SmyiValue *entry, void *into)
{
    SmyiText *text = into;
    if (!is_tag(entry->key->text)) {
        smyi_refuse_key(reader, SMY_ERR_UNKNOWN, entry, "write a tag such as en or zh-Hant",
                        "%s is no language tag", smyi_shown(reader, entry->key));
        return;
    }
    const char *value = smyi_read_text(reader, entry);
    if (!value)
        return;
    text->language[text->n] = entry->key->text;
    text->value[text->n++] = value;
}

const char *smyi_read_language(SmyiReader *reader, const SmyiValue *value)
{
    const char *tag = smyi_read_text(reader, value);
    if (!tag || is_tag(tag))
        return tag;
    smyi_refuse(reader, SMY_ERR_RANGE, value, "write a tag such as en or zh-Hant",
                "%s is %s, which is no language tag", smyi_path(reader, value),
                smyi_shown(reader, value));
    return NULL;
}

void smyi_read_texts(SmyiReader *reader, const SmyiValue *value, SmyiText *text)
{
    bool map = value->kind == SMYI_VALUE_MAP;
    if (smyi_is_blank(value) || (!map && value->kind != SMYI_VALUE_TEXT)) {
        (void)refuse_kind(reader, value, "a text or {language: text}",
                          value->text ? "put it in quotes" : NULL);
        return;
    }
    size_t n = map ? value->size : 1;
    text->language = SMYI_TAKE(reader, n, const char *);
    text->value = SMYI_TAKE(reader, n, const char *);
    if (!text->language || !text->value)
        return;
    if (map) {
        (void)smyi_read_entries(reader, value, false, read_translation, text);
        return;
    }
    text->language[0] = "";
    text->value[0] = value->text;
    text->n = 1;
}

/* `n` digits at `text`, or -1. */
static int digits(const char *text, size_t n)
{
    int number = 0;
    for (size_t i = 0; i < n; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

/* By the Gregorian calendar, carried back. */
static bool is_date(const char *text)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (strlen(text) != 10 || text[4] != '-' || text[7] != '-')
        return false;
    int year = digits(text, 4), month = digits(text + 5, 2), day = digits(text + 8, 2);
    if (year < 0 || month < 1 || month > 12 || day < 1)
        return false;
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return day <= days[month - 1] + (month == 2 && leap);
}

const char *smyi_read_date(SmyiReader *reader, const SmyiValue *value)
{
    if (!value->text || value->kind == SMYI_VALUE_NULL || value->kind == SMYI_VALUE_BAD) {
        (void)refuse_kind(reader, value, "a date", "write it as 2025-08-15");
        return NULL;
    }
    if (is_date(value->text))
        return value->text;
    smyi_refuse(reader, SMY_ERR_RANGE, value, "write it as 2025-08-15: year, month, day",
                "%s is %s, which is no date", smyi_path(reader, value),
                smyi_shown(reader, value));
    return NULL;
}

static bool is_name(const char *text)
{
    size_t length = strlen(text);
    if (length > SMYI_MOST_NAME || text[0] < 'a' || text[0] > 'z')
        return false;
    return strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_-") == length;
}

/* The name that `value`, a scalar, declares; complaints go to its place. */
static const char *read_name(SmyiReader *reader, const SmyiValue *value)
{
    const char *name = value->text;
    if (!is_name(name)) {
        smyi_refuse(reader, SMY_ERR_RANGE, value,
                    "a name is a-z first, then a-z, 0-9, _ and -, at most 64 in all",
                    "%s is no name", smyi_shown(reader, value));
        return NULL;
    }
    if (smyi_key_is_free(name) || smyi_key_is_support(name) ||
        strcmp(name, "author") == 0) {
        smyi_refuse(reader, SMY_ERR_CONFLICT, value, "choose another name",
                    "%s means something else in the format", smyi_shown(reader, value));
        return NULL;
    }
    return name;
}

const char *smyi_read_name(SmyiReader *reader, const SmyiValue *value)
{
    if (value->kind != SMYI_VALUE_TEXT) {
        (void)refuse_kind(reader, value, "a name",
                          "a name is a-z first, then a-z, 0-9, _ and -, at most 64 in all");
        return NULL;
    }
    return read_name(reader, value);
}

const char *smyi_read_new_id(SmyiReader *reader, const SmyiValue *value, SmyiIndex *ids,
                             size_t number)
{
    const char *id = smyi_read_name(reader, value);
    if (!id)
        return NULL;
    if (smyi_index_find(ids, id) >= 0) {
        smyi_refuse(reader, SMY_ERR_DUPLICATE, value, "give each an id of its own",
                    "%s is %s, which is taken already", smyi_path(reader, value),
                    smyi_shown(reader, value));
        return NULL;
    }
    if (!smyi_index_add(ids, id, (int)number))
        reader->complaints.no_memory = true;
    return id;
}

const char *smyi_read_key_name(SmyiReader *reader, const SmyiValue *entry)
{
    return read_name(reader, entry->key);
}

int smyi_read_word(SmyiReader *reader, const SmyiValue *value, const char *const *words)
{
    if (value->kind != SMYI_VALUE_TEXT) {
        (void)refuse_kind(reader, value, "one word of a list", words[0]);
        return SMYI_NONE;
    }
    SmyiNearest nearest = smyi_nearest(value->text);
    char known[160] = "", hint[256];
    size_t length = 0;
    for (int i = 0; words[i]; i++) {
        if (strcmp(words[i], value->text) == 0)
            return i;
        smyi_nearest_try(&nearest, words[i]);
        if (length < sizeof known)
            length += (size_t)snprintf(known + length, sizeof known - length, "%s%s",
                                       i ? ", " : "", words[i]);
    }
    (void)snprintf(hint, sizeof hint, "did you mean \"%s\"?", nearest.best);
    smyi_refuse(reader, SMY_ERR_UNKNOWN, value, nearest.best ? hint : NULL,
                "%s is %s; it takes one of %s", smyi_path(reader, value),
                smyi_shown(reader, value), known);
    return SMYI_NONE;
}
