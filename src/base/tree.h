/* SPDX-License-Identifier: Apache-2.0 */
/* Building a result tree in an arena. */
#ifndef SMYI_BASE_TREE_H
#define SMYI_BASE_TREE_H

#include "base/arena.h"
#include "summitry/tree.h"

struct SmyResult {
    SmyiArena arena;
    SmyNode *root;
    bool failed; /* memory ran out while building: the tree has holes, not to be shown */
};

/** An empty result with an empty root object, or NULL. */
SmyResult *smyi_result_new(void);

/*
 * Builders. Each adds to `parent`: under `key` if it is an object, at its end if it is a list
 * (key is then ignored, pass NULL). Texts and keys are copied. A parent of NULL is skipped and
 * want of memory sets result->failed, so that callers check once, at the end.
 */
SmyNode *smyi_add_object(SmyResult *result, SmyNode *parent, const char *key);
SmyNode *smyi_add_list(SmyResult *result, SmyNode *parent, const char *key);
/** NaN and infinities are written as null; -0 as 0. */
void smyi_add_number(SmyResult *result, SmyNode *parent, const char *key, double value);
void smyi_add_bool(SmyResult *result, SmyNode *parent, const char *key, bool value);
/** NULL is written as null. */
void smyi_add_text(SmyResult *result, SmyNode *parent, const char *key, const char *text);
void smyi_add_null(SmyResult *result, SmyNode *parent, const char *key);
/** A copy of a node of another tree, what hangs on it too; NULL as null. */
void smyi_add_copy(SmyResult *result, SmyNode *parent, const char *key,
                   const SmyNode *node);

#endif
