/* SPDX-License-Identifier: Apache-2.0 */
/* Tables at which no package can be agreed on, whatever it is. */
#ifndef SMYI_ANALYSIS_FORBIDDEN_H
#define SMYI_ANALYSIS_FORBIDDEN_H

#include "analysis/verdict.h"

/**
 * Sets forbidden[n_lanes] to 1 where a constraint holds by who sits alone. No model need be
 * asked there: there is no agreement. 0: only the package can tell.
 */
void smyi_seats_forbid(const SmyiFrame *frame, const SmyiSeating *seating, size_t n_lanes,
                       unsigned char *forbidden);

/**
 * What everybody has where there is no agreement, into worth [actors x n_lanes]: u(q) less what
 * no deal costs, or u(q) where nobody sits. Lanes in which `forbidden` is 0 stay as they are.
 */
void smyi_put_no_deal(const SmyiFrame *frame, const SmyiSituation *situation,
                      const SmyiSeating *seating, const unsigned char *forbidden,
                      double *worth);

#endif
