/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as the new value of a scenario's estimate: refused, or that value alone changes. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "summitry/summitry.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char before[] = "summitry: 1\nid: t\nissues: {a: {scale: [0, 100]}}\n"
                             "actors: {us: {capability: 1}}\ntable: {seats: [us]}\n"
                             "stances: {us: {a: {position: ";
static const char behind[] = "7, salience: 50}}} # stays\n";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char value[256], text[512];
    if (size >= sizeof value)
        return 0;
    if (size)
        memcpy(value, data, size);
    value[size] = '\0';
    memcpy(text, before, sizeof before);
    memcpy(text + sizeof before - 1, behind, sizeof behind);
    SmyEdited *edited = NULL;
    SmyError error;
    const SmyEdit edits[] = {{SMY_EDIT_ESTIMATE, "stances.us.a.position", value},
                             {SMY_EDIT_VALUE, "table.absent", value},
                             {SMY_EDIT_ESTIMATE, value, "1"}};
    for (size_t e = 0; e < sizeof edits / sizeof *edits; e++)
        if (smy_scenario_edit_all(text, strlen(text), "t.yaml", &edits[e], 1, &edited,
                                  &error) == SMY_OK)
            smy_edited_free(edited);
    if (smy_scenario_edit(text, strlen(text), "t.yaml", "stances.us.a.position", value,
                          &edited, &error) != SMY_OK)
        return 0;
    const char *after = smy_edited_text(edited);
    size_t n = strlen(value), start = sizeof before - 1;
    if (memcmp(after, before, start) != 0 || memcmp(after + start, value, n) != 0 ||
        strcmp(after + start + n, behind + 1) != 0)
        abort();
    smy_edited_free(edited);
    return 0;
}
