/* SPDX-License-Identifier: Apache-2.0 */
/* What else is asked of a scenario: the schema Inquiry of docs/api/openapi.yaml, a command's answer. */
#ifndef SERVER_INQUIRY_H
#define SERVER_INQUIRY_H

#include <stdint.h>

#include "reply.h"

/* Named as the commands are. */
#define INQUIRIES(X) X(timeline) X(sensitivity) X(levers) X(leverage) X(evidence)

typedef enum InquiryKind {
    INQUIRY_NONE,
#define X(name) INQUIRY_##name,
    INQUIRIES(X)
#undef X
        N_INQUIRIES
} InquiryKind;

typedef struct Inquiry {
    InquiryKind kind;
    const char *of, *actor, *claim; /* NULL: not given; they live as long as the body */
    SmyMethod method;
    uint64_t rows; /* 0: the method's own number */
} Inquiry;

/**
 * Reads the field "inquiry" of `body`, which has none where it is missing or null. *draws
 * becomes what its command takes where none are named. What is wrong is refused through `reply`.
 */
void inquiry_read(const SmyNode *body, Inquiry *inquiry, uint64_t *draws, Reply *reply);

/** What the command's --json prints. `kind` is not INQUIRY_NONE. The caller frees *out. */
SmyCode inquiry_ask(const Inquiry *inquiry, const SmyScenario *scenario,
                    const SmyRunOptions *run, SmyResult **out, SmyError *err);

/**
 * SMY_OK where the inquiry fits the scenario, else what asking it would say. Cost: what a
 * command does before the first of its long work.
 */
SmyCode inquiry_check(const Inquiry *inquiry, const SmyScenario *scenario,
                      const SmyRunOptions *run, SmyError *err);

#endif
