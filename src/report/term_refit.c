/* SPDX-License-Identifier: Apache-2.0 */
/* Fitted options: their values, how they move from fold to fold, what they are worth. */
#include <math.h>

#include "report/display.h"
#include "report/term_views.h"

static double number(const SmyNode *node, const char *key)
{
    return smy_node_number(smy_node_get(node, key));
}

static void put_options(SmyiPage *page, const SmyNode *options)
{
    SmyiTerm *t = &page->term;
    smyi_term_end(t);
    smyi_term_fit(t, SMYI_HEAD, "OPTION", 16, SMYI_LEFT);
    smyi_term_fit(t, SMYI_DIM, "fitted", 10, SMYI_RIGHT);
    smyi_term_fit(t, SMYI_DIM, "fold by fold", 20, SMYI_RIGHT);
    smyi_term_fit(t, SMYI_DIM, "as shipped", 12, SMYI_RIGHT);
    smyi_term_end(t);
    for (size_t o = 0; o < smy_node_size(options); o++) {
        const SmyNode *option = smy_node_at(options, o);
        smyi_term_fit(t, SMYI_PLAIN, smy_node_key(options, o), 16, SMYI_LEFT);
        smyi_term_fit(t, SMYI_BOLD, smyi_show_fixed(number(option, "value"), 4).text, 10,
                      SMYI_RIGHT);
        smyi_term_fit(t, SMYI_PLAIN,
                      smyi_page_print(page, "%s to %s",
                                      smyi_show_fixed(number(option, "low"), 2).text,
                                      smyi_show_fixed(number(option, "high"), 2).text),
                      20, SMYI_RIGHT);
        smyi_term_fit(t, SMYI_DIM, smyi_show_fixed(number(option, "default"), 4).text, 12,
                      SMYI_RIGHT);
        smyi_term_end(t);
    }
}

static void put_scores(SmyiPage *page, const SmyNode *scores)
{
    static const char *const keys[] = {"out_of_fold", "as_it_stands", "mean"};
    static const char *const names[] = {"fitted, out of fold", "as shipped",
                                        "compromise mean"};
    SmyiTerm *t = &page->term;
    smyi_term_end(t);
    smyi_term_fit(t, SMYI_HEAD, "SCORES", 22, SMYI_LEFT);
    smyi_term_fit(t, SMYI_DIM, "MAE", 9, SMYI_RIGHT);
    smyi_term_fit(t, SMYI_DIM, "CRPS", 9, SMYI_RIGHT);
    smyi_term_end(t);
    for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
        const SmyNode *row = smy_node_get(scores, keys[k]);
        smyi_term_fit(t, SMYI_PLAIN, names[k], 22, SMYI_LEFT);
        smyi_term_fit(t, SMYI_PLAIN, smyi_show_fixed(number(row, "mae"), 2).text, 9,
                      SMYI_RIGHT);
        smyi_term_fit(t, SMYI_BOLD, smyi_show_fixed(number(row, "crps"), 2).text, 9,
                      SMYI_RIGHT);
        smyi_term_end(t);
    }
}

void smyi_term_refit(SmyiPage *page)
{
    SmyiTerm *t = &page->term;
    const SmyNode *root = page->digest.root, *flags = smy_node_get(root, "flags");
    const char *model = smy_node_text(smy_node_get(root, "model"));
    const SmyNode *cases = smy_node_get(root, "refitted_to");
    smyi_term_wrap(t, SMYI_BOLD,
                   smyi_page_print(page, "%s fitted to %s decisions in %s groups",
                                   model ? model : "?",
                                   smyi_show_count(number(cases, "scored")).text,
                                   smyi_show_count(number(cases, "groups")).text),
                   0);
    if (!smy_node_bool(smy_node_get(root, "converged")))
        smyi_term_wrap(t, SMYI_WARN, "! the fit has not come to rest: do not use it", 2);
    put_options(page, smy_node_get(root, "options"));
    put_scores(page, smy_node_get(root, "scores"));
    smyi_term_wrap(t, SMYI_DIM,
                   smyi_page_print(
                       page,
                       "Points of the scale, less is better. Out of fold: each of %s folds "
                       "of whole groups forecast by a fit to the others.",
                       smyi_show_count(number(root, "folds")).text),
                   0);
    smyi_term_end(t);
    smyi_term_put(t, SMYI_PLAIN, "To use it:");
    for (size_t f = 0; f < smy_node_size(flags); f++) {
        smyi_term_end(t);
        smyi_term_put(t, SMYI_PLAIN, "  --option ");
        smyi_term_put(t, SMYI_BOLD, smy_node_text(smy_node_at(flags, f)));
    }
    smyi_term_end(t);
}
