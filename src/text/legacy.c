/* SPDX-License-Identifier: Apache-2.0 */
/* Encodings older than Unicode, through ICU. Without ICU there are none. */
#include "text/legacy.h"

#include <string.h>

#ifdef SMYI_ICU
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>

enum { SURE_ENOUGH = 25, LOOKED_AT = 64 << 10 };

bool smyi_has_icu(void)
{
    return true;
}

bool smyi_legacy_is_known(const char *name)
{
    UErrorCode code = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(name, &code);
    if (converter)
        ucnv_close(converter);
    return U_SUCCESS(code);
}

/* Piece by piece, so that a text of any length goes through one small buffer. */
static bool convert(UConverter *from, UConverter *to, const char *bytes, size_t length,
                    SmyiBytes *out)
{
    UChar pivot[1024], *pivot_from = pivot, *pivot_to = pivot;
    const char *end = bytes + length;
    UErrorCode code = U_BUFFER_OVERFLOW_ERROR;
    for (bool first = true; code == U_BUFFER_OVERFLOW_ERROR; first = false) {
        char piece[4096], *at = piece;
        code = U_ZERO_ERROR;
        ucnv_convertEx(to, from, &at, piece + sizeof piece, &bytes, end, pivot, &pivot_from,
                       &pivot_to, pivot + 1024, first, true, &code);
        if (U_FAILURE(code) && code != U_BUFFER_OVERFLOW_ERROR)
            return false;
        if (!smyi_bytes_add(out, piece, (size_t)(at - piece)))
            return false;
    }
    return true;
}

bool smyi_legacy_decode(const char *name, const char *bytes, size_t length, SmyiBytes *out)
{
    UErrorCode code = U_ZERO_ERROR;
    UConverter *from = ucnv_open(name, &code), *to = ucnv_open("UTF-8", &code);
    if (U_SUCCESS(code))
        ucnv_setToUCallBack(from, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &code);
    if (U_SUCCESS(code))
        ucnv_setFromUCallBack(to, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &code);
    bool done = U_SUCCESS(code) && convert(from, to, bytes, length, out);
    ucnv_close(from);
    ucnv_close(to);
    return done && smyi_bytes_add(out, "", 0);
}

const char *smyi_legacy_detect(const char *bytes, size_t length, SmyiArena *arena)
{
    UErrorCode code = U_ZERO_ERROR;
    UCharsetDetector *detector = ucsdet_open(&code);
    const char *found = NULL;
    if (U_FAILURE(code))
        return NULL;
    int32_t n = (int32_t)(length < LOOKED_AT ? length : LOOKED_AT);
    ucsdet_setText(detector, bytes, n, &code);
    const UCharsetMatch *match = U_SUCCESS(code) ? ucsdet_detect(detector, &code) : NULL;
    if (match && U_SUCCESS(code) && ucsdet_getConfidence(match, &code) >= SURE_ENOUGH) {
        const char *name = ucsdet_getName(match, &code);
        found = U_SUCCESS(code) && name ? smyi_arena_copy(arena, name, strlen(name)) : NULL;
    }
    ucsdet_close(detector);
    return found;
}

#else

bool smyi_has_icu(void)
{
    return false;
}

bool smyi_legacy_is_known(const char *name)
{
    (void)name;
    return false;
}

bool smyi_legacy_decode(const char *name, const char *bytes, size_t length, SmyiBytes *out)
{
    (void)name, (void)bytes, (void)length, (void)out;
    return false;
}

const char *smyi_legacy_detect(const char *bytes, size_t length, SmyiArena *arena)
{
    (void)bytes, (void)length, (void)arena;
    return NULL;
}

#endif
