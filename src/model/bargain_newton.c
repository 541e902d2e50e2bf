/* SPDX-License-Identifier: Apache-2.0 */
/* Newton's step towards the Nash product, with the gains of those held kept as they are. */
#include "model/bargain_ascent.h"

/* Takes from v its part along `count` orthonormal rows, twice; what is left, squared. */
static double reject(const double *rows, size_t count, size_t k, double *v)
{
    double left = 0;
    for (size_t twice = 0; twice < 2 * count; twice++) {
        const double *row = rows + twice % count * k;
        double part = 0;
        for (size_t r = 0; r < k; r++)
            part += row[r] * v[r];
        for (size_t r = 0; r < k; r++)
            v[r] -= part * row[r];
    }
    for (size_t r = 0; r < k; r++)
        left += v[r] * v[r];
    return left;
}

static void append(double *rows, size_t *count, size_t k, const double *v, double square)
{
    for (size_t r = 0; r < k; r++)
        rows[*count * k + r] = v[r] / sqrt(square);
    (*count)++;
}

/*
 * Orthonormal directions that leave the gains of those held as they are: frame rows first ..
 * k - 1, after rows that span the held gains' slopes. The number of the first.
 */
static size_t find_directions(const SmyiPiecewise *w, SmyiAscent *s)
{
    size_t k = s->n_moving, count = 0, first;
    double *v = s->step;
    for (size_t a = 0; a < w->n && count < k; a++) {
        double size = 0;
        for (size_t r = 0; s->held[a] && r < k; r++) {
            v[r] = w->slope[s->segment[r] * w->n + a];
            size += v[r] * v[r];
        }
        double left = size > 0 ? reject(s->frame, count, k, v) : 0;
        if (left > 1e-20 * size)
            append(s->frame, &count, k, v, left);
    }
    for (first = count; count < k;) { /* the axis that is least spanned so far */
        size_t best = 0;
        double most = -1;
        for (size_t axis = 0; axis <= k; axis++) {
            for (size_t r = 0; r < k; r++)
                v[r] = r == (axis < k ? axis : best);
            double left = reject(s->frame, count, k, v);
            if (axis == k)
                append(s->frame, &count, k, v, left);
            else if (left > most + 1e-9) {
                most = left;
                best = axis;
            }
        }
    }
    return first;
}

/* slope[j x n]: change of the gains along each direction of the step. How many there are. */
static size_t set_slopes(const SmyiPiecewise *w, SmyiAscent *s)
{
    size_t k = s->n_moving, n = w->n, first = s->any_held ? find_directions(w, s) : 0;
    for (size_t j = 0; j < k - first; j++)
        for (size_t a = 0; a < n; a++) {
            double sum = 0;
            for (size_t r = 0; s->any_held && r < k; r++)
                sum += s->frame[(first + j) * k + r] * w->slope[s->segment[r] * n + a];
            s->slope[j * n + a] = s->any_held ? sum : w->slope[s->segment[j] * n + a];
        }
    return k - first;
}

double smyi_ascent_step(const SmyiPiecewise *w, const SmyiBargain *b, SmyiAscent *s)
{
    size_t k = s->n_moving, n = w->n, size = set_slopes(w, s);
    double trace = 0, most = 0, *matrix = s->matrix;
    for (size_t r = 0; r < size; r++) {
        double sum = 0, terms = 0;
        for (size_t c = 0; c < size; c++)
            matrix[r * (size + 1) + c] = 0;
        for (size_t a = 0; a < n; a++) {
            double pull = w->force[a] * s->slope[r * n + a];
            double bend = pull / b->alpha[a];
            sum += pull;
            terms += fabs(pull);
            for (size_t c = 0; c <= r; c++)
                matrix[r * (size + 1) + c] += bend * w->force[a] * s->slope[c * n + a];
        }
        matrix[r * (size + 1) + size] = sum;
        trace += matrix[r * (size + 1) + r];
        most = terms > 0 ? fmax(most, fabs(sum) / terms) : most;
    }
    for (size_t r = 0; r < size; r++) {
        matrix[r * (size + 1) + r] += 1e-12 * trace + 1e-300;
        for (size_t c = r + 1; c < size; c++)
            matrix[r * (size + 1) + c] = matrix[c * (size + 1) + r];
    }
    smyi_eliminate(matrix, size, matrix);
    size_t first = k - size;
    for (size_t r = 0; r < k; r++) {
        s->step[r] = s->any_held ? 0 : matrix[r];
        for (size_t j = 0; s->any_held && j < size; j++)
            s->step[r] += matrix[j] * s->frame[(first + j) * k + r];
    }
    return most;
}
