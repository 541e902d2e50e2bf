/* SPDX-License-Identifier: Apache-2.0 */
/* What the commands that question a scenario share. */
#include "session.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "output.h"
#include "progress.h"
#include "vary.h"

/* Counts what was said while reading. */
typedef struct Complaints {
    const Settings *settings;
    size_t errors;
} Complaints;

static void say(const char *label, const SmyError *err)
{
    if (err->file[0])
        fprintf(stderr, "%s:", err->file);
    if (err->line)
        fprintf(stderr, "%d:%d:", err->line, err->column);
    fprintf(stderr, "%s%s%s\n", err->file[0] || err->line ? " " : "summitry: ", label,
            err->message);
    if (err->hint[0])
        fprintf(stderr, "  %s\n", err->hint);
}

static void complain(void *cookie, SmySeverity severity, const SmyError *complaint)
{
    Complaints *complaints = cookie;
    if (severity == SMY_SEVERITY_ERROR) {
        complaints->errors++;
        say("", complaint);
    } else if (!complaints->settings->quiet && complaints->settings->json) {
        say("notice: ", complaint); /* the terminal's report shows them itself */
    }
}

int session_complain(const SmyError *err)
{
    say("", err);
    return err->code == SMY_ERR_NOMEM || err->code == SMY_ERR_CANCELLED ? EXIT_COULD
                                                                        : EXIT_BAD;
}

int session_read(const Settings *settings, SmyScenario **scenario)
{
    Complaints complaints = {.settings = settings};
    SmyReadOptions options = settings->read;
    SmyError err = {0};
    options.document_folders = settings->documents; /* of this copy of the settings */
    options.complain = complain;
    options.cookie = &complaints;
    SmyCode code = smy_scenario_read(settings->arguments[0], &options, scenario, &err);
    if (code == SMY_OK && vary(settings, &options, scenario, &err))
        return EXIT_DONE;
    smy_scenario_free(*scenario);
    *scenario = NULL;
    if (complaints.errors == 0)
        return session_complain(&err);
    fprintf(stderr, "summitry: %zu error%s; nothing was computed\n", complaints.errors,
            complaints.errors == 1 ? "" : "s");
    return err.code == SMY_ERR_NOMEM ? EXIT_COULD : EXIT_BAD;
}

int session_run(const Settings *settings, const SmyScenario *scenario, SmyResult **result)
{
    SmyRunOptions options = settings->run;
    SmyError err = {0};
    options.model_options = settings->model_options;
    progress_start(!settings->quiet && isatty(STDERR_FILENO));
    options.progress = progress_tick;
    SmyCode code = smy_run(scenario, &options, result, &err);
    progress_end();
    return code == SMY_OK ? EXIT_DONE : session_complain(&err);
}

static int show_terminal(const Settings *settings, const SmyNode *tree, SmyView view)
{
    SmyTerminalOptions options;
    smy_terminal_options_init(&options);
    options.view = view;
    options.width = settings->width ? settings->width : output_width();
    options.color = settings->color < 0 ? output_wants_color() : settings->color == 1;
    SmyCode code = smy_report_terminal(tree, &options, output_write, stdout);
    return code == SMY_OK ? EXIT_DONE : EXIT_COULD;
}

static int show_json(const SmyNode *tree)
{
    return smy_node_write_json(tree, output_write, stdout) == SMY_OK ? EXIT_DONE
                                                                     : EXIT_COULD;
}

int session_show(const Settings *settings, const SmyNode *tree, SmyView view)
{
    int status = EXIT_DONE;
    if (settings->html)
        status = output_file(settings->html, smy_report_html, tree);
    if (status == EXIT_DONE && settings->markdown)
        status = output_file(settings->markdown, smy_report_markdown, tree);
    if (status == EXIT_DONE && settings->csv)
        status = output_file(settings->csv, smy_report_csv, tree);
    int shown = settings->json ? show_json(tree) : show_terminal(settings, tree, view);
    if (status == EXIT_DONE)
        status = shown;
    if (!smy_node_bool(smy_node_get(tree, "partial")))
        return status;
    fprintf(stderr, "summitry: interrupted; what was done until then is shown\n");
    return EXIT_COULD;
}

int session_answer(const Settings *settings, SmyView view, SmyResult **result)
{
    SmyScenario *scenario = NULL;
    int status = session_read(settings, &scenario);
    if (status == EXIT_DONE)
        status = session_run(settings, scenario, result);
    if (status == EXIT_DONE)
        status = session_show(settings, smy_result_root(*result), view);
    smy_scenario_free(scenario);
    return status;
}

int session_inquire(const Settings *settings, uint64_t draws, SessionAsk *ask, SmyView view)
{
    SmyScenario *scenario = NULL;
    SmyResult *result = NULL;
    SmyError err = {0};
    SmyRunOptions options = settings->run;
    options.model_options = settings->model_options; /* of this copy of the settings */
    options.progress = progress_tick;
    if (!settings->draws_given)
        options.draws = draws;
    int status = session_read(settings, &scenario);
    if (status == EXIT_DONE) {
        progress_start(!settings->quiet && isatty(STDERR_FILENO));
        if (ask(settings, scenario, &options, &result, &err) != SMY_OK)
            status = session_complain(&err);
        progress_end();
    }
    if (status == EXIT_DONE)
        status = session_show(settings, smy_result_root(result), view);
    smy_result_free(result);
    smy_scenario_free(scenario);
    return status;
}
