/* SPDX-License-Identifier: Apache-2.0 */
/* Writing what was read into the result tree: what its parts share. */
#ifndef SMYI_READING_WRITTEN_H
#define SMYI_READING_WRITTEN_H

#include "reading/reading.h"
#include "text/legacy.h"

void smyi_write_count(SmyResult *result, SmyNode *parent, const char *key, size_t n);
/** The words of code points start..end. */
void smyi_write_words(const SmyiReading *reading, const SmyiPaper *paper, SmyNode *parent,
                      const char *key, size_t start, size_t end);
/** "start", "end" and "text" of folded from..to. */
void smyi_write_range(const SmyiReading *reading, size_t paper, SmyNode *parent,
                      size_t from, size_t to);
/** A date, or null. */
void smyi_write_day(SmyResult *result, SmyNode *parent, const char *key, SmyiDay day);

void smyi_write_actors(const SmyiReading *reading, SmyNode *root);
void smyi_write_statements(const SmyiReading *reading, SmyNode *root);
void smyi_write_relations(const SmyiReading *reading, SmyNode *root);
void smyi_write_kept_out(const SmyiReading *reading, SmyNode *root);

#endif
