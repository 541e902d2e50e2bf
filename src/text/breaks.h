/* SPDX-License-Identifier: Apache-2.0 */
/* Where sentences may break, by ICU; by a short rule where there is no ICU. */
#ifndef SMYI_TEXT_BREAKS_H
#define SMYI_TEXT_BREAKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/** Code points behind which a sentence ends, ascending, the last one n; NULL: no memory. */
size_t *smyi_breaks(const uint32_t *points, size_t n, SmyiArena *arena, size_t *n_breaks);

#endif
