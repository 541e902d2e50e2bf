/* SPDX-License-Identifier: Apache-2.0 */
/* How sure the draws are of their answers. */
#include "analysis/convergence.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/statistics.h"
#include "base/sums.h"

enum { STEPS = 4 /* the last is all of the draws, each before it half as many */ };

/* ---- The least sure ---- */

typedef struct Moments {
    size_t n; /* values that are not NaN */
    double mean, error;
} Moments;

static Moments moments(const double *values, size_t n)
{
    double sum = 0, lost = 0, square = 0, square_lost = 0;
    Moments m = {0};
    for (size_t k = 0; k < n; k++)
        if (!isnan(values[k])) {
            smyi_add(&sum, &lost, values[k]);
            m.n++;
        }
    m.mean = m.n ? (sum + lost) / (double)m.n : (double)NAN;
    for (size_t k = 0; k < n; k++) {
        double d = values[k] - m.mean;
        if (!isnan(d))
            smyi_add(&square, &square_lost, d * d);
    }
    double freedom = (double)m.n * ((double)m.n - 1);
    m.error = m.n > 1 ? sqrt((square + square_lost) / freedom) : (double)NAN;
    return m;
}

static double claim_error(const SmyiInquiry *answer, const SmyiTally *t, size_t c)
{
    double n = (double)(answer->draws_done - t->undefined[c]);
    double p = n > 0 ? (double)t->holds[c] / n : 0;
    return n > 0 ? 100 * sqrt(p * (1 - p) / n) : 0;
}

SmyiLeastSure smyi_least_sure(const SmyiInquiry *answer, bool claims_alone)
{
    const SmyiFrame *f = answer->frame;
    SmyiLeastSure worst = {.actor = SMYI_NONE, .claim = SMYI_NONE};
    for (size_t s = 0; s < answer->n_findings; s++) {
        const SmyiTally *t = answer->findings[s].tally;
        for (size_t a = 0; t && a < f->n_actors && !claims_alone; a++) {
            Moments m = moments(t->gain + a * answer->draws, (size_t)answer->draws_done);
            if (m.error > worst.error)
                worst = (SmyiLeastSure){m.error, s, (int)a, SMYI_NONE};
        }
        for (size_t c = 0; t && answer->claims_drawn && c < f->scn->n_claims; c++) {
            double error = answer->claims_drawn[c] ? claim_error(answer, t, c) : 0;
            if (error > worst.error)
                worst = (SmyiLeastSure){error, s, SMYI_NONE, (int)c};
        }
    }
    return worst;
}

/* ---- As the draws went on ---- */

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Half of what the quantile would move by if one standard error more or fewer lay below it. */
static double quantile_error(const double *sorted, size_t n, double p)
{
    double step = sqrt(p * (1 - p) / (double)n);
    return (smyi_quantile_sorted(sorted, n, fmin(p + step, 1)) -
            smyi_quantile_sorted(sorted, n, fmax(p - step, 0))) /
           2;
}

static void add_step(const SmyiInquiry *answer, SmyNode *list, const double *values,
                     size_t draws)
{
    static const struct {
        const char *key;
        double p;
    } quantiles[] = {{"q10", .1}, {"q50", .5}, {"q90", .9}};
    SmyResult *r = answer->result;
    Moments m = moments(values, draws);
    size_t n = 0;
    for (size_t k = 0; k < draws; k++)
        if (!isnan(values[k]))
            answer->row[n++] = values[k];
    qsort(answer->row, n, sizeof *answer->row, ascending);
    SmyNode *node = smyi_add_object(r, list, NULL);
    smyi_add_number(r, node, "draws", (double)draws);
    SmyNode *mean = smyi_add_object(r, node, "mean");
    smyi_add_number(r, mean, "value", m.mean);
    smyi_add_number(r, mean, "error", m.error);
    for (size_t q = 0; q < 3; q++) {
        SmyNode *one = smyi_add_object(r, node, quantiles[q].key);
        double p = quantiles[q].p;
        smyi_add_number(r, one, "value",
                        n ? smyi_quantile_sorted(answer->row, n, p) : (double)NAN);
        smyi_add_number(r, one, "error",
                        n ? quantile_error(answer->row, n, p) : (double)NAN);
    }
}

static void add_running(const SmyiInquiry *answer, SmyNode *list, size_t model,
                        size_t actor)
{
    const SmyiFinding *finding = &answer->findings[model];
    SmyResult *r = answer->result;
    const double *values = finding->tally->gain + actor * answer->draws;
    SmyNode *node = smyi_add_object(r, list, NULL);
    smyi_add_text(r, node, "actor", answer->frame->scn->actors[actor].id);
    smyi_add_text(r, node, "model", finding->solver->model->info.id);
    SmyNode *steps = smyi_add_list(r, node, "steps");
    for (int step = STEPS - 1; step >= 0; step--)
        if (answer->draws_done >> step)
            add_step(answer, steps, values, (size_t)(answer->draws_done >> step));
}

static void add_least_sure(const SmyiInquiry *answer, SmyNode *node)
{
    SmyResult *r = answer->result;
    const SmyScenario *scn = answer->frame->scn;
    SmyiLeastSure worst = smyi_least_sure(answer, answer->claims_alone);
    bool any = worst.error > 0;
    smyi_add_number(r, node, "error", any ? worst.error : 0);
    smyi_add_text(r, node, "actor",
                  worst.actor == SMYI_NONE ? NULL : scn->actors[worst.actor].id);
    smyi_add_text(r, node, "claim",
                  worst.claim == SMYI_NONE ? NULL : scn->claims[worst.claim].id);
    smyi_add_text(r, node, "model",
                  any ? answer->findings[worst.model].solver->model->info.id : NULL);
}

void smyi_answer_convergence(const SmyiInquiry *answer, SmyNode *root)
{
    SmyResult *r = answer->result;
    const SmyiFrame *f = answer->frame;
    if (!answer->draws_done || !answer->shows_convergence) {
        smyi_add_null(r, root, "convergence");
        return;
    }
    SmyNode *node = smyi_add_object(r, root, "convergence");
    double asked = answer->until_error > 0 ? answer->until_error : (double)NAN;
    smyi_add_number(r, node, "until_error", asked);
    smyi_add_number(r, node, "most_draws", (double)answer->most_draws);
    SmyNode *worst = smyi_add_object(r, node, "least_sure");
    add_least_sure(answer, worst);
    SmyNode *list = smyi_add_list(r, node, "running");
    for (size_t s = 0; s < answer->n_findings; s++)
        for (size_t p = 0; p < f->n_players && answer->findings[s].tally; p++)
            add_running(answer, list, s, (size_t)f->players[p]);
}
