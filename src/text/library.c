/* SPDX-License-Identifier: Apache-2.0 */
/* Documents looked for in folders by the SHA-256 of their bytes. */
#include "text/library.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/error.h"
#include "text/file.h"

typedef struct Search {
    SmyiWanted *wanted;
    size_t n_wanted, n_files;
    SmyiArena *arena;
    bool no_memory, complete;
} Search;

/* ---- One file ---- */

/* The file's name without its folder and last ending is `id`. */
static bool is_called(const char *path, const char *id)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    size_t length = strlen(id);
    if (strncmp(name, id, length) != 0)
        return false;
    const char *rest = name + length;
    return *rest == '\0' || (*rest == '.' && !strchr(rest + 1, '.'));
}

/* Enters the file where it is wanted; true where its bytes must stay. */
static bool match(Search *search, const char *path, const char *bytes, size_t length)
{
    char hash[SMYI_SHA256_SIZE];
    bool kept = false;
    smyi_sha256(bytes, length, hash);
    for (size_t w = 0; w < search->n_wanted; w++) {
        SmyiWanted *one = &search->wanted[w];
        if (!one->bytes && one->sha256 && strcmp(one->sha256, hash) == 0) {
            one->bytes = bytes;
            one->length = length;
            kept = true;
        } else if (!one->namesake && is_called(path, one->id) &&
                   (!one->sha256 || strcmp(one->sha256, hash) != 0)) {
            one->namesake = path;
            memcpy(one->namesake_sha256, hash, sizeof hash);
        }
    }
    return kept;
}

static void look_at_file(Search *search, const char *path)
{
    if (search->n_files == SMYI_MOST_FILES) {
        search->complete = false;
        return;
    }
    search->n_files++;
    SmyiMark mark = smyi_arena_mark(search->arena);
    char *bytes;
    size_t length;
    SmyError ignored; /* a file that cannot be read is a file that is not at hand */
    SmyCode code =
        smyi_file_read(path, SMYI_MOST_DOCUMENT, search->arena, &bytes, &length, &ignored);
    search->no_memory |= code == SMY_ERR_NOMEM;
    if (code != SMY_OK || !match(search, path, bytes, length))
        smyi_arena_rewind(search->arena, mark);
}

/* ---- Folders ---- */

typedef struct Names {
    const char **all;
    size_t n, room;
} Names;

static bool add_name(Search *search, Names *names, const char *name)
{
    if (names->n == names->room) {
        size_t room = names->room ? names->room * 2 : 64;
        const char **larger = SMYI_NEW(search->arena, room, const char *);
        if (larger && names->n)
            memcpy(larger, names->all, names->n * sizeof *larger);
        if (!larger)
            return false;
        names->all = larger;
        names->room = room;
    }
    const char *copy = smyi_arena_copy(search->arena, name, strlen(name));
    if (copy)
        names->all[names->n++] = copy;
    return copy != NULL;
}

static int by_name(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Sorted, so that a search finds the same wherever it runs. False: it cannot be read. */
static bool list_folder(Search *search, const char *path, Names *names)
{
    DIR *folder = opendir(path);
    if (!folder)
        return false;
    const struct dirent *entry;
    while (!search->no_memory && names->n <= SMYI_MOST_FILES && (entry = readdir(folder)))
        if (entry->d_name[0] != '.')
            search->no_memory |= !add_name(search, names, entry->d_name);
    (void)closedir(folder);
    if (names->n)
        qsort(names->all, names->n, sizeof *names->all, by_name);
    return true;
}

static bool look_at_folder(Search *search, const char *path, int depth);

static void look_at(Search *search, const char *path, int depth)
{
    struct stat info;
    if (stat(path, &info) != 0)
        return;
    if (S_ISREG(info.st_mode) && info.st_size <= SMYI_MOST_DOCUMENT)
        look_at_file(search, path);
    else if (S_ISDIR(info.st_mode) && depth < SMYI_FOLDER_DEPTH)
        (void)look_at_folder(search, path, depth + 1);
}

/* False where it cannot be read. */
static bool look_at_folder(Search *search, const char *path, int depth)
{
    Names names = {0};
    if (!list_folder(search, path, &names))
        return false;
    for (size_t i = 0; i < names.n && !search->no_memory && search->complete; i++) {
        const char *inner = smyi_arena_print(search->arena, "%s/%s", path, names.all[i]);
        if (inner)
            look_at(search, inner, depth);
        else
            search->no_memory = true;
    }
    return true;
}

SmyCode smyi_library_search(const char *const *folders, size_t n_folders,
                            SmyiWanted *wanted, size_t n_wanted, SmyiArena *arena,
                            bool *complete, SmyError *err)
{
    Search search = {
        .wanted = wanted, .n_wanted = n_wanted, .arena = arena, .complete = true};
    for (size_t f = 0; f < n_folders && !search.no_memory; f++) {
        struct stat info;
        bool there = stat(folders[f], &info) == 0;
        if (there && S_ISREG(info.st_mode))
            look_at_file(&search, folders[f]);
        else if (!there || !look_at_folder(&search, folders[f], 0))
            return smyi_fail_at(err, SMY_ERR_IO, (SmyiPlace){.file = folders[f]},
                                "name a folder that can be read",
                                "documents cannot be looked for here");
    }
    *complete = search.complete;
    return search.no_memory ? smyi_fail(err, SMY_ERR_NOMEM, "out of memory") : SMY_OK;
}
