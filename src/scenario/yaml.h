/* SPDX-License-Identifier: Apache-2.0 */
/* YAML (and JSON) text to a tree of values, within bounds. The only file that knows libfyaml. */
#ifndef SMYI_SCENARIO_YAML_H
#define SMYI_SCENARIO_YAML_H

#include "scenario/complaints.h"
#include "scenario/value.h"

enum {
    SMYI_MOST_BYTES = 8 << 20, /* of a scenario file */
    SMYI_MOST_DEPTH = 32,      /* of lists and maps */
    SMYI_MOST_VALUES = 250000, /* scalars, lists and maps, keys too */
    SMYI_MOST_TEXT = 64 << 10, /* bytes of one scalar */
};

/**
 * The document's root, in `arena`, or NULL: nothing usable, and `complaints` says why (or that
 * memory ran out). Refused, with a complaint: bytes that are not UTF-8, malformed YAML,
 * several documents, what is too deep or too large, control characters. Refused as SMYI_VALUE_BAD while
 * the rest is read: aliases, anchors, tags, merge keys, keys that are no scalars, keys
 * given twice. libfyaml takes its own memory with malloc().
 */
SmyiValue *smyi_yaml_read(const char *text, size_t length, const char *file,
                          SmyiArena *arena, SmyiComplaints *complaints);

#endif
