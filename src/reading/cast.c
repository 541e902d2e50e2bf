/* SPDX-License-Identifier: Apache-2.0 */
/* Who may be mentioned: actors of the dictionaries, of CLDR, and those found in the texts. */
#include "reading/cast.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "text/file.h"
#include "text/territories.h"

int smyi_cast_add(SmyiCast *cast, SmyiActor actor)
{
    if (cast->n == cast->room) {
        size_t room = cast->room ? cast->room * 2 : 512;
        SmyiActor *all = SMYI_NEW(cast->arena, room, SmyiActor);
        if (!all)
            return SMYI_NOBODY;
        if (cast->n)
            memcpy(all, cast->all, cast->n * sizeof *all);
        cast->all = all;
        cast->room = room;
    }
    cast->all[cast->n] = actor;
    return (int)cast->n++;
}

int smyi_cast_find(const SmyiCast *cast, const char *id)
{
    for (size_t a = 0; id && a < cast->n; a++)
        if (strcmp(cast->all[a].id, id) == 0)
            return (int)a;
    return SMYI_NOBODY;
}

int smyi_cast_short(const SmyiCast *cast, uint32_t c)
{
    for (size_t s = 0; s < cast->n_shorts; s++)
        if (cast->shorts[s].c == c)
            return cast->shorts[s].actor;
    return SMYI_NOBODY;
}

/* Folded letters and digits of the name, joined by hyphens. */
const char *smyi_cast_new_id(SmyiCast *cast, const char *name)
{
    char id[48], numbered[64];
    size_t n = 0;
    SmyiFolded folded;
    if (!smyi_fold_text(cast->lexicon.hans, name, cast->arena, &folded))
        return NULL;
    for (size_t i = 0; i < folded.n && n + 1 < sizeof id; i++) {
        uint32_t c = folded.c[i];
        bool letter = c >= 'a' && c <= 'z', digit = c >= '0' && c <= '9';
        if (letter || (digit && n))
            id[n++] = (char)c;
        else if (n && id[n - 1] != '-')
            id[n++] = '-';
    }
    while (n && id[n - 1] == '-')
        n--;
    id[n] = '\0';
    if (n == 0)
        (void)snprintf(id, sizeof id, "person");
    (void)snprintf(numbered, sizeof numbered, "%s%s", id, n ? "" : "-1");
    for (unsigned k = 2; smyi_cast_find(cast, numbered) != SMYI_NOBODY; k++)
        (void)snprintf(numbered, sizeof numbered, "%s-%u", id, k);
    return smyi_arena_copy(cast->arena, numbered, strlen(numbered));
}

/* ---- Territories ---- */

static int by_territory(const SmyiCast *cast, const char *code)
{
    for (size_t a = 0; a < cast->n; a++)
        if (cast->all[a].territory && strcmp(cast->all[a].territory, code) == 0)
            return (int)a;
    return SMYI_NOBODY;
}

static void name_in(SmyiActor *actor, const char *language, const char *name)
{
    const char **where = strncmp(language, "zh_Hans", 7) == 0   ? &actor->hans
                         : strncmp(language, "zh_Hant", 7) == 0 ? &actor->hant
                         : strcmp(language, "en") == 0          ? &actor->en
                                                                : NULL;
    if (where && !*where)
        *where = name;
}

/* "Myanmar (Burma)" is known as "Myanmar" too. */
static void add_names(SmyiCast *cast, const char *name, int actor)
{
    size_t n = strcspn(name, "(");
    const char *wide = strstr(name, "（");
    if (wide && (size_t)(wide - name) < n)
        n = (size_t)(wide - name);
    smyi_lexicon_add(&cast->lexicon, name, SMYI_ACTOR, actor, "cldr");
    if (name[n] && n > 2 && !wide) {
        char *bare = smyi_arena_copy(cast->arena, name, n);
        while (bare && n && bare[n - 1] == ' ')
            bare[--n] = '\0';
        if (bare)
            smyi_lexicon_add(&cast->lexicon, bare, SMYI_ACTOR, actor, "cldr");
    }
}

static bool add_territories(SmyiCast *cast, const char *language)
{
    size_t n;
    const SmyiTerritory *list = smyi_territories(language, cast->arena, &n);
    for (size_t t = 0; t < n; t++) {
        int actor = by_territory(cast, list[t].code);
        if (actor == SMYI_NOBODY) {
            const char *id = smyi_cast_new_id(cast, list[t].name);
            actor = smyi_cast_add(cast,
                                  (SmyiActor){.id = id,
                                              .kind = list[t].is_region ? "bloc" : "state",
                                              .territory = list[t].code,
                                              .of = SMYI_NOBODY,
                                              .rule = "cldr"});
            if (!id || actor == SMYI_NOBODY)
                return false;
        }
        name_in(&cast->all[actor], language, list[t].name);
        add_names(cast, list[t].name, actor);
    }
    return true;
}

/* ---- All ---- */

static SmyCode read_files(SmyiCast *cast, const SmyReadingOptions *options, SmyError *err)
{
    enum { MOST_BYTES = 8 << 20 };
    for (size_t f = 0; f < options->n_actor_files; f++) {
        char *text;
        size_t length;
        SmyCode code = smyi_file_read(options->actor_files[f], MOST_BYTES, cast->arena,
                                      &text, &length, err);
        if (code == SMY_OK)
            code = smyi_dictionary_read(cast, text, length, options->actor_files[f], "user",
                                        options, err);
        if (code != SMY_OK)
            return code;
    }
    return SMY_OK;
}

/* src/reading/data/, made into C by the build */
extern const unsigned char smyi_embedded_people[], smyi_embedded_states[];
extern const size_t smyi_embedded_people_size, smyi_embedded_states_size;

static SmyCode read_shipped(SmyiCast *cast, const SmyReadingOptions *options, SmyError *err)
{
    SmyCode code = smyi_dictionary_read(cast, (const char *)smyi_embedded_states,
                                        smyi_embedded_states_size, "states.yaml",
                                        "dictionary", options, err);
    return code != SMY_OK ? code
                          : smyi_dictionary_read(cast, (const char *)smyi_embedded_people,
                                                 smyi_embedded_people_size, "people.yaml",
                                                 "dictionary", options, err);
}

SmyCode smyi_cast_open(SmyiCast *cast, SmyiHans *hans, const SmyReadingOptions *options,
                       const char *const *languages, size_t n_languages, SmyiArena *arena,
                       SmyError *err)
{
    static const char *const always[] = {"en", "zh_Hant", "zh_Hant_HK", "zh_Hans"};
    *cast = (SmyiCast){.arena = arena, .lexicon = {.arena = arena, .hans = hans}};
    SmyCode code = read_files(cast, options, err);
    if (code == SMY_OK)
        code = read_shipped(cast, options, err);
    if (code != SMY_OK)
        return code;
    bool done = true;
    for (size_t l = 0; l < sizeof always / sizeof *always; l++)
        done &= add_territories(cast, always[l]);
    for (size_t l = 0; l < n_languages; l++)
        if (strncmp(languages[l], "en", 2) != 0 && strncmp(languages[l], "zh", 2) != 0)
            done &= add_territories(cast, languages[l]);
    smyi_lexicon_add_rules(&cast->lexicon);
    smyi_lexicon_sort(&cast->lexicon);
    for (size_t a = 0; a < cast->n; a++)
        cast->all[a].of = smyi_cast_find(cast, cast->all[a].of_id);
    return done && !cast->lexicon.no_memory
               ? SMY_OK
               : smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
}
