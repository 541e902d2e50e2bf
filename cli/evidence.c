/* SPDX-License-Identifier: Apache-2.0 */
/* summitry evidence: what does the answer rest on, and what would be left without it? */
#include <unistd.h>

#include "progress.h"
#include "session.h"

static int run(const Settings *settings)
{
    SmyScenario *scenario = NULL;
    SmyResult *result = NULL;
    SmyEvidenceOptions options;
    SmyError err = {0};
    smy_evidence_options_init(&options);
    uint64_t draws = options.run.draws;
    options.run = settings->run;
    options.run.model_options = settings->model_options;
    options.of = settings->of;
    options.run.draws = settings->draws_given ? settings->run.draws : draws;
    int status = session_read(settings, &scenario);
    if (status == EXIT_DONE) {
        progress_start(!settings->quiet && isatty(STDERR_FILENO));
        options.run.progress = progress_tick;
        if (smy_evidence(scenario, &options, &result, &err) != SMY_OK)
            status = session_complain(&err);
        progress_end();
    }
    if (status == EXIT_DONE)
        status = session_show(settings, smy_result_root(result), SMY_VIEW_EVIDENCE);
    smy_result_free(result);
    smy_scenario_free(scenario);
    return status;
}

const Command command_evidence = {
    .name = "evidence",
    .summary = "what the answer rests on, whose word it is, what is left without it",
    .arguments = "SCENARIO",
    .about =
        "Coverage of the inputs by actor and issue, the inputs that matter most beside "
        "what\n"
        "supports them, how much rests on each document's and each voice's word alone, "
        "and\n"
        "the odds of the claims without it: what rests on it alone is opened to all that\n"
        "the file knows of such inputs. With --documents, citations that do not hold.",
    .example =
        "  summitry evidence scenarios/alaska-2025.summit.yaml --of \"gain: ukraine\"",
    .takes = TAKES_DRAWS | TAKES_OUTPUT | TAKES_DOCUMENTS | TAKES_QUESTION,
    .least_arguments = 1,
    .most_arguments = 1,
    .run = run,
};
