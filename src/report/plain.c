/* SPDX-License-Identifier: Apache-2.0 */
/* Reports in plain text, complete: for whoever opens one where scripts are off. */
#include "report/plain.h"

#include <math.h>
#include <string.h>

#include "report/display.h"
#include "report/writer.h"
#include "summitry/report.h"

enum { WIDTH = 80, WIDER = 112 /* columns */ };

static const char *text_at(const SmyNode *node, const char *key)
{
    return smy_node_text(smy_node_get(node, key));
}

static void put_line(SmyiWriter *w, const char *before, const char *text)
{
    if (!text || !*text)
        return;
    smyi_put(w, before);
    smyi_put(w, text);
    smyi_put(w, "\n");
}

static void put_view(SmyiWriter *w, const SmyNode *tree, SmyView view, int width)
{
    SmyTerminalOptions options;
    smy_terminal_options_init(&options);
    options.width = width;
    options.view = view;
    if (w->code == SMY_OK)
        w->code = smyi_writer_close(w);
    if (w->code == SMY_OK)
        w->code = smy_report_terminal(tree, &options, w->write, w->cookie);
    smyi_put(w, "\n");
}

/* ---- What each model assumes ---- */

static void put_model(SmyiWriter *w, const SmyiModelView *model)
{
    const SmyNode *references = smy_node_get(model->node, "references");
    smyi_put(w, model->title);
    put_line(w, " ", model->id);
    put_line(w, "  ", text_at(model->node, "assumes"));
    put_line(w, "  ", model->assumption);
    if (strcmp(model->status, "ok") != 0) {
        put_line(w, "  status: ", model->status);
        put_line(w, "  ", model->why);
    }
    for (size_t r = 0; r < smy_node_size(references); r++)
        put_line(w, "  ", smy_node_text(smy_node_at(references, r)));
}

static void put_models(SmyiWriter *w, const SmyiDigest *d)
{
    if (d->n_models + d->n_silent == 0)
        return;
    smyi_put(w, "MODELS\n\n");
    for (size_t m = 0; m < d->n_models; m++)
        put_model(w, &d->models[m]);
    for (size_t m = 0; m < d->n_silent; m++)
        put_model(w, &d->silent[m]);
    smyi_put(w, "\n");
}

/* ---- Votes ---- */

static void put_share(SmyiWriter *w, const char *before, const SmyNode *node,
                      const char *key)
{
    double share = smy_node_number(smy_node_get(node, key));
    put_line(w, before, smyi_show_fixed(100 * share, 2).text);
}

static void put_votes(SmyiWriter *w, const SmyiDigest *d)
{
    const SmyNode *power = smy_node_get(d->root, "power");
    const SmyNode *players = smy_node_get(power, "players");
    if (smy_node_size(players) == 0)
        return;
    put_share(w, "VOTES\n\nof all coalitions win, in percent: ", power, "passes");
    for (size_t p = 0; p < smy_node_size(players); p++) {
        const SmyNode *player = smy_node_at(players, p);
        smyi_put(w, text_at(player, "name"));
        smyi_put(w, smy_node_bool(smy_node_get(player, "veto")) ? " (veto)\n" : "\n");
        put_share(w, "  Shapley-Shubik ", player, "shapley_shubik");
        put_share(w, "  Penrose ", player, "penrose");
        put_share(w, "  Banzhaf ", player, "banzhaf");
    }
    smyi_put(w, "\n");
}

/* ---- Inputs ---- */

static void put_number(SmyiWriter *w, const char *before, const SmyNode *input,
                       const char *key)
{
    char number[SMYI_NUMBER_SIZE];
    double value = smy_node_number(smy_node_get(input, key));
    smyi_put(w, before);
    if (isnan(value))
        smyi_put(w, SMYI_NO_NUMBER);
    else
        smyi_put_bytes(w, number, smyi_number_write(value, number));
}

static void put_input(SmyiWriter *w, const SmyNode *input)
{
    const SmyNode *cite = smy_node_get(input, "cite");
    const char *support = text_at(input, "support"), *voice = text_at(input, "voice");
    smyi_put(w, text_at(input, "path"));
    put_number(w, " ", input, "point");
    put_number(w, " (", input, "low");
    put_number(w, " to ", input, "high");
    put_line(w, ") ", support ? support : "-");
    for (size_t c = 0; c < smy_node_size(cite); c++)
        put_line(w, "  cites ", smy_node_text(smy_node_at(cite, c)));
    put_line(w, "  ", text_at(input, "judgement"));
    put_line(w, "  voice: ", voice);
}

static void put_inputs(SmyiWriter *w, const SmyNode *inputs)
{
    if (smy_node_size(inputs) == 0)
        return;
    smyi_put(w, "INPUTS\n\n");
    for (size_t i = 0; i < smy_node_size(inputs); i++)
        put_input(w, smy_node_at(inputs, i));
    smyi_put(w, "\n");
}

static void put_hash(SmyiWriter *w, const SmyNode *root, const char *before,
                     const char *path)
{
    put_line(w, before, smy_node_text(smy_node_find(root, path)));
}

void smyi_plain_run(SmyiWriter *w, const SmyiDigest *d)
{
    put_view(w, d->root, SMY_VIEW_RUN, WIDTH);
    if (smy_node_size(smy_node_get(d->root, "seats")))
        put_view(w, d->root, SMY_VIEW_TABLE, WIDTH);
    if (d->n_claims)
        put_view(w, d->root, SMY_VIEW_CLAIMS, WIDTH);
    put_models(w, d);
    put_votes(w, d);
    put_inputs(w, smy_node_get(d->root, "inputs"));
    put_hash(w, d->root, "SHA-256 of the scenario: ", "scenario.sha256");
}

/* All that there is to say of it stands in the terminal's view. */
static void put_scenario_view(SmyiWriter *w, const SmyiDigest *d, SmyView view)
{
    put_view(w, d->root, view, WIDER);
    put_hash(w, d->root, "SHA-256 of the scenario: ", "scenario.sha256");
}

void smyi_plain_timeline(SmyiWriter *w, const SmyiDigest *d)
{
    put_scenario_view(w, d, SMY_VIEW_TIMELINE);
}

void smyi_plain_backtest(SmyiWriter *w, const SmyiDigest *d)
{
    put_view(w, d->root, SMY_VIEW_BACKTEST, WIDER);
    put_hash(w, d->root, "SHA-256 of the table: ", "cases.sha256");
}

void smyi_plain_sensitivity(SmyiWriter *w, const SmyiDigest *d)
{
    put_view(w, d->root, SMY_VIEW_SENSITIVITY, WIDER);
    smyi_plain_factors(w, smy_node_get(d->root, "factors"));
    put_hash(w, d->root, "SHA-256 of the scenario: ", "scenario.sha256");
}

void smyi_plain_leverage(SmyiWriter *w, const SmyiDigest *d)
{
    put_scenario_view(w, d, SMY_VIEW_LEVERAGE);
}

void smyi_plain_power(SmyiWriter *w, const SmyiDigest *d)
{
    put_scenario_view(w, d, SMY_VIEW_POWER);
}

/* The terminal shows the first dozen inputs; here are all, and why each account says so. */
static void put_differences(SmyiWriter *w, const SmyNode *list)
{
    static const char *const sides[] = {"a", "b"}, *const names[] = {"  first ",
                                                                     "  second "};
    if (smy_node_size(list))
        smyi_put(w, "ALL INPUTS THAT DIFFER\n\n");
    for (size_t k = 0; k < smy_node_size(list); k++) {
        const SmyNode *one = smy_node_at(list, k);
        put_line(w, "", text_at(one, "path"));
        for (size_t side = 0; side < 2; side++) {
            const SmyNode *input = smy_node_get(one, sides[side]);
            const char *support = text_at(input, "support");
            put_number(w, names[side], input, "point");
            put_number(w, " (", input, "low");
            put_number(w, " to ", input, "high");
            put_line(w, ") ", support ? support : "-");
            put_line(w, "    ", text_at(input, "judgement"));
        }
    }
}

void smyi_plain_compare(SmyiWriter *w, const SmyiDigest *d)
{
    put_view(w, d->root, SMY_VIEW_COMPARE, WIDER);
    put_differences(w, smy_node_get(d->root, "differences"));
    put_hash(w, d->root, "SHA-256 of the first: ", "a.sha256");
    put_hash(w, d->root, "SHA-256 of the second: ", "b.sha256");
}

void smyi_plain_levers(SmyiWriter *w, const SmyiDigest *d)
{
    put_view(w, d->root, SMY_VIEW_LEVERS, WIDER);
    put_hash(w, d->root, "SHA-256 of the scenario: ", "scenario.sha256");
}
