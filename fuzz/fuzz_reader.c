/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as a scenario: read, checked and freed, or refused with a reason and a place. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "summitry/summitry.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct Heard {
    int errors, line;
} Heard;

/* Errors come in order of place, each with a message. */
static void hear(void *cookie, SmySeverity severity, const SmyError *complaint)
{
    Heard *heard = cookie;
    if (severity != SMY_SEVERITY_ERROR)
        return;
    if (!complaint->message[0] || complaint->line < heard->line ||
        complaint->code == SMY_OK)
        abort();
    heard->line = complaint->line;
    heard->errors++;
}

static SmyCode drop(void *cookie, const char *bytes, size_t length)
{
    (void)bytes;
    *(size_t *)cookie += length;
    return SMY_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Heard heard = {0};
    SmyReadOptions options;
    smy_read_options_init(&options);
    options.complain = hear;
    options.cookie = &heard;
    SmyScenario *scenario = NULL;
    SmyError error = {0};
    SmyCode code = smy_scenario_parse((const char *)data, size, "fuzz.yaml", &options,
                                      &scenario, &error);
    if ((code == SMY_OK) != (scenario != NULL) || (code == SMY_OK) != (heard.errors == 0) ||
        code != error.code)
        abort();
    SmyResult *result = NULL;
    size_t written = 0;
    if (scenario && smy_check(scenario, &result, &error) == SMY_OK &&
        smy_node_write_json(smy_result_root(result), drop, &written) != SMY_OK)
        abort();
    smy_result_free(result);
    smy_scenario_free(scenario);
    return 0;
}
