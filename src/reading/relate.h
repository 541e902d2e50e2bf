/* SPDX-License-Identifier: Apache-2.0 */
/* Relations: what the rules of both languages share. */
#ifndef SMYI_READING_RELATE_H
#define SMYI_READING_RELATE_H

#include "reading/reading.h"

/** Dates and adds it; false: those who act or are acted upon are not known. */
bool smyi_relate(SmyiReading *reading, SmyiRelation relation);
/** The relation of the verb t, by the rules of the language. */
void smyi_relate_zh(SmyiReading *reading, size_t paper, size_t t);
void smyi_relate_en(SmyiReading *reading, size_t paper, size_t t);

#endif
