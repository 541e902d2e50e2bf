/* SPDX-License-Identifier: Apache-2.0 */
/* What else is asked of a scenario: read from JSON, and asked as the command of its name asks it. */
#include "inquiry.h"

#include <string.h>

#include "body.h"

enum { MOST_OF = 4096, MOST_NAME = 64, MOST_ROWS = 65536, MOST_FIELDS = 5 };

/* ---- Asking ---- */

static SmyCode ask_timeline(const Inquiry *inquiry, const SmyScenario *scenario,
                            const SmyRunOptions *run, SmyResult **out, SmyError *err)
{
    (void)inquiry;
    return smy_timeline(scenario, run, out, err);
}

static SmySensitivityOptions options_of(const Inquiry *inquiry, const SmyRunOptions *run)
{
    SmySensitivityOptions options;
    smy_sensitivity_options_init(&options);
    SmyPoints points = options.run.points;
    options.run = *run;
    options.run.points = points;
    options.method = inquiry->method;
    options.rows = inquiry->rows;
    return options;
}

static SmyCode ask_sensitivity(const Inquiry *inquiry, const SmyScenario *scenario,
                               const SmyRunOptions *run, SmyResult **out, SmyError *err)
{
    SmySensitivityOptions options = options_of(inquiry, run);
    return smy_sensitivity(scenario, inquiry->of, &options, out, err);
}

static SmyCode ask_levers(const Inquiry *inquiry, const SmyScenario *scenario,
                          const SmyRunOptions *run, SmyResult **out, SmyError *err)
{
    SmySensitivityOptions options = options_of(inquiry, run);
    return smy_levers(scenario, inquiry->actor, inquiry->of, &options, out, err);
}

static SmyCode ask_leverage(const Inquiry *inquiry, const SmyScenario *scenario,
                            const SmyRunOptions *run, SmyResult **out, SmyError *err)
{
    return smy_leverage(scenario, run, inquiry->claim, out, err);
}

static SmyCode ask_evidence(const Inquiry *inquiry, const SmyScenario *scenario,
                            const SmyRunOptions *run, SmyResult **out, SmyError *err)
{
    SmyEvidenceOptions options;
    smy_evidence_options_init(&options);
    options.run = *run;
    options.of = inquiry->of;
    return smy_evidence(scenario, &options, out, err);
}

static const struct Kind {
    SmyCode (*ask)(const Inquiry *inquiry, const SmyScenario *scenario,
                   const SmyRunOptions *run, SmyResult **out, SmyError *err);
    uint64_t draws;    /* of the command; 0: it takes none */
    const char *needs; /* NULL: nothing */
    const char *fields[MOST_FIELDS];
} kinds[N_INQUIRIES] = {
    [INQUIRY_timeline] = {ask_timeline, 2000, NULL, {"kind"}},
    [INQUIRY_sensitivity] = {ask_sensitivity, 0, "of", {"kind", "of", "method", "rows"}},
    [INQUIRY_levers] = {ask_levers, 0, "for", {"kind", "for", "of"}},
    [INQUIRY_leverage] = {ask_leverage, 1000, NULL, {"kind", "claim"}},
    [INQUIRY_evidence] = {ask_evidence, 2000, NULL, {"kind", "of"}},
};

SmyCode inquiry_ask(const Inquiry *inquiry, const SmyScenario *scenario,
                    const SmyRunOptions *run, SmyResult **out, SmyError *err)
{
    return kinds[inquiry->kind].ask(inquiry, scenario, run, out, err);
}

static bool stop_at_once(void *cookie, const char *what, uint64_t done, uint64_t total)
{
    (void)cookie, (void)what, (void)done, (void)total;
    return false;
}

SmyCode inquiry_check(const Inquiry *inquiry, const SmyScenario *scenario,
                      const SmyRunOptions *run, SmyError *err)
{
    SmyRunOptions options = *run;
    SmyResult *result = NULL;
    options.progress = stop_at_once;
    options.draws = 0;
    SmyCode code = inquiry_ask(inquiry, scenario, &options, &result, err);
    smy_result_free(result);
    return code == SMY_ERR_CANCELLED ? SMY_OK : code;
}

/* ---- Reading ---- */

static InquiryKind read_kind(const SmyNode *node, Reply *reply)
{
    static const char *const names[] = {
#define X(name) #name,
        INQUIRIES(X)
#undef X
            NULL};
    int kind = -1;
    body_needs(node, "kind", reply);
    body_choice(node, "kind", names, &kind, reply);
    return reply_is_open(reply) ? (InquiryKind)(kind + 1) : INQUIRY_NONE;
}

static void read_fields(const SmyNode *node, Inquiry *inquiry, Reply *reply)
{
    static const char *const methods[] = {"sobol", "morris", "tornado", NULL};
    int method = SMY_METHOD_SOBOL;
    body_text(node, "of", MOST_OF, &inquiry->of, reply);
    body_text(node, "for", MOST_NAME, &inquiry->actor, reply);
    body_text(node, "claim", MOST_NAME, &inquiry->claim, reply);
    body_choice(node, "method", methods, &method, reply);
    body_whole(node, "rows", MOST_ROWS, &inquiry->rows, reply);
    inquiry->method = (SmyMethod)method;
}

void inquiry_read(const SmyNode *body, Inquiry *inquiry, uint64_t *draws, Reply *reply)
{
    const SmyNode *node = NULL;
    *inquiry = (Inquiry){.kind = INQUIRY_NONE};
    body_part(body, "inquiry", SMY_NODE_OBJECT, &node, reply);
    if (!node)
        return;
    InquiryKind kind = read_kind(node, reply);
    if (kind == INQUIRY_NONE)
        return;
    body_only(node, kinds[kind].fields, reply);
    if (kinds[kind].needs)
        body_needs(node, kinds[kind].needs, reply);
    read_fields(node, inquiry, reply);
    if (kinds[kind].draws)
        *draws = kinds[kind].draws;
    inquiry->kind = kind;
}
