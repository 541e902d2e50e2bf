/* SPDX-License-Identifier: Apache-2.0 */
/* Complaints about a file: gathered as they are found, told in the order of the file. */
#include "scenario/complaints.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

SmyiComplaint *smyi_complaints_add(SmyiComplaints *all, SmySeverity severity, SmyCode code,
                                   SmyiPlace place, const char *hint, const char *format,
                                   ...)
{
    *(severity == SMY_SEVERITY_ERROR ? &all->n_errors : &all->n_notices) += 1;
    if (all->n_kept == SMYI_COMPLAINTS_KEPT)
        return NULL;
    SmyiComplaint *one = SMYI_NEW(all->arena, 1, SmyiComplaint);
    if (!one) {
        all->no_memory = true;
        return NULL;
    }
    char message[sizeof one->error.message +
                 8]; /* longer than fits: smyi_fail_at() sees it */
    va_list args;
    va_start(args, format);
    (void)vsnprintf(message, sizeof message, format, args);
    va_end(args);
    (void)smyi_fail_at(&one->error, code, place, hint, "%s", message);
    one->severity = severity;
    one->order = all->n_kept;
    all->kept[all->n_kept++] = one;
    return one;
}

static int by_place(const void *left, const void *right)
{
    const SmyiComplaint *a = *(SmyiComplaint *const *)left;
    const SmyiComplaint *b = *(SmyiComplaint *const *)right;
    if (a->error.line != b->error.line)
        return a->error.line < b->error.line ? -1 : 1;
    if (a->error.column != b->error.column)
        return a->error.column < b->error.column ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

static bool is_same(const SmyiComplaint *a, const SmyiComplaint *b)
{
    return a->severity == b->severity && a->error.line == b->error.line &&
           a->error.column == b->error.column &&
           strcmp(a->error.message, b->error.message) == 0;
}

void smyi_complaints_sort(SmyiComplaints *all)
{
    qsort(all->kept, all->n_kept, sizeof all->kept[0], by_place);
    size_t n = 0;
    for (size_t i = 0; i < all->n_kept; i++) {
        if (n && is_same(all->kept[n - 1], all->kept[i]))
            *(all->kept[i]->severity == SMY_SEVERITY_ERROR ? &all->n_errors
                                                           : &all->n_notices) -= 1;
        else
            all->kept[n++] = all->kept[i];
    }
    all->n_kept = n;
}

/* Says that there is more than was told. */
static void tell_rest(size_t n, const char *what, SmyComplaintFn *complain, void *cookie)
{
    SmyError rest;
    (void)smyi_fail(&rest, SMY_ERR_LIMIT, "%zu more %s of this file are not shown", n,
                    what);
    complain(cookie, SMY_SEVERITY_NOTICE, &rest);
}

SmyCode smyi_complaints_tell(const SmyiComplaints *all, SmyComplaintFn *complain,
                             void *cookie, SmyError *err)
{
    SmyCode first = SMY_OK;
    size_t n_errors = 0, n_notices = 0;
    for (size_t i = 0; i < all->n_kept; i++) {
        const SmyiComplaint *one = all->kept[i];
        bool is_error = one->severity == SMY_SEVERITY_ERROR;
        if (is_error && first == SMY_OK) {
            first = one->error.code;
            if (err)
                *err = one->error;
        }
        size_t *n = is_error ? &n_errors : &n_notices;
        if (*n == (is_error ? SMYI_ERRORS_TOLD : SMYI_NOTICES_TOLD))
            continue;
        (*n)++;
        if (complain)
            complain(cookie, one->severity, &one->error);
    }
    if (complain && all->n_errors > n_errors)
        tell_rest(all->n_errors - n_errors, "errors", complain, cookie);
    if (complain && all->n_notices > n_notices)
        tell_rest(all->n_notices - n_notices, "notices", complain, cookie);
    return first;
}
