/* SPDX-License-Identifier: Apache-2.0 */
/* summitry: finds the command and hands over to it. */
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "options.h"

#define X(name) extern const Command command_##name;
#include "commands.def"
#undef X

const Command *const commands[] = {
#define X(name) &command_##name,
#include "commands.def"
#undef X
    NULL,
};

static void help(FILE *stream)
{
    fprintf(stream,
            "Summitry %s: who sits, who gains, who loses, and how do you know?\n\n"
            "usage: summitry COMMAND [ARGUMENT...] [OPTION...]\n\ncommands:\n",
            smy_version());
    for (size_t c = 0; commands[c]; c++)
        fprintf(stream, "  %-10s %s\n", commands[c]->name, commands[c]->summary);
    fprintf(stream, "\nsummitry COMMAND --help tells more, with an example.\n"
                    "exit status: 0 done, 1 the answer is no, 2 bad input or usage, "
                    "3 could not finish\n");
}

static const Command *find(const char *name)
{
    for (size_t c = 0; commands[c]; c++)
        if (strcmp(commands[c]->name, name) == 0)
            return commands[c];
    return NULL;
}

/* Output that could not be written in full is a failure, also when it was buffered. */
static int finish(int status)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    perror("summitry: standard output");
    return EXIT_COULD;
}

static bool is_one_of(const char *word, const char *a, const char *b)
{
    return strcmp(word, a) == 0 || strcmp(word, b) == 0;
}

int main(int argc, char **argv)
{
    Settings settings;
    bool wants_help = false;
    (void)setlocale(LC_CTYPE, "");
    if (argc < 2) {
        help(stderr);
        return EXIT_BAD;
    }
    bool asks_help = strcmp(argv[1], "help") == 0;
    if (is_one_of(argv[1], "--help", "-h") || (asks_help && argc == 2)) {
        help(stdout);
        return finish(EXIT_DONE);
    }
    const char *name = asks_help                               ? argv[2]
                       : is_one_of(argv[1], "--version", "-V") ? "version"
                                                               : argv[1];
    const Command *command = find(name);
    if (!command) {
        fprintf(stderr, "summitry: there is no command \"%s\"\n  try: summitry --help\n",
                name);
        return EXIT_BAD;
    }
    int status = asks_help
                     ? EXIT_DONE
                     : options_read(command, argc - 1, argv + 1, &settings, &wants_help);
    if (status != EXIT_DONE)
        return status;
    if (asks_help || wants_help) {
        options_help(stdout, command);
        return finish(EXIT_DONE);
    }
    return finish(command->run(&settings));
}
