/* SPDX-License-Identifier: Apache-2.0 */
/* The files of web/dist, kept in the program. */
#ifndef CLI_PAGE_FILES_H
#define CLI_PAGE_FILES_H

#include "server/server.h"

/** Ends with a name of NULL. */
extern const ServerFile page_files[];

#endif
