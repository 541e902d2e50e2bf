/* SPDX-License-Identifier: Apache-2.0 */
/* From the key of a publication to the words that name it. */
#include <string.h>

#include "model/model.h"

const char *smyi_reference(const char *key, size_t length)
{
    static const struct {
        const char *key, *text;
    } references[] = {
#define X(key, text) {#key, text},
#include "model/references.def"
#undef X
    };
    for (size_t r = 0; r < sizeof references / sizeof *references; r++)
        if (strncmp(references[r].key, key, length) == 0 && !references[r].key[length])
            return references[r].text;
    return NULL;
}
