/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as a result tree: refused, or read, written and read again to the same text. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <summitry/summitry.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct Text {
    char *bytes;
    size_t length, room;
} Text;

static SmyCode keep(void *cookie, const char *bytes, size_t length)
{
    Text *text = cookie;
    if (text->room < text->length + length) {
        text->room = 2 * (text->length + length);
        text->bytes = realloc(text->bytes, text->room);
    }
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    return SMY_OK;
}

static void write_out(const SmyResult *result, Text *text)
{
    if (smy_node_write_json(smy_result_root(result), keep, text) != SMY_OK)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    SmyResult *once = NULL, *twice = NULL;
    SmyError err;
    if (smy_result_read_json((const char *)data, size, &once, &err) != SMY_OK) {
        if (!err.message[0])
            abort();
        return 0;
    }
    Text first = {0}, second = {0};
    write_out(once, &first);
    if (smy_result_read_json(first.bytes, first.length, &twice, &err) != SMY_OK)
        abort();
    write_out(twice, &second);
    if (first.length != second.length ||
        memcmp(first.bytes, second.bytes, first.length) != 0)
        abort();
    smy_result_free(once);
    smy_result_free(twice);
    free(first.bytes);
    free(second.bytes);
    return 0;
}
