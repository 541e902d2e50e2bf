/* SPDX-License-Identifier: Apache-2.0 */
/* Claims and constraints: is it so, lane by lane? */
#include "analysis/condition.h"

#include <math.h>
#include <string.h>

#include "base/sums.h"

enum { NO = 0, YES = 1, UNDEFINED = -1 };

static const double EQUAL_WITHIN = 1e-9, WIN_WIN_POINTS = .5; /* models.md J */

static void gain_quantity(SmyiView *v, const SmyiQuantity *q, double *out)
{
    SmyiGain room;
    const SmyiGain *gain = smyi_view_gain(v, (size_t)q->actors[0], &room);
    const double *part = q->kind == SMYI_Q_GAIN            ? gain->total
                         : q->kind == SMYI_Q_GAIN_OUTCOME  ? gain->outcome
                         : q->kind == SMYI_Q_GAIN_STANDING ? gain->standing
                         : q->kind == SMYI_Q_GAIN_FACE     ? gain->face
                         : q->kind == SMYI_Q_GAIN_NO_DEAL  ? gain->no_deal
                                                           : gain->shortfall;
    memcpy(out, part, v->verdict->n_lanes * sizeof *out);
}

/* Least or total gain of a group; undefined as soon as one of them is. */
static void group_gain(SmyiView *v, const SmyiQuantity *q, double *out)
{
    size_t n = v->verdict->n_lanes;
    double lost[SMYI_BLOCK] = {0};
    bool least = q->kind == SMYI_Q_LEAST_GAIN;
    for (size_t k = 0; k < n; k++)
        out[k] = least ? HUGE_VAL : 0;
    for (size_t g = 0; g < q->n_actors; g++) {
        SmyiGain room;
        const SmyiGain *gain = smyi_view_gain(v, (size_t)q->actors[g], &room);
        for (size_t k = 0; k < n; k++) {
            double x = gain->total[k];
            if (!least)
                smyi_add(&out[k], &lost[k], x);
            else if (!(out[k] <= x)) /* takes NaN over, and keeps it below */
                out[k] = out[k] == out[k] ? x : out[k];
        }
    }
    for (size_t k = 0; k < n; k++)
        out[k] += lost[k];
}

static void issue_quantity(SmyiView *v, const SmyiQuantity *q, double *out)
{
    const SmyiFrame *f = v->frame;
    const SmyiSituation *sit = v->situation;
    const SmyiIssue *issue = &f->scn->issues[q->issue];
    size_t n = v->verdict->n_lanes, m = f->n_issues, i = (size_t)q->issue;
    const double *x = v->verdict->point + i * n;
    const double *p = sit->position, *p2 = NULL;
    if (q->n_actors)
        p = sit->position + ((size_t)q->actors[0] * m + i) * n;
    if (q->n_actors > 1)
        p2 = sit->position + ((size_t)q->actors[1] * m + i) * n;
    for (size_t k = 0; k < n; k++)
        out[k] = q->kind == SMYI_Q_OUTCOME ? issue->low + (issue->high - issue->low) * x[k]
                 : q->kind == SMYI_Q_DISTANCE ? 100 * fabs(x[k] - p[k])
                 : p2                         ? 100 * fabs(p[k] - p2[k])
                                              : (double)NAN;
}

static void input_quantity(SmyiView *v, const SmyiQuantity *q, double *out)
{
    const SmyiFrame *f = v->frame;
    size_t n = v->verdict->n_lanes, a = (size_t)q->actors[0];
    const SmyiActor *actor = &f->scn->actors[a];
    const SmyiStance *stance =
        q->issue == SMYI_NONE ? NULL : &f->scn->stances[a * f->n_issues + (size_t)q->issue];
    int input = q->kind == SMYI_Q_CAPABILITY       ? actor->capability
                : q->kind == SMYI_Q_NO_DEAL        ? actor->no_deal
                : q->kind == SMYI_Q_NO_DEAL_STATED ? actor->no_deal_stated
                : !stance                          ? SMYI_NONE
                : q->kind == SMYI_Q_POSITION       ? stance->position
                : q->kind == SMYI_Q_STATED         ? stance->stated
                                                   : stance->salience;
    double none = q->kind == SMYI_Q_NO_DEAL ? 0 : (double)NAN; /* no_deal defaults to 0 */
    for (size_t k = 0; k < n; k++)
        out[k] = input == SMYI_NONE ? none : v->situation->value[(size_t)input * n + k];
}

static void settled_share(SmyiView *v, double *out)
{
    size_t n = v->verdict->n_lanes, m = v->frame->n_issues;
    for (size_t k = 0; k < n; k++) {
        size_t settled = 0;
        for (size_t i = 0; i < m; i++)
            settled += v->verdict->settled[i * n + k];
        out[k] = 100 * (double)settled / (double)m;
    }
}

void smyi_quantity(SmyiView *v, const SmyiQuantity *q, double *out)
{
    switch (q->kind) {
    case SMYI_Q_NUMBER:
        for (size_t k = 0; k < v->verdict->n_lanes; k++)
            out[k] = q->number;
        break;
    case SMYI_Q_GAIN:
    case SMYI_Q_GAIN_OUTCOME:
    case SMYI_Q_GAIN_STANDING:
    case SMYI_Q_GAIN_FACE:
    case SMYI_Q_GAIN_NO_DEAL:
    case SMYI_Q_SHORTFALL:
        gain_quantity(v, q, out);
        break;
    case SMYI_Q_LEAST_GAIN:
    case SMYI_Q_TOTAL_GAIN:
        group_gain(v, q, out);
        break;
    case SMYI_Q_EXCLUSION_COST:
        smyi_view_seat_value(v, (size_t)q->actors[0], (size_t)q->actors[0], out);
        break;
    case SMYI_Q_SEAT_VALUE:
        smyi_view_seat_value(v, (size_t)q->actors[0], (size_t)q->actors[1], out);
        break;
    case SMYI_Q_OUTCOME:
    case SMYI_Q_DISTANCE:
    case SMYI_Q_APART:
        issue_quantity(v, q, out);
        break;
    case SMYI_Q_SETTLED_SHARE:
        settled_share(v, out);
        break;
    case SMYI_Q_POSITION:
    case SMYI_Q_STATED:
    case SMYI_Q_SALIENCE:
    case SMYI_Q_CAPABILITY:
    case SMYI_Q_NO_DEAL:
    case SMYI_Q_NO_DEAL_STATED:
        input_quantity(v, q, out);
        break;
    }
}

SMYI_INLINE bool holds(SmyiOp op, double left, double right, double low, double high)
{
    switch (op) {
    case SMYI_OP_ABOVE:
        return left > right;
    case SMYI_OP_BELOW:
        return left < right;
    case SMYI_OP_AT_LEAST:
        return left >= right;
    case SMYI_OP_AT_MOST:
        return left <= right;
    case SMYI_OP_EQUALS:
        return fabs(left - right) <= EQUAL_WITHIN;
    case SMYI_OP_BETWEEN:
        return (left >= low) & (left <= high);
    }
    return false;
}

SMYI_INLINE void compare_as(SmyiOp op, size_t n, const double *restrict left,
                            const double *restrict right, double low, double high,
                            signed char *restrict truth)
{
    for (size_t k = 0; k < n; k++) {
        int undefined = (left[k] != left[k]) | (right[k] != right[k]);
        truth[k] = (signed char)(holds(op, left[k], right[k], low, high) | -undefined);
    }
}

/* One loop an operation, so that no lane asks which it is. */
SMYI_KERNEL static void compare_rows(SmyiOp op, size_t n, const double *restrict left,
                                     const double *restrict right, double low, double high,
                                     signed char *restrict truth)
{
    switch (op) {
    case SMYI_OP_ABOVE:
        compare_as(SMYI_OP_ABOVE, n, left, right, low, high, truth);
        break;
    case SMYI_OP_BELOW:
        compare_as(SMYI_OP_BELOW, n, left, right, low, high, truth);
        break;
    case SMYI_OP_AT_LEAST:
        compare_as(SMYI_OP_AT_LEAST, n, left, right, low, high, truth);
        break;
    case SMYI_OP_AT_MOST:
        compare_as(SMYI_OP_AT_MOST, n, left, right, low, high, truth);
        break;
    case SMYI_OP_EQUALS:
        compare_as(SMYI_OP_EQUALS, n, left, right, low, high, truth);
        break;
    case SMYI_OP_BETWEEN:
        compare_as(SMYI_OP_BETWEEN, n, left, right, low, high, truth);
        break;
    }
}

static void compare(SmyiView *v, const SmyiCondition *c, signed char *truth)
{
    double left[SMYI_BLOCK], right[SMYI_BLOCK] = {0};
    smyi_quantity(v, &c->left, left);
    if (c->op != SMYI_OP_BETWEEN)
        smyi_quantity(v, &c->right, right);
    compare_rows(c->op, v->verdict->n_lanes, left, right, c->low, c->high, truth);
}

/* 0, 1, 2 for no, undefined, yes. */
SMYI_INLINE signed char rank_of(signed char truth)
{
    return (signed char)(truth < 0 ? 1 : 2 * truth);
}

/* The less (or, for any, the greater) of two truths, with no < undefined < yes. */
SMYI_KERNEL static void join(size_t n, bool any, const signed char *restrict part,
                             signed char *restrict truth)
{
    for (size_t k = 0; k < n; k++) {
        signed char x = rank_of(truth[k]), y = rank_of(part[k]);
        signed char less = x < y ? x : y, more = x < y ? y : x, rank = any ? more : less;
        truth[k] = (signed char)(rank == 1 ? UNDEFINED : rank / 2);
    }
}

/* all: the least truth, any: the greatest. Where one part decides, no other table is solved for
 * the next. */
static void combine(SmyiView *v, const SmyiCondition *c, signed char *truth)
{
    bool any = c->kind == SMYI_C_ANY;
    size_t n = v->verdict->n_lanes;
    const unsigned char *asked = v->asked;
    unsigned char open[SMYI_BLOCK];
    memset(truth, any ? NO : YES, n);
    v->asked = open;
    for (size_t p = 0; p < c->n_parts; p++) {
        signed char part[SMYI_BLOCK];
        for (size_t k = 0; k < n; k++)
            open[k] = (!asked || asked[k]) && truth[k] != (any ? YES : NO);
        smyi_condition(v, &c->parts[p], part);
        join(n, any, part, truth);
    }
    v->asked = asked;
}

static void win_win(SmyiView *v, const SmyiCondition *c, signed char *truth)
{
    SmyiQuantity least = {
        .kind = SMYI_Q_LEAST_GAIN, .n_actors = c->n_actors, .actors = c->actors};
    double gain[SMYI_BLOCK];
    smyi_quantity(v, &least, gain);
    for (size_t k = 0; k < v->verdict->n_lanes; k++)
        truth[k] = gain[k] != gain[k] ? UNDEFINED : gain[k] > WIN_WIN_POINTS;
}

static void seated(SmyiView *v, const SmyiCondition *c, signed char *truth)
{
    size_t n = v->verdict->n_lanes;
    int seat = v->frame->seat_of[c->actors[0]];
    for (size_t k = 0; k < n; k++)
        truth[k] = seat != SMYI_NONE && v->seating[(size_t)seat * n + k];
}

bool smyi_quantity_asks_seats(const SmyiQuantity *q)
{
    return q->kind == SMYI_Q_EXCLUSION_COST || q->kind == SMYI_Q_SEAT_VALUE;
}

bool smyi_condition_asks_seats(const SmyiCondition *c)
{
    bool asks = c->kind == SMYI_C_COMPARE &&
                (smyi_quantity_asks_seats(&c->left) || smyi_quantity_asks_seats(&c->right));
    for (size_t p = 0; p < c->n_parts; p++)
        asks |= smyi_condition_asks_seats(&c->parts[p]);
    return asks;
}

void smyi_condition(SmyiView *v, const SmyiCondition *c, signed char *truth)
{
    size_t n = v->verdict->n_lanes;
    switch (c->kind) {
    case SMYI_C_ALL:
    case SMYI_C_ANY:
        combine(v, c, truth);
        break;
    case SMYI_C_NOT:
        smyi_condition(v, &c->parts[0], truth);
        for (size_t k = 0; k < n; k++)
            truth[k] = truth[k] == UNDEFINED ? UNDEFINED : !truth[k];
        break;
    case SMYI_C_COMPARE:
        compare(v, c, truth);
        break;
    case SMYI_C_SETTLED:
        for (size_t k = 0; k < n; k++)
            truth[k] = (signed char)v->verdict->settled[(size_t)c->issue * n + k];
        break;
    case SMYI_C_AGREEMENT:
        for (size_t k = 0; k < n; k++)
            truth[k] = (v->verdict->agreed[k] != 0) == c->wanted;
        break;
    case SMYI_C_SEATED:
        seated(v, c, truth);
        break;
    case SMYI_C_WIN_WIN:
        win_win(v, c, truth);
        break;
    }
}
