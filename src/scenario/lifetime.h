/* SPDX-License-Identifier: Apache-2.0 */
/* Beginning and end of a scenario; variations share parts of their base. */
#ifndef SMYI_SCENARIO_LIFETIME_H
#define SMYI_SCENARIO_LIFETIME_H

#include "scenario/scenario.h"

/** An empty scenario, or NULL. smy_scenario_free() ends it. */
SmyScenario *smyi_scenario_new(void);

/**
 * A scenario that shares everything with `base`, or NULL; what shall differ is replaced in it
 * by what its own arena holds. The base's memory stays until both are freed.
 */
SmyScenario *smyi_scenario_share(const SmyScenario *base);

#endif
