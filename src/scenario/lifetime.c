/* SPDX-License-Identifier: Apache-2.0 */
/* Beginning and end of a scenario; variations share parts of their base. */
#include "scenario/lifetime.h"

#include "base/memory.h"

static SmyScenario *take(void)
{
    SmyScenario *scenario = smyi_memory_take(sizeof *scenario);
    SmyiShare *share = smyi_memory_take(sizeof *share);
    if (!scenario || !share) {
        smyi_memory_give(scenario);
        smyi_memory_give(share);
        return NULL;
    }
    *scenario = (SmyScenario){.share = share};
    share->scenario = scenario;
    atomic_init(&share->users, 1);
    return scenario;
}

SmyScenario *smyi_scenario_new(void)
{
    SmyScenario *scenario = take();
    if (!scenario)
        return NULL;
    scenario->procedure.setter = SMYI_NONE;
    scenario->document_names.arena = &scenario->arena;
    scenario->actor_names.arena = &scenario->arena;
    scenario->issue_names.arena = &scenario->arena;
    scenario->input_paths.arena = &scenario->arena;
    return scenario;
}

SmyScenario *smyi_scenario_share(const SmyScenario *base)
{
    SmyScenario *scenario = take();
    if (!scenario)
        return NULL;
    SmyiShare *share = scenario->share;
    *scenario = *base;
    scenario->arena = (SmyiArena){0};
    scenario->share = share;
    scenario->base = base->share;
    (void)atomic_fetch_add(&base->share->users, 1);
    return scenario;
}

void smy_scenario_free(SmyScenario *scenario)
{
    SmyiShare *share = scenario ? scenario->share : NULL;
    while (share && atomic_fetch_sub(&share->users, 1) == 1) {
        SmyiShare *base = share->scenario->base;
        smyi_arena_free(&share->scenario->arena);
        smyi_memory_give(share->scenario);
        smyi_memory_give(share);
        share = base;
    }
}

const char *smy_scenario_id(const SmyScenario *scenario)
{
    return scenario->id;
}

const char *smy_scenario_sha256(const SmyScenario *scenario)
{
    return scenario->sha256;
}
