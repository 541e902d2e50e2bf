/* SPDX-License-Identifier: Apache-2.0 */
/* The one door that memory comes through. */
#include "base/memory.h"

#include <stdlib.h>

void *smyi_memory_take(size_t size)
{
    return malloc(size);
}

void smyi_memory_give(void *memory)
{
    free(memory);
}
