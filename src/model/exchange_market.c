/* SPDX-License-Identifier: Apache-2.0 */
/* Exchange of voting positions: who may trade with whom, for what, and the best trade first. */
#include <math.h>
#include <string.h>

#include "base/sums.h"
#include "model/exchange.h"

static const double TOL = 1e-12; /* of the scale; a gain or a shift below it is none */

bool smyi_market_new(size_t n_actors, size_t n_issues, SmyiArena *mem, SmyiMarket *m)
{
    size_t cells = n_actors * n_issues;
    *m = (SmyiMarket){
        .n_actors = n_actors,
        .n_issues = n_issues,
        .start = SMYI_NEW(mem, cells, double),
        .salience = SMYI_NEW(mem, cells, double),
        .weight = SMYI_NEW(mem, cells, double),
        .position = SMYI_NEW(mem, cells, double),
        .influence = SMYI_NEW(mem, cells, double),
        .side = SMYI_NEW(mem, cells, signed char),
        .heading = SMYI_NEW(mem, cells, signed char),
        .traded = SMYI_NEW(mem, cells, unsigned char),
        .first = SMYI_NEW(mem, cells + 2, size_t),
    };
    return m->start && m->salience && m->weight && m->position && m->influence && m->side &&
           m->heading && m->traded && m->first;
}

static size_t at(const SmyiMarket *m, size_t actor, size_t issue)
{
    return actor * m->n_issues + issue;
}

double smyi_market_mean(const SmyiMarket *m, size_t i)
{
    double weight = 0, weight_lost = 0, moment = 0, moment_lost = 0;
    double low = (double)INFINITY, high = (double)-INFINITY;
    for (size_t a = 0; a < m->n_actors; a++) {
        size_t c = at(m, a, i);
        if (m->start[c] != m->start[c])
            continue;
        smyi_add(&weight, &weight_lost, m->weight[c]);
        smyi_add(&moment, &moment_lost, m->weight[c] * m->position[c]);
        low = fmin(low, m->start[c]);
        high = fmax(high, m->start[c]);
    }
    double mean = (moment + moment_lost) / (weight + weight_lost);
    return weight > 0 ? fmin(fmax(mean, low), high) : (double)NAN;
}

static void take_side(SmyiMarket *m, size_t i)
{
    double total = 0, lost = 0;
    for (size_t a = 0; a < m->n_actors; a++) {
        size_t c = at(m, a, i);
        m->position[c] = m->start[c];
        smyi_add(&total, &lost, m->start[c] == m->start[c] ? m->weight[c] : 0);
    }
    double mean = smyi_market_mean(m, i);
    for (size_t a = 0; a < m->n_actors; a++) {
        size_t c = at(m, a, i);
        double above = m->start[c] - mean;
        m->influence[c] = m->weight[c] / (total + lost);
        m->side[c] = above != above ? 0 : above > TOL ? 1 : -1;
        m->heading[c] = 0;
        m->traded[c] = 0;
    }
}

static bool are_opposed(const SmyiMarket *m, size_t a, size_t b, size_t p, size_t q)
{
    return m->side[at(m, a, p)] * m->side[at(m, b, p)] < 0 &&
           m->side[at(m, a, q)] * m->side[at(m, b, q)] < 0;
}

/* Does a demand p of b, and supply q? a cares for p, against q, at least as much as b does. */
static bool demands(const SmyiMarket *m, size_t a, size_t b, size_t p, size_t q)
{
    double here = m->salience[at(m, a, p)] * m->salience[at(m, b, q)];
    double there = m->salience[at(m, b, p)] * m->salience[at(m, a, q)];
    return here > there || (!(there > here) && a < b);
}

static void list_pair(SmyiMarket *m, size_t a, size_t b, size_t p, size_t q)
{
    bool first = demands(m, a, b, p, q);
    m->candidate[m->n_candidates++] = (SmyiExchange){
        .demanded = p, .supplied = q, .i = first ? a : b, .j = first ? b : a};
}

/* By the actor that demands the first issue, then by the other. */
static void list_in_order(SmyiMarket *m, size_t p, size_t q)
{
    for (size_t a = 0; a < m->n_actors; a++) {
        if (!m->side[at(m, a, p)] || !m->side[at(m, a, q)])
            continue;
        for (size_t b = 0; b < m->n_actors; b++)
            if (are_opposed(m, a, b, p, q) && demands(m, a, b, p, q))
                list_pair(m, a, b, p, q);
    }
}

/* Those above on both issues with those below on both, then those above on the first alone
 * with those below on it alone; actors last to first. */
static void list_from_behind(SmyiMarket *m, size_t p, size_t q)
{
    for (int second = 1; second >= -1; second -= 2)
        for (size_t a = m->n_actors; a-- > 0;)
            for (size_t b = m->n_actors; b-- > 0;)
                if (m->side[at(m, a, p)] == 1 && m->side[at(m, a, q)] == second &&
                    are_opposed(m, a, b, p, q))
                    list_pair(m, a, b, p, q);
}

/* Pairs on opposite sides of both issues: above on both with below on both, and crosswise. */
static size_t count_pairs(const SmyiMarket *m, size_t p, size_t q)
{
    size_t on[3][3] = {{0}};
    for (size_t a = 0; a < m->n_actors; a++)
        on[m->side[at(m, a, p)] + 1][m->side[at(m, a, q)] + 1]++;
    return on[2][2] * on[0][0] + on[2][0] * on[0][2];
}

static bool new_candidates(SmyiMarket *m, SmyiArena *mem)
{
    size_t n = 0;
    for (size_t p = 0; p < m->n_issues; p++)
        for (size_t q = p + 1; q < m->n_issues; q++)
            n += count_pairs(m, p, q);
    m->candidate = SMYI_NEW(mem, n, SmyiExchange);
    m->gain = SMYI_NEW(mem, n, double);
    m->made = SMYI_NEW(mem, n, bool);
    m->mover = SMYI_NEW(mem, 2 * n, size_t);
    return m->candidate && m->gain && m->made && m->mover;
}

static void list_all(SmyiMarket *m)
{
    m->n_candidates = 0;
    for (size_t p = 0; p < m->n_issues; p++)
        for (size_t q = p + 1; q < m->n_issues; q++) {
            if (m->from_behind)
                list_from_behind(m, p, q);
            else
                list_in_order(m, p, q);
        }
}

/* Lists the candidates by the two cells that each of them shifts. */
static void list_movers(SmyiMarket *m)
{
    size_t cells = m->n_actors * m->n_issues, *first = m->first;
    memset(first, 0, (cells + 2) * sizeof *first);
    for (size_t c = 0; c < m->n_candidates; c++) {
        const SmyiExchange *e = &m->candidate[c];
        first[at(m, e->i, e->supplied) + 2]++;
        first[at(m, e->j, e->demanded) + 2]++;
    }
    for (size_t c = 0; c < cells; c++)
        first[c + 2] += first[c + 1];
    for (size_t c = 0; c < m->n_candidates; c++) { /* begins become ends: the next begins */
        const SmyiExchange *e = &m->candidate[c];
        m->mover[first[at(m, e->i, e->supplied) + 1]++] = c;
        m->mover[first[at(m, e->j, e->demanded) + 1]++] = c;
    }
}

/* A shift that is one, goes where the actor has been heading, and keeps to its role. */
static bool may_shift(const SmyiMarket *m, size_t cell, double shift)
{
    return fabs(shift) > TOL && shift * m->heading[cell] >= 0 &&
           !(m->strict && (m->traded[cell] & SMYI_TRADED_DEMANDED));
}

static bool may_demand(const SmyiMarket *m, size_t cell)
{
    return !(m->strict && (m->traded[cell] & SMYI_TRADED_SUPPLIED));
}

/*
 * j goes all the way to where i stood at first on p, and i as far on q as gives both the same
 * gain; where i would go beyond j's first position on q, it stops there and j goes less far.
 */
static double weigh(const SmyiMarket *m, SmyiExchange *e)
{
    size_t p = e->demanded, q = e->supplied;
    size_t ip = at(m, e->i, p), iq = at(m, e->i, q), jp = at(m, e->j, p),
           jq = at(m, e->j, q);
    double care_p = m->salience[ip] + m->salience[jp];
    double care_q = m->salience[iq] + m->salience[jq];
    double way_j = m->start[ip] - m->position[jp], way_i = m->start[jq] - m->position[iq];
    double shift_p = fabs(way_j) * m->influence[jp], shift_q = shift_p * care_p / care_q;
    double far_i = shift_q / m->influence[iq], far_j = fabs(way_j);
    e->j_to = m->start[ip];
    if (far_i > fabs(way_i)) {
        far_i = fabs(way_i);
        shift_q = far_i * m->influence[iq];
        shift_p = shift_q * care_q / care_p;
        far_j = shift_p / m->influence[jp];
        e->j_to = m->position[jp] + copysign(far_j, way_j);
        e->i_to = m->start[jq];
    } else {
        e->i_to = m->position[iq] + copysign(far_i, way_i);
    }
    double gain = m->salience[ip] * shift_p - m->salience[iq] * shift_q;
    if (!(gain > TOL) || !may_shift(m, iq, copysign(far_i, way_i)) ||
        !may_shift(m, jp, copysign(far_j, way_j)) || !may_demand(m, ip) ||
        !may_demand(m, jq))
        return 0;
    return gain;
}

static void weigh_anew(SmyiMarket *m, size_t c)
{
    if (!m->made[c])
        m->gain[c] = weigh(m, &m->candidate[c]);
}

/* What `cell` has supplied is offered elsewhere from another place now. */
static void weigh_movers(SmyiMarket *m, size_t cell)
{
    for (size_t k = m->first[cell]; k < m->first[cell + 1]; k++)
        weigh_anew(m, m->mover[k]);
}

bool smyi_market_open(SmyiMarket *m, SmyiArena *mem)
{
    for (size_t i = 0; i < m->n_issues; i++)
        take_side(m, i);
    if (!new_candidates(m, mem))
        return false;
    list_all(m);
    list_movers(m);
    for (size_t c = 0; c < m->n_candidates; c++)
        weigh_anew(m, c);
    return true;
}

static void shift(SmyiMarket *m, size_t cell, double to)
{
    m->heading[cell] = to > m->position[cell] ? 1 : -1;
    m->position[cell] = to;
    m->traded[cell] |= SMYI_TRADED_SUPPLIED;
}

/* The first of those whose gain is largest but for rounding, or n_candidates. */
static size_t find_best(const SmyiMarket *m)
{
    const double *gain = m->gain;
    size_t best = m->n_candidates;
    double bar = 0;
    for (size_t c = 0; c < m->n_candidates; c++)
        if (gain[c] > bar) {
            best = c;
            bar = gain[c] + TOL * gain[c];
        }
    return best;
}

bool smyi_market_trade(SmyiMarket *m, SmyiExchange *made)
{
    size_t best = find_best(m);
    if (best == m->n_candidates)
        return false;
    *made = m->candidate[best];
    made->gain = m->gain[best];
    m->made[best] = true;
    m->gain[best] = 0;
    size_t by_i = at(m, made->i, made->supplied), by_j = at(m, made->j, made->demanded);
    shift(m, by_i, made->i_to);
    shift(m, by_j, made->j_to);
    m->traded[at(m, made->i, made->demanded)] |= SMYI_TRADED_DEMANDED;
    m->traded[at(m, made->j, made->supplied)] |= SMYI_TRADED_DEMANDED;
    if (!m->strict) {
        weigh_movers(m, by_i);
        weigh_movers(m, by_j);
        return true;
    }
    for (size_t c = 0; c < m->n_candidates; c++) /* roles may have ended any of them */
        weigh_anew(m, c);
    return true;
}
