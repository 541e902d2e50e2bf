/* SPDX-License-Identifier: Apache-2.0 */
/* The text of a single-quoted YAML scalar. */
#ifndef SMYI_SCENARIO_QUOTED_H
#define SMYI_SCENARIO_QUOTED_H

#include <stddef.h>

#include "base/arena.h"

/**
 * The text between two single quotes: '' is a quote, lines are folded. Its length goes to
 * *n; NULL: no memory. (libfyaml 0.7.12 loses memory over many '' in one scalar.)
 * Source: yaml2021, 7.3.2.
 */
char *smyi_single_quoted(const char *between, size_t length, SmyiArena *arena, size_t *n);

#endif
