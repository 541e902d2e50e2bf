/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes that grow in an arena, up to a bound. */
#include "text/bytes.h"

#include <string.h>

#include <utf8proc.h>

static bool make_room(SmyiBytes *bytes, size_t wanted)
{
    size_t room = bytes->room ? bytes->room : 4096;
    while (room < wanted)
        room *= 2;
    char *text = smyi_arena_take(bytes->arena, room, 1);
    if (!text) {
        bytes->no_memory = true;
        return false;
    }
    if (bytes->length)
        memcpy(text, bytes->text, bytes->length);
    bytes->text = text;
    bytes->room = room;
    return true;
}

bool smyi_bytes_add(SmyiBytes *bytes, const char *more, size_t length)
{
    if (bytes->no_memory || bytes->is_full)
        return false;
    if (length > bytes->most - bytes->length) {
        bytes->is_full = true;
        return false;
    }
    size_t wanted = bytes->length + length + 1;
    if (wanted > bytes->room && !make_room(bytes, wanted))
        return false;
    if (length)
        memcpy(bytes->text + bytes->length, more, length);
    bytes->length += length;
    bytes->text[bytes->length] = '\0';
    return true;
}

bool smyi_bytes_add_code_point(SmyiBytes *bytes, unsigned code_point)
{
    utf8proc_uint8_t out[4];
    utf8proc_ssize_t n = utf8proc_encode_char((utf8proc_int32_t)code_point, out);
    return smyi_bytes_add(bytes, (const char *)out, n > 0 ? (size_t)n : 0);
}
