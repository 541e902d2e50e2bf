/* SPDX-License-Identifier: Apache-2.0 */
/* How sure the draws are: the least sure answer, and gains as the draws went on. */
#include <math.h>
#include <string.h>

#include "report/display.h"
#include "report/term_views.h"

enum { NAME = 30, CELL = 12 };

static double at(const SmyNode *node, const char *path)
{
    return smy_node_number(smy_node_find(node, path));
}

static const char *name_of(SmyiPage *page, const SmyNode *node)
{
    const char *actor = smy_node_text(smy_node_get(node, "actor"));
    const char *claim = smy_node_text(smy_node_get(node, "claim"));
    const char *model = smy_node_text(smy_node_get(node, "model"));
    return smyi_page_print(page, "%s %s under %s", claim ? "claim" : "gain of",
                           claim ? claim : smyi_digest_name(&page->digest, actor),
                           model ? model : "?");
}

static void put_least_sure(SmyiPage *page, const SmyNode *node)
{
    const SmyNode *worst = smy_node_get(node, "least_sure");
    double error = at(worst, "error"), asked = at(node, "until_error");
    SmyiShown draws = smyi_show_count(at(page->digest.root, "draws_done"));
    smyi_term_end(&page->term);
    smyi_term_put(&page->term, SMYI_HEAD, "CONVERGENCE");
    smyi_term_put(&page->term, SMYI_PLAIN, "  ");
    if (!(error > 0)) {
        smyi_term_wrap(
            &page->term, SMYI_PLAIN,
            smyi_page_print(page, "No draw differs: no error after %s draws.", draws.text),
            2);
        return;
    }
    const char *wish =
        isnan(asked) ? ""
        : error <= asked
            ? smyi_page_print(page, "; asked for %s", smyi_show_fixed(asked, 2).text)
            : smyi_page_print(page, "; asked for %s, NOT REACHED",
                              smyi_show_fixed(asked, 2).text);
    smyi_term_wrap(
        &page->term, error <= asked || isnan(asked) ? SMYI_PLAIN : SMYI_WARN,
        smyi_page_print(page, "largest standard error after %s draws: %s points, %s%s.",
                        draws.text, smyi_show_fixed(error, 2).text, name_of(page, worst),
                        wish),
        2);
}

static const char *with_error(SmyiPage *page, const SmyNode *step, const char *key)
{
    const SmyNode *node = smy_node_get(step, key);
    return smyi_page_print(page, "%s \xc2\xb1%s",
                           smyi_show_signed(at(node, "value"), 1).text,
                           smyi_show_fixed(at(node, "error"), 2).text);
}

static void put_steps(SmyiPage *page, const SmyNode *row)
{
    static const char *const keys[] = {"mean", "q10", "q50", "q90"};
    SmyiTerm *t = &page->term;
    const SmyNode *steps = smy_node_get(row, "steps");
    smyi_term_put(t, SMYI_PLAIN, name_of(page, row));
    smyi_term_end(t);
    for (size_t i = 0; i < smy_node_size(steps); i++) {
        const SmyNode *step = smy_node_at(steps, i);
        smyi_term_fit(
            t, SMYI_DIM,
            smyi_page_print(page, "%s draws", smyi_show_count(at(step, "draws")).text),
            NAME - 12, SMYI_RIGHT);
        for (int k = 0; k < 4; k++)
            smyi_term_fit(t, SMYI_PLAIN, with_error(page, step, keys[k]), CELL + 2,
                          SMYI_RIGHT);
        smyi_term_end(t);
    }
}

/* The rows of the model whose answer is least sure; the tree has them all. */
static void put_running(SmyiPage *page, const SmyNode *node)
{
    SmyiTerm *t = &page->term;
    const SmyNode *list = smy_node_get(node, "running");
    const char *model = smy_node_text(smy_node_find(node, "least_sure.model"));
    bool headed = false;
    for (size_t i = 0; i < smy_node_size(list); i++) {
        const SmyNode *row = smy_node_at(list, i);
        const char *own = smy_node_text(smy_node_get(row, "model"));
        if (!model || !own || strcmp(own, model) != 0)
            continue;
        if (!headed) {
            smyi_term_fit(t, SMYI_DIM, "gains, points", NAME - 12, SMYI_LEFT);
            smyi_term_fit(t, SMYI_DIM, "mean", CELL + 2, SMYI_RIGHT);
            smyi_term_fit(t, SMYI_DIM, "lowest 10%", CELL + 2, SMYI_RIGHT);
            smyi_term_fit(t, SMYI_DIM, "middle", CELL + 2, SMYI_RIGHT);
            smyi_term_fit(t, SMYI_DIM, "highest 10%", CELL + 2, SMYI_RIGHT);
            smyi_term_end(t);
        }
        headed = true;
        put_steps(page, row);
    }
}

void smyi_term_convergence(SmyiPage *page)
{
    const SmyNode *node = smy_node_get(page->digest.root, "convergence");
    if (smy_node_kind(node) != SMY_NODE_OBJECT)
        return;
    put_least_sure(page, node);
    put_running(page, node);
}
