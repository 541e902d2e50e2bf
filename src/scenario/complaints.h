/* SPDX-License-Identifier: Apache-2.0 */
/* Complaints about a file: gathered as they are found, told in the order of the file. */
#ifndef SMYI_SCENARIO_COMPLAINTS_H
#define SMYI_SCENARIO_COMPLAINTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"
#include "scenario/notices.h"

enum {
    SMYI_ERRORS_TOLD = 50, /* of one file */
    SMYI_NOTICES_TOLD = 100,
    SMYI_COMPLAINTS_KEPT = 500,
};

typedef struct SmyiComplaint {
    SmySeverity severity;
    size_t order; /* of finding */
    SmyError error;
    SmyiNote note; /* of a notice; its texts live as long as the scenario */
} SmyiComplaint;

/** Initialise with the arena they live in and nothing else. */
typedef struct SmyiComplaints {
    SmyiArena *arena;
    size_t n_errors,
        n_notices; /* found; those beyond SMYI_COMPLAINTS_KEPT are only counted */
    size_t n_kept;
    SmyiComplaint *kept[SMYI_COMPLAINTS_KEPT];
    bool no_memory; /* memory ran out, here or where a caller says so */
} SmyiComplaints;

/** Adds one. hint may be NULL. Returns it, or NULL where no more are kept or memory ran out. */
SmyiComplaint *smyi_complaints_add(SmyiComplaints *all, SmySeverity severity, SmyCode code,
                                   SmyiPlace place, const char *hint, const char *format,
                                   ...) __attribute__((format(printf, 6, 7)));

/**
 * Sorts them by place, those without one first, and drops what was said twice. To be called
 * before they are told.
 */
void smyi_complaints_sort(SmyiComplaints *all);

/**
 * Tells the sorted complaints in order: at most SMYI_ERRORS_TOLD errors and SMYI_NOTICES_TOLD
 * notices, and a last notice for the rest. The first error goes to *err (NULL is fine).
 * Returns the code of the first error, or SMY_OK.
 */
SmyCode smyi_complaints_tell(const SmyiComplaints *all, SmyComplaintFn *complain,
                             void *cookie, SmyError *err);

#endif
