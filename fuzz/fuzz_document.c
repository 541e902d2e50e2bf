/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as a document: what is quoted by range is found again by its words. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "text/anchor.h"
#include "text/document.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A passage whose words stand once in the text is found where it was taken from. */
static void quote_and_find(const SmyiDocumentText *document, size_t start, size_t end,
                           SmyiArena *arena)
{
    const char *words = smyi_document_quote(document, start, end, arena);
    SmyiPassage passage;
    if (!words || strlen(smyi_nfc(words, arena)) != strlen(words))
        return; /* cut between a letter and its mark: the words alone have another form */
    if (smyi_document_find(document, words, NULL, NULL, arena, &passage) != SMY_OK)
        return;
    if (passage.n_found == 0)
        abort();
    if (passage.n_found == 1 && (passage.start != start || passage.end != end))
        abort();
    SmyiNear near;
    if (end - start <= 200 &&
        smyi_document_near(document, words, NULL, NULL, arena, &near) == SMY_OK &&
        (near.n_found == 0 || near.distance != 0 || near.end - near.start != end - start))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    SmyiArena arena = {0};
    if (size < 2)
        return 0;
    size_t first = data[0], second = data[1];
    const char *bytes = smyi_arena_copy(&arena, (const char *)data + 2, size - 2);
    SmyiDocumentText document;
    if (bytes && smyi_document_text(bytes, size - 2, &arena, &document) == SMY_OK &&
        document.n_code_points > 0) {
        size_t start = first * document.n_code_points / 256;
        size_t end = start + 1 + second * (document.n_code_points - start - 1) / 256;
        quote_and_find(&document, start, end, &arena);
    }
    smyi_arena_free(&arena);
    return 0;
}
