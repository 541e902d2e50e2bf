/* SPDX-License-Identifier: Apache-2.0 */
/* From a file to a scenario: bytes, their hash, YAML. */
#include "base/sha256.h"
#include "scenario/reader.h"
#include "scenario/yaml.h"
#include "text/file.h"

typedef struct Text {
    const char *text;
    size_t length;
} Text;

static SmyiValue *root_of(SmyiReader *reader, const void *cookie)
{
    const Text *file = cookie;
    SmyScenario *scenario = reader->scenario;
    char hash[SMYI_SHA256_SIZE];
    smyi_sha256(file->text, file->length, hash);
    scenario->sha256 = smyi_taken(reader, smyi_arena_copy(reader->arena, hash, 64));
    return smyi_yaml_read(file->text, file->length, scenario->file, reader->arena,
                          &reader->complaints);
}

SmyCode smy_scenario_parse(const char *text, size_t length, const char *name,
                           const SmyReadOptions *options, SmyScenario **out, SmyError *err)
{
    Text file = {text, length};
    return smyi_scenario_make(name, root_of, &file, options, out, err);
}

SmyCode smy_scenario_read(const char *path, const SmyReadOptions *options,
                          SmyScenario **out, SmyError *err)
{
    SmyiArena bytes = {0};
    char *text = NULL;
    size_t length = 0;
    SmyError own;
    err = err ? err : &own;
    *out = NULL;
    SmyCode code = smyi_file_read(path, SMYI_MOST_BYTES, &bytes, &text, &length, err);
    if (code == SMY_OK)
        code = smy_scenario_parse(text, length, path, options, out, err);
    else if (options && options->complain)
        options->complain(options->cookie, SMY_SEVERITY_ERROR, err);
    smyi_arena_free(&bytes);
    return code;
}
