/* SPDX-License-Identifier: Apache-2.0 */
/* Another program as a child: the one file of the library that starts processes. */
#include "text/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { IN, OUT, ERR, N_ENDS };

typedef struct Running {
    SmyiChild *child;
    SmyiBytes *out;
    int ours[N_ENDS]; /* -1: closed */
    pid_t id;
    size_t written, n_errors;
    int64_t until; /* ms */
} Running;

static int64_t now_ms(void)
{
    struct timespec time;
    return clock_gettime(CLOCK_MONOTONIC, &time) == 0
               ? (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000
               : 0;
}

static void close_end(int *end)
{
    if (*end >= 0)
        (void)close(*end);
    *end = -1;
}

/* Sockets rather than pipes: a program that stops reading then ends no process by a signal. */
static bool open_ends(int ours[N_ENDS], int theirs[N_ENDS])
{
    for (int e = 0; e < N_ENDS; e++)
        ours[e] = theirs[e] = -1;
    for (int e = 0; e < N_ENDS; e++) {
        int pair[2];
        if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) != 0)
            return false;
        ours[e] = pair[0];
        theirs[e] = pair[1];
        if (fcntl(pair[0], F_SETFD, FD_CLOEXEC) != 0 ||
            fcntl(pair[1], F_SETFD, FD_CLOEXEC) != 0 ||
            fcntl(pair[0], F_SETFL, O_NONBLOCK) != 0)
            return false;
    }
    return true;
}

/* Its own group, so that what it starts can be ended with it. Returns an errno. */
static int spawn(Running *run, const int theirs[N_ENDS])
{
    char path[] = "PATH=/usr/local/bin:/usr/bin:/bin", locale[] = "LC_ALL=C";
    char *environment[] = {path, locale, NULL};
    char *arguments[16] = {0};
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    for (size_t a = 0; a < 15 && run->child->arguments[a]; a++)
        memcpy(&arguments[a], &run->child->arguments[a], sizeof *arguments);
    if (posix_spawn_file_actions_init(&actions) != 0)
        return ENOMEM;
    if (posix_spawnattr_init(&attributes) != 0) {
        (void)posix_spawn_file_actions_destroy(&actions);
        return ENOMEM;
    }
    int code = 0;
    for (int e = 0; e < N_ENDS && code == 0; e++)
        code = posix_spawn_file_actions_adddup2(&actions, theirs[e], e);
    if (code == 0)
        code = posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    if (code == 0)
        code = posix_spawnattr_setpgroup(&attributes, 0);
    if (code == 0)
        code = posix_spawnp(&run->id, run->child->program, &actions, &attributes, arguments,
                            environment);
    (void)posix_spawnattr_destroy(&attributes);
    (void)posix_spawn_file_actions_destroy(&actions);
    return code;
}

static void send_input(Running *run)
{
    const SmyiChild *child = run->child;
    ssize_t n = send(run->ours[IN], child->input + run->written,
                     child->n_input - run->written, MSG_NOSIGNAL);
    if (n > 0)
        run->written += (size_t)n;
    else if (n < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (n < 0 || run->written == child->n_input)
        close_end(&run->ours[IN]);
}

/* False where the output has passed its bound. */
static bool take_output(Running *run, int end)
{
    char piece[16 << 10];
    ssize_t n = recv(run->ours[end], piece, sizeof piece, 0);
    if (n < 0 && (errno == EAGAIN || errno == EINTR))
        return true;
    if (n <= 0) {
        close_end(&run->ours[end]);
        return true;
    }
    if (end == OUT)
        return smyi_bytes_add(run->out, piece, (size_t)n);
    size_t room = sizeof run->child->errors - 1 - run->n_errors;
    size_t kept = (size_t)n < room ? (size_t)n : room;
    memcpy(run->child->errors + run->n_errors, piece, kept);
    run->n_errors += kept;
    run->child->errors[run->n_errors] = '\0';
    return true;
}

static SmyiChildEnd talk(Running *run)
{
    while (run->ours[OUT] >= 0 || run->ours[ERR] >= 0) {
        struct pollfd ends[N_ENDS];
        int64_t left = run->until - now_ms();
        if (left <= 0)
            return SMYI_CHILD_TOO_LONG;
        for (int e = 0; e < N_ENDS; e++)
            ends[e] =
                (struct pollfd){.fd = run->ours[e], .events = e == IN ? POLLOUT : POLLIN};
        if (poll(ends, N_ENDS, (int)left) < 0 && errno != EINTR)
            return SMYI_CHILD_FAILED;
        if (ends[IN].revents)
            send_input(run);
        for (int e = OUT; e <= ERR; e++)
            if (ends[e].revents && !take_output(run, e))
                return run->out->no_memory ? SMYI_CHILD_FAILED : SMYI_CHILD_TOO_MUCH;
    }
    return SMYI_CHILD_DONE;
}

/* It has closed its ends: waits for its end, up to the bound. */
static SmyiChildEnd reap(Running *run, SmyiChildEnd end)
{
    int status = 0;
    pid_t got;
    struct timespec nap = {.tv_nsec = 2000000};
    if (end == SMYI_CHILD_DONE) {
        while ((got = waitpid(run->id, &status, WNOHANG)) == 0 && now_ms() < run->until)
            (void)nanosleep(&nap, NULL);
        if (got != 0) {
            run->child->status = got < 0               ? 0
                                 : WIFEXITED(status)   ? WEXITSTATUS(status)
                                 : WIFSIGNALED(status) ? 128 + WTERMSIG(status)
                                                       : 255;
            return end;
        }
        end = SMYI_CHILD_TOO_LONG;
    }
    (void)kill(-run->id, SIGKILL);
    while (waitpid(run->id, &status, 0) < 0 && errno == EINTR)
        ;
    return end;
}

SmyiChildEnd smyi_child_run(SmyiChild *child, SmyiBytes *out)
{
    Running run = {.child = child, .out = out, .until = now_ms() + child->most_ms};
    int theirs[N_ENDS];
    child->errors[0] = '\0';
    SmyiChildEnd end = SMYI_CHILD_FAILED;
    int code = open_ends(run.ours, theirs) ? spawn(&run, theirs) : ENOMEM;
    for (int e = 0; e < N_ENDS; e++)
        close_end(&theirs[e]);
    if (code == 0)
        end = reap(&run, talk(&run));
    else if (code == ENOENT || code == EACCES || code == ENOEXEC)
        end = SMYI_CHILD_NONE;
    for (int e = 0; e < N_ENDS; e++)
        close_end(&run.ours[e]);
    return end;
}
