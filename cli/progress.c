/* SPDX-License-Identifier: Apache-2.0 */
/* Progress of long work on standard error, and Ctrl-C. */
#include "progress.h"

#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <time.h>

static volatile sig_atomic_t interrupted;
static bool shown, shows;
static struct timespec last;

static void interrupt(int signal_number)
{
    interrupted = 1;
    (void)signal(signal_number, SIG_DFL);
}

void progress_start(bool visible)
{
    interrupted = 0;
    shows = visible;
    shown = false;
    (void)clock_gettime(CLOCK_MONOTONIC, &last);
    (void)signal(SIGINT, interrupt);
}

static bool is_time(void)
{
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    double passed =
        (double)(now.tv_sec - last.tv_sec) + 1e-9 * (double)(now.tv_nsec - last.tv_nsec);
    if (passed < .2)
        return false;
    last = now;
    return true;
}

bool progress_tick(void *cookie, const char *what, uint64_t done, uint64_t total)
{
    (void)cookie;
    if (shows && is_time()) {
        fprintf(stderr, "\r\033[K%s %" PRIu64 " of %" PRIu64, what, done, total);
        shown = true;
    }
    return !interrupted;
}

void progress_end(void)
{
    if (shown)
        fprintf(stderr, "\r\033[K");
    (void)signal(SIGINT, SIG_DFL);
}
