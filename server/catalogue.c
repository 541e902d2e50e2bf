/* SPDX-License-Identifier: Apache-2.0 */
/* The models as JSON. */
#include "catalogue.h"

static void write_option(Text *text, const SmyOption *option)
{
    text_print(text, "{\"key\":");
    text_quote(text, option->key);
    text_print(text, ",\"title\":");
    text_quote(text, option->title);
    text_print(text, ",\"default\":");
    if (option->choices)
        text_quote(text, option->choices[(size_t)option->fallback]);
    else
        text_print(text, "%.15g", option->fallback);
    if (option->choices)
        text_print(text, ",\"low\":null,\"high\":null");
    else
        text_print(text, ",\"low\":%.15g,\"high\":%.15g", option->low, option->high);
    text_print(text, ",\"unit\":");
    text_quote(text, option->unit);
    text_print(text, ",\"choices\":%s", option->choices ? "[" : "null");
    for (size_t c = 0; option->choices && option->choices[c]; c++) {
        text_add(text, ",", c > 0);
        text_quote(text, option->choices[c]);
    }
    text_print(text, "%s}", option->choices ? "]" : "");
}

static void write_model(Text *text, const SmyModelInfo *info)
{
    const struct {
        const char *key, *value;
    } texts[] = {{"id", info->id},         {"title", info->title},
                 {"family", info->family}, {"assumes", info->assumes},
                 {"source", info->source}, {"stage", info->iterative ? "all" : "closed"}};
    for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
        text_print(text, "%s\"%s\":", t ? "," : "{", texts[t].key);
        text_quote(text, texts[t].value);
    }
    text_print(
        text,
        ",\"distribution\":%s,\"by_package\":%s,\"needs_status_quo\":%s,\"options\":[",
        info->distribution ? "true" : "false", info->by_package ? "true" : "false",
        info->needs & SMY_NEEDS_STATUS_QUO ? "true" : "false");
    for (size_t o = 0; o < info->n_options; o++) {
        text_add(text, ",", o > 0);
        write_option(text, &info->options[o]);
    }
    text_print(text, "]}");
}

void catalogue_write(Text *text)
{
    text_print(text, "[");
    for (size_t m = 0; m < smy_model_count(); m++) {
        text_add(text, ",", m > 0);
        write_model(text, smy_model_at(m));
    }
    text_print(text, "]");
}
