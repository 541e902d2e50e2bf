/* SPDX-License-Identifier: Apache-2.0 */
/* UTF-8: is it well-formed, how many code points, what may be shown on a terminal. */
#ifndef SMYI_TEXT_UTF8_H
#define SMYI_TEXT_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/**
 * Decodes the code point at `text` (length > 0): its number of bytes, 1 to 4, or 0 where the
 * bytes are not well-formed UTF-8 (overlong forms, surrogates and values above 10FFFF too).
 */
size_t smyi_utf8_decode(const char *text, size_t length, uint32_t *code_point);

/** Byte at which the first malformed sequence starts; `length` where there is none. */
size_t smyi_utf8_check(const char *text, size_t length);

/** Number of code points of well-formed UTF-8. */
size_t smyi_utf8_count(const char *text, size_t length);

/** Bytes of the first `n` code points of well-formed UTF-8, at most `length`. */
size_t smyi_utf8_prefix(const char *text, size_t length, size_t n);

/** True for C0 and C1 controls but tab and line feed: they could steer a terminal. */
bool smyi_is_control(uint32_t code_point);

#endif
