/* SPDX-License-Identifier: Apache-2.0 */
/* Scenarios as JSON for where no YAML is read, such as a saved page: the same answers, bit for bit. */
#ifndef SUMMITRY_PACKED_H
#define SUMMITRY_PACKED_H

#include <stddef.h>

#include "summitry/error.h"
#include "summitry/scenario.h"
#include "summitry/tree.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * A scenario file as a tree: packed (1), file (its name), sha256, scenario (its values), places
 * (line and column of every key and value, in the order of the file), written (numbers and the
 * like that a person wrote in another way than JSON would). `name` stands for the file.
 *
 * Errors: those of smy_scenario_parse(), whose rules the text must keep. The caller frees *out.
 */
SMY_API SMY_MUST_CHECK SmyCode smy_scenario_pack(const char *text, size_t length,
                                                 const char *name, SmyResult **out,
                                                 SmyError *err);

/**
 * A scenario of what smy_scenario_pack() made: the same as of the file, messages included.
 * options->document_folders are not used.
 *
 * Errors: SMY_ERR_SYNTAX (not packed), those of smy_scenario_parse(). The caller frees *out.
 */
SMY_API SMY_MUST_CHECK SmyCode smy_scenario_unpack(const SmyNode *packed,
                                                   const SmyReadOptions *options,
                                                   SmyScenario **out, SmyError *err);

#ifdef __cplusplus
}
#endif
#endif
