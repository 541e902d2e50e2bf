/* SPDX-License-Identifier: Apache-2.0 */
/* What the engine in a page has not: documents to look citations up in. */
#include "scenario/at_hand.h"

void smyi_find_documents(SmyiReader *reader, const SmyReadOptions *options)
{
    (void)reader, (void)options;
}

bool smyi_verify_citation(SmyiReader *reader, const SmyiValue *at, SmyiCitation *citation)
{
    (void)reader, (void)at, (void)citation;
    return true;
}

void smyi_remark_documents(SmyiReader *reader)
{
    (void)reader;
}
