/* SPDX-License-Identifier: Apache-2.0 */
/* What is said against what is meant: the worth of being believed, and what publics let pass. */
#ifndef SUMMITRY_BLUFF_H
#define SUMMITRY_BLUFF_H

#include "summitry/error.h"
#include "summitry/run.h"
#include "summitry/scenario.h"
#include "summitry/tree.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * For those who sit or ratify and say other than they mean: what each would gain, in what it
 * means, if the table took it at its word; from which share of the way on, were it true, the
 * answer would be another; what each promise buys and what leaving it costs; and which share of
 * all packages each leader and its publics would let pass (docs/bluff.md).
 *
 * Options are those of smy_run(); stated_positions is not used. Errors: those of smy_run().
 * Stopped by progress: what the draws done give, "partial" true. The caller frees *out.
 */
SMY_API SMY_MUST_CHECK SmyCode smy_bluff(const SmyScenario *scenario,
                                         const SmyRunOptions *options, SmyResult **out,
                                         SmyError *err);

#ifdef __cplusplus
}
#endif
#endif
