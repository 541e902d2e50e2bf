/* SPDX-License-Identifier: Apache-2.0 */
/* What is asked of a scenario: the schema Question of docs/api/openapi.yaml. */
#ifndef SERVER_QUESTION_H
#define SERVER_QUESTION_H

#include "choice.h"
#include "inquiry.h"

/* Stages in which an answer comes, each fuller than the one before; an inquiry has its own alone. */
#define STAGES(X) X(points) X(first) X(closed) X(all) X(seats) X(inquiry)

typedef enum Stage {
#define X(name) STAGE_##name,
    STAGES(X)
#undef X
        N_STAGES
} Stage;

const char *stage_name(Stage stage);

/* Parts of a tree that whoever has them already may do without. */
#define OMITTED(X) X(inputs) X(issues) X(compare) X(forecast) X(evidence)

typedef enum Omitted {
#define X(name) OMIT_##name,
    OMITTED(X)
#undef X
        N_OMITTED
} Omitted;

enum { FIRST_DRAWS = 400, MOST_CLIENT = 64 };
#define MOST_SEED UINT64_C(9007199254740991) /* whole in any reader of JSON */

typedef struct Question {
    SmyRunOptions run;       /* threads, progress and cookie are the caller's to set */
    Stage last;              /* the last stage wanted */
    Inquiry inquiry;         /* of the stage `inquiry` */
    bool omit[N_OMITTED];    /* parts that are not written */
    const char *client;      /* NULL: nobody */
    SmyVariation *variation; /* NULL: none */
    /* what the above points into */
    SmyResult *body;
    Choice choice;
} Question;

/**
 * Reads a question; a missing "stage" is `last`. False: refused through `reply`, and nothing is
 * to be freed. Names of models and options are looked at when it is run.
 */
bool question_read(const char *text, size_t length, Stage last, Question *question,
                   Reply *reply);
void question_free(Question *question);

/** Refuses an inquiry, where only points are to be had. */
void question_only_run(const Question *question, Reply *reply);

/** Whether the stage belongs to the answer. */
bool question_has(const Question *question, Stage stage);

/**
 * The tree of one stage. `before` is the tree of the stage `all`, which `seats` completes and
 * needs; else NULL. `options` adds threads, progress and cookie, and what `closed` keeps for
 * `all`. The caller frees *out.
 */
SmyCode question_ask(const Question *question, const SmyScenario *scenario, Stage stage,
                     const SmyRunOptions *options, SmyResult **out, SmyError *err);
/** Whether an inquiry fits the scenario: what asking it would complain of, at once. */
SmyCode question_check(const Question *question, const SmyScenario *scenario,
                       const SmyRunOptions *options, SmyError *err);
/** The JSON of a stage's tree: that of `tree`, under seats with the rest from `before`. */
void question_write(const Question *question, Text *text, const SmyNode *tree,
                    const SmyNode *before);

#endif
