/* SPDX-License-Identifier: Apache-2.0 */
/* Scenarios for tests: a small valid one, with lines replaced, read with all complaints kept. */
#include "support/scenario.h"

#include <stdio.h>
#include <string.h>

#include "support/support.h"

const char *scenario_text(int at, const char *text)
{
    static char whole[1 << 16];
    static const char *const lines[] = {
        "summitry: 1",
        "id: t",
        "issues: {a: {scale: [0, 100], status_quo: 50}, b: {scale: [-1, 1]}}",
        "actors: {us: {capability: 1}, ru: {capability: 2}, eu: {capability: 1}, "
        "kim: {speaks_for: us}}",
        "table: {seats: [us, ru]}",
        "stances: {us: {a: {position: 10, salience: 50}}, "
        "ru: {a: {position: 90, salience: 50}}}",
    };
    enum { N_LINES = sizeof lines / sizeof *lines };
    size_t n = 0;
    if (at == 0)
        return text;
    for (int line = 1; line <= N_LINES + (at > N_LINES); line++)
        n += (size_t)snprintf(whole + n, sizeof whole - n, "%s\n",
                              line == at ? text : lines[line - 1]);
    return whole;
}

static void hear(void *cookie, SmySeverity severity, const SmyError *complaint)
{
    Heard *heard = cookie;
    if (heard->n == MOST_HEARD)
        fail_msg("more than %d complaints", MOST_HEARD);
    heard->severity[heard->n] = severity;
    heard->said[heard->n++] = *complaint;
}

SmyCode scenario_parse(const char *text, Heard *heard, SmyScenario **out)
{
    SmyReadOptions options;
    SmyError error;
    smy_read_options_init(&options);
    if (heard) {
        *heard = (Heard){0};
        options.complain = hear;
        options.cookie = heard;
    }
    return smy_scenario_parse(text, strlen(text), "t.yaml", &options, out, &error);
}

SmyScenario *scenario_good(const char *text)
{
    static Heard heard;
    SmyScenario *scenario = NULL;
    if (scenario_parse(text, &heard, &scenario) != SMY_OK) {
        for (int i = 0; i < heard.n; i++)
            print_error("%d:%d: %s\n", heard.said[i].line, heard.said[i].column,
                        heard.said[i].message);
        fail_msg("a good scenario is refused:\n%s", text);
    }
    return scenario;
}

int heard_notices(const Heard *heard, const char *fragment)
{
    int n = 0;
    for (int i = 0; i < heard->n; i++)
        n += heard->severity[i] == SMY_SEVERITY_NOTICE &&
             strstr(heard->said[i].message, fragment) != NULL;
    return n;
}
