/* SPDX-License-Identifier: Apache-2.0 */
/* Telling of the rounds of the challenge model: one lane copied out, dyads by their names. */
#include <math.h>

#include "base/sums.h"
#include "model/challenge.h"

enum { WIDTH = SMYI_CHALLENGE_WIDTH };

/* The octant of a dyad (models.md B.3), i's expectation first. */
static const char *relation(double a, double b)
{
    if (fabs(a) <= 1e-9 || fabs(b) <= 1e-9)
        return "none";
    if (a < 0 && b < 0)
        return "status quo";
    if (a > 0 && b > 0)
        return fabs(a - b) <= 1e-12 * fabs(a) ? "conflict"
               : a > b                        ? "conflict+"
                                              : "conflict-";
    if (a > 0)
        return a > -b + 1e-12 * a ? "compromise+" : "compel+";
    return b > -a + 1e-12 * b ? "compromise-" : "compel-";
}

static const char *offer_name(double kind)
{
    static const char *const names[] = {NULL, "compel", "compromise", "conflict"};
    return names[(int)kind];
}

bool smyi_challenge_trace_new(size_t n, SmyiArena *mem, SmyiChallengeTrace *out)
{
    *out = (SmyiChallengeTrace){
        .weight = SMYI_NEW(mem, n, double),
        .position = SMYI_NEW(mem, n * WIDTH, double),
        .before = SMYI_NEW(mem, n, double),
        .after = SMYI_NEW(mem, n, double),
        .risk = SMYI_NEW(mem, n, double),
        .relation = SMYI_NEW(mem, n * n, const char *),
        .accepted = SMYI_NEW(mem, n, SmyiTracedOffer),
    };
    return out->weight && out->position && out->before && out->after && out->risk &&
           out->relation && out->accepted;
}

void smyi_challenge_trace_keep(const SmyiChallengeRound *r, SmyiChallengeTrace *trace)
{
    for (size_t a = 0; a < r->n * WIDTH; a++)
        trace->position[a] = r->position[a];
    for (size_t k = 0; k < WIDTH; k++)
        trace->median[k] = r->median[k];
}

/* One seat's actors out of the lanes. */
static void copy_actors(const SmyiChallengeRound *r, size_t k, SmyiChallengeTrace *trace)
{
    for (size_t a = 0; a < r->n; a++) {
        size_t at = a * WIDTH + k;
        const SmyiChallengeOffer *offer = &r->accepted[a];
        trace->weight[a] = r->weight[at];
        trace->before[a] = trace->position[at];
        trace->after[a] = r->position[at];
        trace->risk[a] = r->exponent[at];
        bool stays = !(offer->kind[k] > 0) || offer->from[k] < 0;
        trace->accepted[a] =
            (SmyiTracedOffer){.kind = stays ? NULL : offer_name(offer->kind[k]),
                              .from = stays ? 0 : (size_t)offer->from[k],
                              .strength = stays ? (double)NAN : offer->strength[k]};
    }
}

void smyi_challenge_trace_tell(const SmyiChallengeRound *r, size_t k, size_t issue,
                               size_t lane, size_t number, SmyiChallengeTrace *trace,
                               const SmyiTrace *listener)
{
    double sum = 0, lost = 0;
    copy_actors(r, k, trace);
    for (size_t i = 0; i < r->n; i++)
        for (size_t j = i + 1; j < r->n; j++) {
            size_t at = (i * r->n + j) * WIDTH + k;
            trace->relation[i * r->n + j] = relation(r->expected[at], r->answer[at]);
        }
    for (size_t a = 0; a < r->n; a++)
        smyi_add(&sum, &lost, trace->weight[a] * trace->before[a]);
    SmyiTracedRound told = {.lane = lane,
                            .issue = issue,
                            .n_issues = 1,
                            .number = number,
                            .median = trace->median[k],
                            .mean = (sum + lost) / r->total[k],
                            .n_actors = r->n,
                            .weight = trace->weight,
                            .position = trace->before,
                            .moves_to = trace->after,
                            .risk = trace->risk,
                            .relation = trace->relation,
                            .accepted = trace->accepted};
    listener->round(listener->cookie, &told);
}
