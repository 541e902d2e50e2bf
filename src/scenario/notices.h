/* SPDX-License-Identifier: Apache-2.0 */
/* Notices as parts: a stable code and what it speaks of, beside the sentence in English. */
#ifndef SMYI_SCENARIO_NOTICES_H
#define SMYI_SCENARIO_NOTICES_H

#include "base/tree.h"

enum { SMYI_NOTE_FACTS = 3 };

/** What a notice speaks of: an id, a path or a word, or a number where text is NULL. */
typedef struct SmyiFact {
    const char *key; /* its name in the tree; NULL: no fact, and none behind it */
    const char *text;
    double number;
} SmyiFact;

#define SMYI_FACT(name, words)                                                             \
    {                                                                                      \
        .key = (name), .text = (words)                                                     \
    }
#define SMYI_FACT_NUMBER(name, value)                                                      \
    {                                                                                      \
        .key = (name), .number = (value)                                                   \
    }

/** A notice in parts (docs/result.md lists the codes). Texts belong to the caller. */
typedef struct SmyiNote {
    const char *code;
    SmyiFact facts[SMYI_NOTE_FACTS];
} SmyiNote;

typedef struct SmyiNotice {
    const char *text; /* "file:line:column: message" without the folder */
    SmyiNote note;
    int line, column; /* 1-based; 0: no place in a file */
} SmyiNotice;

struct SmyScenario;

/** "notices" and "notice_parts" of a tree, in the same order. */
typedef struct SmyiNoticeLists {
    SmyResult *result;
    SmyNode *texts, *parts;
} SmyiNoticeLists;

/** Both lists under root, with the notices of a scenario; NULL: empty. */
SmyiNoticeLists smyi_notices_to_tree(const struct SmyScenario *scenario, SmyResult *result,
                                     SmyNode *root);
/** One more at the end of both. */
void smyi_notice_add(const SmyiNoticeLists *lists, const SmyiNotice *notice);
/** One that speaks of nothing by name and has no place. */
void smyi_notice_add_plain(const SmyiNoticeLists *lists, const char *code,
                           const char *text);

#endif
