/* SPDX-License-Identifier: Apache-2.0 */
/* The models as JSON. */
#ifndef SERVER_CATALOGUE_H
#define SERVER_CATALOGUE_H

#include "text.h"

/** A list of the schema Model, in the order of the registry. */
void catalogue_write(Text *text);

#endif
