/* SPDX-License-Identifier: Apache-2.0 */
/* The sections "procedure" (setter, veto, criteria) and "correlations". */
#include <math.h>
#include <string.h>

#include "scenario/reader.h"

static void read_setter(SmyiReader *reader, const SmyiValue *value, void *into)
{
    ((SmyiProcedure *)into)->setter = smyi_refer_actor(reader, value);
}

static void read_veto(SmyiReader *reader, const SmyiValue *value, void *into)
{
    SmyiProcedure *procedure = into;
    procedure->n_veto = smyi_refer_actors(reader, value, &procedure->veto);
}

typedef struct Criterion {
    double quota;
    double *weights;
} Criterion;

static void read_quota(SmyiReader *reader, const SmyiValue *value, void *into)
{
    Criterion *criterion = into;
    if (smyi_read_number(reader, value, 0, (double)INFINITY, &criterion->quota) &&
        criterion->quota <= 0)
        smyi_refuse(reader, SMY_ERR_RANGE, value, NULL, "%s is 0; it is above 0",
                    smyi_path(reader, value));
}

static void read_weight(SmyiReader *reader, const SmyiValue *entry, void *into)
{
    Criterion *criterion = into;
    int actor = smyi_refer_actor_key(reader, entry);
    double weight = 0;
    if (smyi_read_number(reader, entry, 0, (double)INFINITY, &weight) && actor != SMYI_NONE)
        criterion->weights[actor] = weight;
}

static void read_weights(SmyiReader *reader, const SmyiValue *value, void *into)
{
    Criterion *criterion = into;
    criterion->weights = SMYI_TAKE(reader, reader->scenario->n_actors, double);
    if (criterion->weights)
        (void)smyi_read_entries(reader, value, false, read_weight, criterion);
}

static void read_criterion(SmyiReader *reader, const SmyiValue *value, void *into)
{
    static const SmyiKey keys[] = {{"quota", read_quota, true},
                                   {"weights", read_weights, false}};
    SmyiProcedure *procedure = into;
    Criterion criterion = {0};
    (void)smyi_read_map(reader, value, keys, sizeof keys / sizeof *keys, &criterion);
    procedure->criteria[procedure->n_criteria].quota = criterion.quota;
    procedure->criteria[procedure->n_criteria++].weights = criterion.weights;
}

static void read_criteria(SmyiReader *reader, const SmyiValue *value, void *into)
{
    SmyiProcedure *procedure = into;
    procedure->criteria = smyi_taken(
        reader, smyi_arena_take(reader->arena, value->size, sizeof *procedure->criteria));
    if (procedure->criteria)
        (void)smyi_read_list(reader, value, read_criterion, procedure);
}

void smyi_read_procedure(SmyiReader *reader, const SmyiValue *value, void *into)
{
    static const SmyiKey keys[] = {{"setter", read_setter, false},
                                   {"veto", read_veto, false},
                                   {"criteria", read_criteria, false}};
    (void)into;
    (void)smyi_read_map(reader, value, keys, sizeof keys / sizeof *keys,
                        &reader->scenario->procedure);
}

/* ---- Correlations ---- */

static void read_between(SmyiReader *reader, const SmyiValue *value, void *into)
{
    SmyiCorrelation *correlation = into;
    if (value->kind != SMYI_VALUE_LIST || value->size != 2) {
        smyi_refuse(reader, SMY_ERR_TYPE, value,
                    "write [stances.a.i.position, stances.b.i.position]",
                    "%s takes the paths of two inputs", smyi_path(reader, value));
        return;
    }
    correlation->between[0] = smyi_refer_input(reader, value->first);
    correlation->between[1] = smyi_refer_input(reader, value->last);
    if (correlation->between[0] == correlation->between[1] &&
        correlation->between[0] != SMYI_NONE)
        smyi_refuse(reader, SMY_ERR_CONFLICT, value, "name two different inputs",
                    "%s names one input twice", smyi_path(reader, value));
}

static void read_spearman(SmyiReader *reader, const SmyiValue *value, void *into)
{
    double *spearman = &((SmyiCorrelation *)into)->spearman;
    if (smyi_read_number(reader, value, -1, 1, spearman) && fabs(*spearman) >= 1)
        smyi_refuse(reader, SMY_ERR_RANGE, value, "write 0.99, or use one input for both",
                    "%s is %s; it lies strictly between -1 and 1", smyi_path(reader, value),
                    smyi_shown(reader, value));
}

static bool is_same_pair(const SmyiCorrelation *a, const SmyiCorrelation *b)
{
    return (a->between[0] == b->between[0] && a->between[1] == b->between[1]) ||
           (a->between[0] == b->between[1] && a->between[1] == b->between[0]);
}

static void read_correlation(SmyiReader *reader, const SmyiValue *value, void *into)
{
    static const SmyiKey keys[] = {{"between", read_between, true},
                                   {"spearman", read_spearman, true}};
    (void)into;
    SmyScenario *scenario = reader->scenario;
    SmyiCorrelation one = {.between = {SMYI_NONE, SMYI_NONE}, .place = value->place};
    (void)smyi_read_map(reader, value, keys, sizeof keys / sizeof *keys, &one);
    if (one.between[0] == SMYI_NONE || one.between[1] == SMYI_NONE)
        return;
    for (size_t i = 0; i < scenario->n_correlations; i++)
        if (is_same_pair(&scenario->correlations[i], &one)) {
            smyi_refuse(reader, SMY_ERR_DUPLICATE, value, "keep one of the two",
                        "these two inputs are correlated in line %d already",
                        scenario->correlations[i].place.line);
            return;
        }
    scenario->correlations[scenario->n_correlations++] = one;
}

void smyi_read_correlations(SmyiReader *reader, const SmyiValue *value, void *into)
{
    enum { MOST = 1000 };
    if (value->size > MOST) {
        smyi_refuse(reader, SMY_ERR_LIMIT, value, NULL,
                    "%zu correlations; there may be 1000", value->size);
        return;
    }
    reader->scenario->correlations = SMYI_TAKE(reader, value->size, SmyiCorrelation);
    if (reader->scenario->correlations)
        (void)smyi_read_list(reader, value, read_correlation, into);
}
