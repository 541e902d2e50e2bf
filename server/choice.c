/* SPDX-License-Identifier: Apache-2.0 */
/* Which models are asked, and how they are set. */
#include "choice.h"

#include <string.h>

#include "body.h"

static void read_models(const SmyNode *body, Choice *choice, Reply *reply)
{
    const SmyNode *list = NULL;
    body_part(body, "models", SMY_NODE_LIST, &list, reply);
    if (!list)
        return;
    for (size_t i = 0; i < smy_node_size(list); i++) {
        const char *id = smy_node_text(smy_node_at(list, i));
        if (!id || strchr(id, ',')) {
            reply_refuse(reply, 400, "wrong_type", NULL,
                         "an entry of \"models\" is not a model's id");
            return;
        }
        text_print(&choice->models, "%s%s", i ? "," : "", id);
    }
    if (smy_node_size(list) == 0)
        reply_refuse(reply, 400, "bad_value", "leave the field out for all models",
                     "\"models\" is empty");
}

static void read_model_options(const SmyNode *body, Choice *choice, Reply *reply)
{
    const SmyNode *settings = NULL;
    body_part(body, "model_options", SMY_NODE_OBJECT, &settings, reply);
    size_t n = smy_node_size(settings);
    if (n > MOST_MODEL_OPTIONS) {
        reply_refuse(reply, 400, "bad_value", NULL, "more than %d model options",
                     MOST_MODEL_OPTIONS);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        const SmyNode *value = smy_node_at(settings, i);
        Text *text = &choice->settings[i];
        if (smy_node_kind(value) != SMY_NODE_TEXT &&
            smy_node_kind(value) != SMY_NODE_NUMBER) {
            reply_refuse(reply, 400, "wrong_type", NULL,
                         "the option \"%.64s\" is neither a number nor a text",
                         smy_node_key(settings, i));
            return;
        }
        text_print(text, "%s=", smy_node_key(settings, i));
        if (smy_node_text(value))
            text_print(text, "%s", smy_node_text(value));
        else
            text_node(text, value);
        choice->options[i] = text->bytes;
        choice->n_options = i + 1;
    }
}

void choice_read(const SmyNode *body, Choice *choice, Reply *reply)
{
    read_models(body, choice, reply);
    read_model_options(body, choice, reply);
    bool failed = choice->models.failed;
    for (size_t i = 0; i < choice->n_options; i++)
        failed |= choice->settings[i].failed;
    if (failed)
        reply_error(reply, &(SmyError){.code = SMY_ERR_NOMEM, .message = "out of memory"});
}

void choice_free(Choice *choice)
{
    text_free(&choice->models);
    for (size_t i = 0; i < MOST_MODEL_OPTIONS; i++)
        text_free(&choice->settings[i]);
}
