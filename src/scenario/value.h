/* SPDX-License-Identifier: Apache-2.0 */
/* A YAML document in memory: a tree of values, each of which knows where it stands. */
#ifndef SMYI_SCENARIO_VALUE_H
#define SMYI_SCENARIO_VALUE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

typedef enum SmyiValueKind {
    SMYI_VALUE_BAD, /* refused and complained about already; readers pass over it */
    SMYI_VALUE_NULL,
    SMYI_VALUE_BOOL,
    SMYI_VALUE_NUMBER, /* may be NaN or infinite: whoever wants a number refuses that */
    SMYI_VALUE_TEXT,
    SMYI_VALUE_LIST,
    SMYI_VALUE_MAP,
} SmyiValueKind;

typedef struct SmyiValue SmyiValue;
struct SmyiValue {
    SmyiValueKind kind;
    bool truth;       /* of a BOOL */
    bool quoted;      /* the scalar stood in quotes or in a block */
    double number;    /* of a NUMBER */
    const char *text; /* of any scalar: as written, escapes undone; UTF-8, no NUL. Of a root
                         that is a map: what the whole is called; NULL: "the file" */
    SmyiValue *parent;       /* NULL at the root */
    const SmyiValue *key;    /* of a map's entry: a scalar */
    size_t index;            /* of a list's entry, and of a map's */
    SmyiValue *first, *last; /* children, in the order of the file */
    SmyiValue *next;         /* sibling */
    size_t size;             /* number of children */
    SmyiPlace place;         /* where the value starts; for an empty one, its key */
    bool has_span;           /* it can be told from..to: no block, and not empty */
    size_t from, to;         /* bytes in the file, quotes and brackets included */
};

/** Types a plain scalar by the core schema of YAML 1.2: null, bool, number or text. */
void smyi_value_type(SmyiValue *value);

/** The entry of a map with this key, or NULL (also where `map` is no map). O(entries). */
const SmyiValue *smyi_value_get(const SmyiValue *map, const char *key);

/** The word `blank`, or a text that begins "blank:": a draft's place for a person's judgement. */
bool smyi_is_blank(const SmyiValue *value);

/** "stances.russia.territory.position", "claims[0].holds"; what the whole is called at the root; NULL: no
    memory. */
const char *smyi_value_path(SmyiArena *arena, const SmyiValue *value);

/** For messages: '"abc"', '170', 'a list', 'a map', 'nothing'; long text is cut. NULL: no memory. */
const char *smyi_value_shown(SmyiArena *arena, const SmyiValue *value);

/** Text for messages, in quotes, cut to 60 code points, line ends as blanks. NULL: no
    memory. */
const char *smyi_text_shown(SmyiArena *arena, const char *text);

#endif
