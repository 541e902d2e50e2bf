/* SPDX-License-Identifier: Apache-2.0 */
/* The result tree: objects, lists, texts, numbers. Read-only for a user of the library. */
#ifndef SUMMITRY_TREE_H
#define SUMMITRY_TREE_H

#include <stdbool.h>
#include <stddef.h>

#include "summitry/error.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum SmyNodeKind {
    SMY_NODE_NULL,
    SMY_NODE_BOOL,
    SMY_NODE_NUMBER,
    SMY_NODE_TEXT,
    SMY_NODE_LIST,
    SMY_NODE_OBJECT,
} SmyNodeKind;

/** A value in a result tree. Owned by its SmyResult; every getter accepts NULL. */
typedef struct SmyNode SmyNode;

/** Owns a tree. Made by smy_run() and its like. */
typedef struct SmyResult SmyResult;

/** The tree's root object; lives as long as the result. NULL for NULL. */
SMY_API const SmyNode *smy_result_root(const SmyResult *result);
/** Frees the result and its whole tree. NULL is fine. */
SMY_API void smy_result_free(SmyResult *result);
/**
 * Reads a tree back from JSON text that smy_node_write_json() wrote (or anyone).
 * A key given twice is refused, numbers too large for a double too.
 * Errors: SMY_ERR_SYNTAX with line and column, SMY_ERR_TYPE (no object), SMY_ERR_LIMIT (deeper
 * than 64 or longer than 256 MiB), SMY_ERR_NOMEM.
 * The caller frees *out with smy_result_free().
 */
SMY_API SMY_MUST_CHECK SmyCode smy_result_read_json(const char *text, size_t length,
                                                    SmyResult **out, SmyError *err);

/** Kind of a node; NULL counts as SMY_NODE_NULL. */
SMY_API SmyNodeKind smy_node_kind(const SmyNode *node);
/** Number of entries of a list or members of an object, else 0. */
SMY_API size_t smy_node_size(const SmyNode *node);
/** Entry `index` of a list, or value of member `index` of an object; NULL out of range. O(1). */
SMY_API const SmyNode *smy_node_at(const SmyNode *node, size_t index);
/** Name of member `index` of an object; NULL out of range. */
SMY_API const char *smy_node_key(const SmyNode *node, size_t index);
/** The member of an object with this name, or NULL. O(members). */
SMY_API const SmyNode *smy_node_get(const SmyNode *node, const char *key);
/** Follows "a.b.0.c" from node; names with dots cannot be followed. NULL if any step is missing. */
SMY_API const SmyNode *smy_node_find(const SmyNode *node, const char *path);
/** The number, or NaN for any other kind (null included). */
SMY_API double smy_node_number(const SmyNode *node);
/** The truth value; false for any other kind. */
SMY_API bool smy_node_bool(const SmyNode *node);
/** The text (UTF-8), or NULL for any other kind. */
SMY_API const char *smy_node_text(const SmyNode *node);

/** Takes bytes of output; returns SMY_OK to go on. */
typedef SmyCode SmyWriteFn(void *cookie, const char *bytes, size_t length);

/**
 * Writes JSON, two blanks a level, members in their order, numbers as the shortest text that
 * reads back to the same double. Ends with a line feed.
 */
SMY_API SMY_MUST_CHECK SmyCode smy_node_write_json(const SmyNode *node, SmyWriteFn *write,
                                                   void *cookie);
/** The same without a blank or line feed. */
SMY_API SMY_MUST_CHECK SmyCode smy_node_write_packed(const SmyNode *node, SmyWriteFn *write,
                                                     void *cookie);

#ifdef __cplusplus
}
#endif
#endif
