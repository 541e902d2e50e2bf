/* SPDX-License-Identifier: Apache-2.0 */
/* What a chair is worth: the cost of being left out, each seat for everybody, best tables. */
#include <math.h>
#include <string.h>

#include "report/html.h"

static const SmyNode *candidates_of(const SmyiHtml *h)
{
    return smy_node_find(h->digest.root, "table.candidates");
}

static double largest_of(const SmyiHtml *h, const char *key)
{
    const SmyNode *seats = smy_node_get(h->digest.root, "seats");
    double largest = 0;
    for (size_t m = 0; m < smy_node_size(seats); m++) {
        const SmyNode *rows = smy_node_get(smy_node_at(seats, m), key);
        for (size_t r = 0; r < smy_node_size(rows); r++) {
            double cell = smy_node_number(smy_node_at(rows, r));
            if (!isnan(cell))
                largest = fmax(largest, fabs(cell));
        }
    }
    return largest;
}

static void put_costs(SmyiHtml *h)
{
    const SmyNode *list = candidates_of(h);
    double largest = largest_of(h, "exclusion_cost");
    smyi_html_table_open(
        h, "costs",
        "What a seat brings whoever takes it, all else equal: points of standing first, "
        "then of what is agreed under each model");
    smyi_put(&h->w, "<thead><tr><th scope=\"col\">Actor</th><th class=\"n\" "
                    "scope=\"col\">Standing</th>");
    smyi_html_model_heads(h);
    smyi_put(&h->w, "</tr></thead>\n<tbody>\n");
    for (size_t c = 0; c < smy_node_size(list); c++) {
        const char *id = smy_node_text(smy_node_at(list, c));
        const SmyiActorView *actor = smyi_digest_actor(&h->digest, id);
        if (!id)
            continue;
        smyi_put(&h->w, "<tr><th scope=\"row\">");
        smyi_html_text(h, smyi_digest_name(&h->digest, id));
        smyi_print(&h->w, " <small>%s</small></th><td class=\"n\">",
                   actor ? smyi_part_text(actor->role) : "");
        smyi_digest_values(&h->digest, SMYI_FROM_SEATS,
                           (const char *[]){"exclusion_standing", id, NULL},
                           h->digest.scratch);
        SmyiSpread standing = smyi_spread(h->digest.scratch, h->digest.n_models);
        smyi_html_number(h, smyi_show_signed(standing.middle, 1));
        smyi_put(&h->w, "</td>");
        smyi_digest_values(&h->digest, SMYI_FROM_SEATS,
                           (const char *[]){"exclusion_cost", id, NULL}, h->digest.scratch);
        for (size_t m = 0; m < h->digest.n_models; m++)
            smyi_html_points(h, h->digest.scratch[m], largest);
        smyi_put(&h->w, "</tr>\n");
    }
    smyi_put(&h->w, "</tbody>\n");
    smyi_html_table_close(h);
}

static SmyiSpread value_of(SmyiHtml *h, const char *key, const char *seat,
                           const char *other)
{
    smyi_digest_values(&h->digest, SMYI_FROM_SEATS,
                       (const char *[]){key, seat, other, NULL}, h->digest.scratch);
    return smyi_spread(h->digest.scratch, h->digest.n_models);
}

static double largest_value(SmyiHtml *h, const char *key)
{
    const SmyNode *list = candidates_of(h);
    double largest = 0;
    for (size_t c = 0; c < smy_node_size(list); c++)
        for (size_t g = 0; g < h->digest.n_gains; g++) {
            const char *id = smy_node_text(smy_node_at(list, c));
            const char *other = h->digest.actors[h->digest.by_gain[g]].id;
            double middle = id ? value_of(h, key, id, other).middle : (double)NAN;
            largest = isnan(middle) ? largest : fmax(largest, fabs(middle));
        }
    return largest;
}

/* "+4.1" with "-3 to +9" under it, shaded by the first. */
static void put_value(SmyiHtml *h, const SmyiSpread *v, double largest)
{
    double share = largest > 0 ? fabs(v->middle) / largest : 0;
    int step = share > 0.66 ? 3 : share > 0.33 ? 2 : 1;
    if (v->n == 0) {
        smyi_put(&h->w, "<td class=\"n u\">" SMYI_NO_NUMBER "</td>");
        return;
    }
    if (fabs(v->middle) <= SMYI_EVEN_POINTS)
        smyi_put(&h->w, "<td class=\"n\">");
    else
        smyi_print(&h->w, "<td class=\"n %s%d\">", v->middle > 0 ? "g" : "l", step);
    smyi_html_number(h, smyi_show_signed(v->middle, 1));
    smyi_put(&h->w, "<br/><small>");
    smyi_html_number(h, smyi_show_signed(v->low, 0));
    smyi_put(&h->w, " to ");
    smyi_html_number(h, smyi_show_signed(v->high, 0));
    smyi_put(&h->w, "</small></td>");
}

static void put_matrix(SmyiHtml *h, const char *key, const char *caption)
{
    const SmyNode *list = candidates_of(h);
    double largest = largest_value(h, key);
    smyi_html_table_open(h, "matrix", caption);
    smyi_put(&h->w, "<thead><tr><th scope=\"col\">When this one sits</th>");
    for (size_t g = 0; g < h->digest.n_gains; g++) {
        smyi_put(&h->w, "<th class=\"n\" scope=\"col\">");
        smyi_html_text(h, h->digest.actors[h->digest.by_gain[g]].name);
        smyi_put(&h->w, "</th>");
    }
    smyi_put(&h->w, "</tr></thead>\n<tbody>\n");
    for (size_t c = 0; c < smy_node_size(list); c++) {
        const char *id = smy_node_text(smy_node_at(list, c));
        if (!id)
            continue;
        smyi_put(&h->w, "<tr><th scope=\"row\">");
        smyi_html_text(h, smyi_digest_name(&h->digest, id));
        smyi_put(&h->w, "</th>");
        for (size_t g = 0; g < h->digest.n_gains; g++) {
            SmyiSpread v = value_of(h, key, id, h->digest.actors[h->digest.by_gain[g]].id);
            put_value(h, &v, largest);
        }
        smyi_put(&h->w, "</tr>\n");
    }
    smyi_put(&h->w, "</tbody>\n");
    smyi_html_table_close(h);
}

static void put_best_row(SmyiHtml *h, const SmyiModelView *model, const SmyNode *best)
{
    const SmyNode *seats = smy_node_get(best, "seats");
    const char *aim = smy_node_text(smy_node_get(best, "aim"));
    double value = smy_node_number(smy_node_get(best, "value"));
    smyi_put(&h->w, "<tr><th scope=\"row\">");
    smyi_html_text(h, model->label);
    smyi_put(&h->w, "</th><td>");
    for (size_t s = 0; s < smy_node_size(seats); s++) {
        smyi_put(&h->w, s ? ", " : "");
        smyi_html_text(h,
                       smyi_digest_name(&h->digest, smy_node_text(smy_node_at(seats, s))));
    }
    smyi_put(&h->w, smy_node_size(seats) ? "</td><td class=\"n\">"
                                         : "nobody: no talks</td><td class=\"n\">");
    if (aim && strcmp(aim, "agreement") == 0)
        smyi_html_number(h, smyi_show_percent(value));
    else if (aim && strcmp(aim, "settled") == 0)
        smyi_html_number(h, smyi_show_fixed(value, 0));
    else
        smyi_html_number(h, smyi_show_signed(value, 1));
    smyi_put(&h->w, "</td></tr>\n");
}

/* The rows of one aim, a model each, under a heading. */
static void put_aim(SmyiHtml *h, const char *aim, const char *title)
{
    bool first = true;
    for (size_t m = 0; m < h->digest.n_models; m++) {
        const SmyiModelView *model = &h->digest.models[m];
        const SmyNode *seats =
            smy_node_get(smy_node_get(h->digest.root, "seats"), model->id);
        const SmyNode *list = smy_node_get(seats, "best_tables");
        for (size_t b = 0; b < smy_node_size(list); b++) {
            const char *of = smy_node_text(smy_node_get(smy_node_at(list, b), "aim"));
            if (!of || strcmp(of, aim) != 0)
                continue;
            if (first)
                smyi_print(&h->w,
                           "<tbody>\n<tr><th class=\"aim\" colspan=\"3\" "
                           "scope=\"rowgroup\">%s</th></tr>\n",
                           title);
            first = false;
            put_best_row(h, model, smy_node_at(list, b));
        }
    }
    smyi_put(&h->w, first ? "" : "</tbody>\n");
}

static bool has_best(const SmyiHtml *h)
{
    const SmyNode *seats = smy_node_get(h->digest.root, "seats");
    for (size_t m = 0; m < smy_node_size(seats); m++)
        if (smy_node_size(smy_node_get(smy_node_at(seats, m), "best_tables")))
            return true;
    return false;
}

static void put_best(SmyiHtml *h)
{
    static const char *const aims[][2] = {
        {"least_gain", "The least gain is largest (points of whoever gains least)"},
        {"settled", "Most issues settle (how many)"},
        {"agreement", "Agreement is likeliest (its chance)"}};
    if (!has_best(h))
        return;
    smyi_html_table_open(h, "best",
                         "Of all tables that the candidates could form, the best for "
                         "an aim, under each model");
    smyi_put(&h->w,
             "<thead><tr><th scope=\"col\">Model</th><th scope=\"col\">Who would sit</th>"
             "<th class=\"n\" scope=\"col\">Value</th></tr></thead>\n");
    for (size_t a = 0; a < sizeof aims / sizeof *aims; a++)
        put_aim(h, aims[a][0], aims[a][1]);
    smyi_html_table_close(h);
}

static void put_sampled(SmyiHtml *h)
{
    bool first = true;
    for (size_t m = 0; m < h->digest.n_models; m++) {
        const SmyNode *seats =
            smy_node_get(smy_node_get(h->digest.root, "seats"), h->digest.models[m].id);
        const SmyNode *exact = smy_node_get(seats, "exact");
        if (smy_node_kind(exact) != SMY_NODE_BOOL || smy_node_bool(exact))
            continue;
        smyi_put(&h->w, first ? "<p class=\"remark\">Sampled rather than exact: " : ", ");
        smyi_html_text(h, h->digest.models[m].label);
        first = false;
    }
    smyi_put(&h->w, first ? "" : ".</p>\n");
}

static bool is_there(const SmyiDigest *digest)
{
    return smy_node_size(smy_node_get(digest->root, "seats")) > 0 &&
           smy_node_size(smy_node_find(digest->root, "table.candidates")) > 0;
}

static void put_seats(SmyiHtml *h)
{
    put_costs(h);
    put_matrix(h, "seat_value",
               "What it changes for each when one sits down at this table: the "
               "middle model, and from the lowest to the highest");
    put_matrix(h, "shapley",
               "The same averaged over every order in which the candidates could "
               "sit down (Shapley value)");
    put_sampled(h);
    put_best(h);
}

const SmyiHtmlSection smyi_section_seats = {
    .id = "h-seats",
    .name = "Chairs",
    .heading = "What a chair is worth",
    .is_there = is_there,
    .put = put_seats,
};
