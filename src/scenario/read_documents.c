/* SPDX-License-Identifier: Apache-2.0 */
/* The section "documents". */
#include <string.h>

#include "scenario/reader.h"

static void read_title(SmyiReader *reader, const SmyiValue *value, void *into)
{
    smyi_read_texts(reader, value, &((SmyiDocument *)into)->title);
}

static void read_language(SmyiReader *reader, const SmyiValue *value, void *into)
{
    ((SmyiDocument *)into)->language = smyi_read_language(reader, value);
}

static void read_date(SmyiReader *reader, const SmyiValue *value, void *into)
{
    ((SmyiDocument *)into)->date = smyi_read_date(reader, value);
}

static void read_url(SmyiReader *reader, const SmyiValue *value, void *into)
{
    ((SmyiDocument *)into)->url = smyi_read_text(reader, value);
}

static void read_grade(SmyiReader *reader, const SmyiValue *value, void *into)
{
    smyi_read_grade(reader, value, &((SmyiDocument *)into)->grade);
}

/* 64 digits without quotes might be typed as a number: the text counts. Kept in lower case. */
static void read_sha256(SmyiReader *reader, const SmyiValue *value, void *into)
{
    enum { DIGITS = 64 };
    const char *text = value->text;
    bool hash =
        text && strlen(text) == DIGITS && strspn(text, "0123456789abcdefABCDEF") == DIGITS;
    if (!hash) {
        smyi_refuse(reader, SMY_ERR_RANGE, value, "sha256sum FILE prints it",
                    "%s is %s; it takes 64 hexadecimal digits", smyi_path(reader, value),
                    smyi_shown(reader, value));
        return;
    }
    char *lower = smyi_taken(reader, smyi_arena_copy(reader->arena, text, DIGITS));
    for (size_t i = 0; lower && i < DIGITS; i++)
        if (lower[i] >= 'A' && lower[i] <= 'F')
            lower[i] = (char)(lower[i] - 'A' + 'a');
    ((SmyiDocument *)into)->sha256 = lower;
}

static void read_document(SmyiReader *reader, const SmyiValue *entry, void *into)
{
    static const SmyiKey keys[] = {
        {"title", read_title, false},       {"lang", read_language, false},
        {"date", read_date, false},         {"sha256", read_sha256, false},
        {"reliability", read_grade, false}, {"url", read_url, false}};
    (void)into;
    SmyScenario *scenario = reader->scenario;
    SmyiDocument *document = &scenario->documents[scenario->n_documents];
    *document =
        (SmyiDocument){.id = smyi_read_key_name(reader, entry), .place = entry->key->place};
    if (!smyi_read_map(reader, entry, keys, sizeof keys / sizeof *keys, document) ||
        !document->id)
        return;
    if (!smyi_index_add(&scenario->document_names, document->id,
                        (int)scenario->n_documents))
        reader->complaints.no_memory = true;
    scenario->n_documents++;
}

void smyi_read_documents(SmyiReader *reader, const SmyiValue *value, void *into)
{
    reader->scenario->documents = SMYI_TAKE(reader, value->size, SmyiDocument);
    if (reader->scenario->documents)
        (void)smyi_read_entries(reader, value, false, read_document, into);
}
