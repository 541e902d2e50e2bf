/* SPDX-License-Identifier: Apache-2.0 */
/* Traditional characters as simplified ones, one for one, by ICU. Without ICU as they are. */
#include "text/hans.h"

#include <stddef.h>

#ifdef SMYI_ICU
#include <unicode/utrans.h>

static bool open_rules(SmyiHans *hans)
{
    static const UChar id[] = u"Hant-Hans";
    UErrorCode code = U_ZERO_ERROR;
    hans->rules = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &code);
    return code != U_MEMORY_ALLOCATION_ERROR;
}

void smyi_hans_close(SmyiHans *hans)
{
    if (hans->rules)
        utrans_close(hans->rules);
    hans->rules = NULL;
}

static uint32_t ask(SmyiHans *hans, uint32_t c)
{
    UChar text[8] = {(UChar)c};
    int32_t length = 1, limit = 1;
    UErrorCode code = U_ZERO_ERROR;
    if (!hans->rules)
        return c;
    utrans_transUChars(hans->rules, text, &length, 8, 0, &limit, &code);
    return U_SUCCESS(code) && length == 1 ? text[0] : c;
}

#else

static bool open_rules(SmyiHans *hans)
{
    hans->rules = NULL;
    return true;
}

void smyi_hans_close(SmyiHans *hans)
{
    (void)hans;
}

static uint32_t ask(SmyiHans *hans, uint32_t c)
{
    (void)hans;
    return c;
}

#endif

bool smyi_hans_open(SmyiHans *hans, SmyiArena *arena)
{
    *hans = (SmyiHans){.memo = SMYI_NEW(arena, SMYI_HANS_TO - SMYI_HANS_FROM, uint16_t)};
    return hans->memo && open_rules(hans);
}

uint32_t smyi_hans(SmyiHans *hans, uint32_t c)
{
    if (c < SMYI_HANS_FROM || c >= SMYI_HANS_TO)
        return c;
    uint16_t *memo = &hans->memo[c - SMYI_HANS_FROM];
    if (*memo == 0)
        *memo = (uint16_t)ask(hans, c);
    return *memo;
}
