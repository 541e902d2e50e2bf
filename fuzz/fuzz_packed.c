/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Any bytes as a packed scenario, read by the page's own reader of JSON, which takes and refuses
 * what the program's reader does.
 */
#include <stdint.h>
#include <stdlib.h>

#include <summitry/summitry.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

SmyCode page_read_json(const char *text, size_t length, SmyResult **out, SmyError *err);
#define smy_result_read_json page_read_json
#include "wasm/json_read.c"
#undef smy_result_read_json

typedef struct Sum {
    uint64_t of_bytes;
} Sum;

static SmyCode add(void *cookie, const char *bytes, size_t length)
{
    Sum *sum = cookie;
    for (size_t i = 0; i < length; i++)
        sum->of_bytes = (sum->of_bytes ^ (unsigned char)bytes[i]) * UINT64_C(1099511628211);
    return SMY_OK;
}

static uint64_t sum_of(const SmyResult *result)
{
    Sum sum = {0};
    if (smy_node_write_json(smy_result_root(result), add, &sum) != SMY_OK)
        abort();
    return sum.of_bytes;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    SmyResult *here = NULL, *there = NULL;
    SmyScenario *scenario = NULL;
    SmyError err = {0};
    SmyCode one = page_read_json((const char *)data, size, &here, &err);
    if (one != SMY_OK && !err.message[0])
        abort();
    SmyCode other = smy_result_read_json((const char *)data, size, &there, NULL);
    if ((one == SMY_OK) != (other == SMY_OK))
        abort();
    if (here && there && sum_of(here) != sum_of(there))
        abort();
    if (here &&
        smy_scenario_unpack(smy_result_root(here), NULL, &scenario, &err) != SMY_OK &&
        !err.message[0])
        abort();
    smy_scenario_free(scenario);
    smy_result_free(here);
    smy_result_free(there);
    return 0;
}
