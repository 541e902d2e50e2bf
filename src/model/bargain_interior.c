/* SPDX-License-Identifier: Apache-2.0 */
/* The convex programmes of bargaining with quadratic loss: a primal-dual interior method. */
#include "model/bargain_smooth.h"

SmyiSmooth *smyi_smooth_new(size_t n_actors, size_t n_issues, SmyiArena *mem)
{
    size_t n = n_actors, m = n_issues, k = n > m ? n : m;
    SmyiSmooth *w = SMYI_NEW(mem, 1, SmyiSmooth);
    double *room = SMYI_NEW(mem, 10 * n + 4 * m, double);
    bool *flags = SMYI_NEW(mem, n + m, bool);
    if (!w)
        return NULL;
    w->gradient = SMYI_NEW(mem, n * m, double);
    w->matrix = SMYI_NEW(mem, (k + 1) * (k + 2), double);
    w->kept = SMYI_NEW(mem, 2 * n + m + 1, double);
    if (!room || !flags || !w->gradient || !w->matrix || !w->kept)
        return NULL;
    double **const rows[] = {&w->gain, &w->unit, &w->least,      &w->weight,    &w->force,
                             &w->dual, &w->gap,  &w->slack_step, &w->dual_step, &w->slack};
    double **const columns[] = {&w->x, &w->bend, &w->right, &w->step};
    for (size_t p = 0; p < sizeof rows / sizeof *rows; p++, room += n)
        *rows[p] = room;
    for (size_t p = 0; p < sizeof columns / sizeof *columns; p++, room += m)
        *columns[p] = room;
    w->settled = flags;
    w->counts = flags + m;
    return w;
}

void smyi_smooth_look(SmyiSmooth *w, const SmyiBargain *b)
{
    for (size_t a = 0; a < w->n; a++) {
        w->gain[a] = smyi_bargain_gain(b, a, w->x);
        for (size_t i = 0; i < w->m; i++) {
            double share = w->settled[i] ? 0 : b->share[a * w->m + i];
            w->gradient[a * w->m + i] =
                share > 0 ? 2 * share * (b->position[a * w->m + i] - w->x[i]) : 0;
        }
    }
}

/* Slacks above 0 at the present x, with a level that leaves room, and their multipliers. */
static void start(SmyiSmooth *w)
{
    double level = HUGE_VAL;
    for (size_t a = 0; a < w->n; a++)
        if (w->counts[a] && w->unit[a] > 0)
            level = fmin(level, (w->gain[a] - w->least[a]) / w->unit[a]);
    w->level = w->has_level ? level - .01 : 0;
    for (size_t a = 0; a < w->n; a++) {
        w->slack[a] = fmax(w->gain[a] - w->unit[a] * w->level - w->least[a], 1e-4);
        w->dual[a] = w->counts[a] ? .01 / w->slack[a] : 0;
    }
}

/* Leftovers of the conditions for a maximum, as shares of their terms: the largest. */
static double leftovers(SmyiSmooth *w, const SmyiBargain *b)
{
    size_t m = w->m;
    double most = 0;
    smyi_smooth_look(w, b);
    for (size_t i = 0; i < m; i++) {
        double size = 1;
        w->right[i] = w->bend[i] = 0;
        for (size_t a = 0; a < w->n; a++) {
            double force = w->weight[a] + w->dual[a], pull = force * w->gradient[a * m + i];
            w->right[i] += pull;
            w->bend[i] += 2 * force * b->share[a * m + i];
            size += fabs(pull);
        }
        most = fmax(most, fabs(w->right[i]) / size);
    }
    w->level_gap = w->has_level ? 1 : 0;
    for (size_t a = 0; a < w->n; a++) {
        w->level_gap -= w->dual[a] * w->unit[a];
        w->gap[a] = w->gain[a] - w->unit[a] * w->level - w->least[a] - w->slack[a];
        most = w->counts[a] ? fmax(most, fabs(w->gap[a])) : most;
    }
    return fmax(most, fabs(w->level_gap));
}

/* gradient_a . bend^-1, to which settled issues add nothing. */
static void soften(const SmyiSmooth *w, size_t a, double *row)
{
    const double *gradient = w->gradient + a * w->m;
    for (size_t i = 0; i < w->m; i++)
        row[i] = !w->settled[i] && gradient[i] != 0 ? gradient[i] / w->bend[i] : 0;
}

static double dot(const double *row, const double *v, size_t m)
{
    double sum = 0;
    for (size_t i = 0; i < m; i++)
        sum += row[i] * v[i];
    return sum;
}

/*
 * Equations for the change of the multipliers and of the level, the package eliminated. The
 * part of the multipliers is symmetric: entries left of the diagonal give those above it.
 */
static size_t set_equations(SmyiSmooth *w, double target)
{
    size_t rows = 0, r = 0, m = w->m;
    double *soft = w->step; /* found later */
    for (size_t a = 0; a < w->n; a++)
        rows += w->counts[a];
    size_t size = rows + w->has_level, width = size + 1;
    for (size_t a = 0; a < w->n; a++) {
        if (!w->counts[a])
            continue;
        double *line = w->matrix + r * width;
        soften(w, a, soft);
        for (size_t c = 0, column = 0; c <= a; c++)
            if (w->counts[c]) {
                line[column] = dot(soft, w->gradient + c * m, m);
                w->matrix[column * width + r] = line[column];
                column++;
            }
        line[r] +=
            1e-11 * line[r] + w->slack[a] / w->dual[a]; /* twins: solvable all the same */
        line[size] = target / w->dual[a] - w->slack[a] - w->gap[a] - dot(soft, w->right, m);
        if (w->has_level) {
            line[rows] = -w->unit[a];
            w->matrix[rows * width + r] = w->unit[a];
        }
        r++;
    }
    if (w->has_level) {
        w->matrix[rows * width + rows] = 0;
        w->matrix[rows * width + size] = w->level_gap;
    }
    return size;
}

/* Newton's step towards dual x slack = target in every row. */
static void find_step(SmyiSmooth *w, double target)
{
    size_t m = w->m, size = set_equations(w, target), r = 0;
    smyi_eliminate(w->matrix, size, w->matrix);
    for (size_t i = 0; i < m; i++)
        w->step[i] = w->settled[i] ? 0 : w->right[i];
    for (size_t a = 0; a < w->n; a++) {
        if (!w->counts[a])
            continue;
        double change = w->matrix[r++];
        w->dual_step[a] = change;
        w->slack_step[a] =
            target / w->dual[a] - w->slack[a] - w->slack[a] / w->dual[a] * change;
        for (size_t i = 0; i < m; i++)
            w->step[i] += change * w->gradient[a * m + i];
    }
    w->level_step = w->has_level ? w->matrix[r] : 0;
    for (size_t i = 0; i < m; i++)
        w->step[i] = w->settled[i] || !(w->bend[i] > 0) ? 0 : w->step[i] / w->bend[i];
}

/* The longest step, at most 2, after which slacks and multipliers are not below 0. */
static double longest(const SmyiSmooth *w)
{
    double t = 2;
    for (size_t a = 0; a < w->n; a++) {
        if (!w->counts[a])
            continue;
        if (w->slack_step[a] < 0)
            t = fmin(t, -w->slack[a] / w->slack_step[a]);
        if (w->dual_step[a] < 0)
            t = fmin(t, -w->dual[a] / w->dual_step[a]);
    }
    return t;
}

/* Mean of dual x slack after `t` of the step. */
static double mean_product(const SmyiSmooth *w, double t)
{
    double sum = 0, rows = 0;
    for (size_t a = 0; a < w->n; a++)
        if (w->counts[a]) {
            sum +=
                (w->slack[a] + t * w->slack_step[a]) * (w->dual[a] + t * w->dual_step[a]);
            rows++;
        }
    return rows > 0 ? sum / rows : 0;
}

static void advance(SmyiSmooth *w, double t)
{
    for (size_t i = 0; i < w->m; i++)
        w->x[i] += w->settled[i] ? 0 : t * w->step[i];
    w->level += t * w->level_step;
    for (size_t a = 0; a < w->n; a++)
        if (w->counts[a]) {
            w->slack[a] += t * w->slack_step[a];
            w->dual[a] += t * w->dual_step[a];
        }
}

/* Units of at most 1, so that the multipliers are of order 1. */
static double rescale(SmyiSmooth *w, double by)
{
    for (size_t a = 0; a < w->n; a++)
        w->unit[a] *= by;
    w->level /= by;
    return by;
}

/* The iterate, put by and taken back. */
static double keep(SmyiSmooth *w, double left)
{
    double *to = w->kept;
    for (size_t i = 0; i < w->m; i++)
        *to++ = w->x[i];
    for (size_t a = 0; a < w->n; a++) {
        *to++ = w->slack[a];
        *to++ = w->dual[a];
    }
    *to = w->level;
    return left;
}

static double restore(SmyiSmooth *w, double left)
{
    const double *from = w->kept;
    for (size_t i = 0; i < w->m; i++)
        w->x[i] = *from++;
    for (size_t a = 0; a < w->n; a++) {
        w->slack[a] = *from++;
        w->dual[a] = *from++;
    }
    w->level = *from;
    return left;
}

bool smyi_smooth_maximise(SmyiSmooth *w, const SmyiBargain *b)
{
    double left = HUGE_VAL, kept = HUGE_VAL, product = HUGE_VAL, most = 0;
    for (size_t a = 0; a < w->n; a++)
        most = w->counts[a] ? fmax(most, w->unit[a]) : most;
    if (w->has_level && !(most > 0))
        return w->level = 0, true; /* nobody is left */
    double scale = w->has_level ? rescale(w, 1 / most) : 1;
    smyi_smooth_look(w, b);
    start(w);
    for (int round = 0; round < 100; round++) {
        left = leftovers(w, b);
        product = mean_product(w, 0);
        if (product <= 1e-18 && left <= 1e-13)
            break;
        if (product <= 1e-16 && left >= kept && kept <= 1e-10) {
            left = restore(w, kept); /* rounding: it was better before */
            break;
        }
        if (product <= 1e-16)
            kept = keep(w, left);
        find_step(w, 0);
        double t = fmin(longest(w), 1),
               ahead = product > 0 ? mean_product(w, t) / product : 0;
        if (round > 30) /* it goes in circles: stay further from the edge */
            ahead = fmax(ahead, .7);
        find_step(w, ahead * ahead * ahead * product);
        double edge = fmin(fmax(.9, 1 - 10 * product), .99999); /* never quite to 0 */
        advance(w, fmin(edge * longest(w), 1));
    }
    for (size_t a = 0; a < w->n; a++)
        w->force[a] = w->weight[a] + w->dual[a];
    rescale(w, 1 / scale);
    smyi_smooth_look(w, b);
    return left <= 1e-9 && product <= 1e-12;
}
