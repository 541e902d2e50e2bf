/* SPDX-License-Identifier: Apache-2.0 */
/* The least change of one input alone after which most of the models say otherwise. */
#include "analysis/flips_most.h"

#include <math.h>
#include <string.h>

enum { STEPS = SMYI_FLIP_STEPS, LANES = 4, AT_ONCE = SMYI_BLOCK / LANES, CUTS = 4 };

/* ---- Votes ---- */

static void add_vote(SmyiVotes *votes, double answer)
{
    votes->defined += answer == answer;
    votes->holds += answer > .5;
}

void smyi_flip_vote_now(SmyiFlipSearch *s)
{
    for (size_t c = 0; c < s->frame->scn->n_claims; c++)
        add_vote(&s->now[c], s->base[c]);
}

static SmyiVotes *votes_on(const SmyiFlipSearch *s, size_t input, size_t claim)
{
    return s->votes + (input * s->frame->scn->n_claims + claim) * STEPS;
}

void smyi_flip_vote(SmyiFlipSearch *s, size_t input, size_t claim, const double *answers)
{
    for (size_t k = 0; k < STEPS; k++)
        add_vote(&votes_on(s, input, claim)[k], answers[k]);
}

/* 1: most say that it holds, -1: that it does not, 0: neither. */
static int verdict(SmyiVotes votes)
{
    unsigned fails = votes.defined - votes.holds;
    return votes.holds > fails ? 1 : votes.holds < fails ? -1 : 0;
}

static bool has_turned(SmyiVotes now, SmyiVotes there)
{
    return verdict(now) * verdict(there) < 0;
}

/* ---- On the steps ---- */

static bool nearest_step(const SmyiFlipSearch *s, SmyiFlip *flip)
{
    double low, high, least = HUGE_VAL;
    const SmyiVotes *votes = votes_on(s, (size_t)flip->input, flip->claim);
    if (!smyi_flip_span(s, (size_t)flip->input, &low, &high))
        return false;
    for (size_t k = 0; k < STEPS; k++) {
        double at = smyi_flip_step(low, high, k), away = fabs(at - flip->from);
        if (!has_turned(s->now[flip->claim], votes[k]) || away >= least)
            continue;
        least = away;
        flip->to = at;
    }
    flip->distance = least / (high - low);
    return least < HUGE_VAL;
}

static bool list_all(SmyiFlipSearch *s)
{
    const SmyiFrame *f = s->frame;
    SmyiFlips *out = s->out;
    out->most = SMYI_NEW(s->mem, f->scn->n_claims * f->n_inputs, SmyiFlip);
    for (size_t c = 0; c < f->scn->n_claims && out->most; c++)
        for (size_t i = 0; i < f->n_inputs; i++) {
            SmyiFlip flip = {.input = (int)i, .claim = c, .from = smyi_flip_point(s, i)};
            if (nearest_step(s, &flip))
                out->most[out->n_most++] = flip;
        }
    return out->most;
}

/* ---- Between the steps ---- */

typedef struct SmyiBracket {
    double same, turned; /* values of the input */
    SmyiVotes votes[LANES];
} SmyiBracket;

static double lane_at(const SmyiBracket *b, size_t lane)
{
    return b->same + (b->turned - b->same) * (double)(lane + 1) / (LANES + 1);
}

/* Only the claims of the flips first..first + n: of others some cost solves at other tables. */
static SmyCode ask_some(SmyiFlipSearch *s, size_t first, size_t n)
{
    const SmyiFlip *flips = s->out->most + first;
    SmyiBracket *brackets = s->brackets + first;
    size_t claim = flips[0].claim, n_lanes = n * LANES;
    s->asked.questions = &s->questions[claim];
    s->asked.n_questions = flips[n - 1].claim - claim + 1;
    smyi_situation_points(s->frame, n_lanes, &s->here.sit);
    for (size_t l = 0; l < n_lanes; l++)
        s->here.sit.value[(size_t)flips[l / LANES].input * n_lanes + l] =
            lane_at(&brackets[l / LANES], l % LANES);
    smyi_situation_derive(s->frame, n_lanes, &s->here.sit);
    SmyCode code = smyi_answering_solve(&s->here, NULL, s->answers, SMYI_BLOCK);
    for (size_t l = 0; l < n_lanes && code == SMY_OK; l++)
        add_vote(&brackets[l / LANES].votes[l % LANES],
                 s->answers[(flips[l / LANES].claim - claim) * SMYI_BLOCK + l]);
    return code;
}

/* A model's answers at the lanes of every bracket. */
static SmyCode ask(SmyiFlipSearch *s)
{
    size_t n = s->out->n_most;
    SmyCode code = SMY_OK;
    for (size_t first = 0; first < n && code == SMY_OK; first += AT_ONCE)
        code = ask_some(s, first, n - first < AT_ONCE ? n - first : AT_ONCE);
    return code;
}

static void narrow(const SmyiFlipSearch *s, size_t j, SmyiBracket *b)
{
    size_t k = 0;
    while (k < LANES && !has_turned(s->now[s->out->most[j].claim], b->votes[k]))
        k++;
    double same = k > 0 ? lane_at(b, k - 1) : b->same;
    b->turned = k < LANES ? lane_at(b, k) : b->turned;
    b->same = same;
    memset(b->votes, 0, sizeof b->votes);
}

/* Where the verdict is the same, and where it has turned, one step of the search apart. */
static bool open_brackets(SmyiFlipSearch *s)
{
    s->brackets = SMYI_NEW(s->mem, s->out->n_most, SmyiBracket);
    for (size_t j = 0; j < s->out->n_most && s->brackets; j++) {
        const SmyiFlip *flip = &s->out->most[j];
        double low, high;
        (void)smyi_flip_span(s, (size_t)flip->input, &low, &high);
        s->brackets[j].same = smyi_flip_same(flip, low, high);
        s->brackets[j].turned = flip->to;
    }
    return s->brackets;
}

SmyCode smyi_flips_most(SmyiFlipSearch *s, const SmyiSolver *solvers, size_t n_solvers)
{
    SmyiFlips *out = s->out;
    SmyCode code = SMY_OK;
    if (!list_all(s))
        return SMY_ERR_NOMEM;
    out->n_most = smyi_flips_nearest(out->most, out->n_most, SMYI_FLIPS_MOST_TOLD);
    if (!open_brackets(s))
        return SMY_ERR_NOMEM;
    for (size_t r = 0; r < CUTS && code == SMY_OK && out->n_most; r++) {
        for (size_t m = 0; m < n_solvers && code == SMY_OK; m++)
            if (smyi_flip_is_asked(s->frame, &solvers[m]))
                code = smyi_flip_under(s, &solvers[m], ask);
        for (size_t j = 0; j < out->n_most; j++)
            narrow(s, j, &s->brackets[j]);
    }
    for (size_t j = 0; j < out->n_most; j++)
        smyi_flip_end(s, &out->most[j], s->brackets[j].turned);
    out->n_most = smyi_flips_nearest(out->most, out->n_most, SMYI_FLIPS_MOST_TOLD);
    return code;
}
