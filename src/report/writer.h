/* SPDX-License-Identifier: Apache-2.0 */
/* Output of a report: buffered, escaped where asked, silent after the first failure. */
#ifndef SMYI_REPORT_WRITER_H
#define SMYI_REPORT_WRITER_H

#include "base/arena.h"
#include "summitry/tree.h"

typedef struct SmyiWriter {
    SmyWriteFn *write;
    void *cookie;
    SmyCode code; /* the first failure; nothing is written after it */
    size_t used;
    char buffer[4096];
} SmyiWriter;

void smyi_writer_open(SmyiWriter *w, SmyWriteFn *write, void *cookie);
/** Hands over what is still buffered; returns the first failure of all. */
SmyCode smyi_writer_close(SmyiWriter *w);

void smyi_put_bytes(SmyiWriter *w, const char *bytes, size_t length);
/** As it stands. NULL writes nothing. */
void smyi_put(SmyiWriter *w, const char *text);
/** printf for texts and whole numbers; %f and %g would hang on the locale (display.h). */
void smyi_print(SmyiWriter *w, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/**
 * As content or attribute value of HTML and XML: the five special characters become entities,
 * malformed UTF-8 and characters that XML forbids become U+FFFD. NULL writes nothing.
 */
void smyi_put_escaped(SmyiWriter *w, const char *text);

/** A text that grows in an arena; initialise with {.mem = arena}. */
typedef struct SmyiCollect {
    SmyiArena *mem;
    char *text; /* closed by NUL; NULL while empty */
    size_t length, room;
} SmyiCollect;

/** A SmyWriteFn; its cookie is a SmyiCollect. SMY_ERR_NOMEM where memory runs out. */
SmyCode smyi_collect(void *cookie, const char *bytes, size_t length);

#endif
