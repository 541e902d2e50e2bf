/* SPDX-License-Identifier: Apache-2.0 */
/* Scenarios: read from a file, checked as a whole, read-only afterwards. */
#ifndef SUMMITRY_SCENARIO_H
#define SUMMITRY_SCENARIO_H

#include <stdbool.h>
#include <stddef.h>

#include "summitry/error.h"
#include "summitry/tree.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A scenario. Constant once read, so that many runs and threads may share it. */
typedef struct SmyScenario SmyScenario;

typedef struct SmyReadOptions {
    SmyComplaintFn *complain; /* called for every error and notice; NULL: none wanted */
    void *cookie;
    const char *const *document_folders; /* searched for documents by hash */
    size_t n_document_folders;
    /* correlations that contradict each other: false: refused; true: the nearest that do not are
       taken, and a notice tells how far they are (docs/format.md) */
    bool mend_correlations;
    bool
        edited; /* false; true: a file of a document's name with another hash is taken as an
                    edited version of it, where quoted words are found again (docs/format.md) */
} SmyReadOptions;

/** Sets everything to its default: no callback, no folders. */
SMY_API void smy_read_options_init(SmyReadOptions *options);

/**
 * Reads and checks a scenario file (docs/format.md). All complaints of the file are given to
 * options->complain in one pass, at most 50 errors; the first error also goes to `err`.
 * With document folders, documents are found by the SHA-256 of their bytes and every citation
 * is verified; one that does not hold is an error, a document not at hand a notice.
 *
 * Errors: SMY_ERR_IO, SMY_ERR_SYNTAX and what SMY_CODES names; *out is NULL then.
 * The caller frees *out with smy_scenario_free(). options may be NULL.
 */
SMY_API SMY_MUST_CHECK SmyCode smy_scenario_read(const char *path,
                                                 const SmyReadOptions *options,
                                                 SmyScenario **out, SmyError *err);
/** The same from memory; `name` stands for the file in messages. */
SMY_API SMY_MUST_CHECK SmyCode smy_scenario_parse(const char *text, size_t length,
                                                  const char *name,
                                                  const SmyReadOptions *options,
                                                  SmyScenario **out, SmyError *err);
/** NULL is fine. */
SMY_API void smy_scenario_free(SmyScenario *scenario);

/** The scenario's id; lives as long as the scenario. */
SMY_API const char *smy_scenario_id(const SmyScenario *scenario);

/** SHA-256 of the file's bytes, 64 hexadecimal digits; lives as long as the scenario. */
SMY_API const char *smy_scenario_sha256(const SmyScenario *scenario);

/**
 * Code points from..to (half-open; `to` beyond the end is the end) of a document's text in NFC,
 * looked for in options->document_folders by its hash, as a tree: document, sha256, lang,
 * length (code points of the whole), from, to, text.
 *
 * Errors: SMY_ERR_UNKNOWN (no such document), SMY_ERR_MISSING (it is not at hand), SMY_ERR_TYPE
 * (it is no plain text), SMY_ERR_RANGE (from lies behind to or behind the end), SMY_ERR_IO (a
 * folder), SMY_ERR_NOMEM. The caller frees *out. Cost: reading the folders' files.
 */
SMY_API SMY_MUST_CHECK SmyCode smy_document_passage(const SmyScenario *scenario,
                                                    const char *document,
                                                    const SmyReadOptions *options,
                                                    size_t from, size_t to, SmyResult **out,
                                                    SmyError *err);

/**
 * What a check found, as a tree: counts of inputs cited, judged, unsupported; documents with
 * their state (verified, not at hand); each citation with its state and, where the document is
 * at hand, the quoted words; the inputs with their support (docs/format.md, last section).
 * The caller frees *out.
 */
SMY_API SMY_MUST_CHECK SmyCode smy_check(const SmyScenario *scenario, SmyResult **out,
                                         SmyError *err);

#ifdef __cplusplus
}
#endif
#endif
