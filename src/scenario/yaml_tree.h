/* SPDX-License-Identifier: Apache-2.0 */
/* Growing a tree of values from the parser's events, within bounds. */
#ifndef SMYI_SCENARIO_YAML_TREE_H
#define SMYI_SCENARIO_YAML_TREE_H

#include <libfyaml.h>

#include "scenario/yaml.h"

typedef struct SmyiFrame {
    SmyiValue *container;
    SmyiValue *key; /* of a map: read, its value still to come */
} SmyiFrame;

/** Initialise with arena, complaints, file and text, and nothing else. */
typedef struct SmyiTreeBuilder {
    SmyiArena *arena;
    SmyiComplaints *complaints;
    const char *file, *text; /* the bytes that are parsed */
    SmyiFrame frames[SMYI_MOST_DEPTH];
    size_t depth, n_values;
    SmyiValue *block; /* values are taken from the arena in blocks */
    size_t block_left;
    SmyiPlace last;  /* of the latest value that has a place */
    SmyiValue *root; /* NULL until the document is closed */
    bool stop;       /* nothing more can be made of this file */
} SmyiTreeBuilder;

/** Takes one event of the stream. Complains about what is refused. */
void smyi_tree_take(SmyiTreeBuilder *build, struct fy_event *event);

#endif
