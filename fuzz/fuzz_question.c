/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as a question: refused with a reason, or asked in every lane and shown in words. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/asked.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char text[] =
    "summitry: 1\nid: t\n"
    "issues: {a: {scale: [0, 100], status_quo: 50}, b: {scale: [-1, 1]}}\n"
    "actors: {us: {capability: 1}, ru: {capability: 2}, eu: {capability: 1}}\n"
    "table: {seats: [us, ru], absent: [eu]}\n"
    "stances: {us: {a: {position: 10, salience: 50, stated: 0}, b: {position: 1, salience: "
    "9}},\n"
    "          ru: {a: {position: 90, salience: 50}}}\n"
    "claims: [{id: gains, says: Both gain, holds: {win_win: [us, ru]}}]\n";

static void ask(const SmyScenario *scenario, const SmyiQuestion *question, SmyiArena *mem)
{
    SmyiFrame frame;
    SmyiSolver *solvers;
    SmyiAnswering here;
    size_t n;
    double value[SMYI_BLOCK];
    if (smyi_frame_new(scenario, false, false, mem, &frame, NULL) != SMY_OK ||
        smyi_solvers_new("mean", NULL, 0, mem, &solvers, &n, NULL) != SMY_OK)
        abort();
    SmyiAsked asked = {.frame = &frame,
                       .solvers = solvers,
                       .n_solvers = 1,
                       .questions = question,
                       .n_questions = 1};
    if (!smyi_answering_new(&asked, mem, &here))
        abort();
    smyi_situation_points(&frame, 2, &here.sit);
    if (smyi_answering_solve(&here, NULL, value, SMYI_BLOCK) != SMY_OK ||
        !smyi_question_title(scenario, question, "en", mem))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    SmyScenario *scenario = NULL;
    SmyiArena mem = {0};
    SmyiQuestion question;
    SmyError err = {0};
    if (smy_scenario_parse(text, sizeof text - 1, "t.yaml", NULL, &scenario, NULL) !=
        SMY_OK)
        abort();
    const char *of = smyi_arena_copy(&mem, (const char *)data, size);
    if (of && smyi_question_read(scenario, of, "--of", &mem, &question, &err) == SMY_OK)
        ask(scenario, &question, &mem);
    else if (of && !err.message[0])
        abort();
    smyi_arena_free(&mem);
    smy_scenario_free(scenario);
    return 0;
}
