/* SPDX-License-Identifier: Apache-2.0 */
/* How far a source is trusted, and who says otherwise. */
#include <string.h>

#include "scenario/citation.h"

enum { MOST_DISPUTES = 64 };

static const char how_graded[] =
    "A (completely reliable) to E (unreliable), F (cannot be judged); 1 (confirmed) to 5 "
    "(improbable), 6 (cannot be judged) may follow: B2";

void smyi_read_grade(SmyiReader *reader, const SmyiValue *value, SmyiGrade *grade)
{
    const char *text = value->kind == SMYI_VALUE_TEXT ? value->text : "";
    size_t length = strlen(text);
    bool letter = length >= 1 && text[0] >= 'A' && text[0] <= 'F';
    bool digit = length == 2 && text[1] >= '1' && text[1] <= '6';
    if (value->kind == SMYI_VALUE_BAD)
        return;
    if (!letter || (length != 1 && !digit)) {
        smyi_refuse(reader, SMY_ERR_RANGE, value, how_graded,
                    "%s is %s; it takes a grade such as B or B2", smyi_path(reader, value),
                    smyi_shown(reader, value));
        return;
    }
    grade->reliability = text[0];
    grade->credibility = length == 2 ? text[1] : '\0';
}

/* ---- Who says otherwise ---- */

typedef struct Dispute {
    SmyiDispute told;
    SmyiCitation *cite; /* room for one */
    bool cited;
} Dispute;

static void read_voice(SmyiReader *reader, const SmyiValue *value, void *into)
{
    ((Dispute *)into)->told.voice = smyi_read_voice(reader, value);
}

static void read_cite(SmyiReader *reader, const SmyiValue *value, void *into)
{
    Dispute *dispute = into;
    dispute->cited = smyi_read_citation(reader, value, dispute->cite);
}

typedef struct Disputes {
    SmyiDispute *all;
    SmyiCitation *cites;
    size_t n;
} Disputes;

/* An actor, or {voice, cite}. */
static void read_dispute(SmyiReader *reader, const SmyiValue *value, void *into)
{
    static const SmyiKey keys[] = {{"voice", read_voice, true}, {"cite", read_cite, false}};
    Disputes *disputes = into;
    Dispute one = {.told.voice = SMYI_NONE, .cite = &disputes->cites[disputes->n]};
    if (value->kind == SMYI_VALUE_MAP)
        (void)smyi_read_map(reader, value, keys, sizeof keys / sizeof *keys, &one);
    else if (value->kind != SMYI_VALUE_BAD)
        one.told.voice = smyi_read_voice(reader, value);
    if (one.told.voice == SMYI_NONE)
        return;
    if (one.cited) {
        one.told.cite = one.cite;
        smyi_list_citation(reader, one.cite);
    }
    disputes->all[disputes->n++] = one.told;
}

size_t smyi_read_disputes(SmyiReader *reader, const SmyiValue *value,
                          const SmyiDispute **disputes)
{
    bool list = value->kind == SMYI_VALUE_LIST;
    size_t room = list ? value->size : 1;
    if (room > MOST_DISPUTES) {
        smyi_refuse(reader, SMY_ERR_LIMIT, value, "name those who matter most",
                    "%zu who say otherwise; there may be %d", room, (int)MOST_DISPUTES);
        return 0;
    }
    Disputes read = {.all = SMYI_TAKE(reader, room, SmyiDispute),
                     .cites = SMYI_TAKE(reader, room, SmyiCitation)};
    if (!read.all || !read.cites)
        return 0;
    if (list)
        (void)smyi_read_list(reader, value, read_dispute, &read);
    else
        read_dispute(reader, value, &read);
    *disputes = read.all;
    return read.n;
}
