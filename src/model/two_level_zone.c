/* SPDX-License-Identifier: Apache-2.0 */
/* Two-level games: the points that all those at home accept. */
#include <math.h>

#include "model/two_level.h"

static const double TOL = 1e-12; /* of the scale: a point on an edge is accepted */

bool smyi_zone_new(const SmyiRules *rules, SmyiArena *mem, SmyiZone *zone)
{
    size_t n = 0;
    for (size_t h = 0; h < rules->n_homes; h++)
        n += rules->homes[h].n;
    *zone = (SmyiZone){.accepted = SMYI_NEW(mem, n, SmyiSegment),
                       .edge = SMYI_NEW(mem, 2 * n + 2, double),
                       .segment = SMYI_NEW(mem, 2 * n + 2, SmyiSegment)};
    return zone->accepted && zone->edge && zone->segment;
}

/* What a public accepts: everything without a say, nothing (low above high) at no distance. */
static SmyiSegment accepted_by(const SmyiGame *game, const SmyiPublic *public, size_t issue,
                               size_t lane)
{
    const SmyiVoter *v = &game->rules->voters[public->voter];
    size_t at = issue * game->n_lanes + lane;
    double p = v->position[at], r = fabs(game->status_quo[at] - p);
    if (p != p || !(v->salience[at] > 0))
        return (SmyiSegment){-HUGE_VAL, HUGE_VAL};
    double more = v->no_deal[lane] + public->tolerance;
    if (!game->quadratic) {
        r += more;
    } else {
        double square = r * r + more;
        r = square < 0 ? -1 : sqrt(square);
    }
    return (SmyiSegment){p - r, p + r};
}

/* What all homes accept in which each must: one segment, as far as it goes. */
static SmyiSegment accepted_by_each(const SmyiGame *game, const SmyiHome *homes,
                                    size_t n_homes, size_t issue, size_t lane)
{
    SmyiSegment all = {0, 1};
    for (size_t h = 0; h < n_homes; h++)
        for (size_t k = 0; k < homes[h].n; k++) {
            if (homes[h].quota > 0 || !homes[h].counts[lane])
                break;
            SmyiSegment s = accepted_by(game, &homes[h].publics[k], issue, lane);
            all.low = s.low > all.low ? s.low : all.low;
            all.high = s.high < all.high ? s.high : all.high;
        }
    return all;
}

/* A home with a quota, counted in this lane. */
static bool is_by_quota(const SmyiHome *home, size_t lane)
{
    return home->quota > 0 && home->counts[lane];
}

static bool has_quota_at(const SmyiGame *game, const SmyiHome *home,
                         const SmyiSegment *accepted, size_t lane, double x)
{
    double all = 0, accepting = 0;
    for (size_t k = 0; k < home->n; k++) {
        double c = game->rules->voters[home->publics[k].voter].capability[lane];
        all += c;
        accepting += x >= accepted[k].low - TOL && x <= accepted[k].high + TOL ? c : 0;
    }
    return accepting >= home->quota * all - TOL * all;
}

/* By all homes with quotas; their publics' segments are zone->accepted, in order. */
static bool is_accepted(const SmyiGame *game, const SmyiHome *homes, size_t n_homes,
                        const SmyiZone *zone, size_t lane, double x)
{
    const SmyiSegment *accepted = zone->accepted;
    for (size_t h = 0; h < n_homes; h++) {
        if (!is_by_quota(&homes[h], lane))
            continue;
        if (!has_quota_at(game, &homes[h], accepted, lane, x))
            return false;
        accepted += homes[h].n;
    }
    return true;
}

static size_t add_edge(double *edge, size_t n, SmyiSegment within, double x)
{
    size_t at = n;
    if (!(x > within.low && x < within.high))
        return n;
    for (; at > 0 && edge[at - 1] > x; at--)
        edge[at] = edge[at - 1];
    edge[at] = x;
    return n + 1;
}

/* Segments of the publics of homes with quotas, and their edges with those of `within`. */
static size_t find_edges(const SmyiGame *game, const SmyiHome *homes, size_t n_homes,
                         size_t issue, size_t lane, SmyiSegment within, SmyiZone *zone)
{
    size_t n = 1, publics = 0;
    zone->edge[0] = within.low;
    for (size_t h = 0; h < n_homes; h++)
        for (size_t k = 0; k < homes[h].n && is_by_quota(&homes[h], lane); k++) {
            SmyiSegment s = accepted_by(game, &homes[h].publics[k], issue, lane);
            zone->accepted[publics++] = s;
            n = add_edge(zone->edge, n, within, s.low);
            n = add_edge(zone->edge, n, within, s.high);
        }
    if (publics == 0)
        return 0;
    zone->edge[n] = within.high;
    return n + 1;
}

/* Between two edges nothing changes, and acceptance is closed: middles and edges are asked. */
static void ask_along(const SmyiGame *game, const SmyiHome *homes, size_t n_homes,
                      size_t lane, size_t n, SmyiZone *zone)
{
    bool open = false; /* the last segment reaches up to this edge */
    for (size_t e = 0; e < n; e++) {
        double x = zone->edge[e];
        if (!open && is_accepted(game, homes, n_homes, zone, lane, x))
            zone->segment[zone->n++] = (SmyiSegment){x, x};
        if (e + 1 == n)
            break;
        double next = zone->edge[e + 1];
        open = is_accepted(game, homes, n_homes, zone, lane, x / 2 + next / 2);
        if (open && (zone->n == 0 || zone->segment[zone->n - 1].high != x))
            zone->segment[zone->n++] = (SmyiSegment){x, x};
        if (open)
            zone->segment[zone->n - 1].high = next;
    }
}

void smyi_zone_find(const SmyiGame *game, const SmyiHome *homes, size_t n_homes,
                    size_t issue, size_t lane, SmyiZone *zone)
{
    SmyiSegment within = accepted_by_each(game, homes, n_homes, issue, lane);
    zone->n = 0;
    if (within.low > within.high + TOL)
        return;
    if (within.low > within.high) /* a point, but for rounding */
        within.low = within.high = within.low < 1 ? within.low : 1;
    size_t n = find_edges(game, homes, n_homes, issue, lane, within, zone);
    if (n == 0)
        zone->segment[zone->n++] = within;
    else
        ask_along(game, homes, n_homes, lane, n, zone);
}
