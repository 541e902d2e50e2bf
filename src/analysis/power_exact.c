/* SPDX-License-Identifier: Apache-2.0 */
/* Voting power by generating functions: coalitions counted by size and weight, in integers. */
#include <math.h>
#include <string.h>

#include "analysis/power.h"
#include "base/kernel.h"
#include "base/sums.h"

static const double MOST_WEIGHT = 1e9; /* of a criterion, as a whole number */

/*
 * The body in whole numbers. A criterion whose players all weigh the same asks for a number of
 * members, which the size of a coalition tells; each of the others is a dimension of the
 * counts, sums 0..total. A sum of weights is one number: its place among the counts.
 */
typedef struct Grid {
    size_t n, n_dims;
    size_t *total;  /* [dims] */
    size_t *quota;  /* [dims] */
    size_t *stride; /* [dims] */
    size_t *weight; /* [dims x players] */
    size_t *step;   /* [players] what a player adds to a place */
    size_t cells;   /* places */
    size_t members; /* least size that wins */
    bool wide;      /* counts of two words */
} Grid;

/* Counts of coalitions, [n + 1 sizes x cells]; high words only where they are wide. */
typedef struct Counts {
    uint64_t *low, *high;
} Counts;

static bool is_whole(double x)
{
    return fabs(x - floor(x + .5)) <= 1e-9 * fmax(1, fabs(x));
}

/* The least power of ten that makes all weights of a criterion whole; 0: none does. */
static double scale_of(const double *weight, size_t n)
{
    for (double scale = 1; scale <= 1e9; scale *= 10) {
        bool whole = true;
        double total = 0;
        for (size_t a = 0; a < n; a++) {
            whole &= is_whole(scale * weight[a]);
            total += scale * weight[a];
        }
        if (total > MOST_WEIGHT)
            return 0;
        if (whole)
            return scale;
    }
    return 0;
}

static size_t common_divisor(size_t a, size_t b)
{
    while (b) {
        size_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* Weights as whole numbers without a common divisor, and the sum that meets the quota. */
static bool make_whole(const double *weight, double quota, size_t n, size_t *whole,
                       size_t *least, size_t *total)
{
    double scale = scale_of(weight, n);
    size_t divisor = 0;
    if (!(scale > 0))
        return false;
    for (size_t a = 0; a < n; a++) {
        whole[a] = (size_t)floor(scale * weight[a] + .5);
        divisor = common_divisor(whole[a], divisor);
    }
    *total = 0;
    for (size_t a = 0; a < n; a++)
        *total += whole[a] = divisor ? whole[a] / divisor : 0;
    double want = ceil(scale * quota / (double)(divisor ? divisor : 1) * (1 - 1e-12));
    *least = want > (double)*total ? *total + 1 : (size_t)fmax(want, 0);
    return true;
}

static bool all_alike(const size_t *whole, size_t n)
{
    for (size_t a = 1; a < n; a++)
        if (whole[a] != whole[0])
            return false;
    return n > 0;
}

/* False where the counts would be too many. */
static bool lay_out(const SmyiBody *body, Grid *g)
{
    size_t n = g->n = body->n_players;
    g->wide = n > 63;
    g->cells = 1;
    g->n_dims = g->members = 0;
    if (n == 0 || n > SMYI_POWER_PLAYERS)
        return false;
    for (size_t c = 0; c < body->n_criteria; c++) {
        size_t d = g->n_dims, *whole = g->weight + d * n;
        if (!make_whole(body->weight + c * n, body->quota[c], n, whole, &g->quota[d],
                        &g->total[d]))
            return false;
        if (all_alike(whole, n)) { /* each weighs 1, or all 0 */
            size_t need = whole[0] ? g->quota[d] : g->quota[d] ? n + 1 : 0;
            g->members = need > g->members ? need : g->members;
            continue;
        }
        g->stride[d] = g->cells;
        if (g->total[d] + 1 > SMYI_POWER_CELLS / (g->cells * (n + 1)))
            return false;
        g->cells *= g->total[d] + 1;
        g->n_dims++;
    }
    for (size_t a = 0; a < n; a++)
        for (size_t d = 0; d < g->n_dims; d++)
            g->step[a] += g->weight[d * n + a] * g->stride[d];
    return true;
}

/* to += from, place by place. */
SMYI_KERNEL static void add_counts(uint64_t *restrict low, uint64_t *restrict high,
                                   const uint64_t *restrict more,
                                   const uint64_t *restrict more_high, size_t cells)
{
    if (!high) {
        for (size_t y = 0; y < cells; y++)
            low[y] += more[y];
        return;
    }
    for (size_t y = 0; y < cells; y++) {
        uint64_t sum = low[y] + more[y];
        high[y] += more_high[y] + (sum < more[y]);
        low[y] = sum;
    }
}

/* out = from - less. */
SMYI_KERNEL static void take_counts(const uint64_t *restrict from,
                                    const uint64_t *restrict from_high,
                                    const uint64_t *restrict less,
                                    const uint64_t *restrict less_high, size_t cells,
                                    uint64_t *restrict low, uint64_t *restrict high)
{
    if (!high) {
        for (size_t y = 0; y < cells; y++)
            low[y] = from[y] - less[y];
        return;
    }
    for (size_t y = 0; y < cells; y++) {
        uint64_t borrow = from[y] < less[y];
        low[y] = from[y] - less[y];
        high[y] = from_high[y] - less_high[y] - borrow;
    }
}

static uint64_t *high_of(const Grid *g, const Counts *c, size_t at)
{
    return g->wide ? c->high + at : NULL;
}

/* Coalitions of all players: one joins after the other, larger coalitions first. */
static void count_all(const Grid *g, const Counts *all)
{
    all->low[0] = 1;
    for (size_t a = 0; a < g->n; a++)
        for (size_t k = a + 1; k-- > 0;) {
            size_t from = k * g->cells, to = from + g->cells + g->step[a];
            add_counts(all->low + to, high_of(g, all, to), all->low + from,
                       high_of(g, all, from), g->cells - g->step[a]);
        }
}

/*
 * Coalitions of k others than player a: g_k[y] = f_k[y] - g_{k-1}[y - w_a]. Places run over all
 * dimensions at once; a step never wraps into the next row, since without a nobody's sum is
 * above total - w_a. smaller = NULL: nobody is smaller than the empty coalition.
 */
static void count_others(const Grid *g, const Counts *all, size_t k, size_t a,
                         const Counts *smaller, const Counts *others)
{
    size_t at = k * g->cells, same = smaller ? g->step[a] : g->cells;
    memcpy(others->low, all->low + at, same * sizeof(uint64_t));
    if (g->wide)
        memcpy(others->high, all->high + at, same * sizeof(uint64_t));
    if (smaller)
        take_counts(all->low + at + same, high_of(g, all, at + same), smaller->low,
                    smaller->high, g->cells - same, others->low + same,
                    high_of(g, others, same));
}

/* Two words, exactly, until they become one number. */
typedef struct Sum {
    uint64_t low, high;
} Sum;

static double number(Sum sum)
{
    return (double)sum.low + 0x1p64 * (double)sum.high;
}

static void add_sum(Sum *sum, Sum more)
{
    sum->low += more.low;
    sum->high += more.high + (sum->low < more.low);
}

/* Sum of the counts whose place is marked with all bits. */
SMYI_KERNEL static Sum marked(const uint64_t *restrict low, const uint64_t *restrict high,
                              const uint64_t *restrict mark, size_t cells)
{
    Sum sum = {0, 0};
    for (size_t y = 0; y < cells && !high; y++)
        sum.low += low[y] & mark[y];
    for (size_t y = 0; y < cells && high; y++)
        add_sum(&sum, (Sum){low[y] & mark[y], high[y] & mark[y]});
    return sum;
}

/* Marks the places that meet every quota but that of size, with what player a adds (n: nobody). */
static void mark_places(const Grid *g, size_t a, uint64_t *mark)
{
    memset(mark, 0xff, g->cells * sizeof *mark);
    for (size_t d = 0; d < g->n_dims; d++) {
        size_t w = a < g->n ? g->weight[d * g->n + a] : 0;
        for (size_t place = 0; place < g->cells;)
            for (size_t y = 0; y <= g->total[d]; y++)
                for (size_t s = 0; s < g->stride[d]; s++, place++)
                    mark[place] &= y + w >= g->quota[d] ? UINT64_MAX : 0;
    }
}

/* What the counts need beside themselves: [cells] each. */
typedef struct Desk {
    Counts row[2]; /* of two sizes in turn */
    uint64_t *with, *alone,
        *swing; /* places that win with the player, without, only with it */
} Desk;

/* Coalitions of k others that win with one more member, and not without. */
static Sum swings_of_size(const Grid *g, const Counts *others, size_t k, const Desk *desk)
{
    if (k + 1 < g->members)
        return (Sum){0, 0};
    return marked(others->low, others->high, k < g->members ? desk->with : desk->swing,
                  g->cells);
}

static void power_of(const Grid *g, const Counts *all, size_t a, const Desk *desk,
                     SmyiPower *out)
{
    Sum swings = {0, 0};
    double shapley = 0, lost = 0;
    mark_places(g, a, desk->with);
    for (size_t y = 0; y < g->cells; y++)
        desk->swing[y] = desk->with[y] & ~desk->alone[y];
    for (size_t k = 0; k < g->n; k++) {
        const Counts *others = &desk->row[k % 2];
        count_others(g, all, k, a, k ? &desk->row[(k + 1) % 2] : NULL, others);
        Sum here = swings_of_size(g, others, k, desk);
        add_sum(&swings, here);
        smyi_add(&shapley, &lost, smyi_order_weight(g->n, k) * number(here));
    }
    out->shapley[a] = shapley + lost;
    out->swings[a] = number(swings);
    out->penrose[a] = ldexp(out->swings[a], 1 - (int)g->n);
}

static bool are_alike(const Grid *g, size_t a, size_t b)
{
    for (size_t d = 0; d < g->n_dims; d++)
        if (g->weight[d * g->n + a] != g->weight[d * g->n + b])
            return false;
    return true;
}

static void count_passing(const Grid *g, const Counts *all, const Desk *desk,
                          SmyiPower *out)
{
    Sum sum = {0, 0};
    mark_places(g, g->n, desk->alone);
    for (size_t k = g->members; k <= g->n; k++)
        add_sum(&sum, marked(all->low + k * g->cells, high_of(g, all, k * g->cells),
                             desk->alone, g->cells));
    out->passes = ldexp(number(sum), -(int)g->n);
}

static bool new_grid(const SmyiBody *body, SmyiArena *mem, Grid *g)
{
    size_t n = body->n_players, d = body->n_criteria;
    *g = (Grid){.total = SMYI_NEW(mem, d, size_t),
                .quota = SMYI_NEW(mem, d, size_t),
                .stride = SMYI_NEW(mem, d, size_t),
                .weight = SMYI_NEW(mem, d * n, size_t),
                .step = SMYI_NEW(mem, n, size_t)};
    return g->total && g->quota && g->stride && g->weight && g->step;
}

static bool new_counts(const Grid *g, size_t sizes, SmyiArena *mem, Counts *c)
{
    size_t n = sizes * g->cells;
    c->low = SMYI_NEW(mem, n, uint64_t);
    c->high = g->wide ? SMYI_NEW(mem, n, uint64_t) : NULL;
    return c->low && (c->high || !g->wide);
}

SmyCode smyi_power_exact(const SmyiBody *body, SmyiArena *mem, SmyiPower *out, bool *fits)
{
    Grid g;
    Counts all;
    Desk desk;
    if (!new_grid(body, mem, &g))
        return SMY_ERR_NOMEM;
    *fits = lay_out(body, &g);
    if (!*fits)
        return SMY_OK;
    desk.with = SMYI_NEW(mem, g.cells, uint64_t);
    desk.alone = SMYI_NEW(mem, g.cells, uint64_t);
    desk.swing = SMYI_NEW(mem, g.cells, uint64_t);
    if (!desk.with || !desk.alone || !desk.swing || !new_counts(&g, g.n + 1, mem, &all) ||
        !new_counts(&g, 1, mem, &desk.row[0]) || !new_counts(&g, 1, mem, &desk.row[1]))
        return SMY_ERR_NOMEM;
    count_all(&g, &all);
    count_passing(&g, &all, &desk, out);
    for (size_t a = 0; a < g.n; a++) {
        size_t same = 0;
        while (same < a && !are_alike(&g, same, a))
            same++;
        if (same == a)
            power_of(&g, &all, a, &desk, out);
        out->shapley[a] = out->shapley[same];
        out->penrose[a] = out->penrose[same];
        out->swings[a] = out->swings[same];
    }
    return SMY_OK;
}
