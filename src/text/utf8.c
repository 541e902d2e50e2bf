/* SPDX-License-Identifier: Apache-2.0 */
/* UTF-8: is it well-formed, how many code points, what may be shown on a terminal. */
#include "text/utf8.h"

static bool is_trail(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

size_t smyi_utf8_decode(const char *text, size_t length, uint32_t *code_point)
{
    const unsigned char *b = (const unsigned char *)text;
    if (b[0] < 0x80) {
        *code_point = b[0];
        return 1;
    }
    size_t n = b[0] >= 0xF0 ? 4 : b[0] >= 0xE0 ? 3 : 2;
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (b[0] < 0xC2 || b[0] > 0xF4 || length < n)
        return 0;
    uint32_t c = b[0] & (0x7Fu >> n);
    for (size_t i = 1; i < n; i++) {
        if (!is_trail(b[i]))
            return 0;
        c = c << 6 | (b[i] & 0x3Fu);
    }
    if (c < least[n] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        return 0;
    *code_point = c;
    return n;
}

size_t smyi_utf8_check(const char *text, size_t length)
{
    size_t at = 0;
    while (at < length) {
        uint32_t c;
        size_t n = smyi_utf8_decode(text + at, length - at, &c);
        if (n == 0)
            return at;
        at += n;
    }
    return length;
}

size_t smyi_utf8_count(const char *text, size_t length)
{
    size_t n = 0;
    for (size_t i = 0; i < length; i++)
        n += !is_trail((unsigned char)text[i]);
    return n;
}

size_t smyi_utf8_prefix(const char *text, size_t length, size_t n)
{
    size_t at = 0;
    for (; at < length; at++)
        if (!is_trail((unsigned char)text[at]) && n-- == 0)
            break;
    return at;
}

bool smyi_is_control(uint32_t c)
{
    return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0);
}
