/* SPDX-License-Identifier: Apache-2.0 */
/* The models that are built in, and solving with any of them. */
#include <math.h>
#include <string.h>

#include "model/model.h"

#define X(id) extern const SmyiModel smyi_model_##id;
#include "model/models.def"
#undef X

static const SmyiModel *const models[] = {
#define X(id) &smyi_model_##id,
#include "model/models.def"
#undef X
};

enum { N_MODELS = sizeof models / sizeof *models };

const SmyiModel *smyi_model_at(size_t index)
{
    return index < N_MODELS ? models[index] : NULL;
}

const SmyiModel *smyi_model_find(const char *id)
{
    for (size_t i = 0; i < N_MODELS; i++)
        if (strcmp(models[i]->info.id, id) == 0)
            return models[i];
    return NULL;
}

size_t smy_model_count(void)
{
    return N_MODELS;
}

const SmyModelInfo *smy_model_at(size_t index)
{
    return index < N_MODELS ? &models[index]->info : NULL;
}

const SmyModelInfo *smy_model_find(const char *id)
{
    const SmyiModel *model = id ? smyi_model_find(id) : NULL;
    return model ? &model->info : NULL;
}

const char *smy_status_text(SmyStatus status)
{
    static const char *const texts[] = {
#define X(status, text) text,
        SMY_STATUSES(X)
#undef X
    };
    size_t index = (size_t)status;
    return index < sizeof texts / sizeof *texts ? texts[index] : "unknown status";
}

void smyi_model_defaults(const SmyiModel *model, double *options)
{
    for (size_t o = 0; o < model->info.n_options; o++)
        options[o] = model->info.options[o].fallback;
}

bool smyi_outcome_new(const SmyiModel *model, size_t n_actors, size_t n_issues,
                      size_t n_lanes, SmyiArena *mem, SmyiOutcome *out)
{
    size_t cells = n_issues * n_lanes;
    size_t support = model->support ? model->support(n_actors) : 0;
    *out = (SmyiOutcome){
        .point = SMYI_NEW(mem, cells, double),
        .status = SMYI_NEW(mem, cells, unsigned char),
        .rounds = SMYI_NEW(mem, cells, double),
        .support = support,
        .value = support ? SMYI_NEW(mem, cells * support, double) : NULL,
        .mass = support ? SMYI_NEW(mem, cells * support, double) : NULL,
    };
    return out->point && out->status && out->rounds &&
           (!support || (out->value && out->mass));
}

/* Rounding may leave the whole mass just short of t: then the last value with mass counts. */
static double quantile(const double *value, const double *mass, size_t n, size_t stride,
                       double t)
{
    double cumulative = 0, last = (double)NAN;
    for (size_t g = 0; g < n; g++) {
        double m = mass[g * stride];
        if (!(m > 0))
            continue;
        last = value[g * stride];
        cumulative += m;
        if (cumulative >= t)
            break;
    }
    return last;
}

SmyCode smyi_model_solve(const SmyiModel *model, const SmyiGame *game,
                         const double *options, const double *u, SmyiArena *mem,
                         SmyiOutcome *out)
{
    size_t cells = game->n_issues * game->n_lanes, n = game->n_lanes;
    for (size_t c = 0; c < cells; c++)
        out->rounds[c] = (double)NAN;
    SmyiMark mark = smyi_arena_mark(mem);
    SmyCode code = model->solve(game, options, mem, out);
    smyi_arena_rewind(mem, mark);
    if (code != SMY_OK || !out->support)
        return code;
    for (size_t c = 0; c < cells; c++) {
        if (out->status[c] != SMY_STATUS_OK)
            continue; /* the model set the point itself */
        size_t first = c / n * out->support * n + c % n;
        out->point[c] =
            quantile(out->value + first, out->mass + first, out->support, n, u ? u[c] : .5);
    }
    return SMY_OK;
}
