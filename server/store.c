/* SPDX-License-Identifier: Apache-2.0 */
/* The scenarios that are served: read, and read again when their files change. */
#include "store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "entry.h"
#include "seen.h"

Entry *store_find(Store *store, const char *id)
{
    for (size_t e = 0; e < store->n_entries; e++)
        if (strcmp(store->entries[e].id, id) == 0)
            return &store->entries[e];
    return NULL;
}

void store_release(Held *held)
{
    if (!held || atomic_fetch_sub(&held->users, 1) != 1)
        return;
    smy_scenario_free(held->scenario);
    free(held);
}

void store_refresh(Store *store, Entry *entry, bool always)
{
    struct stat now = {0};
    if (stat(entry->path, &now) == 0 && !always && seen_same(&now, &entry->seen))
        return;
    SmyError err = {0};
    SmyScenario *scenario = NULL;
    SmyCode code = smy_scenario_read(entry->path, &store->read, &scenario, &err);
    Held *held = code == SMY_OK ? malloc(sizeof *held) : NULL;
    if (code == SMY_OK && !held) {
        smy_scenario_free(scenario);
        return;
    }
    entry->seen = now;
    entry->has_problem = code != SMY_OK;
    entry->problem = err;
    if (!held)
        return;
    held->scenario = scenario;
    atomic_init(&held->users, 1);
    store_release(entry->held);
    entry->held = held;
}

/* The scenario's id; of several with one id the second is id-2. */
static void name_entry(Store *store, Entry *entry)
{
    const char *id = smy_scenario_id(entry->held->scenario);
    (void)snprintf(entry->id, sizeof entry->id, "%s", id);
    for (int n = 2; store_find(store, entry->id) != entry; n++)
        (void)snprintf(entry->id, sizeof entry->id, "%s-%d", id, n);
}

static bool add_entry(Store *store, const char *file, SmyError *err)
{
    Entry *entry = &store->entries[store->n_entries];
    entry->path = realpath(file, NULL);
    if (!entry->path) {
        *err = (SmyError){.code = SMY_ERR_IO, .message = "cannot be read"};
        (void)snprintf(err->file, sizeof err->file, "%s", file);
        return false;
    }
    store->n_entries++;
    store_refresh(store, entry, true);
    if (!entry->held) {
        *err = entry->problem;
        return false;
    }
    name_entry(store, entry);
    return true;
}

Store *store_new(const char *const *files, size_t n_files, const SmyReadOptions *read,
                 bool read_only, SmyError *err)
{
    Store *store = calloc(1, sizeof *store);
    Entry *entries = calloc(n_files, sizeof *entries);
    *err = (SmyError){.code = SMY_ERR_NOMEM, .message = "out of memory"};
    if (!store || !entries || pthread_mutex_init(&store->lock, NULL) != 0) {
        free(store);
        free(entries);
        return NULL;
    }
    store->read = *read;
    store->read_only = read_only;
    store->entries = entries;
    for (size_t f = 0; f < n_files; f++)
        if (!add_entry(store, files[f], err)) {
            store_free(store);
            return NULL;
        }
    store->read.complain = NULL; /* from now on, complaints go to those who ask */
    return store;
}

void store_free(Store *store)
{
    if (!store)
        return;
    for (size_t e = 0; e < store->n_entries; e++) {
        store_release(store->entries[e].held);
        free(store->entries[e].path);
    }
    free(store->entries);
    (void)pthread_mutex_destroy(&store->lock);
    free(store);
}

size_t store_size(const Store *store)
{
    return store->n_entries;
}

const char *store_id(const Store *store, size_t index)
{
    return store->entries[index].id;
}

const SmyReadOptions *store_reading(const Store *store)
{
    return &store->read;
}

Held *store_hold(Store *store, const char *id, Reply *reply)
{
    (void)pthread_mutex_lock(&store->lock);
    Entry *entry = store_find(store, id);
    Held *held = NULL;
    if (entry) {
        store_refresh(store, entry, false);
        held = entry->held;
        (void)atomic_fetch_add(&held->users, 1);
    }
    (void)pthread_mutex_unlock(&store->lock);
    if (!held)
        reply_refuse(reply, 404, "not_found", "GET /api/1/scenarios lists them",
                     "there is no scenario \"%.64s\" here", id);
    return held;
}

/* ---- Telling of them ---- */

const char *entry_name(const Entry *entry)
{
    const char *slash = strrchr(entry->path, '/');
    return slash ? slash + 1 : entry->path;
}

void entry_summary(const Store *store, const Entry *entry, Text *text)
{
    SmyResult *check = NULL;
    const SmyScenario *scenario = entry->held->scenario;
    if (smy_check(scenario, &check, NULL) != SMY_OK)
        text->failed = true;
    const SmyNode *head = smy_node_get(smy_result_root(check), "scenario");
    text_print(text, "{\"id\":");
    text_quote(text, entry->id);
    text_print(text, ",\"title\":");
    text_quote(text, smy_node_text(smy_node_get(head, "title")));
    text_print(text, ",\"as_of\":");
    text_quote(text, smy_node_text(smy_node_get(head, "as_of")));
    text_print(text, ",\"file\":");
    text_quote(text, entry_name(entry));
    text_print(text, ",\"sha256\":");
    text_quote(text, smy_scenario_sha256(scenario));
    text_print(text, ",\"writable\":%s,\"problem\":", store->read_only ? "false" : "true");
    reply_error_body(text, entry->has_problem ? &entry->problem : NULL);
    text_print(text, "}");
    smy_result_free(check);
}

void store_summary(Store *store, const char *id, Text *text)
{
    (void)pthread_mutex_lock(&store->lock);
    entry_summary(store, store_find(store, id), text);
    (void)pthread_mutex_unlock(&store->lock);
}
