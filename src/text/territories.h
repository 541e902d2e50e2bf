/* SPDX-License-Identifier: Apache-2.0 */
/* Names of states and regions in any language, from CLDR through ICU. Without ICU: none. */
#ifndef SMYI_TEXT_TERRITORIES_H
#define SMYI_TEXT_TERRITORIES_H

#include <stdbool.h>

#include "base/arena.h"

typedef struct SmyiTerritory {
    const char *code; /* "RU", "EU", "150" */
    const char *name;
    bool is_region; /* more than one state: "Europe", "European Union" */
} SmyiTerritory;

/** All names in a language, in the arena, short forms among them. NULL with *n 0: none. */
const SmyiTerritory *smyi_territories(const char *language, SmyiArena *arena, size_t *n);

#endif
