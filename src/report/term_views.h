/* SPDX-License-Identifier: Apache-2.0 */
/* The parts that terminal reports are put together from. */
#ifndef SMYI_REPORT_TERM_VIEWS_H
#define SMYI_REPORT_TERM_VIEWS_H

#include "report/digest.h"
#include "report/term.h"

/** What a part needs: the lines, what the tree says, and memory for the time of one report. */
typedef struct SmyiPage {
    SmyiTerm term;
    SmyiDigest digest;
    SmyiArena *mem;
} SmyiPage;

void smyi_term_title(SmyiPage *page);    /* title, date, whose account */
void smyi_term_answer(SmyiPage *page);   /* the answer in sentences */
void smyi_term_room(SmyiPage *page);     /* who is in, who is out */
void smyi_term_issues(SmyiPage *page);   /* where each issue ends under each model */
void smyi_term_refit(SmyiPage *page);    /* fitted options and what they are worth */
void smyi_term_rounds(SmyiPage *page);   /* round by round, who moved and why */
void smyi_term_models(SmyiPage *page);   /* each model on the issue they part on most */
void smyi_term_gains(SmyiPage *page);    /* who gains, who loses, what a chair is worth */
void smyi_term_odds(SmyiPage *page);     /* claims, one line each */
void smyi_term_claims(SmyiPage *page);   /* claims in full */
void smyi_term_seats(SmyiPage *page);    /* seats in full */
void smyi_term_check(SmyiPage *page);    /* documents, citations, inputs */
void smyi_term_evidence(SmyiPage *page); /* what the answer rests on */
void smyi_term_compare(SmyiPage *page);  /* two accounts */
void smyi_term_bluff(SmyiPage *page);    /* said against meant */
void smyi_term_leverage(SmyiPage *page); /* what each lever would change */
void smyi_term_timeline(SmyiPage *page); /* the answer as of each date */
void smyi_term_backtest(SmyiPage *page); /* scores, differences, calibration */
void smyi_term_reading(SmyiPage *page);  /* a dossier of documents */
/* standard errors, and quantiles as draws went on */
void smyi_term_convergence(SmyiPage *page);
/* which input, moved where, helps an actor */
void smyi_term_levers(SmyiPage *page);
/* what an answer hangs on */
void smyi_term_sensitivity(SmyiPage *page);
void smyi_term_power(SmyiPage *page);       /* what votes and vetoes decide */
void smyi_term_power_brief(SmyiPage *page); /* the same in a sentence */
void smyi_term_closing(
    SmyiPage *page); /* evidence, draws, models without answer, notices */

/** Names joined by " · ", or NULL (none, or no memory). */
const char *smyi_page_names(SmyiPage *page, const SmyiNames *names);
/** The same for a list of actors' ids in the tree. */
const char *smyi_page_ids(SmyiPage *page, const SmyNode *ids);
/** Room for printing a text that lives as long as the page; "" where memory ran out. */
const char *smyi_page_print(SmyiPage *page, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
