/* SPDX-License-Identifier: Apache-2.0 */
/* Models that go in rounds, round by round: who moved, from where to where, at whose offer. */
#include <math.h>
#include <string.h>

#include "report/display.h"
#include "report/term_views.h"
#include "report/text.h"

static double number(const SmyNode *node, const char *key)
{
    return smy_node_number(smy_node_get(node, key));
}

static const SmyiIssueView *issue_of(const SmyiPage *page, const char *id)
{
    for (size_t i = 0; id && i < page->digest.n_issues; i++)
        if (strcmp(page->digest.issues[i].id, id) == 0)
            return &page->digest.issues[i];
    return NULL;
}

/* A place on one issue, or on several: "71", "71 · 20 · 5.0". */
static const char *place_of(SmyiPage *page, const SmyNode *issues, const SmyNode *place)
{
    const char *text = "";
    for (size_t i = 0; i < smy_node_size(place); i++) {
        const SmyiIssueView *issue = issue_of(page, smy_node_text(smy_node_at(issues, i)));
        double range = issue ? issue->high - issue->low : 100;
        SmyiShown shown =
            smyi_show_level(smy_node_number(smy_node_at(place, i)), range / 10, 6);
        text = smyi_page_print(page, "%s%s%s", text, i ? " · " : "", shown.text);
    }
    return text;
}

/* "compromise with Germany (0.13)" */
static const char *offer_of(SmyiPage *page, const SmyNode *accepts)
{
    const char *kind = smy_node_text(smy_node_get(accepts, "kind"));
    const char *from = smy_node_text(smy_node_get(accepts, "from"));
    double strength = number(accepts, "strength");
    if (!kind)
        return "stays";
    const char *text =
        smyi_page_print(page, "%s, %s", kind, smyi_digest_name(&page->digest, from));
    if (isnan(strength))
        return text;
    return smyi_page_print(page, "%s (%s)", text, smyi_show_fixed(strength, 3).text);
}

static bool moves(const SmyNode *actor)
{
    const SmyNode *from = smy_node_get(actor, "position"),
                  *to = smy_node_get(actor, "moves_to");
    for (size_t i = 0; i < smy_node_size(from); i++)
        if (fabs(smy_node_number(smy_node_at(from, i)) -
                 smy_node_number(smy_node_at(to, i))) > 0)
            return true;
    return false;
}

static void put_actor(SmyiPage *page, const SmyNode *issues, const char *id,
                      const SmyNode *actor)
{
    SmyiTerm *t = &page->term;
    double risk = number(actor, "risk");
    bool is_moving = moves(actor);
    smyi_term_to(t, 2);
    smyi_term_fit(t, SMYI_PLAIN, smyi_digest_name(&page->digest, id), 20, SMYI_LEFT);
    smyi_term_fit(t, SMYI_DIM, isnan(risk) ? "" : smyi_show_fixed(risk, 2).text, 6,
                  SMYI_RIGHT);
    smyi_term_to(t, t->column + 2);
    smyi_term_wrap(
        t, is_moving ? SMYI_BOLD : SMYI_DIM,
        is_moving ? smyi_page_print(page, "%s to %s  %s",
                                    place_of(page, issues, smy_node_get(actor, "position")),
                                    place_of(page, issues, smy_node_get(actor, "moves_to")),
                                    offer_of(page, smy_node_get(actor, "accepts")))
                  : place_of(page, issues, smy_node_get(actor, "position")),
        30);
}

/* "  12 pairs: 7 status quo, 5 conflict+" in the order they are met. */
static void put_relations(SmyiPage *page, const SmyNode *relations)
{
    enum { MOST = 12 };
    const char *names[MOST];
    size_t counts[MOST] = {0}, n = 0;
    for (size_t r = 0; r < smy_node_size(relations); r++) {
        const char *name = smy_node_text(smy_node_at(smy_node_at(relations, r), 2));
        size_t at = 0;
        while (name && at < n && strcmp(names[at], name) != 0)
            at++;
        if (!name || at == MOST)
            continue;
        names[at] = name;
        n += at == n;
        counts[at]++;
    }
    const char *text = "pairs:";
    for (size_t k = 0; k < n; k++)
        text =
            smyi_page_print(page, "%s%s %zu %s", text, k ? "," : "", counts[k], names[k]);
    if (n == 0)
        return;
    smyi_term_to(&page->term, 2);
    smyi_term_wrap(&page->term, SMYI_DIM, text, 4);
}

static void put_round(SmyiPage *page, const SmyNode *issues, const SmyNode *round)
{
    SmyiTerm *t = &page->term;
    const SmyNode *actors = smy_node_get(round, "actors");
    const SmyiIssueView *issue = issue_of(page, smy_node_text(smy_node_at(issues, 0)));
    double median = number(round, "median"), range = issue ? issue->high - issue->low : 100;
    smyi_term_put(
        t, SMYI_BOLD,
        smyi_page_print(page, "round %s", smyi_show_count(number(round, "number")).text));
    if (!isnan(median)) {
        smyi_term_put(t, SMYI_PLAIN, "  from median ");
        smyi_term_put(t, SMYI_PLAIN, smyi_show_level(median, range / 10, 6).text);
        smyi_term_put(t, SMYI_PLAIN, ", mean ");
        smyi_term_put(t, SMYI_PLAIN,
                      smyi_show_level(number(round, "mean"), range / 10, 6).text);
    }
    smyi_term_end(t);
    for (size_t a = 0; a < smy_node_size(actors); a++)
        put_actor(page, issues, smy_node_key(actors, a), smy_node_at(actors, a));
    put_relations(page, smy_node_get(round, "relations"));
}

static void put_trace(SmyiPage *page, const SmyiModelView *model, const SmyNode *trace)
{
    SmyiTerm *t = &page->term;
    const SmyNode *issues = smy_node_get(trace, "issues"),
                  *rounds = smy_node_get(trace, "rounds");
    const char *text = model->label;
    for (size_t i = 0; i < smy_node_size(issues); i++) {
        const char *id = smy_node_text(smy_node_at(issues, i));
        const SmyiIssueView *issue = issue_of(page, id);
        text = smyi_page_print(page, "%s%s%s", text, i ? ", " : " on ",
                               issue ? issue->title : "?");
    }
    smyi_term_end(t);
    smyi_term_wrap(t, SMYI_HEAD, text, 2);
    for (size_t r = 0; r < smy_node_size(rounds); r++)
        put_round(page, issues, smy_node_at(rounds, r));
    const SmyNode *outcome = smy_node_get(smy_node_get(model->node, "outcome"),
                                          smy_node_text(smy_node_at(issues, 0)));
    const SmyiIssueView *issue = issue_of(page, smy_node_text(smy_node_at(issues, 0)));
    if (smy_node_size(issues) != 1 || !issue)
        return;
    smyi_term_put(t, SMYI_PLAIN, "gives ");
    smyi_term_put(
        t, SMYI_BOLD,
        smyi_show_level(number(outcome, "solution"), (issue->high - issue->low) / 10, 6)
            .text);
    smyi_term_end(t);
}

void smyi_term_rounds(SmyiPage *page)
{
    SmyiTerm *t = &page->term;
    size_t n = 0;
    for (size_t m = 0; m < page->digest.n_models; m++) {
        const SmyiModelView *model = &page->digest.models[m];
        const SmyNode *trace = smy_node_get(model->node, "trace");
        for (size_t i = 0; i < smy_node_size(trace); i++, n++)
            put_trace(page, model, smy_node_at(trace, i));
    }
    smyi_term_end(t);
    smyi_term_wrap(t, SMYI_DIM,
                   n ? "Name, risk exponent, place; whoever moves: "
                       "where to, the kind of offer, whose, and its strength. Rounds in "
                       "which nobody would move again are not repeated."
                     : "No model asked goes in rounds.",
                   0);
}
