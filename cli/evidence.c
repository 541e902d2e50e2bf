/* SPDX-License-Identifier: Apache-2.0 */
/* summitry evidence: what does the answer rest on, and what would be left without it? */
#include "session.h"

enum { CLAIM_DRAWS = 2000 };

static SmyCode ask(const Settings *settings, const SmyScenario *scenario,
                   const SmyRunOptions *options, SmyResult **result, SmyError *err)
{
    SmyEvidenceOptions asked;
    smy_evidence_options_init(&asked);
    asked.run = *options;
    asked.of = settings->of;
    return smy_evidence(scenario, &asked, result, err);
}

static int run(const Settings *settings)
{
    return session_inquire(settings, CLAIM_DRAWS, ask, SMY_VIEW_EVIDENCE);
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
    .takes =
        TAKES_VARIATION | TAKES_DRAWS | TAKES_OUTPUT | TAKES_DOCUMENTS | TAKES_QUESTION,
    .least_arguments = 1,
    .most_arguments = 1,
    .run = run,
};
