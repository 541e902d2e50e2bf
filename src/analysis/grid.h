/* SPDX-License-Identifier: Apache-2.0 */
/* Distributions summed on a grid over the scale. */
#ifndef SMYI_ANALYSIS_GRID_H
#define SMYI_ANALYSIS_GRID_H

#include "model/model.h"

enum { SMYI_GRID = 101 /* points of the scale that averaged distributions are kept on */ };

/** Adds weight to the mass of each grid point nearest to a value of the distribution. */
void smyi_distribution_on_grid(const SmyiOutcome *outcome, size_t n_lanes, size_t issue,
                               size_t lane, double *mass);

/** The same for every lane that is SMY_STATUS_OK, in their order, and to the same bits. */
void smyi_distributions_on_grid(const SmyiOutcome *outcome, size_t n_lanes, size_t issue,
                                double *mass);

#endif
