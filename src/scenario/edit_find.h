/* SPDX-License-Identifier: Apache-2.0 */
/* The value of a file that a path leads to. */
#ifndef SMYI_SCENARIO_EDIT_FIND_H
#define SMYI_SCENARIO_EDIT_FIND_H

#include "scenario/value.h"

/** Keys may hold dots: of two that fit, the longer one. NULL: nothing there. */
SmyiValue *smyi_edit_find(SmyiValue *root, const char *path);

/** The map, below the root, that lacks the entry of the path, and the key it would have; or NULL. */
SmyiValue *smyi_edit_parent(SmyiArena *arena, SmyiValue *root, const char *path,
                            const char **key);

#endif
