/* SPDX-License-Identifier: Apache-2.0 */
/* Who could move whom: what each lever of a scenario would change, and the fewest that turn a claim. */
#ifndef SUMMITRY_LEVERAGE_H
#define SUMMITRY_LEVERAGE_H

#include "summitry/error.h"
#include "summitry/run.h"
#include "summitry/scenario.h"
#include "summitry/tree.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Pulls each lever that does not add on the day looked at, drops each that does, alone and all
 * of one actor on another together, and says what that changes (docs/leverage.md). With the id
 * of a claim (NULL: none) also searches the fewest levers that turn its verdict: pooled odds
 * above one half, or without draws the share of the models. All sets up to the first size that
 * does are tried for at most 12 levers, up to three levers for more.
 *
 * Options are those of smy_run(); seats are not valued. Errors: those of smy_run(),
 * SMY_ERR_UNKNOWN (the claim). Stopped by progress: what is done, "partial" true. The caller
 * frees *out.
 */
SMY_API SMY_MUST_CHECK SmyCode smy_leverage(const SmyScenario *scenario,
                                            const SmyRunOptions *options, const char *claim,
                                            SmyResult **out, SmyError *err);

#ifdef __cplusplus
}
#endif
#endif
