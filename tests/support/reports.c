/* SPDX-License-Identifier: Apache-2.0 */
/* Result trees for the tests of reports: read, bent out of shape, shown. */
#include "support/reports.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/support.h"

json_t *report_json(const char *name)
{
    char path[512];
    json_error_t error;
    (void)snprintf(path, sizeof path, "tests/data/report/%s", name);
    json_t *value = json_load_file(path, 0, &error);
    if (!value)
        fail_msg("%s:%d: %s", path, error.line, error.text);
    return value;
}

/* Replaces members and entries for which `wanted` says so, at any depth. */
static void replace(json_t *value, json_t *(*wanted)(const char *, json_t *, const char *),
                    const char *text)
{
    const char *key;
    json_t *child, *other;
    void *next;
    size_t index;
    json_object_foreach_safe(value, next, key, child) {
        if ((other = wanted(key, child, text)))
            (void)json_object_set_new(value, key, other);
        else
            replace(child, wanted, text);
    }
    json_array_foreach(value, index, child) {
        if ((other = wanted("", child, text)))
            (void)json_array_set_new(value, index, other);
        else
            replace(child, wanted, text);
    }
}

static json_t *null_of(const char *key, json_t *value, const char *text)
{
    (void)key, (void)text;
    return json_is_number(value) ? json_null() : NULL;
}

void report_without_numbers(json_t *value)
{
    replace(value, null_of, NULL);
}

static json_t *other_text(const char *key, json_t *value, const char *text)
{
    static const char *const read[] = {"title", "name",      "says",   "why",     "account",
                                       "gloss", "judgement", "quoted", "assumes", "venue"};
    bool is_notice =
        !*key && json_is_string(value) && strchr(json_string_value(value), ' ');
    for (size_t k = 0; k < sizeof read / sizeof *read; k++)
        if (json_is_string(value) && (is_notice || strcmp(key, read[k]) == 0))
            return json_string(text);
    return NULL;
}

void report_with_texts(json_t *value, const char *text)
{
    replace(value, other_text, text);
}

SmyResult *report_tree(const json_t *json)
{
    char *text = json_dumps(json, JSON_COMPACT);
    assert_non_null(text);
    SmyResult *result = NULL;
    SmyError err = {0};
    if (smy_result_read_json(text, strlen(text), &result, &err) != SMY_OK)
        fail_msg("%s", err.message);
    free(text);
    return result;
}

SmyCode report_keep(void *cookie, const char *bytes, size_t length)
{
    Shown *shown = cookie;
    if (shown->room < shown->length + length + 1) {
        size_t room = 2 * (shown->length + length + 1);
        char *text = realloc(shown->text, room);
        if (!text)
            return SMY_ERR_NOMEM;
        shown->text = text;
        shown->room = room;
    }
    memcpy(shown->text + shown->length, bytes, length);
    shown->length += length;
    shown->text[shown->length] = '\0';
    return SMY_OK;
}

char *report_terminal(const SmyNode *tree, SmyView view, int width, bool color)
{
    Shown shown = {0};
    SmyTerminalOptions options;
    smy_terminal_options_init(&options);
    options.view = view;
    options.width = width;
    options.color = color;
    assert_int_equal(smy_report_terminal(tree, &options, report_keep, &shown), SMY_OK);
    return shown.text;
}

int report_columns(const char *line)
{
    int columns = 0;
    for (const unsigned char *at = (const unsigned char *)line; *at && *at != '\n'; at++) {
        unsigned lead = *at, point = lead < 0x80   ? lead
                                     : lead < 0xe0 ? lead & 0x1f
                                     : lead < 0xf0 ? lead & 0x0f
                                                   : lead & 0x07;
        for (unsigned more = lead < 0xc0   ? 0
                             : lead < 0xe0 ? 1
                             : lead < 0xf0 ? 2
                                           : 3;
             more; more--)
            point = point << 6 | (*++at & 0x3f);
        bool wide =
            (point >= 0x1100 && point <= 0x115f) || (point >= 0x2e80 && point <= 0xa4cf) ||
            (point >= 0xac00 && point <= 0xd7a3) || (point >= 0xf900 && point <= 0xfaff) ||
            (point >= 0xff00 && point <= 0xff60) || (point >= 0x1f300 && point <= 0x1faff);
        bool none =
            (point >= 0x300 && point <= 0x36f) || point == 0x200d || point == 0xfe0f;
        columns += wide ? 2 : !none;
    }
    return columns;
}

static char *read_all(const char *path)
{
    FILE *file = fopen(path, "rb");
    Shown shown = {0};
    char part[4096];
    for (size_t n; file && (n = fread(part, 1, sizeof part, file)) > 0;)
        assert_int_equal(report_keep(&shown, part, n), SMY_OK);
    if (file)
        (void)fclose(file);
    return shown.text;
}

static int first_difference(const char *a, const char *b)
{
    int line = 1;
    for (; *a && *a == *b; a++, b++)
        line += *a == '\n';
    return line;
}

void report_snapshot(const char *name, const char *text)
{
    char path[512];
    (void)snprintf(path, sizeof path, "tests/data/report/%s", name);
    const char *mode = getenv("SMY_SNAPSHOT");
    if (mode && strcmp(mode, "write") == 0) {
        FILE *file = fopen(path, "wb");
        assert_non_null(file);
        assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
        assert_int_equal(fclose(file), 0);
        return;
    }
    char *want = read_all(path);
    if (!want)
        fail_msg("no snapshot %s", path);
    if (strcmp(want, text) != 0)
        fail_msg("%s differs from line %d on; if the new text is right, run the test with "
                 "SMY_SNAPSHOT=write",
                 path, first_difference(want, text));
    free(want);
}

char *report_between(const char *text, const char *from, const char *to)
{
    const char *start = strstr(text, from);
    if (!start)
        fail_msg("no %s", from);
    start += strlen(from);
    const char *end = strstr(start, to);
    if (!end)
        fail_msg("no %s", to);
    char *part = malloc((size_t)(end - start) + 1);
    assert_non_null(part);
    memcpy(part, start, (size_t)(end - start));
    part[end - start] = '\0';
    return part;
}
