/* SPDX-License-Identifier: Apache-2.0 */
/* summitry serve: the page, and the interface behind it, on this machine alone. */
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "page_files.h"
#include "session.h"

#ifdef SMY_SERVER

extern char **environ;

/* A desktop says so; over a bare line there is nothing to open. */
static bool has_desktop(void)
{
    const char *names[] = {"DISPLAY", "WAYLAND_DISPLAY", "BROWSER"};
    for (size_t n = 0; n < sizeof names / sizeof *names; n++) {
        const char *value = getenv(names[n]);
        if (value && *value)
            return true;
    }
    return false;
}

static void open_browser(const char *address)
{
    char program[] = "xdg-open", copy[128];
    char *arguments[] = {program, copy, NULL};
    pid_t child;
    (void)snprintf(copy, sizeof copy, "%s", address);
    if (posix_spawnp(&child, program, NULL, NULL, arguments, environ) == 0)
        (void)waitpid(child, NULL, 0);
}

/* Until somebody interrupts. The signals are blocked in every thread and taken here. */
static void wait_for_end(const sigset_t *ends)
{
    int signal;
    (void)sigwait(ends, &signal);
}

static int serve(const Settings *settings, SmyReadOptions *read)
{
    ServerOptions options = {.files = (const char *const *)settings->arguments,
                             .n_files = (size_t)settings->n_arguments,
                             .decisions = settings->decisions,
                             .n_decisions = settings->n_decisions,
                             .equal_capability = settings->backtest.equal_capability,
                             .read = read,
                             .port = settings->port,
                             .threads = settings->run.threads,
                             .read_only = settings->read_only,
                             .page = page_files};
    SmyError err = {0};
    sigset_t ends;
    (void)sigemptyset(&ends);
    (void)sigaddset(&ends, SIGINT);
    (void)sigaddset(&ends, SIGTERM);
    (void)sigprocmask(SIG_BLOCK, &ends, NULL);
    Server *server = server_start(&options, &err);
    if (!server)
        return session_complain(&err);
    printf("%s\n", server_address(server));
    fflush(stdout);
    if (!settings->quiet)
        fprintf(stderr, "summitry: serving on this machine alone; Ctrl-C ends it\n");
    if (!settings->no_browser && has_desktop())
        open_browser(server_address(server));
    wait_for_end(&ends);
    server_stop(server);
    return EXIT_DONE;
}

static int run(const Settings *settings)
{
    SmyReadOptions read = settings->read;
    read.document_folders = settings->documents; /* of this copy of the settings */
    return serve(settings, &read);
}

#else

static int run(const Settings *settings)
{
    (void)settings;
    fprintf(stderr, "summitry: this program was built without its server\n"
                    "  build it with libmicrohttpd-dev and -DSMY_SERVER=ON\n");
    return EXIT_COULD;
}

#endif

const Command command_serve = {
    .name = "serve",
    .summary = "the page: move a chair and see the deal move",
    .arguments = "SCENARIO...",
    .about =
        "Serves scenarios to a browser on this machine and prints the address, which "
        "holds\n"
        "a secret of this start. What is changed in the page stays there until it is "
        "saved:\n"
        "as a variant beside the scenario, or as one value written into its file. Nothing\n"
        "is reachable from another machine. Ctrl-C ends it. The interface behind the page\n"
        "is described in docs/serve.md and docs/api/openapi.yaml. With --decisions, the "
        "view\n"
        "\"Track record\" shows how the models fare on your own past decisions.",
    .example = "  summitry serve scenarios/alaska-2025.summit.yaml --documents ~/sources",
    .takes = TAKES_SERVER | TAKES_DOCUMENTS | TAKES_DECISIONS,
    .least_arguments = 1,
    .most_arguments = 64,
    .run = run,
};
