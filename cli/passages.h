/* SPDX-License-Identifier: Apache-2.0 */
/* What is cited, with the paragraph around it. */
#ifndef CLI_PASSAGES_H
#define CLI_PASSAGES_H

#include "command.h"
#include "server/text.h"

/** {"DOCUMENT": {"sha256", "lang", "passages": [{"from", "to", "text"}]}} of what is at hand. */
void passages_write(Text *text, const SmyScenario *scenario, const Settings *settings);

#endif
