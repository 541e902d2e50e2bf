/* SPDX-License-Identifier: Apache-2.0 */
/* The page of a back-test: scores with their intervals, differences, calibration. */
#include <math.h>
#include <string.h>

#include "report/backtest.h"

static void put_count(SmyiHtml *h, const char *path)
{
    smyi_html_number(h, smyi_show_count(smyi_backtest_at(h->digest.root, path)));
}

static void put_title(SmyiHtml *h)
{
    SmyiWriter *w = &h->w;
    smyi_put(w, "<header>\n<h1>How well the models foretold</h1>\n<p class=\"meta\">");
    put_count(h, "cases.scored");
    smyi_put(w, " decisions scored of ");
    put_count(h, "cases.issues");
    smyi_put(w, ", in ");
    put_count(h, "cases.groups");
    smyi_put(w, " groups</p>\n</header>\n");
}

/* Whether the next row is this model refitted out of fold: then that one is the fair one. */
static bool is_refitted(const SmyNode *models, size_t m)
{
    const SmyNode *next = smy_node_at(models, m + 1);
    const char *own = smy_node_text(smy_node_get(smy_node_at(models, m), "model"));
    const char *other = smy_node_text(smy_node_get(next, "model"));
    return own && other && strcmp(own, other) == 0;
}

/* The lowest CRPS among those with forecasts of every issue; none by its own fit. */
static const SmyNode *best_of(const SmyNode *models, double scored)
{
    const SmyNode *best = NULL;
    for (size_t m = 0; m < smy_node_size(models); m++) {
        const SmyNode *model = smy_node_at(models, m);
        if (smyi_backtest_at(model, "n") == scored && !is_refitted(models, m) &&
            (!best || smyi_backtest_at(model, "crps") < smyi_backtest_at(best, "crps")))
            best = model;
    }
    return best;
}

static void put_term(SmyiHtml *h, const char *term)
{
    smyi_print(&h->w, "<dt>%s</dt><dd>", term);
}

static void put_best(SmyiHtml *h, const SmyNode *best)
{
    const SmyNode *d = smy_node_find(best, "difference.crps");
    const char *baseline = smy_node_text(smy_node_get(h->digest.root, "baseline"));
    put_term(h, "Lowest CRPS");
    smyi_put_escaped(&h->w, smyi_backtest_name(best));
    smyi_put(&h->w, " with ");
    smyi_html_number(h, smyi_show_fixed(smyi_backtest_at(best, "crps"), 2));
    smyi_put(&h->w, " points of the scale, ");
    smyi_html_number(h, smyi_show_fixed(smyi_backtest_at(best, "mae"), 2));
    smyi_put(&h->w, " off on average");
    if (smy_node_kind(d) == SMY_NODE_OBJECT) {
        smyi_put(&h->w, "; against ");
        smyi_put_escaped(&h->w, baseline);
        smyi_put(&h->w, " ");
        smyi_html_number(h, smyi_show_signed(smyi_backtest_at(d, "mean"), 2));
        smyi_put(&h->w, " (");
        smyi_html_number(h, smyi_show_signed(smyi_backtest_at(d, "low"), 2));
        smyi_put(&h->w, " to ");
        smyi_html_number(h, smyi_show_signed(smyi_backtest_at(d, "high"), 2));
        smyi_put(&h->w, ")");
    }
    smyi_put(&h->w, ".</dd>\n");
}

static void put_answer(SmyiHtml *h)
{
    const SmyNode *root = h->digest.root;
    const char *capability = smy_node_text(smy_node_find(root, "cases.capability"));
    const SmyNode *best =
        best_of(smy_node_get(root, "models"), smyi_backtest_at(root, "cases.scored"));
    smyi_put(&h->w, "<main>\n<dl class=\"answer\" id=\"answer\">\n");
    if (best)
        put_best(h, best);
    put_term(h, "Left out");
    put_count(h, "cases.unknown_outcome");
    smyi_put(&h->w, " without a known outcome, ");
    put_count(h, "cases.too_few_actors");
    smyi_put(&h->w, " with fewer than three actors. With a status quo: ");
    put_count(h, "cases.with_status_quo");
    smyi_put(&h->w, ".</dd>\n");
    put_term(h, "Capability");
    smyi_put(&h->w, capability && strcmp(capability, "equal") == 0 ? "Equal: every actor "
                                                                     "counts the same."
                                                                   : "The table's.");
    smyi_put(&h->w, "</dd>\n");
    put_term(h, "Intervals");
    put_count(h, "resamples");
    smyi_put(&h->w, " resamples of whole groups, 95 per cent, seed ");
    put_count(h, "seed");
    smyi_put(&h->w, ". A row ending in .cv was fitted anew for each of ");
    put_count(h, "folds");
    smyi_put(&h->w, " folds of whole groups; no group is forecast from itself.</dd>\n"
                    "</dl>\n");
}

static void put_cell(SmyiHtml *h, SmyiShown shown)
{
    smyi_put(&h->w, "<td class=\"n\">");
    smyi_html_number(h, shown);
    smyi_put(&h->w, "</td>");
}

static void put_scores(SmyiHtml *h)
{
    static const char *const heads[] = {"Issues", "MAE",           "RMSE", "Within 10",
                                        "CRPS",   "95 % interval", "log",  "Brier"};
    const SmyNode *models = smy_node_get(h->digest.root, "models");
    smyi_html_table_open(
        h, "scores",
        "Points of the scale, less is better; log: more is better. MAE of "
        "the median, RMSE of the mean, CRPS of the whole forecast, Brier on "
        "issues with two positions");
    smyi_put(&h->w, "<thead><tr><th scope=\"col\">Model</th>");
    for (size_t c = 0; c < sizeof heads / sizeof *heads; c++)
        smyi_print(&h->w, "<th scope=\"col\" class=\"n\">%s</th>", heads[c]);
    smyi_put(&h->w, "</tr></thead>\n<tbody>\n");
    for (size_t m = 0; m < smy_node_size(models); m++) {
        const SmyNode *model = smy_node_at(models, m);
        smyi_put(&h->w, "<tr><th scope=\"row\">");
        smyi_put_escaped(&h->w, smyi_backtest_name(model));
        smyi_put(&h->w, "</th>");
        put_cell(h, smyi_show_count(smyi_backtest_at(model, "n")));
        put_cell(h, smyi_show_fixed(smyi_backtest_at(model, "mae"), 2));
        put_cell(h, smyi_show_fixed(smyi_backtest_at(model, "rmse"), 2));
        put_cell(h, smyi_show_percent(smyi_backtest_at(model, "hit10")));
        put_cell(h, smyi_show_fixed(smyi_backtest_at(model, "crps"), 2));
        smyi_put(&h->w, "<td class=\"n\">");
        smyi_html_number(h,
                         smyi_show_fixed(smyi_backtest_at(model, "interval.crps.low"), 1));
        smyi_put(&h->w, " to ");
        smyi_html_number(h,
                         smyi_show_fixed(smyi_backtest_at(model, "interval.crps.high"), 1));
        smyi_put(&h->w, "</td>");
        put_cell(h, smyi_show_fixed(smyi_backtest_at(model, "log"), 2));
        put_cell(h, smyi_show_fixed(smyi_backtest_at(model, "brier"), 3));
        smyi_put(&h->w, "</tr>\n");
    }
    smyi_put(&h->w, "</tbody>\n");
    smyi_html_table_close(h);
}

static void put_errors(SmyiHtml *h)
{
    smyi_backtest_errors(h);
    put_scores(h);
}

static void put_notes(SmyiHtml *h)
{
    const SmyNode *root = h->digest.root, *models = smy_node_get(root, "models");
    const SmyNode *notices = smy_node_get(root, "notices");
    smyi_put(&h->w, "<ul>\n");
    for (size_t m = 0; m < smy_node_size(models); m++) {
        const SmyNode *model = smy_node_at(models, m);
        const char *why = smy_node_text(smy_node_get(model, "why"));
        double lost = smyi_backtest_at(model, "statuses.not_converged");
        if (why) {
            smyi_put(&h->w, "<li>");
            smyi_put_escaped(&h->w, smyi_backtest_name(model));
            smyi_print(&h->w, ": no forecast of %s issues: ",
                       smyi_show_count(smyi_backtest_at(model, "statuses.undefined")).text);
            smyi_put_escaped(&h->w, why);
            smyi_put(&h->w, ".</li>\n");
        }
        if (lost > 0) {
            smyi_put(&h->w, "<li>");
            smyi_put_escaped(&h->w, smyi_backtest_name(model));
            smyi_print(&h->w, ": not converged on %s issues; its last round counts.</li>\n",
                       smyi_show_count(lost).text);
        }
    }
    for (size_t n = 0; n < smy_node_size(notices); n++) {
        smyi_put(&h->w, "<li>");
        smyi_put_escaped(&h->w, smy_node_text(smy_node_at(notices, n)));
        smyi_put(&h->w, "</li>\n");
    }
    smyi_put(&h->w, "<li>Table, SHA-256: <code>");
    smyi_put_escaped(&h->w, smy_node_text(smy_node_find(root, "cases.sha256")));
    smyi_put(&h->w, "</code>. Summitry ");
    smyi_put_escaped(&h->w, smy_node_text(smy_node_get(root, "summitry")));
    smyi_put(&h->w, ". The same table, seed and version give the same numbers on any "
                    "machine.</li>\n</ul>\n");
}

void smyi_html_backtest(SmyiHtml *h)
{
    static const SmyiHtmlSection sections[] = {
        {"h-errors", "Errors", "Error by model", NULL, put_errors},
        {"h-differences", "Differences", "Better or worse than the baseline", NULL,
         smyi_backtest_differences},
        {"h-calibration", "Calibration", "Are the chances right?", NULL,
         smyi_backtest_calibration},
        {"h-notes", "Notes", "Notes", NULL, put_notes},
    };
    smyi_html_head(h, "Back-test");
    put_title(h);
    put_answer(h);
    for (size_t s = 0; s < sizeof sections / sizeof *sections; s++)
        smyi_html_section(h, &sections[s]);
    smyi_put(&h->w, "</main>\n</body>\n</html>\n");
}
