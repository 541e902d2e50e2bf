/* SPDX-License-Identifier: Apache-2.0 */
/* The scenario as the options --as-of, --set, --seat ... would have it. */
#include "vary.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_TEXT = 200, MOST_BYTES = 8 << 20 };

/* Copies `text` up to `mark` into `left`; what is behind the mark, NULL where there is none. */
static const char *split(const char *text, char mark, char left[MOST_TEXT])
{
    const char *at = strchr(text, mark);
    size_t length = at ? (size_t)(at - text) : 0;
    if (!at || length == 0 || length >= MOST_TEXT || !at[1])
        return NULL;
    memcpy(left, text, length);
    left[length] = '\0';
    return at + 1;
}

static SmyCode refuse(SmyError *err, const char *option, const char *text, const char *hint)
{
    *err = (SmyError){.code = SMY_ERR_SYNTAX};
    (void)snprintf(err->message, sizeof err->message, "--%s cannot be \"%s\"", option,
                   text);
    (void)snprintf(err->hint, sizeof err->hint, "%s", hint);
    return err->code;
}

static SmyCode set(SmyVariation *variation, const char *text, SmyError *err)
{
    char path[MOST_TEXT];
    const char *value = split(text, '=', path);
    return value ? smy_variation_set(variation, path, value, err)
                 : refuse(err, "set", text, "write --set stances.us.territory.position=60");
}

static SmyCode observe(SmyVariation *variation, const char *text, SmyError *err)
{
    char actor[MOST_TEXT], patron[MOST_TEXT], *end = NULL;
    const char *rest = split(text, '@', actor);
    const char *share = rest ? split(rest, ':', patron) : NULL;
    double number = share ? strtod(share, &end) : 0;
    return share && !*end
               ? smy_variation_observe(variation, actor, patron, number, err)
               : refuse(err, "observer", text, "write --observer ukraine@us:0.3");
}

static SmyCode add(SmyVariation *variation, const Varied *one, SmyError *err)
{
    switch (one->what) {
    case VARY_FILE: /* read on its own, before */
        return SMY_OK;
    case VARY_AS_OF:
        return smy_variation_as_of(variation, one->text, err);
    case VARY_SET:
        return set(variation, one->text, err);
    case VARY_SEAT:
        return smy_variation_seat(variation, one->text, err);
    case VARY_LEAVE_OUT:
        return smy_variation_leave_out(variation, one->text, err);
    case VARY_OBSERVER:
        return observe(variation, one->text, err);
    case VARY_PULL:
        return smy_variation_lever(variation, one->text, true, err);
    case VARY_DROP:
        return smy_variation_lever(variation, one->text, false, err);
    }
    return SMY_OK;
}

static SmyCode refuse_file(SmyError *err, const char *path)
{
    *err = (SmyError){.code = SMY_ERR_IO};
    (void)snprintf(err->message, sizeof err->message, "%s: %s", path, strerror(errno));
    return err->code;
}

static SmyCode read_file(const char *path, SmyVariation **variation, SmyError *err)
{
    FILE *file = fopen(path, "rb");
    char *text = file ? malloc(MOST_BYTES + 1) : NULL;
    if (!text) {
        SmyCode code = refuse_file(err, path);
        if (file)
            (void)fclose(file);
        return code;
    }
    size_t length = fread(text, 1, MOST_BYTES + 1, file);
    SmyCode code = ferror(file) ? refuse_file(err, path)
                                : smy_variation_from_json(text, length, variation, err);
    if (code != SMY_OK && code != SMY_ERR_IO)
        (void)snprintf(err->file, sizeof err->file, "%s", path);
    (void)fclose(file);
    free(text);
    return code;
}

/* The scenario is replaced by its variation; the variation is freed. */
static SmyCode apply(SmyVariation *variation, SmyCode code, const SmyReadOptions *read,
                     SmyScenario **scenario, SmyError *err)
{
    SmyScenario *varied = NULL;
    if (code == SMY_OK)
        code = smy_scenario_vary(*scenario, variation, read, &varied, err);
    smy_variation_free(variation);
    if (code == SMY_OK) {
        smy_scenario_free(*scenario);
        *scenario = varied;
    }
    return code;
}

bool vary(const Settings *settings, const SmyReadOptions *read, SmyScenario **scenario,
          SmyError *err)
{
    SmyVariation *variation = NULL;
    SmyCode code = SMY_OK;
    size_t n = settings->n_varied, n_files = 0;
    for (size_t v = 0; v < n && code == SMY_OK; v++) {
        if (settings->varied[v].what != VARY_FILE)
            continue;
        n_files++;
        variation = NULL;
        code = read_file(settings->varied[v].text, &variation, err);
        code = apply(variation, code, read, scenario, err);
    }
    if (code != SMY_OK || n == n_files)
        return code == SMY_OK;
    code = smy_variation_new(&variation, err);
    for (size_t v = 0; v < n && code == SMY_OK; v++)
        code = add(variation, &settings->varied[v], err);
    return apply(variation, code, read, scenario, err) == SMY_OK;
}
