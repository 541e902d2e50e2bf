/* SPDX-License-Identifier: Apache-2.0 */
/* What an answer rests on: the odds of the claims as they are, and without each source. */
#include "summitry/evidence.h"

#include <stdio.h>

#include "analysis/evidence.h"
#include "base/error.h"
#include "base/number.h"
#include "summitry/sensitivity.h"
#include "summitry/variation.h"

void smy_evidence_options_init(SmyEvidenceOptions *options)
{
    *options = (SmyEvidenceOptions){.with_drops = true, .rows = 512};
    smy_run_options_init(&options->run);
    options->run.draws = 2000;
    options->run.with_seats = false;
}

/* What rests on the source alone, widened to what the file knows of such inputs. */
static SmyCode widen(const SmyScenario *scenario, SmyiDrop *drop, SmyVariation *variation,
                     SmyError *err)
{
    for (size_t k = 0; k < scenario->n_inputs; k++) {
        double low, high;
        char from[SMYI_NUMBER_SIZE], to[SMYI_NUMBER_SIZE];
        char range[2 * SMYI_NUMBER_SIZE + 2];
        if (drop->source->rests[k] != 2)
            continue;
        if (!smyi_ignorance(scenario, k, &low, &high)) {
            drop->kept++;
            continue;
        }
        (void)smyi_number_write(low, from);
        (void)smyi_number_write(high, to);
        (void)snprintf(range, sizeof range, "%s..%s", from, to);
        SmyCode code = smy_variation_set(variation, scenario->inputs[k].path, range, err);
        if (code != SMY_OK)
            return code;
        drop->widened++;
    }
    return SMY_OK;
}

/* A part of an answer is none: whoever stops the work gets nothing. */
static SmyCode ask(const SmyScenario *scenario, const SmyRunOptions *options,
                   SmyResult **out, SmyError *err)
{
    SmyCode code = smy_run(scenario, options, out, err);
    if (code == SMY_OK && smy_node_bool(smy_node_get(smy_result_root(*out), "partial")))
        code = smyi_fail(err, SMY_ERR_CANCELLED, "%s", smy_code_text(SMY_ERR_CANCELLED));
    return code;
}

static SmyCode run_without(const SmyScenario *scenario, const SmyRunOptions *options,
                           SmyiDrop *drop, SmyError *err)
{
    SmyVariation *variation = NULL;
    SmyScenario *without = NULL;
    SmyCode code = smy_variation_new(&variation, err);
    if (code == SMY_OK)
        code = widen(scenario, drop, variation, err);
    if (code == SMY_OK && drop->widened)
        code = smy_scenario_vary(scenario, variation, NULL, &without, err);
    if (code == SMY_OK && drop->widened)
        code = ask(without, options, &drop->run, err);
    smy_scenario_free(without);
    smy_variation_free(variation);
    return code;
}

/* Every source that carries something alone, one after the other. */
static SmyCode drop_each(SmyiEvidence *evidence, const SmyRunOptions *options,
                         SmyError *err)
{
    SmyCode code = SMY_OK;
    for (size_t s = 0; s < evidence->n_sources && code == SMY_OK; s++)
        if (evidence->sources[s].alone && evidence->sources[s].index != SMYI_NONE) {
            SmyiDrop *drop = &evidence->drops[evidence->n_drops++];
            *drop = (SmyiDrop){.source = &evidence->sources[s]};
            code = run_without(evidence->scenario, options, drop, err);
        }
    return code;
}

static SmyCode study(SmyiEvidence *evidence, const SmyEvidenceOptions *o, SmyError *err)
{
    SmySensitivityOptions options;
    smy_sensitivity_options_init(&options);
    SmyPoints points = options.run.points;
    options.run = o->run;
    options.run.points = points;
    options.rows = o->rows;
    options.resamples = 0;
    return smy_sensitivity(evidence->scenario, o->of, &options, &evidence->study, err);
}

static SmyCode find(SmyiEvidence *evidence, const SmyEvidenceOptions *o, SmyError *err)
{
    evidence->sources =
        smyi_sources(evidence->scenario, &evidence->mem, &evidence->n_sources);
    evidence->drops = SMYI_NEW(&evidence->mem, evidence->n_sources, SmyiDrop);
    if (!evidence->sources || !evidence->drops)
        return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    SmyRunOptions claims = o->run;
    claims.matter_budget = 0; /* of the whole alone */
    SmyCode code = ask(evidence->scenario, &o->run, &evidence->run, err);
    if (code == SMY_OK && o->with_drops && o->run.draws)
        code = drop_each(evidence, &claims, err);
    if (code == SMY_OK && o->of)
        code = study(evidence, o, err);
    return code;
}

SmyCode smy_evidence(const SmyScenario *scenario, const SmyEvidenceOptions *options,
                     SmyResult **out, SmyError *err)
{
    SmyEvidenceOptions o;
    smy_evidence_options_init(&o);
    if (options)
        o = *options;
    o.run.with_seats = false;
    o.run.with_claims = true;
    o.run.with_flips = false;
    *out = NULL;
    SmyiEvidence evidence = {.scenario = scenario, .options = &o};
    SmyCode code = find(&evidence, &o, err);
    if (code == SMY_OK)
        code = smyi_evidence_tree(&evidence, out, err);
    for (size_t d = 0; d < evidence.n_drops; d++)
        smy_result_free(evidence.drops[d].run);
    smy_result_free(evidence.run);
    smy_result_free(evidence.study);
    smyi_arena_free(&evidence.mem);
    return code;
}
