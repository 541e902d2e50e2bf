/* SPDX-License-Identifier: Apache-2.0 */
/* The tree of smy_read() made readable: what its reports share. */
#ifndef SMYI_REPORT_READING_H
#define SMYI_REPORT_READING_H

#include "base/arena.h"
#include "summitry/tree.h"

/** The text of a member, or NULL. */
const char *smyi_reading_text(const SmyNode *node, const char *key);
/** A member that is a count. */
size_t smyi_reading_count(const SmyNode *node, const char *key);
/** The actor of this id in the tree, or NULL. */
const SmyNode *smyi_reading_actor(const SmyNode *root, const char *id);
/** The document of this id in the tree, or NULL. */
const SmyNode *smyi_reading_document(const SmyNode *root, const char *id);
/** Names of parties joined by ", "; who is not named, in quotation marks. NULL: no memory. */
const char *smyi_reading_parties(const SmyNode *root, const SmyNode *parties,
                                 SmyiArena *mem);
/** "threatens to sanction", "meets with", "does not recognise". NULL: no memory. */
const char *smyi_reading_act(const SmyNode *relation, SmyiArena *mem);

#endif
