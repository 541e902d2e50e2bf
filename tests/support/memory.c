/* SPDX-License-Identifier: Apache-2.0 */
/* The door that memory comes through, as the tests see it. */
#include "support/memory.h"

#include <stdatomic.h>

#include "base/memory.h"
#include "support/support.h"

static atomic_size_t n_requests, n_live, refused;

void *__real_smyi_memory_take(size_t size);
void __real_smyi_memory_give(void *memory);
void *__wrap_smyi_memory_take(size_t size);
void __wrap_smyi_memory_give(void *memory);

void *__wrap_smyi_memory_take(size_t size)
{
    if (atomic_fetch_add(&n_requests, 1) + 1 == refused)
        return NULL;
    void *memory = __real_smyi_memory_take(size);
    if (memory)
        atomic_fetch_add(&n_live, 1);
    return memory;
}

void __wrap_smyi_memory_give(void *memory)
{
    if (memory)
        atomic_fetch_sub(&n_live, 1);
    __real_smyi_memory_give(memory);
}

void memory_fail_at(size_t n)
{
    n_requests = 0;
    refused = n;
}

int memory_has_failed(void)
{
    return refused && n_requests >= refused;
}

size_t memory_count(void)
{
    return n_requests;
}

size_t memory_live(void)
{
    return n_live;
}

size_t memory_exhaust(SmyCode (*work)(void *cookie), void *cookie)
{
    size_t before = memory_live();
    for (size_t n = 1;; n++) {
        memory_fail_at(n);
        SmyCode code = work(cookie);
        int failed = memory_has_failed();
        size_t kept = memory_live() - before, count = memory_count();
        memory_fail_at(0);
        if (code != (failed ? SMY_ERR_NOMEM : SMY_OK))
            fail_msg("request %zu of %zu %s, yet: %s", n, count,
                     failed ? "refused" : "granted", smy_code_text(code));
        if (kept)
            fail_msg("request %zu refused: %zu pieces of memory not given back", n, kept);
        if (!failed)
            return count;
    }
}
