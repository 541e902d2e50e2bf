/* SPDX-License-Identifier: Apache-2.0 */
/* A draft of a scenario made of what was read: what its parts share. */
#ifndef SMYI_REPORT_DRAFT_H
#define SMYI_REPORT_DRAFT_H

#include <stdbool.h>

#include "report/writer.h"

enum { SMYI_MOST_IDS = 64 };

typedef struct SmyiIds {
    const char *all[SMYI_MOST_IDS];
    size_t n;
} SmyiIds;

typedef struct SmyiDraft {
    SmyiWriter w;
    SmyiArena *mem;
    const SmyNode *root;
    SmyiIds seats, absent;
} SmyiDraft;

/** A text in double quotes, as YAML and JSON read it. */
void smyi_draft_quote(SmyiDraft *draft, const char *text);
/** cite: ["document@start-end"] of an item and the node that has its range. */
void smyi_draft_cite(SmyiDraft *draft, const SmyNode *item, const SmyNode *range);
bool smyi_draft_is_person(const SmyiDraft *draft, const char *id);

void smyi_draft_levers(SmyiDraft *draft);
void smyi_draft_timeline(SmyiDraft *draft);
void smyi_draft_claims(SmyiDraft *draft);

#endif
