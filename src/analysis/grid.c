/* SPDX-License-Identifier: Apache-2.0 */
/* Distributions summed on a grid over the scale. */
#include "analysis/grid.h"

static size_t point_of(double value)
{
    return (size_t)(value * (SMYI_GRID - 1) + .5);
}

void smyi_distribution_on_grid(const SmyiOutcome *outcome, size_t n, size_t issue,
                               size_t lane, double *mass)
{
    size_t first = issue * outcome->support * n + lane;
    for (size_t g = 0; g < outcome->support; g++) {
        double weight = outcome->mass[first + g * n];
        if (weight > 0)
            mass[point_of(outcome->value[first + g * n])] += weight;
    }
}

/* Whether all n numbers are the first. */
SMYI_KERNEL static bool are_one(size_t n, const double *x)
{
    int differ = 0;
    for (size_t k = 0; k < n; k++)
        differ |= x[k] != x[0];
    return !differ;
}

/* Whether each entry is one point of the grid in all lanes, and no other's: then its row is
 * summed by itself. */
static bool is_of_points(const SmyiOutcome *outcome, size_t n, size_t issue)
{
    const double *value = outcome->value + issue * outcome->support * n;
    const unsigned char *status = outcome->status + issue * n;
    for (size_t k = 0; k < n; k++)
        if (status[k] != SMY_STATUS_OK)
            return false;
    for (size_t g = 0; g < outcome->support; g++)
        if (!are_one(n, value + g * n) ||
            (g && point_of(value[g * n]) <= point_of(value[(g - 1) * n])))
            return false;
    return true;
}

enum { ROWS = 8 };

/* Some rows side by side, each lane after lane: none waits for another's sum. */
SMYI_INLINE void add_rows(size_t rows, size_t n, const double *restrict value,
                          const double *restrict weight, double *restrict mass)
{
    double sum[ROWS];
    for (size_t r = 0; r < rows; r++)
        sum[r] = mass[point_of(value[r * n])];
    for (size_t k = 0; k < n; k++)
        for (size_t r = 0; r < rows; r++)
            sum[r] += weight[r * n + k];
    for (size_t r = 0; r < rows; r++)
        mass[point_of(value[r * n])] = sum[r];
}

void smyi_distributions_on_grid(const SmyiOutcome *outcome, size_t n, size_t issue,
                                double *mass)
{
    size_t first = issue * outcome->support * n, g = 0;
    const double *value = outcome->value + first, *weight = outcome->mass + first;
    if (!is_of_points(outcome, n, issue)) {
        for (size_t k = 0; k < n; k++)
            if (outcome->status[issue * n + k] == SMY_STATUS_OK)
                smyi_distribution_on_grid(outcome, n, issue, k, mass);
        return;
    }
    for (; g + ROWS <= outcome->support; g += ROWS)
        add_rows(ROWS, n, value + g * n, weight + g * n, mass);
    for (; g < outcome->support; g++)
        add_rows(1, n, value + g * n, weight + g * n, mass);
}
