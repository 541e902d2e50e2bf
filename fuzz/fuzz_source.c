/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as a document to read: refused with a reason, or sentences that tile the text. */
#include <stdlib.h>
#include <string.h>

#include "text/lines.h"
#include "text/sentences.h"
#include "text/source.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void split(const SmyiDocumentText *text, SmyiArena *arena)
{
    SmyiSentence *sentences;
    size_t n, at = 0, paragraph = 0;
    uint32_t *points = smyi_unwrapped(text, arena);
    if (!points ||
        smyi_sentences(points, text->n_code_points, arena, &sentences, &n) != SMY_OK)
        abort();
    for (size_t s = 0; s < n; s++) {
        if (sentences[s].start < at || sentences[s].end <= sentences[s].start ||
            sentences[s].end > text->n_code_points || sentences[s].paragraph < paragraph)
            abort();
        at = sentences[s].end;
        paragraph = sentences[s].paragraph;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    SmyiArena arena = {0};
    SmyiSource source;
    SmyError err = {0};
    char *bytes = smyi_arena_copy(&arena, (const char *)data, size);
    for (size_t i = 0; bytes && i + 4 < size;
         i++) /* no child process a thousand times a second */
        if (memcmp(bytes + i, "%PDF", 4) == 0)
            bytes[i] = ' ';
    if (bytes && smyi_source_read(bytes, size, NULL, &arena, &source, &err) == SMY_OK) {
        if (smyi_utf8_check(source.text.text, source.text.n_bytes) != source.text.n_bytes)
            abort();
        split(&source.text, &arena);
    } else if (!err.message[0]) {
        abort();
    }
    smyi_arena_free(&arena);
    return 0;
}
