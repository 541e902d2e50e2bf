/* SPDX-License-Identifier: Apache-2.0 */
/* Variants beside a scenario's file. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "body.h"
#include "store_files.h"

enum { MOST_VARIANTS = 200, MOST_VARIANT = 1 << 20 };

static const char VARIANT_END[] = ".variation.json";

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
    if (file_read(path, &file) && file.length <= MOST_VARIANT &&
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
    else if (!file_write(path.bytes, 0644, variation->bytes, variation->length))
        file_refuse(reply, strrchr(path.bytes, '/') + 1);
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
    Entry *entry = store_writable(store, id, reply);
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
