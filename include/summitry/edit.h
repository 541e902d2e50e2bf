/* SPDX-License-Identifier: Apache-2.0 */
/* Changing one value of a scenario file: all other bytes, comments among them, stay. */
#ifndef SUMMITRY_EDIT_H
#define SUMMITRY_EDIT_H

#include <stddef.h>

#include "summitry/error.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The text of a changed scenario file. */
typedef struct SmyEdited SmyEdited;

/**
 * Replaces the value at `path` of the scenario file `text` by `value`, as written: a number, a
 * text in quotes, or a list or map in brackets, on one line ("62", "{low: 5, mode: 9, high: 12}").
 * `path` is that of messages: "stances.russia.territory.position", "claims[0].holds". What is
 * replaced must be a scalar, or a list or map in brackets. The result is read again and must
 * be a good scenario; `name` stands for the file in messages.
 *
 * Errors: SMY_ERR_UNKNOWN (nothing at the path), SMY_ERR_TYPE (a block that has no brackets),
 * SMY_ERR_SYNTAX (the value is not one value on one line), those of smy_scenario_parse() for
 * the text before or after, SMY_ERR_NOMEM. *out is NULL then; else the caller frees it.
 */
SMY_API SMY_MUST_CHECK SmyCode smy_scenario_edit(const char *text, size_t length,
                                                 const char *name, const char *path,
                                                 const char *value, SmyEdited **out,
                                                 SmyError *err);

typedef enum SmyEditKind {
    SMY_EDIT_VALUE, /* as smy_scenario_edit() */
    /* As SMY_EDIT_VALUE; but where an estimate is written as a map in brackets, its numbers alone
       are replaced: what it cites, whose judgement it is and what is stated stay. */
    SMY_EDIT_ESTIMATE,
} SmyEditKind;

typedef struct SmyEdit {
    SmyEditKind kind;
    const char *path, *value; /* as of smy_scenario_edit() */
} SmyEdit;

/**
 * Several values, one after the other; only what comes of all of them must be a good scenario, so
 * that an actor can leave one list and come into another. An entry that is missing in a map is
 * added to it: before the first one, on a line of its own or in its brackets.
 *
 * Errors: those of smy_scenario_edit(). *out is NULL then: all are made, or none.
 * Cost: O(n * length).
 */
SMY_API SMY_MUST_CHECK SmyCode smy_scenario_edit_all(const char *text, size_t length,
                                                     const char *name, const SmyEdit *edits,
                                                     size_t n, SmyEdited **out,
                                                     SmyError *err);

/** The whole new text, with a NUL behind it; lives as long as `edited`. */
SMY_API const char *smy_edited_text(const SmyEdited *edited);
/** Its length in bytes. */
SMY_API size_t smy_edited_length(const SmyEdited *edited);
/** NULL is fine. */
SMY_API void smy_edited_free(SmyEdited *edited);

#ifdef __cplusplus
}
#endif
#endif
