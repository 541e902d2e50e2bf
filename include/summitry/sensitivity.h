/* SPDX-License-Identifier: Apache-2.0 */
/* What an answer hangs on: which inputs drive it, by how much, and which would move it. */
#ifndef SUMMITRY_SENSITIVITY_H
#define SUMMITRY_SENSITIVITY_H

#include <stddef.h>
#include <stdint.h>

#include "summitry/error.h"
#include "summitry/run.h"
#include "summitry/scenario.h"
#include "summitry/tree.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How the inputs are turned (docs/sensitivity.md). */
typedef enum SmyMethod {
    SMY_METHOD_SOBOL,   /* shares of the variance: first and total Sobol indices */
    SMY_METHOD_MORRIS,  /* mean effects along random paths: cheap with many inputs */
    SMY_METHOD_TORNADO, /* one input at a time from its low end to its high one */
} SmyMethod;

typedef struct SmySensitivityOptions {
    SmyRunOptions run;  /* seed, threads, language, models, model_options, stated_positions,
                           quadratic_loss, progress and cookie; points: SMY_POINTS_SOBOL.
                           The rest is not read */
    SmyMethod method;   /* SMY_METHOD_SOBOL */
    uint64_t rows;      /* of the sample of Sobol, or paths of Morris; 0: 1024, 32 */
    uint64_t resamples; /* 1000, of the rows, for the intervals of Sobol; 0: none */
} SmySensitivityOptions;

/** Sets everything to the defaults named above. */
SMY_API void smy_sensitivity_options_init(SmySensitivityOptions *options);

/**
 * What the answer to `of` hangs on. `of` is a quantity or a condition as a claim names it:
 * "gain: ukraine", "outcome: territory", "seat_value: [a, b]", "{gain: us, above: 0}", or
 * "claim:ID". Answers with the tree of docs/result.md, part "Sensitivity".
 *
 * Errors: those of a claim's condition, with `of` for its place ("--of" for the file);
 * SMY_ERR_UNKNOWN, SMY_ERR_RANGE (a model, an option); SMY_ERR_LIMIT (more inputs or rows than
 * the method takes); SMY_ERR_CANCELLED (progress said stop); SMY_ERR_NOMEM.
 * The caller frees *out with smy_result_free(). options may be NULL.
 */
SMY_API SMY_MUST_CHECK SmyCode smy_sensitivity(const SmyScenario *scenario, const char *of,
                                               const SmySensitivityOptions *options,
                                               SmyResult **out, SmyError *err);

/**
 * Which input, moved by how much within its range, helps `actor` most: by its gain, or by the
 * answer to `of` (NULL: its gain). Each input is moved alone, all others at their points; where
 * the answer jumps, the place is found to a millionth of the range. options->run as above, the
 * rest is not read. Answers with the tree of docs/result.md, part "Levers".
 *
 * Errors: SMY_ERR_UNKNOWN (actor, model, option), those of `of`, SMY_ERR_CANCELLED,
 * SMY_ERR_NOMEM. The caller frees *out with smy_result_free(). options may be NULL.
 */
SMY_API SMY_MUST_CHECK SmyCode smy_levers(const SmyScenario *scenario, const char *actor,
                                          const char *of,
                                          const SmySensitivityOptions *options,
                                          SmyResult **out, SmyError *err);

#ifdef __cplusplus
}
#endif
#endif
