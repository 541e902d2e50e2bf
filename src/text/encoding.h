/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes of unknown encoding to UTF-8: detected, strict, never guessed into nonsense. */
#ifndef SMYI_TEXT_ENCODING_H
#define SMYI_TEXT_ENCODING_H

#include "base/arena.h"
#include "summitry/error.h"

typedef struct SmyiDecoded {
    const char *text; /* well-formed UTF-8 without a byte order mark, a NUL behind it */
    size_t length;
    const char *encoding; /* "UTF-8", "UTF-16LE", "GB18030", "Big5" ... */
    const char *how;      /* "byte order mark", "declared", "valid", "detected", "asked" */
} SmyiDecoded;

/**
 * Decodes text. A byte order mark decides; then `asked` (NULL: nobody says); then
 * UTF-8, where the bytes are well-formed; then `declared` (what the document itself says, NULL:
 * nothing); then what Chinese characters come out most often under GB18030 and Big5; then
 * ICU's detector. A decoding with a malformed sequence or with control characters is refused.
 * Errors: SMY_ERR_TYPE (no text in an encoding known here), SMY_ERR_UNKNOWN (`asked`),
 * SMY_ERR_NOMEM. Without ICU: UTF-8 and UTF-16 alone. UTF-8 is not copied.
 */
SmyCode smyi_decode(const char *bytes, size_t length, const char *asked,
                    const char *declared, SmyiArena *arena, SmyiDecoded *out,
                    SmyError *err);

#endif
