/* SPDX-License-Identifier: Apache-2.0 */
/* What if: a scenario with other estimates, another table, another day, levers pulled or dropped. */
#ifndef SUMMITRY_VARIATION_H
#define SUMMITRY_VARIATION_H

#include <stdbool.h>
#include <stddef.h>

#include "summitry/error.h"
#include "summitry/scenario.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What is to be different. It names things; whether they exist is known once it meets a scenario. */
typedef struct SmyVariation SmyVariation;

/** A variation that varies nothing yet. SMY_ERR_NOMEM. The caller frees *out. */
SMY_API SMY_MUST_CHECK SmyCode smy_variation_new(SmyVariation **out, SmyError *err);

/**
 * A variation from JSON (docs/variation.md): an object with the keys as_of, table, changes and
 * levers, each of which may be missing or null.
 *
 * Errors: SMY_ERR_SYNTAX with line and column, SMY_ERR_TYPE (no object), SMY_ERR_LIMIT (longer
 * than 8 MiB, deeper than 64), SMY_ERR_NOMEM. *out is NULL then; else the caller frees it.
 */
SMY_API SMY_MUST_CHECK SmyCode smy_variation_from_json(const char *text, size_t length,
                                                       SmyVariation **out, SmyError *err);
/** NULL is fine. */
SMY_API void smy_variation_free(SmyVariation *variation);

/*
 * The same piece by piece. All texts are copied. Errors: SMY_ERR_NOMEM, SMY_ERR_DUPLICATE (the
 * thing is varied twice), SMY_ERR_SYNTAX (a value that is no number and no range).
 */

/** The day looked at, YYYY-MM-DD. */
SMY_API SMY_MUST_CHECK SmyCode smy_variation_as_of(SmyVariation *variation,
                                                   const char *date, SmyError *err);
/** An input's estimate: "80", "70..95" (all as likely) or "70..80..95" (low, mode, high). */
SMY_API SMY_MUST_CHECK SmyCode smy_variation_set(SmyVariation *variation, const char *path,
                                                 const char *value, SmyError *err);
/** The actor sits, whatever its role was. */
SMY_API SMY_MUST_CHECK SmyCode smy_variation_seat(SmyVariation *variation,
                                                  const char *actor, SmyError *err);
/** The actor is left out, whatever its role was. */
SMY_API SMY_MUST_CHECK SmyCode smy_variation_leave_out(SmyVariation *variation,
                                                       const char *actor, SmyError *err);
/** The actor observes: its patron's positions move towards its own by `share` (0..1) of the way. */
SMY_API SMY_MUST_CHECK SmyCode smy_variation_observe(SmyVariation *variation,
                                                     const char *actor, const char *patron,
                                                     double share, SmyError *err);
/** The lever adds, whatever its dates and state (pulled), or does not (dropped). */
SMY_API SMY_MUST_CHECK SmyCode smy_variation_lever(SmyVariation *variation,
                                                   const char *lever, bool pulled,
                                                   SmyError *err);

/**
 * The scenario as it would be: a scenario like any other, to be run and to be varied again. What
 * the base was varied by stays, what is varied again is replaced. The rules are those of the
 * file; all complaints are given to options->complain in one pass, the first error also to
 * `err`, without a place unless the file's own. options may be NULL; its folders are not used.
 *
 * What does not differ is shared: the base may be freed before its variations, and what they
 * share lives as long as one of them does.
 *
 * Errors: what SMY_CODES names of a scenario file; SMY_ERR_NOMEM. *out is NULL then; else the
 * caller frees it with smy_scenario_free(). Cost: O(inputs + actors).
 */
SMY_API SMY_MUST_CHECK SmyCode smy_scenario_vary(const SmyScenario *base,
                                                 const SmyVariation *variation,
                                                 const SmyReadOptions *options,
                                                 SmyScenario **out, SmyError *err);

#ifdef __cplusplus
}
#endif
#endif
