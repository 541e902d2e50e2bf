/* SPDX-License-Identifier: Apache-2.0 */
/* Two-level game: leaders bargain over what those at home will accept. */
#include "model/two_level.h"

#include <math.h>

#include "base/maths.h"
#include "base/sums.h"

enum { SETTLE, WEIGHTS, N_OPTIONS };
enum { NASH, MEAN };

static const char *const solutions[] = {"nash", "mean", NULL};
static const char *const weights[] = {"capability", "equal", NULL};

static const SmyOption options_of[N_OPTIONS] = {
    [SETTLE] = {.key = "settle",
                .title = "Where leaders settle within the zone: by bargaining, or at the "
                         "point nearest to their compromise",
                .choices = solutions},
    [WEIGHTS] = {.key = "weights", .title = "Weights of the leaders", .choices = weights},
};

static const double TOL = 1e-12;

/* A leader on one issue: what x gains it over no deal, concave in x. */
typedef struct Leader {
    double p, alpha;
    double worst;        /* loss(q - p) + cost: what no deal takes from it */
    double face, stated; /* 0 and any where nothing is stated */
    bool gains;          /* it can, somewhere in the zone */
} Leader;

/* One issue in one lane. */
typedef struct Talks {
    size_t n;
    Leader *leader;
    bool quadratic;
    SmyiZone zone;
} Talks;

static double loss(const Talks *t, double d)
{
    return t->quadratic ? d * d : fabs(d);
}

static double gain(const Talks *t, const Leader *a, double x)
{
    return a->worst - loss(t, x - a->p) - a->face * fabs(x - a->stated);
}

/* Of the gain, to the right of x. */
static double slope(const Talks *t, const Leader *a, double x)
{
    double own = t->quadratic ? -2 * (x - a->p) : x < a->p ? 1 : -1;
    return own + (x < a->stated ? a->face : -a->face);
}

/* Where a leader gains most: at its position, drawn to what it has stated. */
static double peak(const Talks *t, const Leader *a)
{
    if (!(a->face > 0))
        return a->p;
    if (!t->quadratic)
        return a->face > 1 ? a->stated : a->p;
    double way = a->stated - a->p, pull = a->face / 2;
    return fabs(way) <= pull ? a->stated : a->p + copysign(pull, way);
}

/* From the peak outwards: the last point that loses nothing, towards `end`. */
static double last_rational(const Talks *t, const Leader *a, double from, double end)
{
    if (gain(t, a, end) >= 0)
        return end;
    double in = from, out = end;
    for (int step = 0; step < 100; step++) {
        double x = in / 2 + out / 2, *moved = gain(t, a, x) >= 0 ? &in : &out;
        if (*moved == x)
            break; /* nothing between them is left: so it would go on */
        *moved = x;
    }
    return in;
}

/* What no leader loses by. False: nothing. */
static bool rational(const Talks *t, SmyiSegment *ir)
{
    *ir = (SmyiSegment){0, 1};
    for (size_t a = 0; a < t->n; a++) {
        const Leader *who = &t->leader[a];
        double top = peak(t, who);
        if (gain(t, who, top) < -TOL)
            return false;
        if (!(who->face > 0)) { /* closed form */
            double r = t->quadratic ? sqrt(fmax(who->worst, 0)) : who->worst;
            ir->low = fmax(ir->low, who->p - r);
            ir->high = fmin(ir->high, who->p + r);
        } else {
            ir->low = fmax(ir->low, last_rational(t, who, top, 0));
            ir->high = fmin(ir->high, last_rational(t, who, top, 1));
        }
    }
    return ir->low <= ir->high + TOL;
}

/* Keeps of the zone what is rational for all. */
static void cut(Talks *t, SmyiSegment ir)
{
    size_t n = 0;
    for (size_t s = 0; s < t->zone.n; s++) {
        SmyiSegment seg = t->zone.segment[s];
        seg.low = fmax(seg.low, ir.low);
        seg.high = fmin(seg.high, ir.high);
        if (seg.low > seg.high + TOL)
            continue;
        seg.high = fmax(seg.low, seg.high);
        t->zone.segment[n++] = seg;
    }
    t->zone.n = n;
}

static bool find_who_gains(Talks *t)
{
    bool any = false;
    for (size_t a = 0; a < t->n; a++) {
        Leader *who = &t->leader[a];
        double top = peak(t, who), best = -1;
        for (size_t s = 0; s < t->zone.n; s++)
            best = fmax(best, gain(t, who,
                                   fmin(fmax(top, t->zone.segment[s].low),
                                        t->zone.segment[s].high)));
        who->gains = best > TOL;
        any |= who->gains;
    }
    return any;
}

static double log_product(const Talks *t, double x)
{
    double sum = 0, lost = 0;
    for (size_t a = 0; a < t->n; a++)
        if (t->leader[a].gains)
            smyi_add(&sum, &lost,
                     t->leader[a].alpha *
                         smyi_log(fmax(gain(t, &t->leader[a], x), 1e-300)));
    return sum + lost;
}

/* Does the product of the gains still rise to the right of x? */
static bool rises(const Talks *t, double x)
{
    double sum = 0, lost = 0;
    for (size_t a = 0; a < t->n; a++) {
        const Leader *who = &t->leader[a];
        if (who->gains)
            smyi_add(&sum, &lost,
                     who->alpha * slope(t, who, x) / fmax(gain(t, who, x), 1e-300));
    }
    return sum + lost > 0;
}

/* A search ends a rounding beside a position that holds the product: that position it is. */
static double settle_on_kink(const Talks *t, double x, SmyiSegment within)
{
    for (size_t a = 0; a < t->n; a++) {
        double kinks[] = {t->leader[a].p, t->leader[a].stated};
        for (int k = 0; k < (t->leader[a].face > 0 ? 2 : 1); k++)
            if (fabs(kinks[k] - x) <= TOL && kinks[k] >= within.low &&
                kinks[k] <= within.high)
                return kinks[k];
    }
    return x;
}

/* The product is a concave function of x on a segment: its slope falls. */
static double best_on(const Talks *t, SmyiSegment within)
{
    double low = within.low, high = within.high;
    for (int step = 0; step < 100 && high - low > 0; step++) {
        double x = low / 2 + high / 2, *moved = rises(t, x) ? &low : &high;
        if (*moved == x)
            break; /* nothing between them is left: so it would go on */
        *moved = x;
    }
    return settle_on_kink(t, low / 2 + high / 2, within);
}

/* False: no point of the zone gains anybody anything without a loss to another. */
static bool bargain(Talks *t, double *point)
{
    SmyiSegment ir;
    double best = -(double)INFINITY;
    if (!rational(t, &ir))
        return false;
    cut(t, ir);
    if (!find_who_gains(t))
        return false;
    for (size_t s = 0; s < t->zone.n; s++) {
        double x = best_on(t, t->zone.segment[s]), value = log_product(t, x);
        if (value > best) {
            best = value;
            *point = x;
        }
    }
    return t->zone.n > 0;
}

/* The leaders' weighted mean, moved to the nearest point of the zone; of two, the lower. */
static bool compromise(const Talks *t, const double *salience, double *point)
{
    double moment = 0, moment_lost = 0, weight = 0, weight_lost = 0;
    for (size_t a = 0; a < t->n; a++) {
        smyi_add(&weight, &weight_lost, t->leader[a].alpha * salience[a]);
        smyi_add(&moment, &moment_lost, t->leader[a].alpha * salience[a] * t->leader[a].p);
    }
    double mean = (moment + moment_lost) / (weight + weight_lost);
    double away = (double)INFINITY;
    for (size_t s = 0; s < t->zone.n; s++) {
        double x = fmin(fmax(mean, t->zone.segment[s].low), t->zone.segment[s].high);
        if (fabs(x - mean) < away) {
            away = fabs(x - mean);
            *point = x;
        }
    }
    return t->zone.n > 0;
}

/* Who bargains over the issue: whoever sits, weighs and has a position there. */
static void read_leaders(const SmyiGame *game, const double *options, size_t i, size_t k,
                         Talks *t, double *salience)
{
    const SmyiRules *rules = game->rules;
    size_t n = game->n_lanes;
    double q = game->status_quo[i * n + k];
    t->n = 0;
    t->quadratic = game->quadratic;
    for (size_t a = 0; a < game->n_actors; a++) {
        size_t at = (a * game->n_issues + i) * n + k;
        double p = game->position[at], c = game->capability[a * n + k];
        if (p != p || !(c * game->salience[at] > 0))
            continue;
        double stated = rules->stated ? rules->stated[at] : (double)NAN;
        bool bound = stated == stated;
        salience[t->n] = game->salience[at];
        t->leader[t->n++] = (Leader){.p = p,
                                     .alpha = options[WEIGHTS] > 0 ? 1 : c,
                                     .worst = loss(t, q - p) + game->no_deal[a * n + k],
                                     .face = bound ? rules->face[a * n + k] : 0,
                                     .stated = bound ? stated : p};
    }
}

static void solve_cell(const SmyiGame *game, const double *options, size_t i, size_t k,
                       Talks *t, double *salience, SmyiOutcome *out)
{
    size_t cell = i * game->n_lanes + k;
    double q = game->status_quo[cell], x = q;
    SmyStatus status = SMY_STATUS_OK;
    read_leaders(game, options, i, k, t, salience);
    if (t->n == 0) {
        status = smyi_no_weight(q);
    } else if (q != q) {
        status = SMY_STATUS_UNDEFINED;
    } else {
        smyi_zone_find(game, game->rules->homes, game->rules->n_homes, i, k, &t->zone);
        bool settled = options[SETTLE] > 0 ? compromise(t, salience, &x) : bargain(t, &x);
        status = settled ? SMY_STATUS_OK : SMY_STATUS_NO_AGREEMENT;
    }
    out->status[cell] = (unsigned char)status;
    out->point[cell] = status == SMY_STATUS_OK ? x : q;
}

/**
 * Issue by issue: leaders settle on a point that those at home accept, by the Nash solution
 *
 *     maximise sum_a alpha_a log(u_a(x) - d_a)   over x with u_a(x) >= d_a, x in every win-set
 *     u_a(x) = 1 - loss(x - p_a) - f_a |x - z_a|      d_a = 1 - loss(q - p_a) - k_a
 *
 * with z_a what the leader has stated in public and f_a what leaving it costs. A win-set is
 * what a home accepts: each of its publics, or a quota of them (smyi_zone_find()). Leaders
 * who can gain nothing in the zone are held to d and left out. NO_AGREEMENT: the zone is
 * empty, or nobody gains in it.
 *
 * Source: putnam1988, fearon1994; models.md F. Exact to rounding (bisection).
 * Cost: O((homes' publics)^2 + 100 actors x segments) an issue and a lane.
 */
static SmyCode solve(const SmyiGame *game, const double *options, SmyiArena *mem,
                     SmyiOutcome *out)
{
    Talks talks = {.leader = SMYI_NEW(mem, game->n_actors, Leader)};
    double *salience = SMYI_NEW(mem, game->n_actors, double);
    if (!talks.leader || !salience ||
        (game->rules && !smyi_zone_new(game->rules, mem, &talks.zone)))
        return SMY_ERR_NOMEM;
    for (size_t i = 0; i < game->n_issues; i++)
        for (size_t k = 0; k < game->n_lanes; k++) {
            size_t cell = i * game->n_lanes + k;
            if (game->rules && game->rules->n_homes) {
                solve_cell(game, options, i, k, &talks, salience, out);
                continue;
            }
            out->status[cell] = SMY_STATUS_UNDEFINED;
            out->point[cell] = (double)NAN;
        }
    return SMY_OK;
}

const SmyiModel smyi_model_two_level = {
    .info = {.id = "two_level",
             .title = "Two-level game",
             .family = "procedure",
             .assumption = "bargaining over no deal",
             .assumes =
                 "Leaders settle only on what those at home, whom each needs, accept.",
             .source = "putnam1988,fearon1994",
             .options = options_of,
             .n_options = N_OPTIONS,
             .needs = SMY_NEEDS_HOME | SMY_NEEDS_STATUS_QUO,
             .laws = SMY_LAW_PERMUTE | SMY_LAW_AFFINE | SMY_LAW_CAPABILITY |
                     SMY_LAW_MIRROR | SMY_LAW_NULL_ACTOR},
    .why_no_agreement = "nothing that all at home accept gains the leaders anything",
    .solve = solve,
};
