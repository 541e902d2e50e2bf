/* SPDX-License-Identifier: Apache-2.0 */
/* An input's name in words: "Russia: position on Territory". */
#ifndef SMYI_SCENARIO_INPUT_TITLE_H
#define SMYI_SCENARIO_INPUT_TITLE_H

#include "scenario/scenario.h"

/** The words in `language`, or the input's path where nothing uses it. NULL: no memory. */
const char *smyi_input_title(const SmyScenario *scenario, size_t input,
                             const char *language, SmyiArena *mem);

/** The actor whose input it is (the first that holds it), or SMYI_NONE: of an issue. */
int smyi_input_actor(const SmyScenario *scenario, size_t input);

/** True where its actor can choose it: what it asks, accepts and says, how much it cares. */
bool smyi_input_is_chosen(const SmyScenario *scenario, size_t input);

#endif
