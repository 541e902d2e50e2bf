/* SPDX-License-Identifier: Apache-2.0 */
/* Traditional characters as simplified ones, one for one, by ICU. Without ICU as they are. */
#ifndef SMYI_TEXT_HANS_H
#define SMYI_TEXT_HANS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

enum { SMYI_HANS_FROM = 0x3400, SMYI_HANS_TO = 0xA000 };

/** Remembers what was asked. Close when done. */
typedef struct SmyiHans {
    void *rules;    /* ICU's; NULL: none */
    uint16_t *memo; /* [SMYI_HANS_TO - SMYI_HANS_FROM]; 0: not asked yet */
} SmyiHans;

/** False: no memory. Whether or not there is ICU, smyi_hans() may be asked then. */
bool smyi_hans_open(SmyiHans *hans, SmyiArena *arena);
void smyi_hans_close(SmyiHans *hans);

/** The simplified form of a character, or the character itself. */
uint32_t smyi_hans(SmyiHans *hans, uint32_t c);

#endif
