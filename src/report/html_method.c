/* SPDX-License-Identifier: Apache-2.0 */
/* How it was computed: what each model assumes, its source, settings, hashes, notices. */
#include <string.h>

#include "report/html.h"

/* Its publications in words, or their keys where the tree has no more. */
static void put_sources(SmyiHtml *h, const SmyNode *model)
{
    const SmyNode *references = smy_node_get(model, "references");
    const char *source = smy_node_text(smy_node_get(model, "source"));
    for (size_t r = 0; r < smy_node_size(references); r++) {
        smyi_put(&h->w, "<br/>");
        smyi_html_text(h, smy_node_text(smy_node_at(references, r)));
    }
    if (smy_node_size(references) || !source)
        return;
    smyi_put(&h->w, "; source: ");
    for (const char *at = source; *at;
         at += strcspn(at, ",") + (at[strcspn(at, ",")] == ',')) {
        smyi_put(&h->w, at == source ? "" : ", ");
        char *key = smyi_arena_copy(h->mem, at, strcspn(at, ","));
        smyi_put_escaped(&h->w, key);
        if (!key)
            h->w.code = SMY_ERR_NOMEM;
    }
}

static void put_model(SmyiHtml *h, const SmyiModelView *model)
{
    const char *assumes = smy_node_text(smy_node_get(model->node, "assumes"));
    const char *family = smy_node_text(smy_node_get(model->node, "family"));
    const char *kind = model->assumption ? model->assumption : family;
    smyi_put(&h->w, "<dt>");
    smyi_html_text(h, model->title);
    smyi_put(&h->w, " <code>");
    smyi_put_escaped(&h->w, model->id);
    smyi_put(&h->w, "</code></dt>\n<dd>");
    smyi_html_text(h, assumes);
    smyi_put(&h->w, " <small>");
    smyi_put_escaped(&h->w, kind);
    put_sources(h, model->node);
    smyi_put(&h->w, "</small>");
    if (strcmp(model->status, "ok") != 0) {
        smyi_put(&h->w, "<br/><span class=\"status\">");
        smyi_put_escaped(&h->w, model->status);
        smyi_put(&h->w, "</span>");
        if (model->why) {
            smyi_put(&h->w, ": ");
            smyi_html_text(h, model->why);
        }
    }
    smyi_put(&h->w, "</dd>\n");
}

static void put_setting(SmyiHtml *h, const char *name, const char *value)
{
    if (!value)
        return;
    smyi_print(&h->w, "<tr><th scope=\"row\">%s</th><td>", name);
    smyi_put_escaped(&h->w, value);
    smyi_put(&h->w, "</td></tr>\n");
}

static void put_settings(SmyiHtml *h)
{
    const SmyNode *root = h->digest.root;
    smyi_html_table_open(h, "settings",
                         "The same scenario, seed and version give the same "
                         "numbers on any machine");
    smyi_put(&h->w, "<tbody>\n");
    put_setting(h, "Scenario", smy_node_text(smy_node_find(root, "scenario.id")));
    put_setting(h, "SHA-256", smy_node_text(smy_node_find(root, "scenario.sha256")));
    put_setting(h, "Summitry", smy_node_text(smy_node_get(root, "summitry")));
    put_setting(h, "Seed",
                smyi_show_fixed(smy_node_number(smy_node_get(root, "seed")), 0).text);
    put_setting(h, "Draws",
                smyi_show_count(smy_node_number(smy_node_get(root, "draws_done"))).text);
    smyi_put(&h->w, "</tbody>\n");
    smyi_html_table_close(h);
}

static void put_notices(SmyiHtml *h)
{
    const SmyNode *list = smy_node_get(h->digest.root, "notices");
    if (smy_node_size(list) == 0)
        return;
    smyi_put(&h->w, "<h3>Notices</h3>\n<ul>\n");
    for (size_t n = 0; n < smy_node_size(list); n++) {
        smyi_put(&h->w, "<li>");
        smyi_html_text(h, smy_node_text(smy_node_at(list, n)));
        smyi_put(&h->w, "</li>\n");
    }
    smyi_put(&h->w, "</ul>\n");
}

static void put_method(SmyiHtml *h)
{
    smyi_put(&h->w,
             "<p>Every model sees the seated actors alone: what they want, how much they "
             "care, how strong they are. An issue is settled when the model's point lies "
             "within the limit of everyone seated and of whoever must agree; otherwise it "
             "stays at the status quo. Gains compare the whole package with the status "
             "quo, for those outside too.</p>\n<dl class=\"models\">\n");
    for (size_t m = 0; m < h->digest.n_models; m++)
        put_model(h, &h->digest.models[m]);
    smyi_put(&h->w, "</dl>\n");
    if (h->digest.n_silent)
        smyi_put(&h->w, "<h3>Models without an answer here</h3>\n<dl class=\"models\">\n");
    for (size_t m = 0; m < h->digest.n_silent; m++)
        put_model(h, &h->digest.silent[m]);
    smyi_put(&h->w, h->digest.n_silent ? "</dl>\n" : "");
    put_notices(h);
    put_settings(h);
}

const SmyiHtmlSection smyi_section_method = {
    .id = "h-method",
    .name = "Method",
    .heading = "How this was computed",
    .put = put_method,
};
