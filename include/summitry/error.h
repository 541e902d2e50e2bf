/* SPDX-License-Identifier: Apache-2.0 */
/* What can go wrong, where it went wrong, and what to do about it. */
#ifndef SUMMITRY_ERROR_H
#define SUMMITRY_ERROR_H

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define SMY_API        __attribute__((visibility("default")))
#define SMY_MUST_CHECK __attribute__((warn_unused_result))
#else
#define SMY_API
#define SMY_MUST_CHECK
#endif

/* One list; the enum and the texts of smy_code_text() are expanded from it. */
#define SMY_CODES(X)                                                                       \
    X(SMY_OK, "success")                                                                   \
    X(SMY_ERR_NOMEM, "out of memory")                                                      \
    X(SMY_ERR_IO, "cannot read or write")                                                  \
    X(SMY_ERR_SYNTAX, "malformed input")                                                   \
    X(SMY_ERR_TYPE, "value of the wrong kind")                                             \
    X(SMY_ERR_RANGE, "value outside its range")                                            \
    X(SMY_ERR_UNKNOWN, "unknown name")                                                     \
    X(SMY_ERR_MISSING, "something required is missing")                                    \
    X(SMY_ERR_DUPLICATE, "given twice")                                                    \
    X(SMY_ERR_CONFLICT, "statements that exclude each other")                              \
    X(SMY_ERR_LIMIT, "too large, too deep or too many")                                    \
    X(SMY_ERR_CITATION, "citation that does not hold")                                     \
    X(SMY_ERR_ARGUMENT, "argument that makes no sense")                                    \
    X(SMY_ERR_CANCELLED, "cancelled")

typedef enum SmyCode {
#define X(code, text) code,
    SMY_CODES(X)
#undef X
} SmyCode;

/** The caller's own; nothing to free. */
typedef struct SmyError {
    SmyCode code;
    int line, column;  /* 1-based; 0 when there is no place in a file */
    char file[256];    /* empty when there is none; a long path keeps its end */
    char message[512]; /* the name, the value and the rule in one sentence, UTF-8 */
    char hint[256];    /* what to do; empty when there is nothing to add */
} SmyError;

typedef enum SmySeverity {
    SMY_SEVERITY_ERROR,  /* the input is refused */
    SMY_SEVERITY_NOTICE, /* the input is taken; a person should look */
} SmySeverity;

/**
 * Called once for each complaint about an input, in order of place.
 * `complaint` lives as long as the call.
 */
typedef void SmyComplaintFn(void *cookie, SmySeverity severity, const SmyError *complaint);

/** The text of a code, in English. Never NULL. Lives as long as the program. */
SMY_API const char *smy_code_text(SmyCode code);

#ifdef __cplusplus
}
#endif
#endif
