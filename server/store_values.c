/* SPDX-License-Identifier: Apache-2.0 */
/* Writing values into a scenario's file: all that are asked for, or none. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "body.h"
#include "store_files.h"

enum { MOST_PATH = 512, MOST_EDITS = 1000 };

typedef struct Writing {
    const SmyNode *body;
    size_t n;
    const SmyNode *one[MOST_EDITS]; /* each {path, value} */
    SmyEdit edits[MOST_EDITS];
    Text values[MOST_EDITS];
    const char *sha256;
} Writing;

/* The refusal, and with it the edit itself, so that it is not lost. */
static void refuse_changed(const Entry *entry, const Writing *w, const char *sha256,
                           Reply *reply)
{
    const SmyNode *edits = smy_node_get(w->body, "edits");
    reply_refuse(reply, 409, "changed_file", "look at the file, then send the edit again",
                 "\"%.128s\" was changed by somebody else since it was read",
                 entry_name(entry));
    reply->body.length--; /* the closing brace */
    if (edits) {
        text_print(&reply->body, ",\"edits\":");
        text_node(&reply->body, edits);
    } else {
        text_print(&reply->body, ",\"edit\":{\"path\":");
        text_quote(&reply->body, w->edits[0].path);
        text_print(&reply->body, ",\"value\":");
        text_node(&reply->body, smy_node_get(w->one[0], "value"));
        text_print(&reply->body, "}");
    }
    text_print(&reply->body, ",\"sha256\":");
    text_quote(&reply->body, sha256);
    text_print(&reply->body, "}");
}

static void put_values(Store *store, Entry *entry, const Writing *w, const Text *file,
                       Reply *reply)
{
    SmyEdited *edited = NULL;
    SmyError err = {.code = SMY_ERR_NOMEM, .message = "out of memory"};
    SmyCode code =
        smy_node_get(w->body, "edits")
            ? smy_scenario_edit_all(file->bytes, file->length, entry_name(entry), w->edits,
                                    w->n, &edited, &err)
            : smy_scenario_edit(file->bytes, file->length, entry_name(entry),
                                w->edits[0].path, w->edits[0].value, &edited, &err);
    if (code != SMY_OK) {
        reply_error(reply, &err);
    } else if (!file_write(entry->path, entry->seen.st_mode & 07777,
                           smy_edited_text(edited), smy_edited_length(edited))) {
        file_refuse(reply, entry_name(entry));
    } else {
        store_refresh(store, entry, true);
        reply->status = 200;
        text_print(&reply->body, "{\"summary\":");
        entry_summary(store, entry, &reply->body);
        text_print(&reply->body, "}");
    }
    smy_edited_free(edited);
}

static void write_values(Store *store, Entry *entry, const Writing *w, Reply *reply)
{
    Text file = {0};
    SmyScenario *now = NULL;
    SmyError err = {0};
    if (!file_read(entry->path, &file))
        reply_refuse(reply, 500, "io", NULL, "\"%.128s\" cannot be read: %s",
                     entry_name(entry), strerror(errno));
    else if (smy_scenario_parse(file.bytes ? file.bytes : "", file.length,
                                entry_name(entry), NULL, &now, &err) != SMY_OK)
        refuse_changed(entry, w, NULL, reply);
    else if (strcmp(smy_scenario_sha256(now), w->sha256) != 0)
        refuse_changed(entry, w, smy_scenario_sha256(now), reply);
    else
        put_values(store, entry, w, &file, reply);
    smy_scenario_free(now);
    text_free(&file);
}

/* {path, value}, and in a list also whether the value is an estimate. */
static void read_edit(Writing *w, const SmyNode *node, bool in_list, Reply *reply)
{
    static const char *const alone[] = {"path", "value", "sha256", NULL};
    static const char *const listed[] = {"path", "value", "estimate", NULL};
    bool estimate = false;
    SmyEdit *edit = &w->edits[w->n];
    Text *value = &w->values[w->n];
    w->one[w->n++] = node;
    body_only(node, in_list ? listed : alone, reply);
    body_needs(node, "path", reply);
    body_needs(node, "value", reply);
    body_text(node, "path", MOST_PATH, &edit->path, reply);
    body_bool(node, "estimate", &estimate, reply);
    text_flow(value, smy_node_get(node, "value"));
    edit->kind = estimate ? SMY_EDIT_ESTIMATE : SMY_EDIT_VALUE;
    edit->value = value->bytes ? value->bytes : "";
    if (value->failed)
        reply_error(reply, &(SmyError){.code = SMY_ERR_NOMEM, .message = "out of memory"});
}

static void read_edits(Writing *w, Reply *reply)
{
    static const char *const known[] = {"edits", "sha256", NULL};
    const SmyNode *list = NULL;
    body_only(w->body, known, reply);
    body_part(w->body, "edits", SMY_NODE_LIST, &list, reply);
    if (list && (smy_node_size(list) == 0 || smy_node_size(list) > MOST_EDITS))
        reply_refuse(reply, 400, "bad_value", NULL, "\"edits\" has 1 to %d entries",
                     MOST_EDITS);
    for (size_t e = 0; e < smy_node_size(list) && reply_is_open(reply); e++) {
        const SmyNode *node = smy_node_at(list, e);
        if (smy_node_kind(node) != SMY_NODE_OBJECT)
            reply_refuse(reply, 400, "wrong_type", NULL, "an edit is an object");
        else
            read_edit(w, node, true, reply);
    }
}

void store_write(Store *store, const char *id, const SmyNode *body, Reply *reply)
{
    Writing *w = calloc(1, sizeof *w);
    if (!w) {
        reply_error(reply, &(SmyError){.code = SMY_ERR_NOMEM, .message = "out of memory"});
        return;
    }
    w->body = body;
    if (smy_node_get(body, "edits"))
        read_edits(w, reply);
    else
        read_edit(w, body, false, reply);
    body_needs(body, "sha256", reply);
    body_text(body, "sha256", 64, &w->sha256, reply);
    (void)pthread_mutex_lock(&store->lock);
    Entry *entry = store_writable(store, id, reply);
    if (entry)
        write_values(store, entry, w, reply);
    (void)pthread_mutex_unlock(&store->lock);
    for (size_t e = 0; e < w->n; e++)
        text_free(&w->values[e]);
    free(w);
}
