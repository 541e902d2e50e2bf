/* SPDX-License-Identifier: Apache-2.0 */
/* Reports: a result tree made readable. They compute nothing; they show what the tree holds. */
#ifndef SUMMITRY_REPORT_H
#define SUMMITRY_REPORT_H

#include <stdbool.h>

#include "summitry/error.h"
#include "summitry/tree.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What part of the tree of smy_run() a terminal report shows. */
typedef enum SmyView {
    SMY_VIEW_RUN,      /* one screen: table, issues, gains, seats, claims, evidence */
    SMY_VIEW_TABLE,    /* seats in full: values, exclusion costs, Shapley, best tables */
    SMY_VIEW_CLAIMS,   /* claims in full, model by model */
    SMY_VIEW_CHECK,    /* the tree of smy_check() */
    SMY_VIEW_EVIDENCE, /* the tree of smy_evidence() */
    SMY_VIEW_BACKTEST, /* the tree of smy_backtest() */
    SMY_VIEW_READING,  /* the tree of smy_read() */
    /* the tree of smy_levers() */
    SMY_VIEW_LEVERS,
    /* the tree of smy_sensitivity() */
    SMY_VIEW_SENSITIVITY,
    SMY_VIEW_COMPARE,  /* the tree of smy_compare() */
    SMY_VIEW_BLUFF,    /* the tree of smy_bluff() */
    SMY_VIEW_LEVERAGE, /* the tree of smy_leverage() */
    SMY_VIEW_POWER,    /* the tree of smy_power() */
    SMY_VIEW_TIMELINE, /* the tree of smy_timeline() */
    SMY_VIEW_REFIT,    /* the tree of smy_refit() */
    SMY_VIEW_ROUNDS,   /* the rounds of models that have them, where the run kept them */
} SmyView;

typedef struct SmyTerminalOptions {
    int width;    /* columns; 80 */
    bool color;   /* ANSI colours; false */
    SmyView view; /* SMY_VIEW_RUN */
} SmyTerminalOptions;

SMY_API void smy_terminal_options_init(SmyTerminalOptions *options);

/** Plain text for a terminal. Errors: those of `write`, SMY_ERR_NOMEM. options may be NULL. */
SMY_API SMY_MUST_CHECK SmyCode smy_report_terminal(const SmyNode *tree,
                                                   const SmyTerminalOptions *options,
                                                   SmyWriteFn *write, void *cookie);
/**
 * One self-contained HTML file of a run, a timeline, a back-test, a sensitivity, levers, leverage, a comparison or votes: the tree as JSON, the page's code, which draws
 * it, and the whole in plain text for browsers without scripts (docs/report.md).
 * Errors: those of `write`, SMY_ERR_ARGUMENT (no tree), SMY_ERR_NOMEM.
 */
SMY_API SMY_MUST_CHECK SmyCode smy_report_html(const SmyNode *tree, SmyWriteFn *write,
                                               void *cookie);
/** Markdown for a document or an issue tracker. */
SMY_API SMY_MUST_CHECK SmyCode smy_report_markdown(const SmyNode *tree, SmyWriteFn *write,
                                                   void *cookie);
/** One self-contained HTML file of the tree of smy_read(): items, and the texts marked. */
SMY_API SMY_MUST_CHECK SmyCode smy_report_dossier(const SmyNode *tree, SmyWriteFn *write,
                                                  void *cookie);
/**
 * A scenario file made of the tree of smy_read(): documents, actors, timeline, statements and
 * citations are filled in, every number is the word `blank`, which smy_scenario_read() refuses
 * by name. Nothing is invented.
 */
SMY_API SMY_MUST_CHECK SmyCode smy_report_draft(const SmyNode *tree, SmyWriteFn *write,
                                                void *cookie);
/** One row a number (model, actor or issue, quantity, value, low, high), RFC 4180. */
SMY_API SMY_MUST_CHECK SmyCode smy_report_csv(const SmyNode *tree, SmyWriteFn *write,
                                              void *cookie);

#ifdef __cplusplus
}
#endif
#endif
