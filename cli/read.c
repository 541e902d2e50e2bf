/* SPDX-License-Identifier: Apache-2.0 */
/* summitry read: who says what in documents, and who acts towards whom. */
#include "output.h"
#include "session.h"

/* Counts what was said of dictionaries, so that nothing is said twice. */
typedef struct Complaints {
    const Settings *settings;
    size_t errors;
} Complaints;

static void complain(void *cookie, SmySeverity severity, const SmyError *complaint)
{
    Complaints *complaints = cookie;
    complaints->errors += severity == SMY_SEVERITY_ERROR;
    if (severity == SMY_SEVERITY_ERROR || !complaints->settings->quiet)
        (void)session_complain(complaint);
}

static int read_all(const Settings *settings, SmyResult **result)
{
    enum { MOST_DOCUMENTS = 100 };
    SmyDocument documents[MOST_DOCUMENTS] = {{0}};
    SmyReadingOptions options = settings->reading;
    SmyError err = {0};
    Complaints complaints = {.settings = settings};
    options.actor_files = settings->actors;
    options.language = settings->run.language;
    options.complain = complain;
    options.cookie = &complaints;
    size_t n = (size_t)settings->n_arguments;
    for (size_t d = 0; d < n && d < MOST_DOCUMENTS; d++)
        documents[d].name = settings->arguments[d];
    SmyCode code = smy_read(documents, n, &options, result, &err);
    if (code != SMY_OK && complaints.errors)
        return code == SMY_ERR_NOMEM ? EXIT_COULD : EXIT_BAD;
    return code == SMY_OK ? EXIT_DONE : session_complain(&err);
}

static int run(const Settings *settings)
{
    SmyResult *result = NULL;
    int status = read_all(settings, &result);
    const SmyNode *tree = smy_result_root(result);
    Settings shown = *settings;
    shown.html = NULL; /* this command's page is the dossier */
    if (status == EXIT_DONE && settings->html)
        status = output_file(settings->html, smy_report_dossier, tree);
    if (status == EXIT_DONE && settings->draft)
        status = output_file(settings->draft, smy_report_draft, tree);
    if (status == EXIT_DONE)
        status = session_show(&shown, tree, SMY_VIEW_READING);
    smy_result_free(result);
    return status;
}

const Command command_read = {
    .name = "read",
    .summary = "who says what in documents, and who acts towards whom",
    .arguments = "DOCUMENT...",
    .about =
        "Reads plain text, HTML and PDF (by pdftotext) in English and in Chinese of both\n"
        "scripts, by rules and dictionaries (docs/read.md): sentences with their ranges,\n"
        "dates, actors, statements, relations, and who is mentioned as kept out. Each\n"
        "item names the rule that found it; a person has to judge it.",
    .example = "  summitry read commentary.txt --date 2025-08-16 --html dossier.html\n"
               "  summitry read a.pdf b.html --draft draft.summit.yaml",
    .takes = TAKES_OUTPUT | TAKES_READING,
    .least_arguments = 1,
    .most_arguments = 100,
    .run = run,
};
