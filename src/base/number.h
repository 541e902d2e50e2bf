/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers as text. */
#ifndef SMYI_BASE_NUMBER_H
#define SMYI_BASE_NUMBER_H

#include <stddef.h>

enum { SMYI_NUMBER_SIZE = 32 };

/**
 * The shortest decimal text that reads back to the same finite double, whatever the locale.
 * Returns its length; `text` has SMYI_NUMBER_SIZE bytes and gets a closing NUL.
 */
size_t smyi_number_write(double value, char *text);

#endif
