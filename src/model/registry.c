/* SPDX-License-Identifier: Apache-2.0 */
/* The models that are built in, and solving with any of them. */
#include <float.h>
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

const char *smy_need_text(unsigned need)
{
    switch (need) {
#define X(id, bit, text)                                                                   \
    case id:                                                                               \
        return text;
        SMY_NEEDS(X)
#undef X
    default:
        return NULL;
    }
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

/*
 * The least value with cumulative mass >= t[lanes], for the lanes of one issue. Rounding may
 * leave a sum just short of t: a shortfall of 1e-12 counts as none, and where even the whole
 * mass falls short the last value with mass counts.
 */
SMYI_KERNEL static void quantiles(const double *value, const double *mass, size_t support,
                                  size_t n, const double *t, double *point)
{
    double cumulative[SMYI_BLOCK] = {0}, enough[SMYI_BLOCK];
    for (size_t k = 0; k < n; k++) {
        enough[k] = fmax(t[k] - 1e-12, DBL_MIN);
        point[k] = (double)NAN;
    }
    for (size_t g = 0; g < support; g++) {
        const double *v = value + g * n, *m = mass + g * n;
        for (size_t k = 0; k < n; k++) {
            int counts = (m[k] > 0) & (cumulative[k] < enough[k]);
            point[k] = counts ? v[k] : point[k];
            cumulative[k] += m[k];
        }
    }
}

static SmyCode solve(const SmyiModel *model, const SmyiGame *game, const double *options,
                     SmyiArena *mem, SmyiOutcome *out)
{
    if (options)
        return model->solve(game, options, mem, out);
    double *defaults = SMYI_NEW(mem, model->info.n_options, double);
    if (!defaults)
        return SMY_ERR_NOMEM;
    smyi_model_defaults(model, defaults);
    return model->solve(game, defaults, mem, out);
}

SmyCode smyi_model_solve(const SmyiModel *model, const SmyiGame *game,
                         const double *options, const double *u, SmyiArena *mem,
                         SmyiOutcome *out)
{
    size_t n = game->n_lanes, cells = game->n_issues * n;
    for (size_t c = 0; c < cells; c++)
        out->rounds[c] = (double)NAN;
    SmyiMark mark = smyi_arena_mark(mem);
    SmyCode code = solve(model, game, options, mem, out);
    smyi_arena_rewind(mem, mark);
    if (code != SMY_OK || !out->support)
        return code;
    double half[SMYI_BLOCK], point[SMYI_BLOCK];
    for (size_t k = 0; k < n; k++)
        half[k] = .5;
    for (size_t i = 0; i < game->n_issues; i++) {
        size_t first = i * out->support * n;
        quantiles(out->value + first, out->mass + first, out->support, n,
                  u ? u + i * n : half, point);
        for (size_t k = 0; k < n; k++) /* elsewhere the model set the point itself */
            if (out->status[i * n + k] == SMY_STATUS_OK)
                out->point[i * n + k] = point[k];
    }
    return SMY_OK;
}
