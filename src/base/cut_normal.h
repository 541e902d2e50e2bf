/* SPDX-License-Identifier: Apache-2.0 */
/* Quantiles of a normal distribution cut to a window. */
#ifndef SMYI_BASE_CUT_NORMAL_H
#define SMYI_BASE_CUT_NORMAL_H

#include <stddef.h>

/**
 * out[k] = the quantile at u[k] in (0,1) of a normal (mean, sd > 0) given that it lies in
 * low..high, low < high; wherever the window is and however narrow. Error 1e-12 relative to
 * the larger of |low| and |high|. out may be u.
 */
void smyi_cut_normal_quantiles(double mean, double sd, double low, double high,
                               const double *u, size_t n, double *out);

#endif
