/* SPDX-License-Identifier: Apache-2.0 */
/* Writing one value into a scenario's file, and variants beside it. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "body.h"
#include "entry.h"

enum { MOST_PATH = 512, MOST_FILE = 8 << 20, MOST_VARIANTS = 200, MOST_VARIANT = 1 << 20 };

static const char VARIANT_END[] = ".variation.json";

/* ---- Files, whole ---- */

static bool read_file(const char *path, Text *text)
{
    char bytes[16384];
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    for (size_t n;
         (n = fread(bytes, 1, sizeof bytes, file)) > 0 && text->length <= MOST_FILE;)
        text_add(text, bytes, n);
    bool ok = !ferror(file) && text->length <= MOST_FILE && !text->failed;
    (void)fclose(file);
    return ok;
}

static bool write_all(int file, const char *bytes, size_t length)
{
    while (length) {
        ssize_t n = write(file, bytes, length);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        bytes += n;
        length -= (size_t)n;
    }
    return fsync(file) == 0;
}

/* A file is there as it was or as it shall be, never half. */
static bool write_file(const char *path, mode_t mode, const char *bytes, size_t length)
{
    Text part = {0};
    text_print(&part, "%s.XXXXXX", path);
    int file = part.failed ? -1 : mkstemp(part.bytes);
    bool ok = file >= 0 && fchmod(file, mode) == 0 && write_all(file, bytes, length);
    if (file >= 0)
        ok &= close(file) == 0;
    if (ok)
        ok = rename(part.bytes, path) == 0;
    if (!ok && file >= 0)
        (void)unlink(part.bytes);
    text_free(&part);
    return ok;
}

static void refuse_writing(Reply *reply, const char *name)
{
    reply_refuse(reply, 500, "io", NULL, "\"%.128s\" cannot be written: %s", name,
                 strerror(errno));
}

/* The entry that may be written to, or NULL and a refusal; the lock is held. */
static Entry *writable(Store *store, const char *id, Reply *reply)
{
    Entry *entry = store_find(store, id);
    if (!reply_is_open(reply))
        return NULL;
    if (!entry)
        reply_refuse(reply, 404, "not_found", "GET /api/1/scenarios lists them",
                     "there is no scenario \"%.64s\" here", id);
    else if (store->read_only)
        reply_refuse(reply, 409, "not_writable", "start it without --read-only",
                     "this server writes no files");
    return reply_is_open(reply) ? entry : NULL;
}

/* ---- One value ---- */

/* The refusal, and with it the edit itself, so that it is not lost. */
static void refuse_changed(const Entry *entry, const SmyNode *body, const char *sha256,
                           Reply *reply)
{
    reply_refuse(reply, 409, "changed_file", "look at the file, then send the edit again",
                 "\"%.128s\" was changed by somebody else since it was read",
                 entry_name(entry));
    reply->body.length--; /* the closing brace */
    text_print(&reply->body, ",\"edit\":{\"path\":");
    text_quote(&reply->body, smy_node_text(smy_node_get(body, "path")));
    text_print(&reply->body, ",\"value\":");
    text_node(&reply->body, smy_node_get(body, "value"));
    text_print(&reply->body, "},\"sha256\":");
    text_quote(&reply->body, sha256);
    text_print(&reply->body, "}");
}

static void put_value(Store *store, Entry *entry, const SmyNode *body, const Text *file,
                      const char *path, Reply *reply)
{
    Text value = {0};
    SmyEdited *edited = NULL;
    SmyError err = {.code = SMY_ERR_NOMEM, .message = "out of memory"};
    text_flow(&value, smy_node_get(body, "value"));
    if (value.failed || smy_scenario_edit(file->bytes, file->length, entry_name(entry),
                                          path, value.bytes, &edited, &err) != SMY_OK) {
        reply_error(reply, &err);
    } else if (!write_file(entry->path, entry->seen.st_mode & 07777,
                           smy_edited_text(edited), smy_edited_length(edited))) {
        refuse_writing(reply, entry_name(entry));
    } else {
        store_refresh(store, entry, true);
        reply->status = 200;
        text_print(&reply->body, "{\"summary\":");
        entry_summary(store, entry, &reply->body);
        text_print(&reply->body, "}");
    }
    smy_edited_free(edited);
    text_free(&value);
}

static void write_value(Store *store, Entry *entry, const SmyNode *body, const char *path,
                        const char *sha256, Reply *reply)
{
    Text file = {0};
    SmyScenario *now = NULL;
    SmyError err = {0};
    if (!read_file(entry->path, &file))
        reply_refuse(reply, 500, "io", NULL, "\"%.128s\" cannot be read: %s",
                     entry_name(entry), strerror(errno));
    else if (smy_scenario_parse(file.bytes ? file.bytes : "", file.length,
                                entry_name(entry), NULL, &now, &err) != SMY_OK)
        refuse_changed(entry, body, NULL, reply);
    else if (strcmp(smy_scenario_sha256(now), sha256) != 0)
        refuse_changed(entry, body, smy_scenario_sha256(now), reply);
    else
        put_value(store, entry, body, &file, path, reply);
    smy_scenario_free(now);
    text_free(&file);
}

void store_write(Store *store, const char *id, const SmyNode *body, Reply *reply)
{
    static const char *const known[] = {"path", "value", "sha256", NULL};
    const char *path = NULL, *sha256 = NULL;
    body_only(body, known, reply);
    for (size_t k = 0; known[k]; k++)
        body_needs(body, known[k], reply);
    body_text(body, "path", MOST_PATH, &path, reply);
    body_text(body, "sha256", 64, &sha256, reply);
    (void)pthread_mutex_lock(&store->lock);
    Entry *entry = writable(store, id, reply);
    if (entry)
        write_value(store, entry, body, path, sha256, reply);
    (void)pthread_mutex_unlock(&store->lock);
}

/* ---- Variants ---- */

static bool is_name(const char *name)
{
    size_t n = strlen(name);
    return n >= 1 && n <= 64 && *name >= 'a' && *name <= 'z' &&
           name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_-")] == '\0';
}

/* "FOLDER/ID.", with which the paths of all variants begin. */
static void variants_begin(const Entry *entry, Text *path)
{
    text_print(path, "%.*s%s.", (int)(entry_name(entry) - entry->path), entry->path,
               entry->id);
}

static void add_variant(Text *text, const char *name, const char *path)
{
    Text file = {0};
    SmyResult *variation = NULL;
    if (read_file(path, &file) && file.length <= MOST_VARIANT &&
        smy_result_read_json(file.bytes ? file.bytes : "", file.length, &variation, NULL) !=
            SMY_OK)
        variation = NULL;
    text_print(text, "{\"name\":");
    text_quote(text, name);
    text_print(text, ",\"file\":");
    text_quote(text, strrchr(path, '/') + 1);
    text_print(text, ",\"variation\":");
    text_node(text, smy_result_root(variation));
    text_print(text, "}");
    smy_result_free(variation);
    text_free(&file);
}

/* A varied scenario must come of it. */
static bool is_good(const Entry *entry, const Text *variation, Reply *reply)
{
    SmyVariation *read = NULL;
    SmyScenario *varied = NULL;
    SmyError err = {.code = SMY_ERR_NOMEM, .message = "out of memory"};
    bool good =
        !variation->failed &&
        smy_variation_from_json(variation->bytes, variation->length, &read, &err) ==
            SMY_OK &&
        smy_scenario_vary(entry->held->scenario, read, NULL, &varied, &err) == SMY_OK;
    if (!good) {
        err.line = err.column = 0;
        reply_error(reply, &err);
    }
    smy_scenario_free(varied);
    smy_variation_free(read);
    return good;
}

static void save(Entry *entry, const char *name, const Text *variation, bool replace,
                 Reply *reply)
{
    Text path = {0};
    variants_begin(entry, &path);
    text_print(&path, "%s%s", name, VARIANT_END);
    if (path.failed)
        reply_error(reply, &(SmyError){.code = SMY_ERR_NOMEM, .message = "out of memory"});
    else if (!replace && access(path.bytes, F_OK) == 0)
        reply_refuse(reply, 409, "exists", "say \"replace\": true, or take another name",
                     "there is a variant \"%s\" already", name);
    else if (!write_file(path.bytes, 0644, variation->bytes, variation->length))
        refuse_writing(reply, strrchr(path.bytes, '/') + 1);
    else {
        reply->status = 201;
        add_variant(&reply->body, name, path.bytes);
    }
    text_free(&path);
}

/* As a person would want to read it, in a file of its own. */
static SmyCode add_bytes(void *cookie, const char *bytes, size_t length)
{
    text_add(cookie, bytes, length);
    return SMY_OK;
}

void store_save_variant(Store *store, const char *id, const SmyNode *body, Reply *reply)
{
    static const char *const known[] = {"name", "variation", "replace", NULL};
    const char *name = NULL;
    const SmyNode *variation = NULL;
    bool replace = false;
    Text text = {0};
    body_only(body, known, reply);
    body_needs(body, "name", reply);
    body_needs(body, "variation", reply);
    body_text(body, "name", 64, &name, reply);
    body_part(body, "variation", SMY_NODE_OBJECT, &variation, reply);
    body_bool(body, "replace", &replace, reply);
    if (reply_is_open(reply) && !is_name(name))
        reply_refuse(reply, 400, "bad_value", "such as ukraine-sits",
                     "\"%s\" is no name: lower case letters, digits, _ and -", name);
    if (variation)
        text.failed |= smy_node_write_json(variation, add_bytes, &text) != SMY_OK;
    (void)pthread_mutex_lock(&store->lock);
    Entry *entry = writable(store, id, reply);
    if (entry && is_good(entry, &text, reply))
        save(entry, name, &text, replace, reply);
    (void)pthread_mutex_unlock(&store->lock);
    text_free(&text);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names of the variants in the folder: at most MOST_VARIANTS. */
static size_t list_names(const char *folder, const char *begin, char **names)
{
    DIR *open = opendir(folder);
    size_t n = 0, head = strlen(begin), tail = strlen(VARIANT_END);
    for (struct dirent *one; open && n < MOST_VARIANTS && (one = readdir(open));) {
        size_t length = strlen(one->d_name);
        if (length <= head + tail || strncmp(one->d_name, begin, head) != 0 ||
            strcmp(one->d_name + length - tail, VARIANT_END) != 0)
            continue;
        one->d_name[length - tail] = '\0';
        names[n] = is_name(one->d_name + head) ? strdup(one->d_name + head) : NULL;
        n += names[n] != NULL;
    }
    if (open)
        (void)closedir(open);
    qsort(names, n, sizeof *names, by_name);
    return n;
}

static void list(const Entry *entry, Text *text)
{
    char *names[MOST_VARIANTS];
    Text begin = {0};
    variants_begin(entry, &begin);
    if (begin.failed) {
        text->failed = true;
        return;
    }
    char *slash = strrchr(begin.bytes, '/');
    *slash = '\0';
    size_t n = list_names(slash == begin.bytes ? "/" : begin.bytes, slash + 1, names);
    *slash = '/';
    for (size_t i = 0; i < n; i++) {
        Text path = {0};
        text_print(&path, "%s%s%s", begin.bytes, names[i], VARIANT_END);
        text_add(text, ",", i > 0);
        if (path.failed)
            text->failed = true;
        else
            add_variant(text, names[i], path.bytes);
        text_free(&path);
        free(names[i]);
    }
    text_free(&begin);
}

void store_variants(Store *store, const char *id, Text *text)
{
    (void)pthread_mutex_lock(&store->lock);
    text_add(text, "[", 1);
    list(store_find(store, id), text);
    text_add(text, "]", 1);
    (void)pthread_mutex_unlock(&store->lock);
}
