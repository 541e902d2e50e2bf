/* SPDX-License-Identifier: Apache-2.0 */
/* How far long work is. */
#include "analysis/progress.h"

bool smyi_progress_tick(void *cookie, size_t done)
{
    SmyiProgress *p = cookie;
    uint64_t count = done * p->step < p->total ? done * p->step : p->total;
    if (p->say && !p->stopped)
        p->stopped = !p->say(p->cookie, p->what, count, p->total);
    return !p->stopped;
}
