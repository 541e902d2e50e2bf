/* SPDX-License-Identifier: Apache-2.0 */
/* Small systems of linear equations. */
#include "model/bargain.h"

void smyi_eliminate(double *matrix, size_t n, double *y)
{
    for (size_t c = 0; c < n; c++) {
        size_t best = c, width = n + 1;
        for (size_t r = c + 1; r < n; r++)
            if (fabs(matrix[r * width + c]) > fabs(matrix[best * width + c]))
                best = r;
        for (size_t d = c; best != c && d < width; d++) {
            double keep = matrix[c * width + d];
            matrix[c * width + d] = matrix[best * width + d];
            matrix[best * width + d] = keep;
        }
        for (size_t r = c + 1; r < n; r++) {
            double factor = matrix[r * width + c] / matrix[c * width + c];
            for (size_t d = c; factor != 0 && d < width; d++)
                matrix[r * width + d] -= factor * matrix[c * width + d];
        }
    }
    for (size_t r = n; r-- > 0;) {
        double sum = matrix[r * (n + 1) + n];
        for (size_t d = r + 1; d < n; d++)
            sum -= matrix[r * (n + 1) + d] * matrix[d * (n + 1) + n];
        matrix[r * (n + 1) + n] = sum / matrix[r * (n + 1) + r];
    }
    for (size_t r = 0; r < n; r++)
        y[r] = matrix[r * (n + 1) + n];
}
