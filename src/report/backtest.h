/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of a back-test's page share. */
#ifndef SMYI_REPORT_BACKTEST_H
#define SMYI_REPORT_BACKTEST_H

#include "report/chart.h"

/** The number at a path, NaN where there is none. */
double smyi_backtest_at(const SmyNode *node, const char *path);
/** The row's id, such as "heaped.cv". */
const char *smyi_backtest_name(const SmyNode *model);

void smyi_backtest_errors(SmyiHtml *h);      /* CRPS and MAE, with intervals */
void smyi_backtest_differences(SmyiHtml *h); /* to the baseline, paired */
void smyi_backtest_calibration(SmyiHtml *h); /* PIT, coverage, reliability */

#endif
