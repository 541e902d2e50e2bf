/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of past decisions that are served: read, and read again when their files change. */
#include "decisions.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "seen.h"

enum { MOST_ID = 64 };

typedef struct Entry {
    char *path; /* without symbolic links */
    char id[MOST_ID + 16];
    HeldCases *held;
    struct stat seen; /* the file when it was last read */
    bool has_problem; /* as it was then it is no good table */
    SmyError problem;
} Entry;

struct Decisions {
    pthread_mutex_t lock; /* of everything below */
    size_t n_entries;
    Entry *entries;
};

void decisions_release(HeldCases *held)
{
    if (!held || atomic_fetch_sub(&held->users, 1) != 1)
        return;
    smy_cases_free(held->cases);
    free(held);
}

/* ---- Reading ---- */

/* Reads the file again if it looks changed. */
static void refresh(Entry *entry)
{
    struct stat now = {0};
    SmyError err = {0};
    SmyCases *cases = NULL;
    if (stat(entry->path, &now) == 0 && seen_same(&now, &entry->seen))
        return;
    SmyCode code = smy_cases_read(entry->path, &cases, &err);
    HeldCases *held = code == SMY_OK ? malloc(sizeof *held) : NULL;
    if (code == SMY_OK && !held) {
        smy_cases_free(cases);
        return;
    }
    entry->seen = now;
    entry->has_problem = code != SMY_OK;
    entry->problem = err;
    if (!held)
        return;
    held->cases = cases;
    atomic_init(&held->users, 1);
    decisions_release(entry->held);
    entry->held = held;
}

static const char *name_of(const Entry *entry)
{
    const char *slash = strrchr(entry->path, '/');
    return slash ? slash + 1 : entry->path;
}

static Entry *find(Decisions *decisions, const char *id)
{
    for (size_t e = 0; e < decisions->n_entries; e++)
        if (strcmp(decisions->entries[e].id, id) == 0)
            return &decisions->entries[e];
    return NULL;
}

/* The file's name up to its last dot, what no address likes made a dash; of several the second
 * is id-2. */
static void name_entry(Decisions *decisions, Entry *entry)
{
    static const char plain[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
    const char *name = name_of(entry), *dot = strrchr(name, '.');
    size_t length = dot && dot > name ? (size_t)(dot - name) : strlen(name);
    char id[MOST_ID + 1];
    if (length > MOST_ID)
        length = MOST_ID;
    for (size_t i = 0; i < length; i++)
        id[i] = strchr(plain, name[i]) ? name[i] : '-';
    id[length] = '\0';
    (void)snprintf(entry->id, sizeof entry->id, "%s", id);
    for (int n = 2; find(decisions, entry->id) != entry; n++)
        (void)snprintf(entry->id, sizeof entry->id, "%s-%d", id, n);
}

static bool add_entry(Decisions *decisions, const char *file, SmyError *err)
{
    Entry *entry = &decisions->entries[decisions->n_entries];
    entry->path = realpath(file, NULL);
    if (!entry->path) {
        *err = (SmyError){.code = SMY_ERR_IO, .message = "cannot be read"};
        (void)snprintf(err->file, sizeof err->file, "%s", file);
        return false;
    }
    decisions->n_entries++;
    refresh(entry);
    if (!entry->held) {
        *err = entry->problem;
        (void)snprintf(err->file, sizeof err->file, "%s", file); /* as it was written */
        return false;
    }
    name_entry(decisions, entry);
    return true;
}

Decisions *decisions_new(const char *const *files, size_t n_files, SmyError *err)
{
    Decisions *decisions = calloc(1, sizeof *decisions);
    Entry *entries = calloc(n_files ? n_files : 1, sizeof *entries);
    *err = (SmyError){.code = SMY_ERR_NOMEM, .message = "out of memory"};
    if (!decisions || !entries || pthread_mutex_init(&decisions->lock, NULL) != 0) {
        free(decisions);
        free(entries);
        return NULL;
    }
    decisions->entries = entries;
    for (size_t f = 0; f < n_files; f++)
        if (!add_entry(decisions, files[f], err)) {
            decisions_free(decisions);
            return NULL;
        }
    return decisions;
}

void decisions_free(Decisions *decisions)
{
    if (!decisions)
        return;
    for (size_t e = 0; e < decisions->n_entries; e++) {
        decisions_release(decisions->entries[e].held);
        free(decisions->entries[e].path);
    }
    free(decisions->entries);
    (void)pthread_mutex_destroy(&decisions->lock);
    free(decisions);
}

HeldCases *decisions_hold(Decisions *decisions, const char *id, Reply *reply)
{
    HeldCases *held = NULL;
    (void)pthread_mutex_lock(&decisions->lock);
    Entry *entry = find(decisions, id);
    if (entry) {
        refresh(entry);
        held = entry->held;
        (void)atomic_fetch_add(&held->users, 1);
    }
    (void)pthread_mutex_unlock(&decisions->lock);
    if (!held)
        reply_refuse(reply, 404, "not_found", "GET /api/1/decisions lists them",
                     "there is no table \"%.64s\" here", id);
    return held;
}

/* ---- Telling of them ---- */

static void write_entry(const Entry *entry, Text *text)
{
    const SmyCases *cases = entry->held->cases;
    text_print(text, "{\"id\":");
    text_quote(text, entry->id);
    text_print(text, ",\"file\":");
    text_quote(text, name_of(entry));
    text_print(text, ",\"sha256\":");
    text_quote(text, smy_cases_sha256(cases));
    text_print(text,
               ",\"issues\":%zu,\"decided\":%zu,\"problem\":", smy_cases_issues(cases),
               smy_cases_decided(cases));
    reply_error_body(text, entry->has_problem ? &entry->problem : NULL);
    text_print(text, "}");
}

void decisions_write(Decisions *decisions, Text *text)
{
    (void)pthread_mutex_lock(&decisions->lock);
    text_add(text, "[", 1);
    for (size_t e = 0; e < decisions->n_entries; e++) {
        text_add(text, ",", e > 0);
        refresh(&decisions->entries[e]);
        write_entry(&decisions->entries[e], text);
    }
    text_add(text, "]", 1);
    (void)pthread_mutex_unlock(&decisions->lock);
}
