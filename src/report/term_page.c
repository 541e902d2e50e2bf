/* SPDX-License-Identifier: Apache-2.0 */
/* Terminal reports: which parts a view has, its title, its answer and its closing lines. */
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "report/display.h"
#include "report/headline.h"
#include "report/term_views.h"
#include "report/text.h"
#include "summitry/report.h"

enum { NARROWEST = 40, WIDEST = 200 };

void smy_terminal_options_init(SmyTerminalOptions *options)
{
    *options = (SmyTerminalOptions){.width = 80, .view = SMY_VIEW_RUN};
}

const char *smyi_page_print(SmyiPage *page, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *text = n < 0 ? NULL : SMYI_NEW(page->mem, (size_t)n + 1, char);
    if (text)
        (void)vsnprintf(text, (size_t)n + 1, format, again);
    else
        page->term.w->code = SMY_ERR_NOMEM;
    va_end(again);
    return text ? text : "";
}

const char *smyi_page_names(SmyiPage *page, const SmyiNames *names)
{
    SmyiCollect text = {.mem = page->mem};
    SmyiWriter w;
    smyi_writer_open(&w, smyi_collect, &text);
    for (size_t i = 0; i < names->n; i++) {
        smyi_put(&w, i ? SMYI_TIGHT_BLANK "· " : "");
        for (const char *at = names->names[i]; *at;
             at++) /* no line is broken inside a name */
            smyi_put_bytes(&w, *at == ' ' ? SMYI_TIGHT_BLANK : at, *at == ' ' ? 2 : 1);
    }
    if (smyi_writer_close(&w) != SMY_OK)
        page->term.w->code = SMY_ERR_NOMEM;
    return text.text;
}

const char *smyi_page_ids(SmyiPage *page, const SmyNode *ids)
{
    SmyiNames list = {SMYI_NEW(page->mem, smy_node_size(ids), const char *), 0};
    if (!list.names) {
        page->term.w->code = SMY_ERR_NOMEM;
        return NULL;
    }
    for (size_t i = 0; i < smy_node_size(ids); i++)
        list.names[list.n++] =
            smyi_digest_name(&page->digest, smy_node_text(smy_node_at(ids, i)));
    return smyi_page_names(page, &list);
}

void smyi_term_title(SmyiPage *page)
{
    SmyiTerm *t = &page->term;
    const SmyiDigest *d = &page->digest;
    const char *date = d->as_of ? smyi_page_print(page, "as of %s", d->as_of) : "";
    int room = t->width - smyi_text_columns(date) - 2;
    if (smyi_text_columns(d->title) <= room) {
        smyi_term_fit(t, SMYI_BOLD, d->title, room + 2, SMYI_LEFT);
        smyi_term_put(t, SMYI_DIM, date);
        smyi_term_end(t);
    } else {
        smyi_term_wrap(t, SMYI_BOLD, d->title, 0);
        if (*date)
            smyi_term_wrap(t, SMYI_DIM, date, 0);
    }
    if (d->varied)
        smyi_term_wrap(t, SMYI_BOLD,
                       smyi_page_print(page, "Varied from the file: %s", d->varied), 2);
    if (d->account)
        smyi_term_wrap(t, SMYI_DIM, smyi_page_print(page, "Account: %s", d->account), 2);
    if (smy_node_bool(smy_node_get(d->root, "partial"))) {
        SmyiShown done =
            smyi_show_count(smy_node_number(smy_node_get(d->root, "draws_done")));
        SmyiShown all = smyi_show_count(smy_node_number(smy_node_get(d->root, "draws")));
        smyi_term_wrap(t, SMYI_WARN,
                       smyi_page_print(page, "PARTIAL: stopped after %s of %s draws",
                                       done.text, all.text),
                       2);
    }
}

void smyi_term_answer(SmyiPage *page)
{
    SmyiTerm *t = &page->term;
    SmyiHeadline lines[SMYI_HEADLINES];
    if (smyi_headlines(&page->digest, page->mem, lines) != SMY_OK) {
        t->w->code = SMY_ERR_NOMEM;
        return;
    }
    smyi_term_end(t);
    int indent = t->width >= 60 ? 14 : 2;
    for (size_t i = 0; i < SMYI_HEADLINES; i++) {
        if (!lines[i].text)
            continue;
        smyi_term_put(t, SMYI_BOLD, lines[i].topic);
        if (t->width >= 60)
            smyi_term_to(t, indent);
        else
            smyi_term_put(t, SMYI_BOLD, ": ");
        smyi_term_wrap(t, SMYI_PLAIN, lines[i].text, indent);
    }
}

static void put_evidence(SmyiPage *page)
{
    SmyiTerm *t = &page->term;
    const SmyNode *root = page->digest.root, *e = smy_node_get(root, "evidence");
    const char *const keys[] = {"inputs", "cited", "judged", "unsupported"};
    SmyiShown shown[4];
    for (int k = 0; k < 4; k++)
        shown[k] = smyi_show_count(smy_node_number(smy_node_get(e, keys[k])));
    SmyiShown draws = smyi_show_count(smy_node_number(smy_node_get(root, "draws_done")));
    SmyiShown seed = smyi_show_count(smy_node_number(smy_node_get(root, "seed")));
    const char *version = smy_node_text(smy_node_get(root, "summitry"));
    smyi_term_end(t);
    smyi_term_put(t, SMYI_HEAD, "EVIDENCE");
    smyi_term_put(t, SMYI_PLAIN, "  ");
    smyi_term_wrap(t, SMYI_PLAIN,
                   smyi_page_print(page,
                                   "%s inputs: %s cited, %s judged, %s unsupported. "
                                   "%s draws, seed %s, summitry %s.",
                                   shown[0].text, shown[1].text, shown[2].text,
                                   shown[3].text, draws.text, seed.text,
                                   version ? version : "?"),
                   2);
}

/* "matters most to the gains" and three lines of input, share, and whether it is cited. */
static void put_matters(SmyiPage *page)
{
    SmyiTerm *t = &page->term;
    const SmyNode *list = smy_node_find(page->digest.root, "evidence.matters_most");
    for (size_t i = 0; i < smy_node_size(list) && i < 3; i++) {
        const SmyNode *row = smy_node_at(list, i);
        const char *title = smy_node_text(smy_node_get(row, "title"));
        const char *path = smy_node_text(smy_node_get(row, "input"));
        bool cited = smy_node_bool(smy_node_get(row, "cited"));
        SmyiShown share =
            smyi_show_percent(smy_node_number(smy_node_get(row, "total_effect")));
        smyi_term_put(t, SMYI_DIM, i ? "" : "  gains hang most on");
        smyi_term_to(t, 21);
        smyi_term_fit(t, SMYI_PLAIN, share.text, 4, SMYI_RIGHT);
        smyi_term_put(t, SMYI_PLAIN, cited ? " cited   " : " no cite ");
        smyi_term_fit(t, cited ? SMYI_PLAIN : SMYI_WARN, title ? title : path,
                      t->width - t->column, SMYI_LEFT);
        smyi_term_end(t);
    }
}

static const char *reason_of(const SmyiDigest *d, size_t silent)
{
    return d->silent[silent].why ? d->silent[silent].why : "no reason given";
}

/* Those that cannot answer here, by what they need: "nash, veto (needs ...); quota (...)". */
static void put_silent(SmyiPage *page)
{
    const SmyiDigest *d = &page->digest;
    const char *line = "- no answer: ";
    for (size_t m = 0; m < d->n_silent; m++) {
        bool told = false;
        for (size_t before = 0; before < m; before++)
            told |= strcmp(reason_of(d, before), reason_of(d, m)) == 0;
        for (size_t same = m; same < d->n_silent && !told; same++)
            if (strcmp(reason_of(d, same), reason_of(d, m)) == 0)
                line = smyi_page_print(page, "%s%s%s", line,
                                       same > m ? ", "
                                       : m > 0  ? "; "
                                                : "",
                                       d->silent[same].id);
        if (!told)
            line = smyi_page_print(page, "%s (%s)", line, reason_of(d, m));
    }
    if (d->n_silent)
        smyi_term_wrap(&page->term, SMYI_DIM, line, 2);
}

/* One line each, as much as fits; what does not is in the full report. */
static void put_notices(SmyiPage *page)
{
    SmyiTerm *t = &page->term;
    const SmyiDigest *d = &page->digest;
    const SmyNode *notices = smy_node_get(d->root, "notices");
    size_t n = smy_node_size(notices), shown = n > 3 ? 3 : n;
    for (size_t m = 0; m < d->n_models; m++) {
        const SmyiModelView *model = &d->models[m];
        if (strcmp(model->status, "ok") == 0)
            continue;
        smyi_term_fit(t, SMYI_WARN,
                      smyi_page_print(page, "! %s %s: %s", model->id, model->status,
                                      model->why ? model->why : "no reason given"),
                      t->width, SMYI_LEFT);
        smyi_term_end(t);
    }
    for (size_t i = 0; i < shown; i++) {
        smyi_term_put(t, SMYI_WARN, "! ");
        smyi_term_fit(t, SMYI_PLAIN, smy_node_text(smy_node_at(notices, i)), t->width - 2,
                      SMYI_LEFT);
        smyi_term_end(t);
    }
    if (n > shown) {
        smyi_term_put(t, SMYI_DIM,
                      smyi_page_print(page, "  and %zu more notices", n - shown));
        smyi_term_end(t);
    }
}

void smyi_term_closing(SmyiPage *page)
{
    put_evidence(page);
    put_matters(page);
    smyi_term_convergence(page);
    put_notices(page);
    put_silent(page);
}

static void put_run(SmyiPage *page)
{
    smyi_term_answer(page);
    smyi_term_room(page);
    smyi_term_issues(page);
    smyi_term_models(page);
    smyi_term_gains(page);
    smyi_term_power_brief(page);
    smyi_term_odds(page);
    smyi_term_closing(page);
}

static void put_view(SmyiPage *page, SmyView view)
{
    if (view == SMY_VIEW_BACKTEST) {
        smyi_term_backtest(page);
        return;
    }
    if (view == SMY_VIEW_REFIT) {
        smyi_term_refit(page);
        return;
    }
    if (view == SMY_VIEW_READING) {
        smyi_term_reading(page);
        return;
    }
    smyi_term_title(page);
    if (view == SMY_VIEW_EVIDENCE) {
        smyi_term_evidence(page);
        return;
    }
    if (view == SMY_VIEW_LEVERS) {
        smyi_term_levers(page);
        return;
    }
    if (view == SMY_VIEW_SENSITIVITY) {
        smyi_term_sensitivity(page);
        return;
    }
    if (view == SMY_VIEW_POWER) {
        smyi_term_power(page);
        return;
    }
    if (view != SMY_VIEW_CHECK && page->digest.n_models == 0) {
        smyi_term_end(&page->term);
        smyi_term_wrap(&page->term, SMYI_WARN,
                       "No model has answered: there is nothing to report.", 0);
        put_silent(page);
        return;
    }
    switch (view) {
    case SMY_VIEW_RUN:
        put_run(page);
        break;
    case SMY_VIEW_TABLE:
        smyi_term_room(page);
        smyi_term_seats(page);
        break;
    case SMY_VIEW_CLAIMS:
        smyi_term_claims(page);
        smyi_term_closing(page);
        break;
    case SMY_VIEW_CHECK:
        smyi_term_check(page);
        break;
    case SMY_VIEW_COMPARE:
        smyi_term_compare(page);
        break;
    case SMY_VIEW_BLUFF:
        smyi_term_bluff(page);
        break;
    case SMY_VIEW_LEVERAGE:
        smyi_term_leverage(page);
        break;
    case SMY_VIEW_TIMELINE:
        smyi_term_timeline(page);
        break;
    case SMY_VIEW_ROUNDS:
        smyi_term_rounds(page);
        break;
    case SMY_VIEW_EVIDENCE: /* above: without models */
    case SMY_VIEW_READING:
    case SMY_VIEW_REFIT:
    case SMY_VIEW_BACKTEST: /* above: it is about no scenario */
    case SMY_VIEW_LEVERS:
    case SMY_VIEW_SENSITIVITY:
    case SMY_VIEW_POWER:
        break;
    }
}

SmyCode smy_report_terminal(const SmyNode *tree, const SmyTerminalOptions *options,
                            SmyWriteFn *write, void *cookie)
{
    SmyTerminalOptions defaults;
    smy_terminal_options_init(&defaults);
    const SmyTerminalOptions *o = options ? options : &defaults;
    SmyiArena mem = {0};
    SmyiWriter w;
    smyi_writer_open(&w, write, cookie);
    SmyiPage page = {.mem = &mem};
    page.term = (SmyiTerm){.w = &w, .color = o->color};
    page.term.width = o->width < NARROWEST ? NARROWEST
                      : o->width > WIDEST  ? WIDEST
                                           : o->width;
    SmyCode code = smyi_digest(tree, &mem, &page.digest);
    if (code == SMY_OK) {
        put_view(&page, o->view);
        code = smyi_writer_close(&w);
    }
    smyi_arena_free(&mem);
    return code;
}
