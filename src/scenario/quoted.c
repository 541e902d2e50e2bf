/* SPDX-License-Identifier: Apache-2.0 */
/* The text of a single-quoted YAML scalar. */
#include "scenario/quoted.h"

#include <stdbool.h>

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static bool is_break(char c)
{
    return c == '\n' || c == '\r';
}

/* Passes over a fold: line breaks and the blanks around them. Returns the number of breaks. */
static size_t pass_breaks(const char *text, size_t length, size_t *at)
{
    size_t breaks = 0;
    for (; *at < length && (is_blank(text[*at]) || is_break(text[*at])); ++*at)
        breaks += text[*at] == '\n' ||
                  (text[*at] == '\r' && (*at + 1 == length || text[*at + 1] != '\n'));
    return breaks;
}

char *smyi_single_quoted(const char *between, size_t length, SmyiArena *arena, size_t *n)
{
    char *text = smyi_arena_take(arena, length + 1, 1);
    size_t size = 0, line = 0; /* blanks behind `line` may be cut */
    for (size_t at = 0; text && at < length;) {
        if (!is_break(between[at])) {
            at += between[at] == '\'' && at + 1 < length && between[at + 1] == '\'';
            text[size++] = between[at++];
            continue;
        }
        while (size > line && is_blank(text[size - 1]))
            size--;
        size_t breaks = pass_breaks(between, length, &at);
        if (breaks == 1)
            text[size++] = ' ';
        for (size_t i = 1; i < breaks; i++)
            text[size++] = '\n';
        line = size;
    }
    *n = size;
    return text;
}
