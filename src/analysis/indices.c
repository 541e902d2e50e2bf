/* SPDX-License-Identifier: Apache-2.0 */
/* Sobol indices of a sample, with their intervals. */
#include <math.h>
#include <stdlib.h>

#include "analysis/saltelli.h"
#include "base/random.h"
#include "base/statistics.h"
#include "base/sums.h"

enum { AT_ONCE = 8 /* resamples that pass over the rows together */ };

/*
 * What the estimators sum over the rows that count, answers taken off their mean. With
 * several outputs each is their mean in that row.
 */
typedef struct Terms {
    size_t n, n_factors, n_outputs;
    double *level, *square;        /* [n] (a+b)/2, (a^2+b^2)/2 */
    double *within;                /* [n] variance over the outputs, of a and of b */
    double *level_of;              /* [outputs x n] (a+b)/2 of each output */
    double *product, *step, *jump; /* [factors x n] b(ab-a), ab-a, (ab-a)^2/2 */
    unsigned char *moves;          /* [factors] some jump is not 0 */
} Terms;

/* ---- The terms of each row ---- */

static bool is_defined(const SmyiSaltelli *s, const size_t *outputs, size_t n_outputs,
                       size_t row)
{
    for (size_t o = 0; o < n_outputs; o++) {
        size_t at = outputs[o] * s->n_rows + row;
        bool defined = isfinite(s->a[at]) && isfinite(s->b[at]);
        for (size_t i = 0; i < s->n_factors && defined; i++)
            defined = isfinite(s->ab[i * s->n_outputs * s->n_rows + at]);
        if (!defined)
            return false;
    }
    return true;
}

static double mean_of(const SmyiSaltelli *s, size_t output, const size_t *rows, size_t n)
{
    double sum = 0, lost = 0;
    for (size_t r = 0; r < n; r++) {
        smyi_add(&sum, &lost, s->a[output * s->n_rows + rows[r]]);
        smyi_add(&sum, &lost, s->b[output * s->n_rows + rows[r]]);
    }
    return (sum + lost) / (2 * (double)n);
}

static bool new_terms(size_t n, size_t n_factors, size_t n_outputs, SmyiArena *mem,
                      Terms *t)
{
    *t = (Terms){.n = n,
                 .n_factors = n_factors,
                 .n_outputs = n_outputs,
                 .level = SMYI_NEW(mem, n, double),
                 .square = SMYI_NEW(mem, n, double),
                 .within = SMYI_NEW(mem, n, double),
                 .level_of = SMYI_NEW(mem, n_outputs * n, double),
                 .product = SMYI_NEW(mem, n_factors * n, double),
                 .step = SMYI_NEW(mem, n_factors * n, double),
                 .jump = SMYI_NEW(mem, n_factors * n, double),
                 .moves = SMYI_NEW(mem, n_factors, unsigned char)};
    return t->level && t->square && t->within && t->level_of && t->product && t->step &&
           t->jump && t->moves;
}

typedef struct Chosen {
    const SmyiSaltelli *sample;
    const size_t *outputs;
    const double *off; /* [outputs] mean that is taken off */
    size_t n_outputs;
    bool apart;
} Chosen;

static void fill_row(const Chosen *c, size_t row, size_t r, Terms *t)
{
    const SmyiSaltelli *s = c->sample;
    double share = 1 / (double)c->n_outputs, mean_a = 0, mean_b = 0, square = 0;
    for (size_t o = 0; o < c->n_outputs; o++) {
        size_t at = c->outputs[o] * s->n_rows + row;
        double a = s->a[at] - c->off[o], b = s->b[at] - c->off[o];
        mean_a += share * a, mean_b += share * b;
        square += share * (a * a + b * b) / 2;
        t->level_of[o * t->n + r] = (a + b) / 2;
    }
    t->level[r] = (mean_a + mean_b) / 2;
    t->square[r] = square;
    t->within[r] = fmax(0, square - (mean_a * mean_a + mean_b * mean_b) / 2);
    for (size_t i = 0; i < t->n_factors; i++) {
        double product = 0, step = 0, jump = 0;
        for (size_t o = 0; o < c->n_outputs; o++) {
            size_t at = c->outputs[o] * s->n_rows + row;
            double d = s->ab[i * s->n_outputs * s->n_rows + at] - s->a[at];
            product += share * (s->b[at] - c->off[o]) * d;
            step += share * d;
            jump += share * d * d / 2;
        }
        t->product[i * t->n + r] = c->apart ? product : mean_b * step;
        t->step[i * t->n + r] = c->apart ? 0 : step;
        t->jump[i * t->n + r] = jump;
        t->moves[i] |= jump > 0;
    }
}

/* ---- Estimates from weighted rows ---- */

typedef struct Estimates { /* of AT_ONCE resamples, or of the sample in lane 0 */
    double level[AT_ONCE], variance[AT_ONCE];
    double choice_first[AT_ONCE], choice_total[AT_ONCE];
} Estimates;

/* out[j] = sum_r x[r] weight[r][j], in ascending order of rows. */
SMYI_KERNEL static void weigh(const double *restrict x, const double *restrict weight,
                              size_t n, double out[AT_ONCE])
{
    double sum[AT_ONCE] = {0};
    for (size_t r = 0; r < n; r++)
        for (size_t j = 0; j < AT_ONCE; j++)
            sum[j] += x[r] * weight[r * AT_ONCE + j];
    for (size_t j = 0; j < AT_ONCE; j++)
        out[j] = sum[j] / (double)n;
}

static void estimate_variance(const Terms *t, const double *weight, Estimates *e)
{
    double square[AT_ONCE], between[AT_ONCE] = {0};
    weigh(t->level, weight, t->n, e->level);
    weigh(t->square, weight, t->n, square);
    weigh(t->within, weight, t->n, e->choice_total);
    for (size_t o = 0; o < t->n_outputs; o++) {
        double level[AT_ONCE];
        weigh(t->level_of + o * t->n, weight, t->n, level);
        for (size_t j = 0; j < AT_ONCE; j++)
            between[j] +=
                (level[j] - e->level[j]) * (level[j] - e->level[j]) / (double)t->n_outputs;
    }
    for (size_t j = 0; j < AT_ONCE; j++) {
        double v = square[j] - e->level[j] * e->level[j];
        e->variance[j] = v > 0 ? v : 0;
        e->choice_first[j] = v > 0 ? between[j] / v : 0;
        e->choice_total[j] = v > 0 ? e->choice_total[j] / v : 0;
    }
}

static void estimate_factor(const Terms *t, const double *weight, const Estimates *e,
                            size_t i, double first[AT_ONCE], double total[AT_ONCE])
{
    double product[AT_ONCE], step[AT_ONCE], jump[AT_ONCE];
    weigh(t->product + i * t->n, weight, t->n, product);
    weigh(t->step + i * t->n, weight, t->n, step);
    weigh(t->jump + i * t->n, weight, t->n, jump);
    for (size_t j = 0; j < AT_ONCE; j++) {
        double v = e->variance[j];
        first[j] = v > 0 ? (product[j] - e->level[j] * step[j]) / v : 0;
        total[j] = v > 0 ? jump[j] / v : 0;
    }
}

/* ---- The bootstrap ---- */

typedef struct Boot {
    const Terms *terms;
    const SmyiIndicesOptions *options;
    double *first, *total; /* [factors + 1 x resamples], the last those of the choice */
} Boot;

/* How often each row is drawn in AT_ONCE resamples: weight [rows x AT_ONCE]. */
static bool draw_weights(const Boot *boot, uint64_t first, SmyiArena *mem, double *weight)
{
    size_t n = boot->terms->n;
    double *u = SMYI_NEW(mem, n * AT_ONCE, double);
    if (!u)
        return false;
    smyi_uniforms(boot->options->seed, SMYI_STREAM_BOOTSTRAP, first, AT_ONCE, 0, n, u);
    for (size_t r = 0; r < n; r++)
        for (size_t j = 0; j < AT_ONCE; j++)
            weight[(size_t)(u[r * AT_ONCE + j] * (double)n) * AT_ONCE + j] += 1;
    return true;
}

static SmyCode resample(void *cookie, size_t index, SmyiArena *mem)
{
    const Boot *boot = cookie;
    const Terms *t = boot->terms;
    size_t resamples = (size_t)boot->options->resamples, first = index * AT_ONCE;
    size_t n = resamples - first < AT_ONCE ? resamples - first : AT_ONCE;
    double *weight = SMYI_NEW(mem, t->n * AT_ONCE, double);
    Estimates e;
    if (!weight || !draw_weights(boot, first, mem, weight))
        return SMY_ERR_NOMEM;
    estimate_variance(t, weight, &e);
    for (size_t i = 0; i <= t->n_factors; i++) {
        double s[AT_ONCE], total[AT_ONCE];
        bool choice = i == t->n_factors;
        if (!choice && !t->moves[i])
            continue;
        if (!choice)
            estimate_factor(t, weight, &e, i, s, total);
        for (size_t j = 0; j < n; j++) {
            boot->first[i * resamples + first + j] = choice ? e.choice_first[j] : s[j];
            boot->total[i * resamples + first + j] = choice ? e.choice_total[j] : total[j];
        }
    }
    return SMY_OK;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void interval(double *values, size_t n, SmyiIndexed *out)
{
    qsort(values, n, sizeof *values, ascending);
    out->low = smyi_quantile_sorted(values, n, .025);
    out->high = smyi_quantile_sorted(values, n, .975);
}

static SmyCode bootstrap(const Terms *t, const SmyiIndicesOptions *o, SmyiArena *mem,
                         SmyiIndices *out)
{
    size_t n = (size_t)o->resamples;
    Boot boot = {t, o, SMYI_NEW(mem, (t->n_factors + 1) * n, double),
                 SMYI_NEW(mem, (t->n_factors + 1) * n, double)};
    if (!boot.first || !boot.total)
        return SMY_ERR_NOMEM;
    SmyCode code = smyi_parallel((n + AT_ONCE - 1) / AT_ONCE, o->threads, resample, &boot,
                                 NULL, NULL, NULL);
    for (size_t i = 0; i <= t->n_factors && code == SMY_OK; i++) {
        SmyiEffect *effect = i == t->n_factors ? &out->choice : &out->effects[i];
        if (i < t->n_factors && !t->moves[i]) {
            effect->first.low = effect->first.high = 0;
            effect->total.low = effect->total.high = 0;
            continue;
        }
        interval(boot.first + i * n, n, &effect->first);
        interval(boot.total + i * n, n, &effect->total);
    }
    return code;
}

/* ---- All of it ---- */

static const SmyiIndexed none_yet = {0, (double)NAN, (double)NAN};

/* Variance that is nothing but rounding: of answers near `size`, in fewer than 48 bits. */
static bool is_rounding(double variance, double size)
{
    return !(variance > size * size * 0x1p-96);
}

static SmyCode estimate(const Chosen *chosen, const size_t *rows,
                        const SmyiIndicesOptions *options, SmyiArena *mem, SmyiIndices *out)
{
    Terms t;
    Estimates e;
    size_t n = out->n_rows;
    double *ones = SMYI_NEW(mem, n * AT_ONCE, double), size = 0;
    if (!ones || !new_terms(n, chosen->sample->n_factors, chosen->n_outputs, mem, &t))
        return SMY_ERR_NOMEM;
    for (size_t r = 0; r < n; r++)
        fill_row(chosen, rows[r], r, &t);
    for (size_t r = 0; r < n * AT_ONCE; r++)
        ones[r] = 1;
    for (size_t o = 0; o < chosen->n_outputs; o++)
        size = fmax(size, fabs(chosen->off[o]));
    estimate_variance(&t, ones, &e);
    out->constant = is_rounding(e.variance[0], size);
    out->variance = out->constant ? 0 : e.variance[0];
    if (out->constant)
        return SMY_OK;
    out->choice.first.value = e.choice_first[0];
    out->choice.total.value = e.choice_total[0];
    for (size_t i = 0; i < t.n_factors; i++) {
        double first[AT_ONCE], total[AT_ONCE];
        estimate_factor(&t, ones, &e, i, first, total);
        out->effects[i].first.value = first[0];
        out->effects[i].total.value = total[0];
    }
    return options->resamples ? bootstrap(&t, options, mem, out) : SMY_OK;
}

static SmyCode count_and_estimate(const SmyiSaltelli *s, const size_t *outputs,
                                  size_t n_outputs, const SmyiIndicesOptions *options,
                                  SmyiArena *mem, SmyiIndices *out)
{
    size_t *rows = SMYI_NEW(mem, s->n_rows, size_t);
    double *off = SMYI_NEW(mem, n_outputs, double), mean = 0;
    if (!rows || !off)
        return SMY_ERR_NOMEM;
    for (size_t r = 0; r < s->n_rows; r++)
        if (n_outputs > 0 && is_defined(s, outputs, n_outputs, r))
            rows[out->n_rows++] = r;
    out->undefined = 1 - (double)out->n_rows / (double)s->n_rows;
    out->constant = true;
    out->mean = (double)NAN;
    if (out->n_rows == 0)
        return SMY_OK;
    for (size_t o = 0; o < n_outputs; o++) {
        off[o] = mean_of(s, outputs[o], rows, out->n_rows);
        mean += off[o] / (double)n_outputs;
    }
    for (size_t o = 0; o < n_outputs && !options->apart; o++)
        off[o] = mean;
    out->mean = mean;
    Chosen chosen = {s, outputs, off, n_outputs, options->apart};
    return estimate(&chosen, rows, options, mem, out);
}

SmyCode smyi_indices(const SmyiSaltelli *sample, const size_t *outputs, size_t n_outputs,
                     const SmyiIndicesOptions *options, SmyiArena *mem, SmyiIndices *out)
{
    *out = (SmyiIndices){.effects = SMYI_NEW(mem, sample->n_factors, SmyiEffect),
                         .choice = {none_yet, none_yet}};
    if (!out->effects)
        return SMY_ERR_NOMEM;
    for (size_t i = 0; i < sample->n_factors; i++)
        out->effects[i] = (SmyiEffect){none_yet, none_yet};
    SmyiMark mark = smyi_arena_mark(mem);
    SmyCode code = count_and_estimate(sample, outputs, n_outputs, options, mem, out);
    smyi_arena_rewind(mem, mark);
    return code;
}
