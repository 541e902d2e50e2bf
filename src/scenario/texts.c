/* SPDX-License-Identifier: Apache-2.0 */
/* Texts in several languages: the one that a reader asked for, or the nearest there is. */
#include <string.h>

#include "scenario/scenario.h"

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* The tag `tag` equals the first `length` bytes of `language`; case does not count. */
static bool is_tag(const char *tag, const char *language, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!tag[i] || lower(tag[i]) != lower(language[i]))
            return false;
    return tag[length] == '\0';
}

static const char *value_of(const SmyiText *text, const char *language, size_t length)
{
    for (size_t i = 0; i < text->n; i++)
        if (is_tag(text->language[i], language, length))
            return text->value[i];
    return NULL;
}

const char *smyi_text_in(const SmyiText *text, const char *language, const char *fallback)
{
    if (text->n == 0)
        return fallback;
    size_t length = language ? strlen(language) : 0;
    while (length > 0) {
        const char *value = value_of(text, language, length);
        if (value)
            return value;
        do /* without the last part: zh-Hant-TW, zh-Hant, zh */
            length--;
        while (length > 0 && language[length] != '-');
    }
    const char *english = value_of(text, "en", 2);
    const char *untagged = value_of(text, "", 0);
    return english ? english : untagged ? untagged : text->value[0];
}
