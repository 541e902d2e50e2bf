/* SPDX-License-Identifier: Apache-2.0 */
/* Command-line options: one table for reading them and for --help. */
#include "options.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_LONG = 256, MOST_OPTIONS = 64, MOST_UNTIL_SURE = 131072 };

static bool number(const char *text, uint64_t *value)
{
    char *end;
    errno = 0;
    if (*text < '0' || *text > '9')
        return false;
    *value = strtoull(text, &end, 10);
    return errno == 0 && *end == '\0';
}

static bool set_seed(Settings *s, const char *text)
{
    return number(text, &s->run.seed);
}

static bool set_draws(Settings *s, const char *text)
{
    s->draws_given = true;
    return number(text, &s->run.draws) && s->run.draws <= 10000000;
}

static bool set_points(Settings *s, const char *text)
{
    s->points_given = true;
    static const char *const choices[] = {"random", "sobol", "owen"};
    for (int c = 0; c < 3; c++)
        if (strcmp(text, choices[c]) == 0) {
            s->run.points = (SmyPoints)c;
            return true;
        }
    return false;
}

static bool set_until_error(Settings *s, const char *text)
{
    char *end;
    s->run.until_error = strtod(text, &end);
    return end != text && *end == '\0' && s->run.until_error > 0 &&
           s->run.until_error <= 100;
}

static bool set_convergence(Settings *s, const char *text)
{
    (void)text;
    return s->run.with_convergence = true;
}

static bool set_for(Settings *s, const char *text)
{
    s->for_actor = text;
    return *text != '\0';
}

static bool set_of(Settings *s, const char *text)
{
    s->of = text;
    return *text != '\0';
}

static bool set_method(Settings *s, const char *text)
{
    static const char *const choices[] = {"sobol", "morris", "tornado"};
    for (int c = 0; c < 3; c++)
        if (strcmp(text, choices[c]) == 0) {
            s->sensitivity.method = (SmyMethod)c;
            return true;
        }
    return false;
}

static bool set_rows(Settings *s, const char *text)
{
    return number(text, &s->sensitivity.rows) && s->sensitivity.rows >= 2 &&
           s->sensitivity.rows <= 1000000;
}

static bool set_row_resamples(Settings *s, const char *text)
{
    return number(text, &s->sensitivity.resamples) && s->sensitivity.resamples <= 100000;
}

static bool set_threads(Settings *s, const char *text)
{
    uint64_t value = 0;
    if (strcmp(text, "all") != 0 && (!number(text, &value) || value < 1 || value > 1024))
        return false;
    s->run.threads = (unsigned)value;
    return true;
}

static bool set_models(Settings *s, const char *text)
{
    s->run.models = text;
    return *text != '\0';
}

static bool set_option(Settings *s, const char *text)
{
    if (s->run.n_model_options == MOST_REPEATED)
        return false;
    s->model_options[s->run.n_model_options++] = text;
    return true;
}

static bool set_positions(Settings *s, const char *text)
{
    s->run.stated_positions = strcmp(text, "stated") == 0;
    return s->run.stated_positions || strcmp(text, "believed") == 0;
}

static bool set_loss(Settings *s, const char *text)
{
    s->run.quadratic_loss = strcmp(text, "quadratic") == 0;
    return s->run.quadratic_loss || strcmp(text, "linear") == 0;
}

static bool set_capability(Settings *s, const char *text)
{
    s->backtest.equal_capability = strcmp(text, "equal") == 0;
    return s->backtest.equal_capability || strcmp(text, "column") == 0;
}

static bool set_baseline(Settings *s, const char *text)
{
    s->backtest.baseline = text;
    return *text != '\0';
}

static bool set_cv(Settings *s, const char *text)
{
    uint64_t value;
    if (!number(text, &value) || value == 1 || value > 1000)
        return false;
    s->backtest.folds = (unsigned)value;
    return true;
}

static bool set_resamples(Settings *s, const char *text)
{
    return number(text, &s->backtest.resamples) && s->backtest.resamples <= 1000000;
}

static bool set_rounds(Settings *s, const char *text)
{
    (void)text;
    s->run.with_rounds = true;
    return true;
}

static bool set_cases(Settings *s, const char *text)
{
    (void)text;
    return s->backtest.with_cases = true;
}

static bool set_decisions(Settings *s, const char *text)
{
    if (s->n_decisions == MOST_REPEATED)
        return false;
    s->decisions[s->n_decisions++] = text;
    return *text != '\0';
}

static bool set_port(Settings *s, const char *text)
{
    uint64_t value;
    if (!number(text, &value) || value < 1 || value > 65535)
        return false;
    s->port = (unsigned)value;
    return true;
}

static bool set_no_browser(Settings *s, const char *text)
{
    (void)text;
    return s->no_browser = true;
}

static bool set_read_only(Settings *s, const char *text)
{
    (void)text;
    return s->read_only = true;
}

static bool set_output(Settings *s, const char *text)
{
    s->output = text;
    return *text != '\0';
}

static bool set_no_seats(Settings *s, const char *text)
{
    (void)text;
    s->run.with_seats = false;
    return true;
}

static bool set_json(Settings *s, const char *text)
{
    (void)text;
    return s->json = true;
}

static bool set_lang(Settings *s, const char *text)
{
    s->run.language = text;
    return *text != '\0';
}

static bool set_color(Settings *s, const char *text)
{
    static const char *const choices[] = {"auto", "never", "always"};
    for (int c = 0; c < 3; c++)
        if (strcmp(text, choices[c]) == 0) {
            s->color = c - 1;
            return true;
        }
    return false;
}

static bool set_width(Settings *s, const char *text)
{
    uint64_t value;
    if (!number(text, &value) || value < 40 || value > 400)
        return false;
    s->width = (int)value;
    return true;
}

static bool set_quiet(Settings *s, const char *text)
{
    (void)text;
    return s->quiet = true;
}

static bool set_claim(Settings *s, const char *text)
{
    s->claim = text;
    return *text != '\0';
}

static bool set_html(Settings *s, const char *text)
{
    s->html = text;
    return *text != '\0';
}

static bool set_csv(Settings *s, const char *text)
{
    s->csv = text;
    return *text != '\0';
}

static bool set_markdown(Settings *s, const char *text)
{
    s->markdown = text;
    return *text != '\0';
}

static bool set_documents(Settings *s, const char *text)
{
    if (s->read.n_document_folders == MOST_REPEATED)
        return false;
    s->documents[s->read.n_document_folders++] = text;
    return true;
}

static bool set_edited(Settings *s, const char *text)
{
    (void)text;
    return s->read.edited = true;
}

static bool set_date(Settings *s, const char *text)
{
    s->reading.date = text;
    return strlen(text) == 10 && text[4] == '-' && text[7] == '-';
}

static bool set_written_in(Settings *s, const char *text)
{
    s->reading.lang = text;
    return *text != '\0';
}

static bool set_encoding(Settings *s, const char *text)
{
    s->reading.encoding = text;
    return *text != '\0';
}

static bool set_actors(Settings *s, const char *text)
{
    if (s->reading.n_actor_files == MOST_REPEATED)
        return false;
    s->actors[s->reading.n_actor_files++] = text;
    return true;
}

static bool set_draft(Settings *s, const char *text)
{
    s->draft = text;
    return *text != '\0';
}

static bool set_correlations(Settings *s, const char *text)
{
    s->read.mend_correlations = strcmp(text, "mend") == 0;
    return s->read.mend_correlations || strcmp(text, "refuse") == 0;
}

static bool set_strict(Settings *s, const char *text)
{
    (void)text;
    return s->strict = true;
}

static bool add_varied(Settings *s, Varied one)
{
    if (s->n_varied == MOST_VARIED)
        return false;
    s->varied[s->n_varied++] = one;
    return *one.text != '\0';
}

static bool set_variation(Settings *s, const char *text)
{
    return add_varied(s, (Varied){VARY_FILE, text});
}

static bool set_as_of(Settings *s, const char *text)
{
    return add_varied(s, (Varied){VARY_AS_OF, text});
}

static bool set_set(Settings *s, const char *text)
{
    return add_varied(s, (Varied){VARY_SET, text});
}

static bool set_seat(Settings *s, const char *text)
{
    return add_varied(s, (Varied){VARY_SEAT, text});
}

static bool set_leave_out(Settings *s, const char *text)
{
    return add_varied(s, (Varied){VARY_LEAVE_OUT, text});
}

static bool set_observer(Settings *s, const char *text)
{
    return add_varied(s, (Varied){VARY_OBSERVER, text});
}

static bool set_pull(Settings *s, const char *text)
{
    return add_varied(s, (Varied){VARY_PULL, text});
}

static bool set_drop(Settings *s, const char *text)
{
    return add_varied(s, (Varied){VARY_DROP, text});
}

static const struct {
    unsigned group;
    const char *name, *argument, *help;
    bool (*set)(Settings *settings, const char *text);
} options[] = {
    {TAKES_DRAWS, "draws", "N",
     "draws of the inputs, 0 to 10000000; 0: points only (10000)", set_draws},
    {TAKES_POINTS, "points", "WHICH",
     "random, sobol or owen: Sobol points, shifted or scrambled", set_points},
    {TAKES_ERROR, "until-error", "POINTS",
     "draw until no standard error is above this; --draws is the most (131072)",
     set_until_error},
    {TAKES_ERROR, "convergence", NULL, "show how the quantiles went as draws went on",
     set_convergence},
    {TAKES_LEVERS, "for", "ACTOR", "whom it should help", set_for},
    {TAKES_SENSITIVITY | TAKES_QUESTION, "of", "QUESTION",
     "what is asked about, as a claim names it", set_of},
    {TAKES_SENSITIVITY, "method", "WHICH", "sobol, morris or tornado (sobol)", set_method},
    {TAKES_SENSITIVITY, "rows", "N",
     "of the sample of sobol (1024), or paths of morris (32)", set_rows},
    {TAKES_DRAWS | TAKES_MODELS | TAKES_REFIT, "seed", "N", "of the random numbers (1)",
     set_seed},
    {TAKES_DRAWS | TAKES_MODELS | TAKES_SERVER | TAKES_REFIT, "threads", "N",
     "1 to 1024, or all; never changes a digit (all)", set_threads},
    {TAKES_DRAWS | TAKES_MODELS, "models", "ID,ID", "only these models (all)", set_models},
    {TAKES_DRAWS | TAKES_MODELS, "option", "MODEL.KEY=V",
     "an option of a model; may be repeated", set_option},
    {TAKES_DRAWS | TAKES_GAME, "positions", "WHICH",
     "believed, or stated: what is said in public (believed)", set_positions},
    {TAKES_DRAWS | TAKES_GAME, "loss", "WHICH",
     "linear or quadratic in the distance (linear)", set_loss},
    {TAKES_DECISIONS, "decisions", "TABLE",
     "past decisions: how the models fare on them (docs/backtest.md); may be repeated",
     set_decisions},
    {TAKES_BACKTEST | TAKES_REFIT | TAKES_DECISIONS, "capability", "WHICH",
     "column, or equal: every actor counts the same (column)", set_capability},
    {TAKES_BACKTEST, "baseline", "ID", "the model that others are compared with (mean)",
     set_baseline},
    {TAKES_BACKTEST | TAKES_REFIT, "cv", "FOLDS",
     "folds for refitting what is fitted, 2 to 1000; 0: as it stands (10)", set_cv},
    {TAKES_BACKTEST, "resamples", "N", "of the groups, for intervals; 0: none (10000)",
     set_resamples},
    {TAKES_SENSITIVITY, "resamples", "N", "of the rows, for intervals; 0: none (1000)",
     set_row_resamples},
    {TAKES_BACKTEST, "cases", NULL, "each issue's forecasts too, in the JSON", set_cases},
    {TAKES_ROUNDS, "rounds", NULL,
     "show each round of models that have them, at the inputs' points", set_rounds},
    {TAKES_SEATS, "no-seats", NULL, "leave out what each seat is worth", set_no_seats},
    {TAKES_VARIATION, "variation", "FILE",
     "vary the scenario as this JSON says (docs/variation.md)", set_variation},
    {TAKES_VARIATION, "as-of", "DATE", "look at this day instead", set_as_of},
    {TAKES_VARIATION, "set", "PATH=VALUE",
     "an input: 80, 70..95 or 70..80..95; may be repeated", set_set},
    {TAKES_VARIATION, "seat", "ACTOR", "it sits; may be repeated", set_seat},
    {TAKES_VARIATION, "leave-out", "ACTOR", "it is left out; may be repeated",
     set_leave_out},
    {TAKES_VARIATION, "observer", "A@PATRON:SHARE",
     "it observes, and moves its patron by a share of the way", set_observer},
    {TAKES_VARIATION, "pull", "LEVER", "pull a lever, also a threatened one", set_pull},
    {TAKES_VARIATION, "drop", "LEVER", "do not pull it", set_drop},
    {TAKES_CLAIM, "claim", "ID", "find the fewest levers that turn it", set_claim},
    {TAKES_DOCUMENTS, "documents", "DIR",
     "find cited documents here, verify citations; may be repeated", set_documents},
    {TAKES_DOCUMENTS, "edited", NULL,
     "find quoted words again in files that were edited since", set_edited},
    {TAKES_DOCUMENTS, "correlations", "HOW",
     "that contradict each other: refuse, or mend (refuse)", set_correlations},
    {TAKES_STRICT, "strict", NULL, "exit with 1 when the answer is no", set_strict},
    {TAKES_READING, "date", "DATE", "of the documents, such as 2025-08-16 (as they say)",
     set_date},
    {TAKES_READING, "written-in", "TAG", "their language, such as zh-Hant (detected)",
     set_written_in},
    {TAKES_READING, "encoding", "NAME", "their encoding, such as Big5 (detected)",
     set_encoding},
    {TAKES_READING, "actors", "FILE", "a dictionary of further actors; may be repeated",
     set_actors},
    {TAKES_READING, "draft", "FILE", "write a scenario whose numbers are left blank",
     set_draft},
    {TAKES_FILES | TAKES_READING | TAKES_HTML, "html", "FILE",
     "also write the report, one self-contained page", set_html},
    {TAKES_FILES, "markdown", "FILE", "also write it as Markdown", set_markdown},
    {TAKES_FILES, "csv", "FILE", "also write its numbers as CSV", set_csv},
    {TAKES_OUTPUT, "json", NULL, "print the result tree as JSON instead", set_json},
    {TAKES_OUTPUT, "lang", "TAG", "language of names and titles, such as zh-Hant (en)",
     set_lang},
    {TAKES_OUTPUT, "color", "WHEN", "auto, always or never (auto)", set_color},
    {TAKES_OUTPUT, "width", "N", "columns, 40 to 400 (the terminal's, else 80)", set_width},
    {TAKES_SERVER, "port", "N", "listen on this port, 1 to 65535 (any that is free)",
     set_port},
    {TAKES_SERVER, "no-browser", NULL, "open no browser", set_no_browser},
    {TAKES_SERVER, "read-only", NULL, "write into no file", set_read_only},
    {TAKES_SAVE, "output", "FILE", "write it here; also -o FILE", set_output},
    {TAKES_OUTPUT | TAKES_SERVER, "quiet", NULL,
     "no progress and no notices on standard error", set_quiet},
};

enum { N_OPTIONS = sizeof options / sizeof *options };

static void fill_long(const Command *command, struct option *longs)
{
    size_t n = 0;
    for (int o = 0; o < N_OPTIONS; o++)
        if (command->takes & options[o].group)
            longs[n++] = (struct option){
                options[o].name, options[o].argument ? required_argument : no_argument,
                NULL, FIRST_LONG + o};
    longs[n++] = (struct option){"help", no_argument, NULL, 'h'};
    longs[n] = (struct option){0};
}

static void settings_init(Settings *settings)
{
    *settings = (Settings){.color = -1};
    smy_run_options_init(&settings->run);
    smy_read_options_init(&settings->read);
    smy_backtest_options_init(&settings->backtest);
    smy_reading_options_init(&settings->reading);
    smy_sensitivity_options_init(&settings->sensitivity);
}

static int count_arguments(const Command *command, const Settings *settings)
{
    if (settings->n_arguments >= command->least_arguments &&
        settings->n_arguments <= command->most_arguments)
        return EXIT_DONE;
    if (settings->n_arguments < command->least_arguments)
        fprintf(stderr, "summitry %s: expected %s\n", command->name, command->arguments);
    else
        fprintf(stderr, "summitry %s: unexpected argument \"%s\"\n", command->name,
                settings->arguments[command->most_arguments]);
    fprintf(stderr, "  try: summitry %s --help\n", command->name);
    return EXIT_BAD;
}

static int refuse_option(const Command *command, int c, const char *written)
{
    if (c >= FIRST_LONG)
        fprintf(stderr, "summitry %s: --%s cannot be \"%s\"\n  --%s %s: %s\n",
                command->name, options[c - FIRST_LONG].name, optarg ? optarg : "",
                options[c - FIRST_LONG].name, options[c - FIRST_LONG].argument,
                options[c - FIRST_LONG].help);
    else
        fprintf(stderr, "summitry %s: %s \"%s\"\n  try: summitry %s --help\n",
                command->name,
                c == ':' ? "a value is missing after" : "unknown or ambiguous option",
                written, command->name);
    return EXIT_BAD;
}

int options_read(const Command *command, int argc, char **argv, Settings *settings,
                 bool *help)
{
    struct option longs[MOST_OPTIONS];
    settings_init(settings);
    fill_long(command, longs);
    opterr = 0;
    optind = 1;
    *help = false;
    for (int c; (c = getopt_long(argc, argv, command->takes & TAKES_SAVE ? ":ho:" : ":h",
                                 longs, NULL)) != -1;) {
        if (c == 'h') {
            *help = true;
            return EXIT_DONE;
        }
        if (c == 'o' && set_output(settings, optarg))
            continue;
        if (c < FIRST_LONG || !options[c - FIRST_LONG].set(settings, optarg))
            return refuse_option(command, c, argv[optind - 1]);
    }
    settings->run.model_options = settings->model_options;
    if (settings->run.until_error > 0 && !settings->draws_given)
        settings->run.draws = MOST_UNTIL_SURE;
    settings->read.document_folders = settings->documents;
    settings->n_arguments = argc - optind;
    settings->arguments = argv + optind;
    return count_arguments(command, settings);
}

void options_help(FILE *stream, const Command *command)
{
    fprintf(stream, "usage: summitry %s %s%s\n\n%s\n", command->name, command->arguments,
            command->takes ? " [OPTION...]" : "", command->about);
    if (command->takes)
        fprintf(stream, "\noptions:\n");
    for (int o = 0; o < N_OPTIONS; o++) {
        char left[64];
        if (!(command->takes & options[o].group))
            continue;
        (void)snprintf(left, sizeof left, "--%s%s%s", options[o].name,
                       options[o].argument ? " " : "",
                       options[o].argument ? options[o].argument : "");
        fprintf(stream, "  %-22s %s\n", left, options[o].help);
    }
    fprintf(stream, "\nexample:\n%s\n", command->example);
}
