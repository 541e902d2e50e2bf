/* SPDX-License-Identifier: Apache-2.0 */
/* Where the numbers of the draws come from. */
#include "analysis/points.h"

#include "base/random.h"

const char *smyi_points_text(SmyPoints kind)
{
    return kind == SMY_POINTS_SOBOL ? "sobol" : kind == SMY_POINTS_OWEN ? "owen" : "random";
}

SmyCode smyi_points_new(SmyPoints kind, uint64_t seed, size_t n_numbers, size_t n_choices,
                        SmyiArena *mem, SmyiPoints *out, SmyError *err)
{
    *out = (SmyiPoints){
        .kind = kind, .seed = seed, .n_numbers = n_numbers, .n_choices = n_choices};
    if (kind == SMY_POINTS_RANDOM)
        return SMY_OK;
    size_t wanted = n_numbers + n_choices;
    if (wanted > SMYI_SOBOL_DIMENSIONS)
        return smyi_fail_at(err, SMY_ERR_LIMIT, (SmyiPlace){0}, "take random points",
                            "Sobol points have %d dimensions; here %zu are needed",
                            SMYI_SOBOL_DIMENSIONS, wanted);
    SmyiScramble scramble =
        kind == SMY_POINTS_OWEN ? SMYI_SCRAMBLE_OWEN : SMYI_SCRAMBLE_SHIFT;
    if (smyi_sobol_new(wanted, scramble, seed, mem, &out->sobol))
        return SMY_OK;
    return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
}

void smyi_points_numbers(const SmyiPoints *points, uint64_t first_draw, size_t n_draws,
                         size_t first_number, size_t n_numbers, double *out)
{
    if (points->kind == SMY_POINTS_RANDOM)
        smyi_uniforms(points->seed, SMYI_STREAM_INPUTS, first_draw, n_draws, first_number,
                      n_numbers, out);
    else
        smyi_sobol_uniforms(&points->sobol, first_draw, n_draws, first_number, n_numbers,
                            out);
}

void smyi_points_choices(const SmyiPoints *points, uint64_t first_draw, size_t n_draws,
                         size_t first_choice, size_t n_choices, double *out)
{
    if (points->kind == SMY_POINTS_RANDOM)
        smyi_uniforms(points->seed, SMYI_STREAM_CHOICES, first_draw, n_draws, first_choice,
                      n_choices, out);
    else
        smyi_sobol_uniforms(&points->sobol, first_draw, n_draws,
                            points->n_numbers + first_choice, n_choices, out);
}
