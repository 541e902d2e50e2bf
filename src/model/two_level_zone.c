/* SPDX-License-Identifier: Apache-2.0 */
/* Two-level games: the points that all those at home accept. */
#include <math.h>

#include "model/two_level.h"

static const double TOL = 1e-12; /* of the scale: a point on an edge is accepted */

bool smyi_zone_new(const SmyiRules *rules, SmyiArena *mem, SmyiZone *zone)
{
    size_t n = 2;
    for (size_t h = 0; h < rules->n_homes; h++)
        n += 2 * rules->homes[h].n;
    *zone = (SmyiZone){.edge = SMYI_NEW(mem, n, double),
                       .segment = SMYI_NEW(mem, n, SmyiSegment)};
    return zone->edge && zone->segment;
}

/* How far from its position a public accepts; infinite without a say, negative for nothing. */
static double reach(const SmyiGame *game, const SmyiPublic *public, size_t issue,
                    size_t lane)
{
    const SmyiVoter *v = &game->rules->voters[public->voter];
    size_t at = issue * game->n_lanes + lane;
    double p = v->position[at], away = fabs(game->status_quo[at] - p);
    if (p != p || !(v->salience[at] > 0))
        return (double)INFINITY;
    double more = v->no_deal[lane] + public->tolerance;
    if (!game->quadratic)
        return away + more;
    double square = away * away + more;
    return square < 0 ? -1 : sqrt(square);
}

static double position_of(const SmyiGame *game, const SmyiPublic *public, size_t issue,
                          size_t lane)
{
    return game->rules->voters[public->voter].position[issue * game->n_lanes + lane];
}

static bool is_accepted_at(const SmyiGame *game, const SmyiHome *home, size_t issue,
                           size_t lane, double x)
{
    double all = 0, accepting = 0;
    bool by_each = true;
    for (size_t k = 0; k < home->n; k++) {
        const SmyiPublic *public = &home->publics[k];
        double r = reach(game, public, issue, lane), c;
        bool accepts = r > 2 || fabs(x - position_of(game, public, issue, lane)) <= r + TOL;
        c = game->rules->voters[public->voter].capability[lane];
        all += c;
        accepting += accepts ? c : 0;
        by_each &= accepts;
    }
    return home->quota > 0 ? accepting >= home->quota * all - TOL * all : by_each;
}

static bool is_accepted(const SmyiGame *game, const SmyiHome *homes, size_t n_homes,
                        size_t issue, size_t lane, double x)
{
    for (size_t h = 0; h < n_homes; h++)
        if (homes[h].counts[lane] && !is_accepted_at(game, &homes[h], issue, lane, x))
            return false;
    return true;
}

static size_t add_edge(double *edge, size_t n, double x)
{
    size_t at = n;
    if (!(x > 0 && x < 1))
        return n;
    for (; at > 0 && edge[at - 1] > x; at--)
        edge[at] = edge[at - 1];
    edge[at] = x;
    return n + 1;
}

static size_t find_edges(const SmyiGame *game, const SmyiHome *homes, size_t n_homes,
                         size_t issue, size_t lane, double *edge)
{
    size_t n = 1;
    edge[0] = 0;
    for (size_t h = 0; h < n_homes; h++)
        for (size_t k = 0; k < homes[h].n && homes[h].counts[lane]; k++) {
            const SmyiPublic *public = &homes[h].publics[k];
            double r = reach(game, public, issue, lane);
            double p = position_of(game, public, issue, lane);
            if (r > 2 || r < 0)
                continue;
            n = add_edge(edge, n, p - r);
            n = add_edge(edge, n, p + r);
        }
    edge[n] = 1;
    return n + 1;
}

/* Between two edges nothing changes, and acceptance is closed: middles and edges are asked. */
void smyi_zone_find(const SmyiGame *game, const SmyiHome *homes, size_t n_homes,
                    size_t issue, size_t lane, SmyiZone *zone)
{
    size_t n = find_edges(game, homes, n_homes, issue, lane, zone->edge);
    bool open = false; /* the last segment reaches up to this edge */
    zone->n = 0;
    for (size_t e = 0; e < n; e++) {
        double x = zone->edge[e];
        if (!open && is_accepted(game, homes, n_homes, issue, lane, x))
            zone->segment[zone->n++] = (SmyiSegment){x, x};
        if (e + 1 == n)
            break;
        double next = zone->edge[e + 1];
        open = is_accepted(game, homes, n_homes, issue, lane, x / 2 + next / 2);
        if (open && (zone->n == 0 || zone->segment[zone->n - 1].high != x))
            zone->segment[zone->n++] = (SmyiSegment){x, x};
        if (open)
            zone->segment[zone->n - 1].high = next;
    }
}
