/* SPDX-License-Identifier: Apache-2.0 */
/* What each actor expects of challenging each other: chances, attitudes to risk, utilities. */
#include <math.h>

#include "model/challenge.h"
#include "model/lanes.h"
#include "model/weights.h"

/*
 * All sums run over actors in ascending order inside one lane, so their bits hang on nothing
 * else; they are not compensated: what rounding loses is far below every tolerance here.
 */
enum { WIDTH = SMYI_CHALLENGE_WIDTH };

bool smyi_challenge_new(size_t n, SmyiArena *mem, SmyiChallengeRound *round)
{
    *round = (SmyiChallengeRound){.n = n, .width = WIDTH};
    double **const of_lane[] = {&round->total, &round->range, &round->reference,
                                &round->median, &round->moved};
    double **const of_actor[] = {&round->position, &round->salience, &round->weight,
                                 &round->security, &round->exponent, &round->log_stay};
    double **const of_dyad[] = {
        &round->distance, &round->prevail,     &round->expected_first, &round->expected,
        &round->answer,   &round->log_success, &round->log_failure,    &round->log_change};
    bool ok = true;
    for (size_t f = 0; f < sizeof of_lane / sizeof *of_lane; f++)
        ok &= (*of_lane[f] = SMYI_NEW(mem, WIDTH, double)) != NULL;
    for (size_t f = 0; f < sizeof of_actor / sizeof *of_actor; f++)
        ok &= (*of_actor[f] = SMYI_NEW(mem, n * WIDTH, double)) != NULL;
    for (size_t f = 0; f < sizeof of_dyad / sizeof *of_dyad; f++)
        ok &= (*of_dyad[f] = SMYI_NEW(mem, n * n * WIDTH, double)) != NULL;
    round->accepted = SMYI_NEW(mem, n, SmyiChallengeOffer);
    return ok && round->accepted;
}

void smyi_challenge_median(SmyiChallengeRound *round)
{
    smyi_weighted_medians(round->n, WIDTH, round->position, WIDTH, round->weight,
                          round->total, round->median, NULL);
}

/* |x_i - x_j| / R */
SMYI_INLINE void distances(SmyiChallengeRound *r)
{
    const size_t width = smyi_challenge_lanes(r);
    size_t n = r->n;
    for (size_t i = 0; i < n; i++) {
        const double *x = r->position + i * WIDTH;
        for (size_t j = 0; j <= i; j++) {
            const double *y = r->position + j * WIDTH;
            double *restrict to = r->distance + (i * n + j) * WIDTH, d[WIDTH];
            for (size_t k = 0; k < width; k++)
                d[k] = fabs(x[k] - y[k]) / r->range[k];
            for (size_t k = 0; k < width; k++)
                to[k] = d[k];
            double *restrict back = r->distance + (j * n + i) * WIDTH;
            for (size_t k = 0; k < width; k++)
                back[k] = d[k];
        }
    }
}

/* sum_k w_k |d_kj - d_ki| */
SMYI_INLINE void stakes(const SmyiChallengeRound *r, size_t i, size_t j,
                        double *restrict sum)
{
    const size_t width = smyi_challenge_lanes(r);
    for (size_t k = 0; k < width; k++)
        sum[k] = 0;
    for (size_t a = 0; a < r->n; a++) {
        const double *w = r->weight + a * WIDTH;
        const double *to_i = r->distance + (i * r->n + a) * WIDTH;
        const double *to_j = r->distance + (j * r->n + a) * WIDTH;
        for (size_t k = 0; k < width; k++)
            sum[k] += w[k] * fabs(to_j[k] - to_i[k]);
    }
}

/* sum_k w_k d_ki for every i */
SMYI_INLINE void burdens(const SmyiChallengeRound *r, double *burden)
{
    const size_t width = smyi_challenge_lanes(r);
    for (size_t i = 0; i < r->n; i++) {
        double sum[WIDTH] = {0};
        double *restrict to = burden + i * WIDTH;
        for (size_t a = 0; a < r->n; a++) {
            const double *w = r->weight + a * WIDTH;
            const double *d = r->distance + (i * r->n + a) * WIDTH;
            for (size_t k = 0; k < width; k++)
                sum[k] += w[k] * d[k];
        }
        for (size_t k = 0; k < width; k++)
            to[k] = sum[k];
    }
}

/*
 * The chance that i prevails over j (30, 31):
 *
 *     A_k = d_kj - d_ki,   P_ij = sum_{A_k > 0} w_k A_k / sum_k w_k |A_k|
 *         = 1/2 + (sum_k w_k d_kj - sum_k w_k d_ki) / (2 sum_k w_k |A_k|)
 *
 * so that only one sum is taken for each dyad; 1/2 where nobody prefers either.
 */
SMYI_INLINE void chances(double factor, SmyiChallengeRound *r)
{
    const size_t width = smyi_challenge_lanes(r);
    double *burden = r->security; /* until the security is known */
    burdens(r, burden);
    for (size_t i = 0; i < r->n; i++) {
        for (size_t j = i + 1; j < r->n; j++) {
            const double *to_i = burden + i * WIDTH, *to_j = burden + j * WIDTH;
            double *restrict p = r->prevail + (i * r->n + j) * WIDTH;
            double *restrict q = r->prevail + (j * r->n + i) * WIDTH;
            double sum[WIDTH];
            stakes(r, i, j, sum);
            for (size_t k = 0; k < width; k++) {
                double all = smyi_choose(smyi_above(sum[k], 0), sum[k], 1);
                double chance = smyi_clamp(.5 + .5 * ((to_j[k] - to_i[k]) / all), 0, 1);
                p[k] = factor * chance;
                q[k] = factor * (1 - chance);
            }
        }
    }
}

/*
 * The base of a power: less than a rounding error above 0 is 0, since the root of an error is
 * none that could be overlooked.
 */
SMYI_INLINE double base_of(double difference)
{
    return smyi_choose(smyi_above(difference, 1e-12), difference, 0);
}

/* .5 + g or .5 - g: the base of what i fears or hopes for if it does nothing (22, 23, T). */
SMYI_INLINE double change_base(double from_median, double distance)
{
    double g = .25 * (from_median + distance);
    double better = base_of(.5 - g), worse = .5 + g;
    return smyi_choose(smyi_above(distance - from_median, 1e-12), better, worse);
}

/* .5, or more by the distance to the reference: the base of the status quo (24). */
SMYI_INLINE double stay_base(double position, double reference, double range)
{
    double far = smyi_clamp(fabs(position - reference) / range, 0, 1);
    SmyiMask is_none = reference == reference ? 0 : SMYI_YES;
    return smyi_choose(is_none, .5, .5 + .5 * far);
}

SMYI_INLINE double utility(double power)
{
    return 2 - 4 * power;
}

/* E_i(U_ij) from its parts (5-7, 25a). */
SMYI_INLINE double expect(double q, double salience, double chance, double success,
                          double failure, double stay, double change)
{
    double fight = chance * success + (1 - chance) * failure;
    return salience * fight + (1 - salience) * success - q * stay - (1 - q) * change;
}

/* First pass: with every exponent 1 a power is its base. 0 for whoever takes no part. */
SMYI_INLINE void first_pass(double q, SmyiChallengeRound *r, int with_change)
{
    const size_t width = smyi_challenge_lanes(r);
    size_t n = r->n;
    for (size_t i = 0; i < n; i++) {
        const double *x = r->position + i * WIDTH, *wi = r->weight + i * WIDTH;
        double far[WIDTH], stay[WIDTH];
        for (size_t k = 0; k < width; k++) {
            far[k] = fabs(x[k] - r->median[k]) / r->range[k];
            stay[k] = utility(stay_base(x[k], r->reference[k], r->range[k]));
        }
        for (size_t j = 0; j < n; j++) {
            const double *wj = r->weight + j * WIDTH, *s = r->salience + j * WIDTH;
            const double *d = r->distance + (i * n + j) * WIDTH;
            const double *p = r->prevail + (i * n + j) * WIDTH;
            double *restrict e = r->expected_first + (i * n + j) * WIDTH;
            const SmyiMask others = i == j ? 0 : SMYI_YES;
            for (size_t k = 0; k < width; k++) {
                double half = .5 * d[k], change = 0;
                if (with_change)
                    change = utility(change_base(far[k], d[k]));
                double value = expect(q, s[k], p[k], utility(base_of(.5 - half)),
                                      utility(.5 + half), stay[k], change);
                SmyiMask seated = smyi_above(wi[k], 0) & smyi_above(wj[k], 0);
                e[k] = smyi_choose(seated & others, value, 0);
            }
        }
    }
}

/* Sec_i: what the others expect of challenging i, or i of challenging them. */
SMYI_INLINE void securities(int security, SmyiChallengeRound *r)
{
    const size_t width = smyi_challenge_lanes(r);
    size_t n = r->n;
    size_t step_i = security == SMYI_SECURITY_OWN ? n : 1;
    size_t step_j = security == SMYI_SECURITY_OWN ? 1 : n;
    for (size_t i = 0; i < n; i++) {
        double sum[WIDTH] = {0};
        double *restrict to = r->security + i * WIDTH;
        for (size_t j = 0; j < n; j++) {
            const double *e = r->expected_first + (i * step_i + j * step_j) * WIDTH;
            for (size_t k = 0; k < width; k++)
                sum[k] += e[k];
        }
        for (size_t k = 0; k < width; k++)
            to[k] = sum[k];
    }
}

/* r_i from the place of Sec_i between the least and the greatest (32-34); 1 where all agree. */
SMYI_INLINE void exponents(int security, SmyiChallengeRound *r)
{
    const size_t width = smyi_challenge_lanes(r);
    double high[WIDTH], low[WIDTH], spread[WIDTH];
    const SmyiMask bends = security == SMYI_SECURITY_NONE ? 0 : SMYI_YES;
    for (size_t k = 0; k < width; k++) {
        high[k] = (double)-INFINITY;
        low[k] = (double)INFINITY;
    }
    for (size_t i = 0; i < r->n; i++) {
        const double *s = r->security + i * WIDTH, *w = r->weight + i * WIDTH;
        for (size_t k = 0; k < width; k++) {
            SmyiMask seated = smyi_above(w[k], 0);
            high[k] = smyi_choose(seated & smyi_above(s[k], high[k]), s[k], high[k]);
            low[k] = smyi_choose(seated & smyi_above(low[k], s[k]), s[k], low[k]);
        }
    }
    for (size_t k = 0; k < width; k++) {
        double size = smyi_clamp(fabs(high[k]), fabs(low[k]), (double)INFINITY);
        double gap = high[k] - low[k];
        spread[k] = smyi_choose(smyi_above(gap, 1e-12 * size) & bends, gap, 0);
    }
    for (size_t i = 0; i < r->n; i++) {
        const double *s = r->security + i * WIDTH;
        double *restrict to = r->exponent + i * WIDTH;
        for (size_t k = 0; k < width; k++) {
            SmyiMask differ = smyi_above(spread[k], 0);
            double excess = smyi_choose(differ, 2 * s[k] - high[k] - low[k], 0);
            double third = excess / smyi_choose(differ, 3 * spread[k], 1);
            to[k] = (1 - third) / (1 + third);
        }
    }
}

/* Logarithms of all bases, so that each power costs one exponential. */
SMYI_INLINE void logarithms(SmyiChallengeRound *r, int with_change)
{
    const size_t width = smyi_challenge_lanes(r);
    size_t n = r->n;
    for (size_t i = 0; i < n; i++) {
        const double *x = r->position + i * WIDTH;
        double *restrict stay = r->log_stay + i * WIDTH;
        double far[WIDTH];
        for (size_t k = 0; k < width; k++) {
            far[k] = fabs(x[k] - r->median[k]) / r->range[k];
            stay[k] = smyi_log_lane(stay_base(x[k], r->reference[k], r->range[k]));
        }
        for (size_t j = i + 1; j < n; j++) {
            const double *d = r->distance + (i * n + j) * WIDTH;
            double *restrict success = r->log_success + (i * n + j) * WIDTH;
            double *restrict failure = r->log_failure + (i * n + j) * WIDTH;
            for (size_t k = 0; k < width; k++) {
                success[k] = smyi_log_lane(base_of(.5 - .5 * d[k]));
                failure[k] = smyi_log_lane(.5 + .5 * d[k]);
            }
        }
        for (size_t j = 0; with_change && j < n; j++) {
            const double *d = r->distance + (i * n + j) * WIDTH;
            double *restrict change = r->log_change + (i * n + j) * WIDTH;
            for (size_t k = 0; k < width; k++)
                change[k] = smyi_log_lane(change_base(far[k], d[k]));
        }
    }
}

/* One dyad as second_pass() sees it. Arrays [WIDTH]. */
typedef struct Dyad {
    const double *power;             /* exponent of i */
    const double *success, *failure; /* logarithms, the same both ways */
    const double *change, *back;     /* logarithms, of (i, j) and (j, i) */
    const double *chance, *chance_of_other;
    const double *stay;          /* utility to i */
    const double *stay_of_other; /* logarithm, of j */
    const double *other, *answer_salience;
    double *expected, *answer;
} Dyad;

SMYI_INLINE void judge(double q, Dyad dyad, size_t width, int focal, int with_change)
{
    double expected[WIDTH], answer[WIDTH];
    for (size_t k = 0; k < width; k++) {
        double power = dyad.power[k], change = 0, stay = dyad.stay[k];
        double success = utility(smyi_exp_lane(power * dyad.success[k]));
        double failure = utility(smyi_exp_lane(power * dyad.failure[k]));
        if (with_change)
            change = utility(smyi_exp_lane(power * dyad.change[k]));
        double p = dyad.chance[k];
        expected[k] = expect(q, dyad.other[k], p, success, failure, stay, change);
        if (focal) {
            p = dyad.chance_of_other[k];
            stay = utility(smyi_exp_lane(power * dyad.stay_of_other[k]));
        }
        if (focal && with_change)
            change = utility(smyi_exp_lane(power * dyad.back[k]));
        answer[k] = expect(q, dyad.answer_salience[k], p, success, failure, stay, change);
    }
    for (size_t k = 0; k < width; k++) {
        dyad.expected[k] = expected[k];
        dyad.answer[k] = answer[k];
    }
}

/*
 * Second pass: a = E_i(U_ij) with the exponent of i, and the b that this exponent goes into:
 * that of the dyad (j, i), or of (i, j) where the focal actor's exponent bends both.
 */
SMYI_INLINE void second_pass(double q, bool printed_salience, SmyiChallengeRound *r,
                             int focal, int with_change)
{
    const size_t width = smyi_challenge_lanes(r);
    size_t n = r->n;
    for (size_t i = 0; i < n; i++) {
        const double *power = r->exponent + i * WIDTH, *log_stay = r->log_stay + i * WIDTH;
        const double *own = r->salience + i * WIDTH;
        double stay[WIDTH];
        for (size_t k = 0; k < width; k++)
            stay[k] = utility(smyi_exp_lane(power[k] * log_stay[k]));
        for (size_t j = 0; j < n; j++) {
            if (j == i)
                continue;
            size_t ij = (i * n + j) * WIDTH, ji = (j * n + i) * WIDTH,
                   once = i < j ? ij : ji;
            const double *other = r->salience + j * WIDTH;
            int answers_with_own = focal ? !printed_salience : printed_salience;
            judge(q,
                  (Dyad){.power = power,
                         .success = r->log_success + once,
                         .failure = r->log_failure + once,
                         .change = r->log_change + ij,
                         .back = r->log_change + ji,
                         .chance = r->prevail + ij,
                         .chance_of_other = r->prevail + ji,
                         .stay = stay,
                         .stay_of_other = r->log_stay + j * WIDTH,
                         .other = other,
                         .answer_salience = answers_with_own ? own : other,
                         .expected = r->expected + ij,
                         .answer = r->answer + (focal ? ij : ji)},
                  width, focal, with_change);
        }
    }
}

/* The last three are literals, so that loops are free of what the default never needs. */
SMYI_INLINE void views_as(const SmyiChallengeRules *rules, SmyiChallengeRound *r, double q,
                          int focal, int with_change)
{
    first_pass(q, r, with_change);
    securities(rules->security, r);
    exponents(rules->security, r);
    logarithms(r, with_change);
    second_pass(q, rules->printed_salience, r, focal, with_change);
}

SMYI_KERNEL static void views(const SmyiChallengeRules *rules, SmyiChallengeRound *r)
{
    distances(r);
    chances(rules->prob_factor, r);
    if (rules->q == 1 && !rules->focal_exponent)
        views_as(rules, r, 1, 0, 0);
    else if (!rules->focal_exponent)
        views_as(rules, r, rules->q, 0, 1);
    else
        views_as(rules, r, rules->q, 1, 1);
}

void smyi_challenge_views(const SmyiChallengeRules *rules, SmyiChallengeRound *round)
{
    views(rules, round);
}
