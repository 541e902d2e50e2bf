/* SPDX-License-Identifier: Apache-2.0 */
/* The scenario as the options --as-of, --set, --seat ... would have it. */
#ifndef CLI_VARY_H
#define CLI_VARY_H

#include "command.h"

/**
 * Replaces *scenario by its variation where the options ask for one; complaints go to `read`.
 * False: *err says why, and *scenario is as it was.
 */
bool vary(const Settings *settings, const SmyReadOptions *read, SmyScenario **scenario,
          SmyError *err);

#endif
