/* SPDX-License-Identifier: Apache-2.0 */
/* Voting power under a scenario's procedure. */
#ifndef SUMMITRY_POWER_H
#define SUMMITRY_POWER_H

#include <stdint.h>

#include "summitry/error.h"
#include "summitry/scenario.h"
#include "summitry/tree.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Shapley-Shubik, Penrose and Banzhaf indices of everybody who has a vote or a veto under the
 * procedure's criteria, whoever sits (docs/power.md): a tree with the key "power", as in that of
 * smy_run(). `language` chooses texts (NULL: en); `seed` is of the samples of bodies too large to
 * count. The caller frees *out.
 * Errors: SMY_ERR_MISSING without criteria; SMY_ERR_CONFLICT as smy_run(); SMY_ERR_NOMEM.
 */
SMY_API SMY_MUST_CHECK SmyCode smy_power(const SmyScenario *scenario, const char *language,
                                         uint64_t seed, SmyResult **out, SmyError *err);

#ifdef __cplusplus
}
#endif
#endif
