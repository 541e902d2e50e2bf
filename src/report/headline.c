/* SPDX-License-Identifier: Apache-2.0 */
/* The answer in a few sentences, put together neutrally from a digest. */
#include "report/headline.h"

#include <math.h>
#include <string.h>

#include "report/display.h"
#include "report/writer.h"

enum { MOST_NAMED = 4 };

typedef enum Verdict { GAINS, LOSES, EVEN } Verdict;

/* What most models say of an actor, and how many of them. */
typedef struct Finding {
    const SmyiActorView *actor;
    Verdict verdict;
    size_t k, against,
        n; /* models that say so, that say the opposite, of all that answer */
} Finding;

static Finding finding_of(const SmyiActorView *actor)
{
    const SmyiSpread *g = &actor->gain;
    size_t even = g->n - g->above - g->below;
    if (g->above <= even && g->below <= even)
        return (Finding){actor, EVEN, even, 0, g->n};
    return g->above >= g->below ? (Finding){actor, GAINS, g->above, g->below, g->n}
                                : (Finding){actor, LOSES, g->below, g->above, g->n};
}

static void put_models(SmyiWriter *w, size_t k, size_t n)
{
    if (k == n && n == 1)
        smyi_put(w, "the one model");
    else if (k == n)
        smyi_print(w, "all %zu models", n);
    else
        smyi_print(w, "%zu of %zu models", k, n);
}

/* "Russia (+12 to +25 points)" */
static void put_who(SmyiWriter *w, const SmyiActorView *actor, bool with_unit)
{
    SmyiShown low = smyi_show_signed(actor->gain.low, 0);
    SmyiShown high = smyi_show_signed(actor->gain.high, 0);
    smyi_put(w, actor->name);
    if (strcmp(low.text, high.text) == 0)
        smyi_print(w, " (%s%s)", low.text, with_unit ? " points" : "");
    else
        smyi_print(w, " (%s to %s%s)", low.text, high.text, with_unit ? " points" : "");
}

/* "Ukraine (-31 to -16 points) and United Kingdom (-12 to -4) lose under all 9 models" */
static void put_group(SmyiWriter *w, const Finding *group, size_t size, bool first)
{
    static const char *const verbs[][2] = {
        {" gains", " gain"}, {" loses", " lose"}, {" stays even", " stay even"}};
    for (size_t f = 0; f < size; f++) {
        smyi_put(w, f == 0 ? "" : f + 1 < size ? ", " : " and ");
        put_who(w, group[f].actor, first && f == 0);
    }
    smyi_print(w, "%s under ", verbs[group->verdict][size > 1]);
    if (group->against)
        smyi_print(w, "%zu,%s under ", group->k,
                   verbs[group->verdict == GAINS ? LOSES : GAINS][size > 1]);
    put_models(w, group->against ? group->against : group->k, group->n);
}

/* Those of one part in the talks, the largest change first; how many there are. */
static size_t find_part(const SmyiDigest *d, SmyiPart part, Finding *findings)
{
    size_t n = 0, low = 0, high = d->n_gains; /* the ends of by_gain not yet taken */
    while (low < high) {
        const SmyiActorView *top = &d->actors[d->by_gain[low]];
        const SmyiActorView *bottom = &d->actors[d->by_gain[high - 1]];
        bool from_top = fabs(top->gain.middle) >= fabs(bottom->gain.middle);
        const SmyiActorView *actor = from_top ? top : bottom;
        low += from_top;
        high -= !from_top;
        if (actor->role != part)
            continue;
        if (n < MOST_NAMED)
            findings[n] = finding_of(actor);
        n++;
    }
    return n;
}

static bool is_same(const Finding *a, const Finding *b)
{
    return a->verdict == b->verdict && a->k == b->k && a->against == b->against &&
           a->n == b->n;
}

static void put_gains(SmyiWriter *w, const SmyiDigest *d, SmyiPart part)
{
    Finding findings[MOST_NAMED];
    size_t n = find_part(d, part, findings), named = n < MOST_NAMED ? n : MOST_NAMED;
    for (size_t f = 0, size; f < named; f += size) {
        for (size = 1; f + size < named && is_same(&findings[f], &findings[f + size]);)
            size++;
        smyi_put(w, f ? "; " : "");
        put_group(w, &findings[f], size, f == 0);
    }
    if (n > named)
        smyi_print(w, "; and %zu more", n - named);
    smyi_put(w, named ? "." : "");
}

/* Whoever blocks under some model, each once. */
static void put_blockers(SmyiWriter *w, const SmyiDigest *d)
{
    const char *seen[MOST_NAMED] = {NULL};
    size_t n = 0;
    for (size_t m = 0; m < d->n_models; m++) {
        const SmyNode *list = smy_node_find(d->models[m].node, "agreement.blocked_by");
        for (size_t b = 0; b < smy_node_size(list) && n < MOST_NAMED; b++) {
            const char *id = smy_node_text(smy_node_at(list, b));
            size_t at = 0;
            while (at < n && id && strcmp(seen[at], id) != 0)
                at++;
            if (id && at == n)
                seen[n++] = id;
        }
    }
    for (size_t b = 0; b < n; b++) {
        smyi_put(w, b ? ", " : " Blocked under some by ");
        smyi_put(w, smyi_digest_name(d, seen[b]));
    }
    smyi_put(w, n ? "." : "");
}

/* "; of 6 issues 2 settle under every model, 3 under some, 1 under none." */
static void put_settled(SmyiWriter *w, size_t n, size_t all, size_t none)
{
    const size_t counts[] = {all, n - all - none, none};
    static const char *const words[] = {"every model", "some", "none"};
    static const char *const only[][2] = {
        {"; all ", " issues settle under every model."},
        {"; all ", " issues settle under some models, none under every."},
        {"; none of the ", " issues settles under any."}};
    for (size_t c = 0; c < 3; c++)
        if (n > 1 && counts[c] == n) {
            smyi_print(w, "%s%zu%s", only[c][0], n, only[c][1]);
            return;
        }
    bool first = true;
    if (n == 1)
        smyi_put(w, "; the one issue ");
    else
        smyi_print(w, "; of %zu issues ", n);
    for (size_t c = 0; c < 3; c++) {
        if (counts[c] == 0)
            continue;
        if (!first)
            smyi_print(w, ", %zu under ", counts[c]);
        else if (n == 1)
            smyi_put(w, "settles under ");
        else
            smyi_print(w, "%zu %s under ", counts[c],
                       counts[c] == 1 ? "settles" : "settle");
        smyi_put(w, c == 1 && first ? "some models" : words[c]);
        first = false;
    }
    smyi_put(w, ".");
}

static void put_deal(SmyiWriter *w, const SmyiDigest *d)
{
    size_t all = 0, none = 0;
    if (d->n_models == 0)
        return;
    if (d->n_agreed)
        smyi_put(w, "Agreement under ");
    else
        smyi_put(w, "No agreement under ");
    put_models(w, d->n_agreed ? d->n_agreed : d->n_models, d->n_models);
    if (d->agreement.n)
        smyi_print(w, " (chance %s)",
                   smyi_show_percents(d->agreement.low, d->agreement.high).text);
    for (size_t i = 0; i < d->n_issues; i++) {
        all += d->issues[i].settled == d->n_models;
        none += d->issues[i].settled == 0;
    }
    if (d->n_issues)
        put_settled(w, d->n_issues, all, none);
    else
        smyi_put(w, ".");
    put_blockers(w, d);
}

/* What a chair would bring whoever is left out, and how much of it is standing. */
static void put_chairs(SmyiWriter *w, const SmyiDigest *d)
{
    size_t named = 0;
    for (size_t a = 0; a < d->n_actors && named < MOST_NAMED; a++) {
        const SmyiActorView *actor = &d->actors[a];
        const SmyiSpread *x = &actor->seat;
        if (actor->role != SMYI_PART_ABSENT || x->n == 0)
            continue;
        SmyiShown low = smyi_show_signed(x->low, 0), high = smyi_show_signed(x->high, 0);
        smyi_put(w, named ? "; " : "A seat would bring ");
        smyi_put(w, actor->name);
        smyi_print(w, " %s", low.text);
        if (strcmp(low.text, high.text) != 0)
            smyi_print(w, " to %s", high.text);
        smyi_put(w, named++ ? "" : " points");
        if (fabs(actor->seat_standing) > SMYI_EVEN_POINTS)
            smyi_print(w, " (%s by standing)",
                       smyi_show_signed(actor->seat_standing, 0).text);
    }
    smyi_put(w, named ? "." : "");
}

static void put_seated(SmyiWriter *w, const SmyiDigest *d)
{
    put_gains(w, d, SMYI_PART_SEAT);
}

static void put_left_out(SmyiWriter *w, const SmyiDigest *d)
{
    put_gains(w, d, SMYI_PART_ABSENT);
}

SmyCode smyi_headlines(const SmyiDigest *digest, SmyiArena *mem, SmyiHeadline *lines)
{
    static const struct {
        const char *topic;
        void (*put)(SmyiWriter *w, const SmyiDigest *d);
    } topics[SMYI_HEADLINES] = {
        {"Forecast", smyi_put_forecast},
        {"Its record", smyi_put_record},
        {"At the table", put_seated},
        {"Left out", put_left_out},
        {"The deal", put_deal},
        {"Empty chairs", put_chairs},
        {"Models part", smyi_put_parting},
    };
    for (size_t t = 0; t < SMYI_HEADLINES; t++) {
        SmyiCollect text = {.mem = mem};
        SmyiWriter w;
        smyi_writer_open(&w, smyi_collect, &text);
        topics[t].put(&w, digest);
        SmyCode code = smyi_writer_close(&w);
        if (code != SMY_OK)
            return code;
        lines[t] = (SmyiHeadline){topics[t].topic, text.length ? text.text : NULL};
    }
    return SMY_OK;
}
