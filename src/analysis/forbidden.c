/* SPDX-License-Identifier: Apache-2.0 */
/* Tables at which no package can be agreed on, whatever it is. */
#include "analysis/forbidden.h"

#include <string.h>

/* Of a condition: what who sits says already; as numbers, so that the least is all, the greatest any. */
enum { NO, OPEN, YES };

static void tell(const SmyiFrame *f, const SmyiSeating *seating, size_t n,
                 const SmyiCondition *c, unsigned char *truth)
{
    unsigned char part[SMYI_BLOCK];
    int seat = c->kind == SMYI_C_SEATED ? f->seat_of[c->actors[0]] : SMYI_NONE;
    bool all = c->kind == SMYI_C_ALL, any = c->kind == SMYI_C_ANY;
    memset(truth, all ? YES : any || c->kind == SMYI_C_SEATED ? NO : OPEN, n);
    for (size_t k = 0; k < n && seat != SMYI_NONE; k++)
        truth[k] = seating[(size_t)seat * n + k] ? YES : NO;
    for (size_t p = 0; p < c->n_parts; p++) {
        tell(f, seating, n, &c->parts[p], part);
        for (size_t k = 0; k < n; k++)
            truth[k] = !all && !any                        ? (unsigned char)(YES - part[k])
                       : all == (bool)(part[k] < truth[k]) ? part[k]
                                                           : truth[k];
    }
}

void smyi_seats_forbid(const SmyiFrame *f, const SmyiSeating *seating, size_t n,
                       unsigned char *forbidden)
{
    memset(forbidden, 0, n);
    for (size_t b = 0; b < f->n_blockers; b++) {
        unsigned char truth[SMYI_BLOCK];
        if (f->blockers[b].kind != SMYI_BLOCKER_CONSTRAINT)
            continue;
        tell(f, seating, n, &f->scn->constraints[f->blockers[b].index].forbids, truth);
        for (size_t k = 0; k < n; k++)
            forbidden[k] |= truth[k] == YES;
    }
}

void smyi_put_no_deal(const SmyiFrame *f, const SmyiSituation *sit,
                      const SmyiSeating *seating, const unsigned char *forbidden,
                      double *worth)
{
    size_t n = sit->n_lanes;
    unsigned char talks[SMYI_BLOCK] = {0};
    for (size_t p = 0; p < f->n_players; p++)
        for (size_t k = 0; k < n; k++)
            talks[k] |= seating[p * n + k];
    for (size_t a = 0; a < f->n_actors; a++)
        for (size_t k = 0; k < n; k++) {
            double d = sit->worth_quo[a * n + k] - (talks[k] ? sit->no_deal[a * n + k] : 0);
            worth[a * n + k] = forbidden[k] ? d : worth[a * n + k];
        }
}
