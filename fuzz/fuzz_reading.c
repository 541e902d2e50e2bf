/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as a document, and as a dictionary: read, reported, drafted, or refused with a reason. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <summitry/summitry.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static SmyCode drop(void *cookie, const char *bytes, size_t length)
{
    (void)cookie, (void)bytes, (void)length;
    return SMY_OK;
}

static void report(const SmyNode *tree)
{
    SmyTerminalOptions options;
    smy_terminal_options_init(&options);
    options.view = SMY_VIEW_READING;
    if (smy_node_write_json(tree, drop, NULL) != SMY_OK ||
        smy_report_terminal(tree, &options, drop, NULL) != SMY_OK ||
        smy_report_dossier(tree, drop, NULL) != SMY_OK ||
        smy_report_draft(tree, drop, NULL) != SMY_OK)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *bytes = malloc(size + 1);
    SmyResult *result = NULL;
    SmyError err = {0};
    if (!bytes)
        return 0;
    for (size_t i = 0; i < size; i++) /* no child process a thousand times a second */
        bytes[i] = (char)(data[i] == '%' ? ' ' : data[i]);
    SmyDocument document = {.name = "fuzz", .bytes = bytes, .length = size};
    if (smy_read(&document, 1, NULL, &result, &err) == SMY_OK)
        report(smy_result_root(result));
    else if (!err.message[0])
        abort();
    smy_result_free(result);
    free(bytes);
    return 0;
}
