/* SPDX-License-Identifier: Apache-2.0 */
/* The answer's part on claims: the odds of each under every model, and over all of them. */
#include <math.h>

#include "analysis/answer.h"
#include "analysis/flips.h"
#include "base/statistics.h"
#include "base/sums.h"
#include "scenario/condition_tree.h"

static void add_odds(const SmyiInquiry *answer, SmyNode *parent, const char *key, double p,
                     double low, double high, double undefined)
{
    SmyNode *node = smyi_add_object(answer->result, parent, key);
    smyi_add_number(answer->result, node, "p", p);
    smyi_add_number(answer->result, node, "low", low);
    smyi_add_number(answer->result, node, "high", high);
    smyi_add_number(answer->result, node, "undefined", undefined);
}

/* Share of the draws where it is defined in which it holds; Wilson's interval. */
static double model_odds(const SmyiInquiry *answer, const SmyiFinding *finding,
                         SmyNode *parent, size_t c, double *undefined)
{
    const SmyiTally *t = finding->tally;
    uint64_t defined = answer->draws_done - t->undefined[c];
    double p = (double)NAN, low = (double)NAN, high = (double)NAN;
    if (defined) {
        p = (double)t->holds[c] / (double)defined;
        smyi_wilson(t->holds[c], defined, &low, &high);
    }
    *undefined = (double)t->undefined[c] / (double)answer->draws_done;
    add_odds(answer, parent, finding->solver->model->info.id, p, low, high, *undefined);
    return p;
}

static size_t count_drawn(const SmyiInquiry *answer)
{
    size_t n = 0;
    for (size_t s = 0; s < answer->n_findings; s++)
        n += answer->findings[s].tally != NULL;
    return n;
}

/* Mean of the drawn models' odds; its interval is their lowest and highest: a spread. */
static void add_probability(const SmyiInquiry *answer, SmyNode *claim, size_t c)
{
    if (answer->draws_done == 0 || !answer->claims_drawn[c]) {
        smyi_add_null(answer->result, claim, "probability");
        return;
    }
    SmyNode *node = smyi_add_object(answer->result, claim, "probability");
    double sum = 0, lost = 0, n = 0, low = HUGE_VAL, high = -HUGE_VAL, undefined = 0;
    double n_drawn = (double)count_drawn(answer);
    for (size_t s = 0; s < answer->n_findings; s++) {
        double share, p;
        if (!answer->findings[s].tally)
            continue;
        p = model_odds(answer, &answer->findings[s], node, c, &share);
        undefined += share / n_drawn;
        if (p != p)
            continue;
        smyi_add(&sum, &lost, p);
        n++;
        low = fmin(low, p);
        high = fmax(high, p);
    }
    add_odds(answer, node, "pooled", n > 0 ? (sum + lost) / n : (double)NAN, low, high,
             undefined);
}

static void add_at_point(const SmyiInquiry *answer, SmyNode *claim, size_t c)
{
    SmyNode *node = smyi_add_object(answer->result, claim, "at_point");
    for (size_t s = 0; s < answer->n_findings; s++) {
        const char *id = answer->findings[s].solver->model->info.id;
        signed char truth = answer->findings[s].truth[c];
        if (truth < 0)
            smyi_add_null(answer->result, node, id);
        else
            smyi_add_bool(answer->result, node, id, truth);
    }
}

static void add_flip(const SmyiInquiry *answer, SmyNode *list, const SmyiFlip *flip,
                     const char *model)
{
    SmyResult *r = answer->result;
    SmyNode *node = smyi_add_object(r, list, NULL);
    smyi_add_text(r, node, "path", answer->frame->scn->inputs[flip->input].path);
    smyi_add_number(r, node, "from", flip->from);
    smyi_add_number(r, node, "to", flip->to);
    if (model)
        smyi_add_text(r, node, "model", model);
    smyi_add_number(r, node, "distance", flip->distance);
    smyi_add_bool(r, node, "within", flip->within);
}

/* What would have to be true for another verdict; null where nobody looked. */
static void add_flips(const SmyiInquiry *answer, SmyNode *claim, size_t c)
{
    SmyResult *r = answer->result;
    const SmyiFlips *flips = answer->flips;
    if (!flips) {
        smyi_add_null(r, claim, "flips");
        smyi_add_null(r, claim, "flips_most");
        return;
    }
    SmyNode *list = smyi_add_list(r, claim, "flips");
    for (size_t j = 0; j < flips->n; j++)
        if (flips->list[j].claim == c)
            add_flip(answer, list, &flips->list[j],
                     answer->findings[flips->list[j].solver].solver->model->info.id);
    list = smyi_add_list(r, claim, "flips_most");
    for (size_t j = 0; j < flips->n_most; j++)
        if (flips->most[j].claim == c)
            add_flip(answer, list, &flips->most[j], NULL);
}

void smyi_answer_claims(const SmyiInquiry *answer, SmyNode *root)
{
    const SmyScenario *scn = answer->frame->scn;
    SmyResult *r = answer->result;
    SmyNode *list = smyi_add_list(r, root, "claims");
    for (size_t c = 0; c < scn->n_claims && answer->n_findings && answer->findings[0].truth;
         c++) {
        const SmyiClaim *claim = &scn->claims[c];
        SmyNode *node = smyi_add_object(r, list, NULL);
        int voice = claim->support.voice;
        smyi_add_text(r, node, "id", claim->id);
        smyi_add_text(r, node, "says",
                      smyi_text_in(&claim->says, answer->language, claim->id));
        smyi_add_text(r, node, "voice",
                      voice == SMYI_VOICE_AUTHOR ? "author"
                      : voice >= 0               ? scn->actors[voice].id
                                                 : NULL);
        SmyNode *cites = smyi_add_list(r, node, "cite");
        for (size_t j = 0; j < claim->support.n_cites; j++)
            smyi_add_text(r, cites, NULL, claim->support.cites[j].shown);
        smyi_condition_to_tree(scn, &claim->holds, r, node, "holds");
        const char *as =
            smyi_condition_title(scn, &claim->holds, answer->language, &r->arena);
        r->failed |= !as;
        smyi_add_text(r, node, "scored_as", as);
        add_probability(answer, node, c);
        add_at_point(answer, node, c);
        add_flips(answer, node, c);
    }
}
