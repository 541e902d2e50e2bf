/* SPDX-License-Identifier: Apache-2.0 */
/* The forecast to quote: the model with a track record, issue by issue, and that record. */
#include <math.h>

#include "analysis/answer.h"
#include "analysis/grid.h"
#include "base/sums.h"

/* The first model that has a record of past forecasts. */
static const SmyiFinding *find_quoted(const SmyiInquiry *answer)
{
    for (size_t s = 0; s < answer->n_findings; s++)
        if (answer->findings[s].solver->model->info.record)
            return &answer->findings[s];
    return NULL;
}

/* The least point of the grid with cumulative mass >= share of all; NaN without mass. */
static double quantile(const double *mass, double share)
{
    double total = 0, lost = 0, sum = 0, sum_lost = 0, last = (double)NAN;
    for (size_t g = 0; g < SMYI_GRID; g++)
        smyi_add(&total, &lost, mass[g]);
    for (size_t g = 0; g < SMYI_GRID; g++) {
        if (!(mass[g] > 0))
            continue;
        last = (double)g / (SMYI_GRID - 1);
        smyi_add(&sum, &sum_lost, mass[g]);
        if (sum + sum_lost >= share * (total + lost) - 1e-12)
            break;
    }
    return last;
}

static void add_issue(const SmyiInquiry *answer, const SmyiFinding *finding, size_t i,
                      SmyNode *parent)
{
    static const struct {
        const char *key;
        double share;
    } wanted[] = {{"median", .5}, {"q10", .1}, {"q25", .25}, {"q75", .75}, {"q90", .9}};
    const SmyiIssue *issue = &answer->frame->scn->issues[i];
    SmyResult *r = answer->result;
    double here[SMYI_GRID] = {0};
    const double *mass = smyi_answer_mass(answer, finding, i, here);
    SmyNode *node = smyi_add_object(r, parent, issue->id);
    for (size_t q = 0; q < sizeof wanted / sizeof *wanted; q++)
        smyi_add_number(r, node, wanted[q].key,
                        mass ? smyi_in_units(issue, quantile(mass, wanted[q].share))
                             : (double)NAN);
    smyi_add_bool(r, node, "settled", finding->verdict.settled[i]);
    smyi_add_text(r, node, "status",
                  smy_status_text((SmyStatus)finding->verdict.outcome.status[i]));
}

static void add_record(const SmyiInquiry *answer, const SmyTrackRecord *record,
                       SmyNode *parent)
{
    SmyResult *r = answer->result;
    if (!record) {
        smyi_add_null(r, parent, "record");
        return;
    }
    SmyNode *node = smyi_add_object(r, parent, "record");
    smyi_add_text(r, node, "data", record->data);
    smyi_add_text(r, node, "how", record->how);
    smyi_add_text(r, node, "silent_on", record->silent_on);
    smyi_add_number(r, node, "issues", record->issues);
    smyi_add_number(r, node, "groups", record->groups);
    smyi_add_number(r, node, "mae", record->mae);
    smyi_add_number(r, node, "crps", record->crps);
    smyi_add_number(r, node, "inside_80", record->inside_80);
    SmyNode *baseline = smyi_add_object(r, node, "baseline");
    smyi_add_text(r, baseline, "model", record->baseline);
    smyi_add_number(r, baseline, "mae", record->baseline_mae);
    smyi_add_number(r, baseline, "crps", record->baseline_crps);
}

void smyi_answer_forecast(const SmyiInquiry *answer, SmyNode *root)
{
    const SmyiFinding *quoted = find_quoted(answer);
    const SmyModelInfo *info = quoted ? &quoted->solver->model->info : NULL;
    SmyResult *r = answer->result;
    SmyNode *node = smyi_add_object(r, root, "forecast");
    smyi_add_text(r, node, "model", info ? info->id : NULL);
    smyi_add_text(r, node, "title", info ? info->title : NULL);
    smyi_add_text(r, node, "why", info ? NULL : "no model with a track record was asked");
    add_record(answer, info ? info->record : NULL, node);
    SmyNode *issues = smyi_add_object(r, node, "issues");
    for (size_t i = 0; quoted && i < answer->frame->n_issues; i++)
        add_issue(answer, quoted, i, issues);
}
