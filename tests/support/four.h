/* SPDX-License-Identifier: Apache-2.0 */
/* The four actors and two issues of models.md I and J as a scenario, at any table. */
#ifndef SUPPORT_FOUR_H
#define SUPPORT_FOUR_H

#include <stdbool.h>

#include "support/ask.h"

typedef struct Four {
    const char *seats; /* "01": actors a and b sit */
    bool no_deal;      /* with the costs of models.md J */
    bool with_roles;   /* c ratifies with tolerance 2; d observes b with share .25 */
    const char *extra; /* more lines at the end of the file; NULL: none */
} Four;

/** The result of running it with the mean at the inputs' points; the caller frees it. */
SmyResult *four_run(const Four *four, const char *models);
/** The scenario's text, in a buffer of at least 8192 bytes. */
void four_write(const Four *four, char *text, size_t size);

#endif
