/* SPDX-License-Identifier: Apache-2.0 */
/* Reading documents by rules and dictionaries: who says what, who acts towards whom. */
#ifndef SUMMITRY_READ_H
#define SUMMITRY_READ_H

#include <stddef.h>

#include "summitry/error.h"
#include "summitry/tree.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Bytes of a document, a file or in memory. */
typedef struct SmyDocument {
    const char *name;  /* a path; in memory, what messages call it */
    const char *bytes; /* NULL: read the file `name` */
    size_t length;
} SmyDocument;

typedef struct SmyReadingOptions {
    const char *date;     /* of the documents, "2025-08-16"; NULL: as they say themselves */
    const char *lang;     /* of the documents, "zh-Hant"; NULL: as they say, or detected */
    const char *encoding; /* "Big5"; NULL: detected */
    const char *const *actor_files; /* dictionaries beside the shipped one (docs/read.md) */
    size_t n_actor_files;
    const char *language;     /* of the actors' names in the result, "en" */
    SmyComplaintFn *complain; /* mistakes in dictionaries, notices; NULL: none wanted */
    void *cookie;
} SmyReadingOptions;

/** Sets everything to its default: nothing known beforehand, names in English. */
SMY_API void smy_reading_options_init(SmyReadingOptions *options);

/**
 * Reads plain text, HTML and PDF documents. The tree (docs/read.md) holds the documents with
 * their sentences and dates, the actors with their mentions and offices, statements, relations,
 * and who is mentioned as kept out; each item names the rule that found it, and its range in
 * code points of the document's text. The same bytes and options give the same tree.
 *
 * Errors, with the document's name as file: SMY_ERR_IO; SMY_ERR_TYPE (binary, of an unknown
 * encoding, locked); SMY_ERR_MISSING (a PDF without pdftotext, HTML without libxml2);
 * SMY_ERR_LIMIT (more than 16 MiB, HTML nested too deep, pdftotext took too long);
 * SMY_ERR_ARGUMENT (an option); those of a dictionary; SMY_ERR_NOMEM. *out is NULL then; else
 * the caller frees it. options may be NULL.
 */
SMY_API SMY_MUST_CHECK SmyCode smy_read(const SmyDocument *documents, size_t n_documents,
                                        const SmyReadingOptions *options, SmyResult **out,
                                        SmyError *err);

#ifdef __cplusplus
}
#endif
#endif
