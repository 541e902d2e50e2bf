/* SPDX-License-Identifier: Apache-2.0 */
/* A result as Markdown, for a document or an issue tracker. */
#include <math.h>
#include <string.h>

#include "report/display.h"
#include "report/headline.h"
#include "report/text.h"
#include "report/writer.h"
#include "summitry/report.h"

typedef struct Page {
    SmyiWriter w;
    SmyiDigest digest;
} Page;

/* Scenario text on one line; whatever Markdown or HTML would take for its own is escaped. */
static void put_text(SmyiWriter *w, const char *text)
{
    for (const char *at = text; at && *at;) {
        SmyiCluster c = smyi_text_cluster(at);
        if (c.is_blank)
            smyi_put(w, " ");
        else if (c.is_bad)
            smyi_put(w, "\xef\xbf\xbd");
        else {
            smyi_put(w, strchr("\\`*_[]<>|~&#$", *at) ? "\\" : "");
            smyi_put_bytes(w, c.text, c.length);
        }
        at += c.length;
    }
}

static void put_answer(Page *page, SmyiArena *mem)
{
    SmyiHeadline lines[SMYI_HEADLINES];
    SmyCode code = smyi_headlines(&page->digest, mem, lines);
    if (code != SMY_OK) {
        page->w.code = code;
        return;
    }
    for (size_t i = 0; i < SMYI_HEADLINES; i++) {
        if (!lines[i].text)
            continue;
        smyi_print(&page->w, "- **%s:** ", lines[i].topic);
        put_text(&page->w, lines[i].text);
        smyi_put(&page->w, "\n");
    }
}

static void put_names(Page *page, const char *term, const SmyiNames *list)
{
    if (list->n == 0)
        return;
    smyi_print(&page->w, "- %s: ", term);
    for (size_t i = 0; i < list->n; i++) {
        smyi_put(&page->w, i ? ", " : "");
        put_text(&page->w, list->names[i]);
    }
    smyi_put(&page->w, "\n");
}

static const char *name_at(const Page *page, const SmyNode *node)
{
    return smyi_digest_name(&page->digest, smy_node_text(node));
}

/* "  - United States: Rubio, Witkoff" */
static void put_delegation(Page *page, const char *seat, const SmyNode *people)
{
    smyi_put(&page->w, "  - ");
    put_text(&page->w, smyi_digest_name(&page->digest, seat));
    for (size_t p = 0; p < smy_node_size(people); p++) {
        smyi_put(&page->w, p ? ", " : ": ");
        put_text(&page->w, name_at(page, smy_node_at(people, p)));
    }
    smyi_put(&page->w, "\n");
}

static void put_room(Page *page)
{
    const SmyNode *table = smy_node_get(page->digest.root, "table");
    const SmyNode *delegations = smy_node_get(table, "delegations");
    const SmyNode *observers = smy_node_get(table, "observers");
    smyi_put(&page->w, "\n## The table\n\n");
    put_names(page, "Seated", &page->digest.seated);
    for (size_t s = 0; s < smy_node_size(delegations); s++)
        put_delegation(page, smy_node_key(delegations, s), smy_node_at(delegations, s));
    for (size_t o = 0; o < smy_node_size(observers); o++) {
        const SmyNode *row = smy_node_at(observers, o);
        smyi_put(&page->w, "- Observer: ");
        put_text(&page->w, name_at(page, smy_node_get(row, "actor")));
        smyi_put(&page->w, ", behind ");
        put_text(&page->w, name_at(page, smy_node_get(row, "patron")));
        smyi_put(&page->w, "\n");
    }
    put_names(page, "Must agree", &page->digest.must_agree);
    put_names(page, "Left out", &page->digest.left_out);
}

static void put_head_row(Page *page, const char *first, bool with_models)
{
    smyi_print(&page->w, "| %s |", first);
    for (size_t m = 0; with_models && m < page->digest.n_models; m++) {
        smyi_put(&page->w, " ");
        put_text(&page->w, page->digest.models[m].id);
        smyi_put(&page->w, " |");
    }
    smyi_put(&page->w, "\n|---|");
    for (const char *bar = first; (bar = strchr(bar, '|')); bar++)
        smyi_put(&page->w, "---|");
    for (size_t m = 0; with_models && m < page->digest.n_models; m++)
        smyi_put(&page->w, "---:|");
    smyi_put(&page->w, "\n");
}

static void put_issues(Page *page)
{
    const SmyiDigest *d = &page->digest;
    smyi_put(&page->w, "\n## Where each issue ends\n\n");
    put_head_row(page, "Issue | Status quo", true);
    for (size_t i = 0; i < d->n_issues; i++) {
        const SmyiIssueView *issue = &d->issues[i];
        double range = issue->high - issue->low;
        smyi_put(&page->w, "| ");
        put_text(&page->w, issue->title);
        smyi_print(&page->w, " | %s |", smyi_show_level(issue->status_quo, range, 6).text);
        for (size_t m = 0; m < d->n_models; m++) {
            const SmyNode *outcome =
                smy_node_get(smy_node_get(d->models[m].node, "outcome"), issue->id);
            double point = smy_node_number(smy_node_get(outcome, "point"));
            smyi_print(&page->w, " %s |",
                       isnan(point) ? "undefined"
                       : smy_node_bool(smy_node_get(outcome, "settled"))
                           ? smyi_show_level(point, range, 6).text
                           : "open");
        }
        smyi_put(&page->w, "\n");
    }
}

/* How far the models are apart, issue by issue. */
static void put_spreads(Page *page)
{
    const SmyiDigest *d = &page->digest;
    const SmyNode *issues = smy_node_find(d->root, "compare.issues");
    if (smy_node_size(issues) == 0)
        return;
    smyi_put(&page->w, "\n## Where the models part\n\nWhat they give before limits; apart: "
                       "points of 100 of the scale.\n\n"
                       "| Issue | Lowest | Highest | Apart |\n|---|---:|---:|---:|\n");
    for (size_t i = 0; i < d->n_issues; i++) {
        const SmyiIssueView *issue = &d->issues[i];
        const SmyNode *row = smy_node_get(issues, issue->id);
        double range = issue->high - issue->low;
        double low = smy_node_number(smy_node_get(row, "low")),
               high = smy_node_number(smy_node_get(row, "high"));
        smyi_put(&page->w, "| ");
        put_text(&page->w, issue->title);
        smyi_print(&page->w, " | %s |", smyi_show_level(low, range, 6).text);
        smyi_print(&page->w, " %s |", smyi_show_level(high, range, 6).text);
        smyi_print(&page->w, " %s |\n",
                   smyi_show_fixed(smy_node_number(smy_node_get(row, "spread")), 0).text);
    }
}

static void put_gains(Page *page)
{
    const SmyiDigest *d = &page->digest;
    smyi_put(&page->w,
             "\n## Who gains, who loses\n\nPoints of 100 against the status quo.\n\n");
    put_head_row(page, "Actor | Role | Middle", true);
    for (size_t g = 0; g < d->n_gains; g++) {
        const SmyiActorView *actor = &d->actors[d->by_gain[g]];
        smyi_put(&page->w, "| ");
        put_text(&page->w, actor->name);
        smyi_print(&page->w, " | %s | %s |", smyi_part_text(actor->role),
                   smyi_show_signed(actor->gain.middle, 1).text);
        smyi_digest_values(d, SMYI_FROM_MODEL,
                           (const char *[]){"gains", actor->id, "total", NULL}, d->scratch);
        for (size_t m = 0; m < d->n_models; m++)
            smyi_print(&page->w, " %s |", smyi_show_signed(d->scratch[m], 1).text);
        smyi_put(&page->w, "\n");
    }
}

static void put_costs(Page *page)
{
    const SmyiDigest *d = &page->digest;
    const SmyNode *list = smy_node_find(d->root, "table.candidates");
    if (smy_node_size(smy_node_get(d->root, "seats")) == 0)
        return;
    smyi_put(&page->w, "\n## What being left out costs\n\n"
                       "Points of 100: what is agreed, standing and face together.\n\n");
    put_head_row(page, "Actor", true);
    for (size_t c = 0; c < smy_node_size(list); c++) {
        const char *id = smy_node_text(smy_node_at(list, c));
        if (!id)
            continue;
        smyi_put(&page->w, "| ");
        put_text(&page->w, smyi_digest_name(d, id));
        smyi_put(&page->w, " |");
        smyi_digest_values(d, SMYI_FROM_SEATS, (const char *[]){"seat_gain", id, id, NULL},
                           d->scratch);
        for (size_t m = 0; m < d->n_models; m++)
            smyi_print(&page->w, " %s |", smyi_show_fixed(d->scratch[m], 1).text);
        smyi_put(&page->w, "\n");
    }
}

static void put_claims(Page *page)
{
    const SmyiDigest *d = &page->digest;
    if (d->n_claims == 0)
        return;
    smyi_put(&page->w, "\n## Claims\n\n");
    put_head_row(page, "Claim | Voice | Odds | Models", false);
    for (size_t c = 0; c < d->n_claims; c++) {
        const SmyiClaimView *claim = &d->claims[c];
        smyi_put(&page->w, "| ");
        put_text(&page->w, claim->says);
        smyi_put(&page->w, " | ");
        put_text(&page->w, claim->voice);
        smyi_print(&page->w, " | %s |", smyi_show_percent(claim->p).text);
        smyi_print(&page->w, " %s |\n", smyi_show_percents(claim->low, claim->high).text);
    }
}

/* The nearest change of one input alone that turns a claim under most models. */
static void put_flips(Page *page)
{
    const SmyiDigest *d = &page->digest;
    bool any = false;
    for (size_t c = 0; c < d->n_claims; c++) {
        const SmyNode *flip = smy_node_at(smy_node_get(d->claims[c].node, "flips_most"), 0);
        if (!flip)
            continue;
        if (!any) {
            smyi_put(&page->w, "\n### What would have to be true\n\n");
            put_head_row(page, "For the other verdict on | Input | Now | Turns at", false);
        }
        any = true;
        smyi_put(&page->w, "| ");
        put_text(&page->w, d->claims[c].says);
        smyi_put(&page->w, " | `");
        put_text(&page->w, smy_node_text(smy_node_get(flip, "path")));
        smyi_print(&page->w, "` | %.4g | %.4g |\n",
                   smy_node_number(smy_node_get(flip, "from")),
                   smy_node_number(smy_node_get(flip, "to")));
    }
    if (any)
        smyi_put(
            &page->w,
            "\nThe nearest change of one input alone, the others at their points, after "
            "which most of the models that are formulas say otherwise.\n");
}

static void put_model_list(Page *page, const SmyiModelView *models, size_t n)
{
    for (size_t m = 0; m < n; m++) {
        const SmyiModelView *model = &models[m];
        smyi_put(&page->w, "- **");
        put_text(&page->w, model->title);
        smyi_put(&page->w, "** (");
        put_text(&page->w, model->id);
        smyi_put(&page->w, model->assumption ? "; " : "");
        put_text(&page->w, model->assumption);
        smyi_put(&page->w, "): ");
        put_text(&page->w, smy_node_text(smy_node_get(model->node, "assumes")));
        if (strcmp(model->status, "ok") != 0) {
            smyi_put(&page->w, " Status: ");
            put_text(&page->w, model->status);
            smyi_put(&page->w, model->why ? ", " : "");
            put_text(&page->w, model->why);
            smyi_put(&page->w, ".");
        }
        smyi_put(&page->w, "\n");
    }
}

static void put_models(Page *page)
{
    smyi_put(&page->w, "\n## Models\n\n");
    put_model_list(page, page->digest.models, page->digest.n_models);
    if (page->digest.n_silent)
        smyi_put(&page->w, "\nWithout an answer here:\n\n");
    put_model_list(page, page->digest.silent, page->digest.n_silent);
}

static void put_evidence(Page *page)
{
    const SmyNode *root = page->digest.root, *e = smy_node_get(root, "evidence");
    const SmyNode *notices = smy_node_get(root, "notices");
    static const char *const keys[] = {"inputs", "cited", "judged", "unsupported"};
    smyi_put(&page->w, "\n## Evidence\n\n");
    for (size_t k = 0; k < 4; k++)
        smyi_print(&page->w, "%s%s %s", k ? ", " : "",
                   smyi_show_count(smy_node_number(smy_node_get(e, keys[k]))).text,
                   keys[k]);
    smyi_print(&page->w, ". Draws %s, ",
               smyi_show_count(smy_node_number(smy_node_get(root, "draws_done"))).text);
    smyi_print(&page->w, "seed %s, Summitry ",
               smyi_show_fixed(smy_node_number(smy_node_get(root, "seed")), 0).text);
    put_text(&page->w, smy_node_text(smy_node_get(root, "summitry")));
    smyi_put(&page->w, ".\n");
    for (size_t n = 0; n < smy_node_size(notices); n++) {
        smyi_put(&page->w, n ? "- " : "\n- ");
        put_text(&page->w, smy_node_text(smy_node_at(notices, n)));
        smyi_put(&page->w, "\n");
    }
}

static void put_page(Page *page, SmyiArena *mem)
{
    const SmyiDigest *d = &page->digest;
    smyi_put(&page->w, "# ");
    put_text(&page->w, d->title);
    smyi_put(&page->w, "\n\n");
    if (d->as_of) {
        smyi_put(&page->w, "As of ");
        put_text(&page->w, d->as_of);
        smyi_put(&page->w, ".\n");
    }
    if (d->varied) {
        smyi_put(&page->w, "Varied from the file: ");
        put_text(&page->w, d->varied);
        smyi_put(&page->w, "\n");
    }
    if (d->account) {
        smyi_put(&page->w, "Account: ");
        put_text(&page->w, d->account);
        smyi_put(&page->w, "\n");
    }
    if (smy_node_bool(smy_node_get(d->root, "partial")))
        smyi_put(&page->w, "\n**Partial: stopped before all draws were done.**\n");
    smyi_put(&page->w, "\n");
    if (d->n_models == 0) {
        smyi_put(&page->w, "No model has answered: there is nothing to report.\n");
        if (d->n_silent)
            put_models(page);
        return;
    }
    put_answer(page, mem);
    put_room(page);
    put_issues(page);
    put_spreads(page);
    put_gains(page);
    put_costs(page);
    put_claims(page);
    put_flips(page);
    put_models(page);
    put_evidence(page);
}

SmyCode smy_report_markdown(const SmyNode *tree, SmyWriteFn *write, void *cookie)
{
    SmyiArena mem = {0};
    Page page;
    smyi_writer_open(&page.w, write, cookie);
    SmyCode code = smyi_digest(tree, &mem, &page.digest);
    if (code == SMY_OK) {
        put_page(&page, &mem);
        code = smyi_writer_close(&page.w);
    }
    smyi_arena_free(&mem);
    return code;
}
