/* SPDX-License-Identifier: Apache-2.0 */
/* What a command is, and what every command may use. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "summitry/summitry.h"

enum { /* exit statuses (design.md section 7) */
       EXIT_DONE = 0,
       EXIT_NO = 1,    /* the answer is no */
       EXIT_BAD = 2,   /* bad input or usage */
       EXIT_COULD = 3, /* could not: disk, memory, interrupted */
};

enum {                   /* groups of options that a command takes */
       TAKES_DRAWS = 1,  /* --draws --seed --threads --models --option --positions --loss */
       TAKES_OUTPUT = 2, /* --json --lang --color --width --quiet */
       TAKES_FILES = 4,  /* --html --csv --markdown */
       TAKES_DOCUMENTS = 8,      /* --documents */
       TAKES_STRICT = 16,        /* --strict */
       TAKES_SEATS = 32,         /* --no-seats */
       TAKES_MODELS = 64,        /* --models --option --seed --threads */
       TAKES_BACKTEST = 128,     /* --capability --baseline --cv --resamples --cases */
       TAKES_POINTS = 512,       /* --points */
       TAKES_GAME = 1024,        /* --positions --loss */
       TAKES_ERROR = 4096,       /* --until-error --convergence */
       TAKES_LEVERS = 8192,      /* --for */
       TAKES_SENSITIVITY = 2048, /* --of --method --rows --resamples */
       TAKES_VARIATION =
           256, /* --variation --as-of --set --seat --leave-out --observer --pull --drop */
       TAKES_HTML = 0x20000,        /* --html */
       TAKES_QUESTION = 0x40000,    /* --of */
       TAKES_CLAIM = 0x80000,       /* --claim */
       TAKES_SERVER = 0x100000,     /* --port --no-browser --read-only --threads --quiet */
       TAKES_SAVE = 0x200000,       /* --output */
       TAKES_ROUNDS = 0x400000,     /* --rounds */
       TAKES_REFIT = 0x800000,      /* --seed --threads --capability --cv */
       TAKES_DECISIONS = 0x1000000, /* --decisions --capability */
       TAKES_READING = 0x10000 /* --date --written-in --encoding --actors --html --draft */
};

enum { MOST_VARIED = 256 };  /* options that vary the scenario, all in all */
enum { MOST_REPEATED = 64 }; /* uses of an option that may be repeated */

typedef struct Varied { /* one option that varies the scenario */
    enum {
        VARY_FILE,
        VARY_AS_OF,
        VARY_SET,
        VARY_SEAT,
        VARY_LEAVE_OUT,
        VARY_OBSERVER,
        VARY_PULL,
        VARY_DROP,
    } what;
    const char *text;
} Varied;

/** The settings of a command line, defaults filled in. */
typedef struct Settings {
    SmyRunOptions run;
    SmyReadOptions read;
    SmyBacktestOptions backtest; /* what `run` does not say of it */
    SmyReadingOptions reading;
    SmySensitivityOptions sensitivity;
    const char *of; /* what is asked about; NULL: not given */
    bool points_given;
    const char *for_actor; /* NULL: not given */
    bool json, quiet, strict, draws_given;
    int color;                         /* -1: automatic */
    int width;                         /* 0: the terminal's */
    const char *claim;                 /* NULL: none */
    const char *html, *csv, *markdown; /* files to write; NULL: none */
    const char *model_options[MOST_REPEATED], *documents[MOST_REPEATED];
    size_t n_varied;
    Varied varied[MOST_VARIED]; /* in the order given */
    const char *actors[MOST_REPEATED], *draft;
    const char *decisions[MOST_REPEATED]; /* tables of past decisions */
    size_t n_decisions;
    unsigned port; /* of a server; 0: any */
    bool no_browser, read_only;
    const char *output; /* file to write; NULL: standard output */
    int n_arguments;
    char **arguments; /* what is not an option */
} Settings;

typedef struct Command {
    const char *name, *summary, *arguments;
    const char *about;   /* a paragraph for --help */
    const char *example; /* command lines, as typed */
    unsigned takes;
    int least_arguments, most_arguments;
    int (*run)(const Settings *settings);
} Command;

/** All commands, NULL-terminated, in the order of commands.def. */
extern const Command *const commands[];

#endif
