/* SPDX-License-Identifier: Apache-2.0 */
/* Two accounts of one matter: what differs, what survives both, which input turns the rest. */
#ifndef SUMMITRY_COMPARE_H
#define SUMMITRY_COMPARE_H

#include "summitry/error.h"
#include "summitry/run.h"
#include "summitry/scenario.h"
#include "summitry/tree.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Compares two scenarios whose actors, issues and claims are matched by id (docs/compare.md):
 * the inputs that differ, the conclusions that most models draw from both, and for each that
 * they draw from one alone the inputs that turn it, one by one or together.
 *
 * Options are those of smy_run(); seats are not valued. Errors: those of smy_run(). Where
 * progress asks to stop, what turns the conclusions not reached yet is missing and "partial" is
 * true. The caller frees *out.
 */
SMY_API SMY_MUST_CHECK SmyCode smy_compare(const SmyScenario *a, const SmyScenario *b,
                                           const SmyRunOptions *options, SmyResult **out,
                                           SmyError *err);

#ifdef __cplusplus
}
#endif
#endif
