/* SPDX-License-Identifier: Apache-2.0 */
/* One lane of a block as a bargaining game of its own, and its answer put back. */
#include "base/sums.h"
#include "model/bargain.h"

bool smyi_bargain_new(SmyiBargain *b, const SmyiGame *game, SmyiArena *mem)
{
    size_t n = game->n_actors, m = game->n_issues;
    *b = (SmyiBargain){
        .quadratic = game->quadratic,
        .position = SMYI_NEW(mem, n * m, double),
        .share = SMYI_NEW(mem, n * m, double),
        .reach = SMYI_NEW(mem, n, double),
        .alpha = SMYI_NEW(mem, n, double),
        .unit = SMYI_NEW(mem, n, double),
        .status_quo = SMYI_NEW(mem, m, double),
        .x = SMYI_NEW(mem, m, double),
        .issue = SMYI_NEW(mem, m, size_t),
        .spare = SMYI_NEW(mem, 2 * n, double),
    };
    return b->position && b->share && b->reach && b->alpha && b->unit && b->status_quo &&
           b->x && b->issue && b->spare;
}

double smyi_bargain_gain(const SmyiBargain *b, size_t a, const double *x)
{
    const double *p = b->position + a * b->m, *s = b->share + a * b->m;
    double gain = b->reach[a], lost = 0;
    for (size_t i = 0; i < b->m; i++)
        if (s[i] > 0)
            smyi_add(&gain, &lost, -s[i] * smyi_bargain_loss(b, x[i] - p[i]));
    return gain + lost;
}

/* Row `to` from actor a: saliences and positions of all issues. Its total salience. */
static double read_party(SmyiBargain *b, const SmyiGame *game, size_t k, size_t a,
                         size_t to)
{
    size_t m = game->n_issues, n = game->n_lanes;
    double total = 0, lost = 0;
    for (size_t i = 0; i < m; i++) {
        size_t at = (a * m + i) * n + k;
        double p = game->position[at], s = p == p ? game->salience[at] : 0;
        b->position[to * m + i] = p == p ? p : 0;
        b->share[to * m + i] = s > 0 ? s : 0;
        smyi_add(&total, &lost, s > 0 ? s : 0);
    }
    return total + lost;
}

/* Keeps the issues on which somebody weighs, in order. */
static void keep_issues(SmyiBargain *b, const SmyiGame *game, size_t k)
{
    size_t all = game->n_issues, m = 0;
    for (size_t i = 0; i < all; i++)
        for (size_t a = 0; a < b->n; a++)
            if (b->share[a * all + i] > 0) {
                b->status_quo[m] = game->status_quo[i * game->n_lanes + k];
                b->issue[m++] = i;
                break;
            }
    b->m = m;
    if (m == all)
        return;
    for (size_t a = 0; a < b->n; a++)
        for (size_t i = 0; i < m;
             i++) { /* to the left or in place: never over unread cells */
            b->position[a * m + i] = b->position[a * all + b->issue[i]];
            b->share[a * m + i] = b->share[a * all + b->issue[i]];
        }
}

/* The gain at one's ideal: what the status quo is short of it, and the cost of no deal. */
static double reach(const SmyiBargain *b, size_t a, double no_deal)
{
    const double *p = b->position + a * b->m, *s = b->share + a * b->m;
    double sum = no_deal, lost = 0;
    for (size_t i = 0; i < b->m; i++)
        if (s[i] > 0)
            smyi_add(&sum, &lost, s[i] * smyi_bargain_loss(b, b->status_quo[i] - p[i]));
    return sum + lost;
}

void smyi_bargain_read(SmyiBargain *b, const SmyiGame *game, size_t k, SmyiAlpha alpha)
{
    size_t m = game->n_issues, n = game->n_lanes;
    double most = 0;
    b->n = 0;
    for (size_t a = 0; a < game->n_actors; a++) {
        double c = game->capability[a * n + k];
        double total = c > 0 ? read_party(b, game, k, a, b->n) : 0;
        if (!(total > 0))
            continue;
        for (size_t i = 0; i < m; i++)
            b->share[b->n * m + i] /= total;
        b->alpha[b->n] = c;
        b->reach[b->n] = game->no_deal[a * n + k]; /* completed below */
        most = fmax(most, c);
        b->n++;
    }
    keep_issues(b, game, k);
    for (size_t a = 0; a < b->n; a++) {
        b->alpha[a] = alpha == SMYI_ALPHA_EQUAL ? 1 : b->alpha[a] / most;
        b->unit[a] = b->alpha[a];
        b->reach[a] = reach(b, a, b->reach[a]);
    }
}

void smyi_bargain_write(const SmyiBargain *b, const SmyiGame *game, size_t k,
                        SmyStatus status, SmyiOutcome *out)
{
    size_t n = game->n_lanes;
    bool solved = status == SMY_STATUS_OK || status == SMY_STATUS_NOT_CONVERGED;
    for (size_t i = 0, j = 0; i < game->n_issues; i++) {
        double q = game->status_quo[i * n + k];
        bool at_stake = j < b->m && b->issue[j] == i;
        SmyStatus here =
            at_stake || status == SMY_STATUS_NO_AGREEMENT ? status : smyi_no_weight(q);
        out->point[i * n + k] = !at_stake                        ? q
                                : solved                         ? b->x[j]
                                : status == SMY_STATUS_UNDEFINED ? (double)NAN
                                                                 : q;
        out->status[i * n + k] =
            (unsigned char)(q == q || at_stake ? here : SMY_STATUS_UNDEFINED);
        j += at_stake;
    }
}
