/* SPDX-License-Identifier: Apache-2.0 */
/* Encodings older than Unicode, through ICU. Without ICU there are none. */
#ifndef SMYI_TEXT_LEGACY_H
#define SMYI_TEXT_LEGACY_H

#include <stdbool.h>

#include "text/bytes.h"

/**
 * Strictly decodes `bytes` from the encoding `name` into out (UTF-8). False: malformed, the
 * encoding is not known, or out->no_memory.
 */
bool smyi_legacy_decode(const char *name, const char *bytes, size_t length, SmyiBytes *out);

/** True where ICU has a converter of this name. */
bool smyi_legacy_is_known(const char *name);

/** Name of the encoding that ICU's detector takes the bytes for, or NULL: not sure enough. */
const char *smyi_legacy_detect(const char *bytes, size_t length, SmyiArena *arena);

/** True where the library was built with ICU. */
bool smyi_has_icu(void);

#endif
