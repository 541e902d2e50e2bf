/* SPDX-License-Identifier: Apache-2.0 */
/* Seats in full: what a chair is worth to whom, under each model; the best tables. */
#include "report/term_views.h"

void smyi_term_seats(SmyiPage *page)
{
    (void)page;
}
void smyi_term_check(SmyiPage *page)
{
    (void)page;
}
