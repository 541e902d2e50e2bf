/* SPDX-License-Identifier: Apache-2.0 */
/* Kinds of acting and their PLOVER categories. */
#include <string.h>

#include "reading/words.h"

/* Source: plover2023. Annexing and occupying are ASSAULT there (conquest), warning is THREATEN. */
const SmyiAct smyi_acts[] = {
    {"meet", "CONSULT", 1},      {"call", "CONSULT", 1},      {"visit", "CONSULT", 0},
    {"mediate", "CONSULT", 0},   {"agree", "AGREE", 1},       {"support", "SUPPORT", 0},
    {"recognise", "SUPPORT", 0}, {"praise", "SUPPORT", 0},    {"cooperate", "COOPERATE", 1},
    {"arm", "AID", 0},           {"aid", "AID", 0},           {"concede", "CONCEDE", 0},
    {"release", "CONCEDE", 0},   {"withdraw", "RETREAT", 0},  {"press", "REQUEST", 0},
    {"invite", "CONSULT", 0},    {"accuse", "ACCUSE", 0},     {"reject", "REJECT", 0},
    {"threaten", "THREATEN", 0}, {"sanction", "SANCTION", 0}, {"protest", "PROTEST", 0},
    {"mobilise", "MOBILIZE", 0}, {"coerce", "COERCE", 0},     {"annex", "ASSAULT", 0},
    {"attack", "ASSAULT", 0},    {"exclude", "REJECT", 0},
};

const size_t smyi_n_acts = sizeof smyi_acts / sizeof *smyi_acts;

size_t smyi_act(const char *id)
{
    size_t a = 0;
    while (a + 1 < smyi_n_acts && strcmp(smyi_acts[a].id, id) != 0)
        a++;
    return a;
}
