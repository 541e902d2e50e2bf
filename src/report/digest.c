/* SPDX-License-Identifier: Apache-2.0 */
/* What every report picks from a result tree: names, roles, and how far the models agree. */
#include "report/digest.h"

#include <math.h>
#include <string.h>

static const char *text_at(const SmyNode *node, const char *key)
{
    return smy_node_text(smy_node_get(node, key));
}

static double number_at(const SmyNode *node, const char *key)
{
    return smy_node_number(smy_node_get(node, key));
}

static const char *or_else(const char *text, const char *fallback)
{
    return text ? text : fallback;
}

static const SmyNode *follow(const SmyNode *node, const char *const *path)
{
    for (; node && *path; path++)
        node = smy_node_get(node, *path);
    return node;
}

void smyi_digest_values(const SmyiDigest *digest, SmyiFrom from, const char *const *path,
                        double *values)
{
    const SmyNode *seats = smy_node_get(digest->root, "seats");
    for (size_t m = 0; m < digest->n_models; m++) {
        const SmyiModelView *model = &digest->models[m];
        const SmyNode *start =
            from == SMYI_FROM_MODEL ? model->node : smy_node_get(seats, model->id);
        values[m] = smy_node_number(follow(start, path));
    }
}

/* Insertion: a handful of models, and no qsort with its NaNs. */
SmyiSpread smyi_spread(double *values, size_t n)
{
    SmyiSpread out = {.low = (double)NAN, .middle = (double)NAN, .high = (double)NAN};
    for (size_t m = 0; m < n; m++) {
        double value = values[m];
        if (isnan(value))
            continue;
        size_t at = out.n++;
        for (; at > 0 && values[at - 1] > value; at--)
            values[at] = values[at - 1];
        values[at] = value;
        out.above += value > SMYI_EVEN_POINTS;
        out.below += value < -SMYI_EVEN_POINTS;
    }
    for (size_t m = out.n; m < n; m++)
        values[m] = (double)NAN;
    if (out.n) {
        out.low = values[0];
        out.high = values[out.n - 1];
        out.middle = (values[(out.n - 1) / 2] + values[out.n / 2]) / 2;
    }
    return out;
}

static SmyiSpread spread_of(const SmyiDigest *d, SmyiFrom from, const char *const *path,
                            double *scratch)
{
    smyi_digest_values(d, from, path, scratch);
    return smyi_spread(scratch, d->n_models);
}

static SmyiPart role_of(const char *text)
{
    static const char *const names[] = {"seat", "observer", "absent", "delegate"};
    for (size_t r = 0; text && r < sizeof names / sizeof *names; r++)
        if (strcmp(text, names[r]) == 0)
            return (SmyiPart)r;
    return SMYI_PART_OUT;
}

const char *smyi_part_text(SmyiPart role)
{
    static const char *const texts[] = {"seated", "observer", "left out", "delegate",
                                        "outside"};
    return texts[role];
}

/* "Compromise (weighted mean)" -> "Compromise", "Nash bargaining solution" -> "Nash bargaining". */
static const char *label_of(SmyiArena *mem, const char *title)
{
    static const char *const endings[] = {" solution", " model"};
    const char *bracket = strstr(title, " (");
    size_t length = bracket && bracket > title ? (size_t)(bracket - title) : strlen(title);
    for (size_t e = 0; e < sizeof endings / sizeof *endings; e++) {
        size_t tail = strlen(endings[e]);
        if (length > tail && strncmp(title + length - tail, endings[e], tail) == 0)
            length -= tail;
    }
    return smyi_arena_copy(mem, title, length);
}

/* Undefined on every issue: what the model needs is not in the scenario. */
static bool is_silent(const SmyNode *model)
{
    const SmyNode *outcome = smy_node_get(model, "outcome");
    size_t n = smy_node_size(outcome);
    for (size_t i = 0; i < n; i++)
        if (strcmp(or_else(text_at(smy_node_at(outcome, i), "status"), ""), "undefined") !=
            0)
            return false;
    return n > 0;
}

static bool read_model(SmyiDigest *d, const SmyNode *node, SmyiModelView *model,
                       SmyiArena *mem)
{
    model->node = node;
    model->id = or_else(text_at(node, "id"), "?");
    model->title = or_else(text_at(node, "title"), model->id);
    model->label = label_of(mem, model->title);
    model->assumption = text_at(node, "assumption");
    model->status = or_else(text_at(node, "status"), "undefined");
    model->why = text_at(node, "why");
    d->n_agreed += smy_node_bool(smy_node_find(node, "agreement.reached"));
    return model->label != NULL;
}

static bool read_models(SmyiDigest *d, SmyiArena *mem)
{
    const SmyNode *list = smy_node_get(d->root, "models");
    d->models = SMYI_NEW(mem, smy_node_size(list), SmyiModelView);
    d->silent = SMYI_NEW(mem, smy_node_size(list), SmyiModelView);
    if (!d->models || !d->silent)
        return false;
    for (size_t m = 0; m < smy_node_size(list); m++) {
        const SmyNode *node = smy_node_at(list, m);
        bool silent = is_silent(node);
        if (!read_model(d, node, silent ? &d->silent[d->n_silent] : &d->models[d->n_models],
                        mem))
            return false;
        d->n_silent += silent;
        d->n_models += !silent;
    }
    return true;
}

static bool read_actors(SmyiDigest *d, SmyiArena *mem, double *scratch)
{
    const SmyNode *list = smy_node_get(d->root, "actors");
    d->n_actors = smy_node_size(list);
    d->actors = SMYI_NEW(mem, d->n_actors, SmyiActorView);
    if (!d->actors)
        return false;
    for (size_t a = 0; a < d->n_actors; a++) {
        const SmyNode *node = smy_node_at(list, a);
        SmyiActorView *actor = &d->actors[a];
        actor->id = or_else(text_at(node, "id"), "?");
        actor->name = or_else(text_at(node, "name"), actor->id);
        actor->role = role_of(text_at(node, "role"));
        actor->ratifier = smy_node_bool(smy_node_get(node, "ratifier"));
        actor->speaks_for = text_at(node, "speaks_for");
        actor->gain =
            spread_of(d, SMYI_FROM_MODEL,
                      (const char *const[]){"gains", actor->id, "total", NULL}, scratch);
        actor->seat = spread_of(
            d, SMYI_FROM_SEATS,
            (const char *const[]){"seat_gain", actor->id, actor->id, NULL}, scratch);
        actor->seat_standing =
            spread_of(d, SMYI_FROM_SEATS,
                      (const char *const[]){"exclusion_standing", actor->id, NULL}, scratch)
                .middle;
    }
    return true;
}

static bool read_issues(SmyiDigest *d, SmyiArena *mem, double *scratch)
{
    const SmyNode *list = smy_node_get(d->root, "issues");
    d->n_issues = smy_node_size(list);
    d->issues = SMYI_NEW(mem, d->n_issues, SmyiIssueView);
    if (!d->issues)
        return false;
    for (size_t i = 0; i < d->n_issues; i++) {
        const SmyNode *node = smy_node_at(list, i);
        SmyiIssueView *issue = &d->issues[i];
        issue->node = node;
        issue->id = or_else(text_at(node, "id"), "?");
        issue->title = or_else(text_at(node, "title"), issue->id);
        issue->low = smy_node_number(smy_node_find(node, "scale.0"));
        issue->high = smy_node_number(smy_node_find(node, "scale.1"));
        issue->status_quo = number_at(node, "status_quo");
        issue->point =
            spread_of(d, SMYI_FROM_MODEL,
                      (const char *const[]){"outcome", issue->id, "point", NULL}, scratch);
        issue->defined = issue->point.n;
        for (size_t m = 0; m < d->n_models; m++)
            issue->settled += smy_node_bool(
                follow(d->models[m].node,
                       (const char *const[]){"outcome", issue->id, "settled", NULL}));
    }
    return true;
}

static void count_verdicts(const SmyiDigest *d, SmyiClaimView *claim,
                           const SmyNode *at_point)
{
    for (size_t m = 0; m < d->n_models; m++) {
        const SmyNode *verdict = smy_node_get(at_point, d->models[m].id);
        if (!verdict)
            continue;
        if (smy_node_kind(verdict) != SMY_NODE_BOOL)
            claim->undefined++;
        else if (smy_node_bool(verdict))
            claim->holds++;
        else
            claim->fails++;
    }
}

static bool read_claims(SmyiDigest *d, SmyiArena *mem)
{
    const SmyNode *list = smy_node_get(d->root, "claims");
    d->n_claims = smy_node_size(list);
    d->claims = SMYI_NEW(mem, d->n_claims, SmyiClaimView);
    if (!d->claims)
        return false;
    for (size_t c = 0; c < d->n_claims; c++) {
        const SmyNode *node = smy_node_at(list, c);
        const SmyNode *pooled = smy_node_find(node, "probability.pooled");
        const char *voice = text_at(node, "voice");
        SmyiClaimView *claim = &d->claims[c];
        claim->node = node;
        claim->id = or_else(text_at(node, "id"), "?");
        claim->says = or_else(text_at(node, "says"), claim->id);
        claim->voice = voice ? smyi_digest_name(d, voice) : NULL;
        claim->p = number_at(pooled, "p");
        claim->low = number_at(pooled, "low");
        claim->high = number_at(pooled, "high");
        count_verdicts(d, claim, smy_node_get(node, "at_point"));
    }
    return true;
}

/* A delegate counts by itself where it wins or loses something that its seat does not. */
static bool has_own_gain(const SmyiDigest *d, const SmyiActorView *actor)
{
    const SmyiActorView *seat = smyi_digest_actor(d, actor->speaks_for);
    if (actor->role != SMYI_PART_DELEGATE || !seat)
        return true;
    for (size_t m = 0; m < d->n_models; m++) {
        const SmyNode *gains = smy_node_get(d->models[m].node, "gains");
        const SmyNode *own = smy_node_get(gains, actor->id);
        const SmyNode *other = smy_node_get(gains, seat->id);
        if (fabs(number_at(own, "outcome") - number_at(other, "outcome")) > 1e-9 ||
            fabs(number_at(own, "standing")) > 0)
            return true;
    }
    return false;
}

static bool sort_gains(SmyiDigest *d, SmyiArena *mem)
{
    d->by_gain = SMYI_NEW(mem, d->n_actors, size_t);
    if (!d->by_gain)
        return false;
    for (size_t a = 0; a < d->n_actors; a++) {
        double middle = d->actors[a].gain.middle;
        if (d->actors[a].gain.n == 0 || !has_own_gain(d, &d->actors[a]))
            continue;
        size_t at = d->n_gains++;
        for (; at > 0 && d->actors[d->by_gain[at - 1]].gain.middle < middle; at--)
            d->by_gain[at] = d->by_gain[at - 1];
        d->by_gain[at] = a;
    }
    return true;
}

static void add_name(SmyiNames *list, const char *name)
{
    list->names[list->n++] = name;
}

static bool group_actors(SmyiDigest *d, SmyiArena *mem)
{
    SmyiNames *const lists[] = {&d->seated, &d->left_out, &d->must_agree, &d->at_door};
    for (size_t l = 0; l < sizeof lists / sizeof *lists; l++)
        if (!(lists[l]->names = SMYI_NEW(mem, d->n_actors, const char *)))
            return false;
    for (size_t a = 0; a < d->n_actors; a++) {
        const SmyiActorView *actor = &d->actors[a];
        if (actor->role == SMYI_PART_SEAT)
            add_name(&d->seated, actor->name);
        if (actor->role == SMYI_PART_ABSENT)
            add_name(&d->left_out, actor->name);
        if (actor->ratifier)
            add_name(&d->must_agree, actor->name);
        if (actor->ratifier && actor->role != SMYI_PART_SEAT)
            add_name(&d->at_door, actor->name);
    }
    return true;
}

SmyCode smyi_digest(const SmyNode *tree, SmyiArena *mem, SmyiDigest *out)
{
    *out = (SmyiDigest){.root = tree};
    if (smy_node_kind(tree) != SMY_NODE_OBJECT)
        return SMY_ERR_ARGUMENT;
    const SmyNode *scenario = smy_node_get(tree, "scenario");
    out->title =
        or_else(text_at(scenario, "title"), or_else(text_at(scenario, "id"), "Untitled"));
    out->account = text_at(scenario, "account");
    out->as_of = text_at(scenario, "as_of");
    out->language = or_else(text_at(tree, "language"), "en");
    if (!read_models(out, mem))
        return SMY_ERR_NOMEM;
    double *scratch = out->scratch = SMYI_NEW(mem, out->n_models, double);
    if (!scratch || !read_actors(out, mem, scratch) || !read_issues(out, mem, scratch) ||
        !read_claims(out, mem) || !sort_gains(out, mem) || !group_actors(out, mem) ||
        !smyi_varied_text(out, mem, &out->varied))
        return SMY_ERR_NOMEM;
    out->agreement =
        spread_of(out, SMYI_FROM_MODEL,
                  (const char *const[]){"agreement", "probability", NULL}, scratch);
    return SMY_OK;
}

const SmyiActorView *smyi_digest_actor(const SmyiDigest *digest, const char *id)
{
    for (size_t a = 0; id && a < digest->n_actors; a++)
        if (strcmp(digest->actors[a].id, id) == 0)
            return &digest->actors[a];
    return NULL;
}

/* What a constraint is called, or why it is one; NULL: it is none, or the file says neither. */
static const char *constraint_name(const SmyiDigest *digest, const char *id)
{
    static const char prefix[] = "constraint:";
    if (!id || strncmp(id, prefix, sizeof prefix - 1) != 0)
        return NULL;
    const SmyNode *list = smy_node_get(digest->root, "constraints");
    for (size_t c = 0; c < smy_node_size(list); c++) {
        const SmyNode *node = smy_node_at(list, c);
        const char *own = smy_node_text(smy_node_get(node, "id"));
        if (own && strcmp(own, id + sizeof prefix - 1) == 0)
            return or_else(smy_node_text(smy_node_get(node, "title")),
                           smy_node_text(smy_node_get(node, "because")));
    }
    return NULL;
}

const char *smyi_digest_name(const SmyiDigest *digest, const char *id)
{
    const SmyiActorView *actor = smyi_digest_actor(digest, id);
    return actor ? actor->name : or_else(constraint_name(digest, id), or_else(id, "?"));
}

const SmyiModelView *smyi_digest_model(const SmyiDigest *digest, const char *id)
{
    for (size_t m = 0; id && m < digest->n_models; m++)
        if (strcmp(digest->models[m].id, id) == 0)
            return &digest->models[m];
    return NULL;
}

const SmyiIssueView *smyi_digest_widest(const SmyiDigest *digest)
{
    const char *widest = smy_node_text(smy_node_find(digest->root, "compare.widest"));
    for (size_t i = 0; widest && i < digest->n_issues; i++)
        if (strcmp(digest->issues[i].id, widest) == 0)
            return &digest->issues[i];
    return NULL;
}
