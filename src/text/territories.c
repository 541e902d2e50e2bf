/* SPDX-License-Identifier: Apache-2.0 */
/* Names of states and regions in any language, from CLDR through ICU. Without ICU: none. */
#include "text/territories.h"

#include <string.h>

#ifdef SMYI_ICU
#include <unicode/uldnames.h>
#include <unicode/uregion.h>
#include <unicode/ustring.h>

enum { MOST = 1200 };

typedef struct List {
    SmyiTerritory *all;
    size_t n;
    SmyiArena *arena;
} List;

static void add(List *list, const ULocaleDisplayNames *names, const char *code,
                bool is_region)
{
    UChar name[128];
    char text[400];
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = uldn_regionDisplayName(names, code, name, 128, &error);
    if (U_FAILURE(error) || length <= 0 || length >= 128 || list->n == MOST)
        return;
    u_strToUTF8(text, sizeof text, &length, name, length, &error);
    if (U_FAILURE(error) || strcmp(text, code) == 0)
        return;
    SmyiTerritory *one = &list->all[list->n];
    one->code = smyi_arena_copy(list->arena, code, strlen(code));
    one->name = smyi_arena_copy(list->arena, text, strlen(text));
    one->is_region = is_region;
    list->n += one->code && one->name;
}

static void add_kind(List *list, const ULocaleDisplayNames *names, URegionType kind)
{
    UErrorCode error = U_ZERO_ERROR;
    UEnumeration *regions = uregion_getAvailable(kind, &error);
    const char *code;
    while (U_SUCCESS(error) && (code = uenum_next(regions, NULL, &error)))
        if (strcmp(code, "ZZ") != 0 && strncmp(code, "X", 1) != 0)
            add(list, names, code, kind != URGN_TERRITORY);
    uenum_close(regions);
}

const SmyiTerritory *smyi_territories(const char *language, SmyiArena *arena, size_t *n)
{
    static const UDisplayContext contexts[] = {UDISPCTX_LENGTH_FULL, UDISPCTX_LENGTH_SHORT};
    List list = {.all = SMYI_NEW(arena, MOST, SmyiTerritory), .arena = arena};
    for (size_t c = 0; c < 2 && list.all; c++) {
        UDisplayContext context = contexts[c];
        UErrorCode error = U_ZERO_ERROR;
        ULocaleDisplayNames *names = uldn_openForContext(language, &context, 1, &error);
        if (U_FAILURE(error))
            continue;
        add_kind(&list, names, URGN_TERRITORY);
        add_kind(&list, names, URGN_CONTINENT);
        add_kind(&list, names, URGN_SUBCONTINENT);
        add_kind(&list, names, URGN_GROUPING);
        add(&list, names, "UN", true);
        uldn_close(names);
    }
    *n = list.n;
    return list.all;
}

#else

const SmyiTerritory *smyi_territories(const char *language, SmyiArena *arena, size_t *n)
{
    (void)language, (void)arena;
    *n = 0;
    return NULL;
}

#endif
