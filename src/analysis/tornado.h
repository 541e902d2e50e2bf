/* SPDX-License-Identifier: Apache-2.0 */
/* A tornado: each input alone from its low end to its high one, all others at their points. */
#ifndef SMYI_ANALYSIS_TORNADO_H
#define SMYI_ANALYSIS_TORNADO_H

#include "analysis/asked.h"
#include "analysis/factors.h"

typedef struct SmyiTornado {
    double *base;       /* [outputs] with every input at its point */
    double *low, *high; /* [outputs x factors] with the factor's inputs at that end */
} SmyiTornado;

/**
 * Answers 1 + 2 n questions, n the number of factors. Models with a distribution count as
 * their median. The arrays of *out are in `mem`. SMY_OK or SMY_ERR_NOMEM.
 */
SmyCode smyi_tornado(const SmyiAsked *asked, const SmyiFactors *factors, SmyiArena *mem,
                     SmyiTornado *out);

#endif
