/* SPDX-License-Identifier: Apache-2.0 */
/* What rests on what: inputs by actor and by issue, and what each source carries alone. */
#include "scenario/coverage.h"

#include <math.h>
#include <string.h>

#include "scenario/evidence.h"

/* ---- What an input is about ---- */

enum { MOST_WORDS = 6, WORD = 80 };

/* A path's words; their number. Words that are too long to be names are cut. */
static size_t split(const char *path, char words[MOST_WORDS][WORD])
{
    size_t n = 0;
    for (const char *at = path; *at && n < MOST_WORDS; n++) {
        size_t length = strcspn(at, "."), kept = length < WORD - 1 ? length : WORD - 1;
        memcpy(words[n], at, kept);
        words[n][kept] = '\0';
        at += length + (at[length] == '.');
    }
    return n;
}

SmyiAbout smyi_input_about(const SmyScenario *scenario, size_t input)
{
    const char *path = scenario->inputs[input].path;
    char words[MOST_WORDS][WORD];
    size_t n = split(path, words);
    SmyiAbout about = {SMYI_NONE, SMYI_NONE, strrchr(path, '.')};
    about.kind = about.kind ? about.kind + 1 : path;
    if (n < 2)
        return about;
    if (strcmp(words[0], "issues") == 0)
        about.issue = smyi_issue_find(scenario, words[1]);
    else
        about.actor = smyi_actor_find(scenario, words[1]);
    if (strcmp(words[0], "stances") == 0 && n > 2)
        about.issue = smyi_issue_find(scenario, words[2]);
    if (strcmp(words[0], "no_deal") == 0 && n == 2)
        about.kind = "no_deal";
    if (n > 3 && strcmp(words[2], "venue") == 0)
        about.kind = "venue";
    return about;
}

SmyiCoverage smyi_coverage(const SmyScenario *scenario, int actor, int issue)
{
    SmyiCoverage sum = {0};
    for (size_t k = 0; k < scenario->n_inputs; k++) {
        SmyiAbout about = smyi_input_about(scenario, k);
        const SmyiSupport *support = &scenario->inputs[k].support;
        if ((actor != SMYI_NONE && about.actor != actor) ||
            (issue != SMYI_NONE && about.issue != issue))
            continue;
        sum.inputs++;
        *(support->n_cites     ? &sum.cited
          : support->judgement ? &sum.judged
                               : &sum.unsupported) += 1;
    }
    return sum;
}

/* ---- Sources ---- */

/* An actor with all who speak for it is one voice. */
static int principal_voice(const SmyScenario *scenario, int voice)
{
    return voice < 0 ? voice : scenario->actors[voice].principal;
}

static bool is_from(const SmyScenario *scenario, const SmyiSource *source,
                    const SmyiSupport *support, const SmyiCitation *citation)
{
    if (source->kind == SMYI_SOURCE_DOCUMENT)
        return citation->document == source->index;
    int voice = principal_voice(scenario, smyi_cite_voice(support, citation));
    return voice == source->index;
}

/* 0: none of the citations is from the source; 1: some; 2: all. */
static unsigned char rests_on(const SmyScenario *scenario, const SmyiSource *source,
                              const SmyiSupport *support)
{
    size_t from = 0;
    for (size_t c = 0; c < support->n_cites; c++)
        from += is_from(scenario, source, support, &support->cites[c]);
    return from == 0 ? 0 : from < support->n_cites ? 1 : 2;
}

/* False: no memory. */
static bool weigh(const SmyScenario *scenario, SmyiSource *source, SmyiArena *mem)
{
    source->rests = SMYI_NEW(mem, scenario->n_inputs, unsigned char);
    for (size_t k = 0; source->rests && k < scenario->n_inputs; k++) {
        source->rests[k] = rests_on(scenario, source, &scenario->inputs[k].support);
        source->inputs += source->rests[k] > 0;
        source->alone += source->rests[k] == 2;
    }
    for (size_t c = 0; c < scenario->n_claims; c++)
        source->claims += rests_on(scenario, source, &scenario->claims[c].support) > 0;
    return source->rests != NULL;
}

/* Adds a source where something cites it. False: no memory. */
static bool try_source(const SmyScenario *scenario, SmyiSourceKind kind, int index,
                       SmyiArena *mem, SmyiSource *sources, size_t *n)
{
    SmyiSource *one = &sources[*n];
    *one = (SmyiSource){.kind = kind, .index = index};
    if (!weigh(scenario, one, mem))
        return false;
    *n += one->inputs + one->claims > 0;
    return true;
}

SmyiSource *smyi_sources(const SmyScenario *scenario, SmyiArena *mem, size_t *n)
{
    int n_actors = (int)scenario->n_actors;
    SmyiSource *sources =
        SMYI_NEW(mem, scenario->n_documents + scenario->n_actors + 2, SmyiSource);
    bool fine = sources != NULL;
    *n = 0;
    for (size_t d = 0; fine && d < scenario->n_documents; d++)
        fine = try_source(scenario, SMYI_SOURCE_DOCUMENT, (int)d, mem, sources, n);
    if (fine)
        fine = try_source(scenario, SMYI_SOURCE_VOICE, SMYI_VOICE_AUTHOR, mem, sources, n);
    for (int a = 0; fine && a < n_actors; a++)
        fine = try_source(scenario, SMYI_SOURCE_VOICE, a, mem, sources, n);
    if (fine)
        fine = try_source(scenario, SMYI_SOURCE_VOICE, SMYI_NONE, mem, sources, n);
    return fine ? sources : NULL;
}

/* ---- Without a source ---- */

/* The issue's scale, or nothing for inputs that are no place on it. */
static bool scale_of(const SmyScenario *scenario, const SmyiAbout *about, double *low,
                     double *high)
{
    static const char *const places[] = {"position", "limit", "status_quo"};
    bool place = false;
    for (size_t p = 0; p < sizeof places / sizeof *places; p++)
        place |= strcmp(about->kind, places[p]) == 0;
    if (!place || about->issue == SMYI_NONE)
        return false;
    *low = scenario->issues[about->issue].low;
    *high = scenario->issues[about->issue].high;
    return true;
}

static void span_of_kind(const SmyScenario *scenario, const char *kind, double *low,
                         double *high)
{
    *low = HUGE_VAL;
    *high = -HUGE_VAL;
    for (size_t k = 0; k < scenario->n_inputs; k++) {
        if (strcmp(smyi_input_about(scenario, k).kind, kind) != 0)
            continue;
        const SmyiEstimate *estimate = &scenario->inputs[k].estimate;
        *low = fmin(*low, estimate->low);
        *high = fmax(*high, estimate->high);
    }
}

bool smyi_ignorance(const SmyScenario *scenario, size_t input, double *low, double *high)
{
    SmyiAbout about = smyi_input_about(scenario, input);
    if (strcmp(about.kind, "stated") == 0)
        return false;
    if (strcmp(about.kind, "salience") == 0) {
        *low = 0;
        *high = 100;
    } else if (!scale_of(scenario, &about, low, high)) {
        span_of_kind(scenario, about.kind, low, high);
    }
    return *low < *high;
}
