/* SPDX-License-Identifier: Apache-2.0 */
/* The cited documents that are at hand, and whether citations hold in them. */
#include "scenario/at_hand.h"

#include <stdio.h>
#include <string.h>

#include "text/anchor.h"
#include "text/document.h"
#include "text/file.h"
#include "text/library.h"
#include "text/source.h"

enum { SHOWN_POINTS = 80 }; /* of a passage in a message */

struct SmyiAtHand {
    SmyiWanted *wanted;      /* [n_documents] */
    SmyiDocumentText *texts; /* [n_documents]; text NULL: not at hand, or not readable */
    SmyError *whys;          /* [n_documents]; why it is not readable */
};

/* ---- Looking for them ---- */

static bool search(SmyiReader *reader, const SmyReadOptions *options, SmyiWanted *wanted)
{
    const SmyScenario *scenario = reader->scenario;
    for (size_t d = 0; d < scenario->n_documents; d++)
        wanted[d] = (SmyiWanted){.id = scenario->documents[d].id,
                                 .sha256 = scenario->documents[d].sha256};
    bool complete = true;
    SmyError error;
    SmyCode code =
        smyi_library_search(options->document_folders, options->n_document_folders, wanted,
                            scenario->n_documents, reader->scratch, &complete, &error);
    if (code == SMY_ERR_NOMEM) {
        reader->complaints.no_memory = true;
    } else if (code != SMY_OK) {
        const char *folder = smyi_taken(
            reader, smyi_arena_copy(reader->scratch, error.file, strlen(error.file)));
        smyi_refuse_at(reader, code, (SmyiPlace){.file = folder}, error.hint, "%s",
                       error.message);
    } else if (!complete) {
        smyi_remark(reader,
                    &(SmyiNote){"folders_too_large", {SMYI_FACT_NUMBER("most", 10000)}},
                    SMY_ERR_LIMIT, (SmyiPlace){.file = scenario->file},
                    "name the folder that holds the documents",
                    "the folders hold more than 10000 files; not all were looked at");
    }
    return code == SMY_OK;
}

/* The file that is called as the document, in place of the one with its hash. */
static bool take_edited(SmyiReader *reader, SmyiWanted *wanted)
{
    char *bytes;
    size_t length;
    SmyError ignored; /* what cannot be read is not at hand */
    if (!wanted->namesake ||
        smyi_file_read(wanted->namesake, SMYI_MOST_DOCUMENT, reader->scratch, &bytes,
                       &length, &ignored) != SMY_OK)
        return false;
    wanted->bytes = bytes;
    wanted->length = length;
    return true;
}

void smyi_find_documents(SmyiReader *reader, const SmyReadOptions *options)
{
    SmyScenario *scenario = reader->scenario;
    if (options->n_document_folders == 0)
        return;
    struct SmyiAtHand *hand =
        smyi_taken(reader, SMYI_NEW(reader->scratch, 1, struct SmyiAtHand));
    size_t n = scenario->n_documents;
    SmyiWanted *wanted = smyi_taken(reader, SMYI_NEW(reader->scratch, n, SmyiWanted));
    SmyiDocumentText *texts =
        smyi_taken(reader, SMYI_NEW(reader->scratch, n, SmyiDocumentText));
    SmyError *whys = smyi_taken(reader, SMYI_NEW(reader->scratch, n, SmyError));
    if (!hand || !wanted || !texts || !whys || !search(reader, options, wanted))
        return;
    *hand = (struct SmyiAtHand){wanted, texts, whys};
    for (size_t d = 0; d < n; d++) {
        if (options->edited && !wanted[d].bytes)
            scenario->documents[d].edited = take_edited(reader, &wanted[d]);
        if (!wanted[d].bytes)
            continue;
        SmyiSource source;
        SmyError why = {0};
        SmyCode code = smyi_source_read(wanted[d].bytes, wanted[d].length, NULL,
                                        reader->scratch, &source, &why);
        texts[d] = source.text;
        if (code != SMY_OK)
            whys[d] = why;
        reader->complaints.no_memory |= code == SMY_ERR_NOMEM;
        scenario->documents[d].found = !scenario->documents[d].edited;
        scenario->documents[d].at_hand = code == SMY_OK;
        scenario->documents[d].n_code_points = texts[d].n_code_points;
    }
    reader->hand = hand;
}

/* ---- Citations ---- */

static bool verify_range(SmyiReader *reader, const SmyiValue *at,
                         const SmyiDocumentText *document, const SmyiCitation *citation)
{
    if (citation->end <= document->n_code_points)
        return true;
    smyi_refuse(reader, SMY_ERR_CITATION, at,
                "count code points of the text in NFC, without the byte order mark",
                "%s ends behind the document, which has %zu code points",
                smyi_shown(reader, at), document->n_code_points);
    return false;
}

/* What stands in the document nearest to the words, as a hint; NULL where nothing is near. */
static const char *nearest_words(SmyiReader *reader, const SmyiDocumentText *document,
                                 const SmyiCitation *citation)
{
    SmyiNear near;
    if (smyi_document_near(document, citation->exact, citation->prefix, citation->suffix,
                           reader->scratch, &near) != SMY_OK ||
        near.n_found == 0)
        return NULL;
    size_t end =
        near.end - near.start > SHOWN_POINTS ? near.start + SHOWN_POINTS : near.end;
    const char *words = smyi_document_quote(document, near.start, end, reader->scratch);
    return words ? smyi_arena_print(reader->scratch,
                                    "the nearest stand at %zu-%zu, %zu edit%s away: %s",
                                    near.start, near.end, near.distance,
                                    near.distance == 1 ? "" : "s", words)
                 : NULL;
}

static bool verify_words(SmyiReader *reader, const SmyiValue *at,
                         const SmyiDocumentText *document, SmyiCitation *citation)
{
    SmyiPassage passage;
    if (smyi_document_find(document, citation->exact, citation->prefix, citation->suffix,
                           reader->scratch, &passage) != SMY_OK) {
        reader->complaints.no_memory = true;
        return false;
    }
    if (passage.n_found == 0) {
        const char *near = nearest_words(reader, document, citation);
        smyi_refuse(reader, SMY_ERR_CITATION, at,
                    near ? near : "copy the words as they stand, line ends included",
                    "these words are not in the document: %s", citation->shown);
    } else if (passage.n_found > 1) {
        smyi_refuse(reader, SMY_ERR_CITATION, at,
                    "add \"prefix\" or \"suffix\": the words just before or behind",
                    "these words stand in the document more than once: %s",
                    citation->shown);
    }
    citation->start = passage.start;
    citation->end = passage.end;
    return passage.n_found == 1;
}

/* The words that a range is said to hold. */
static bool verify_both(SmyiReader *reader, const SmyiValue *at,
                        const SmyiDocumentText *document, const SmyiCitation *citation)
{
    const char *exact = smyi_nfc(citation->exact, reader->scratch);
    const char *there =
        smyi_document_quote(document, citation->start, citation->end, reader->scratch);
    reader->complaints.no_memory |= !exact || !there;
    if (!exact || !there || strcmp(exact, there) == 0)
        return exact && there;
    const char *near = nearest_words(reader, document, citation);
    smyi_refuse(reader, SMY_ERR_CITATION, at,
                near ? near : "copy the words as they stand, line ends included",
                "other words stand at %s", citation->shown);
    return false;
}

static bool verify(SmyiReader *reader, const SmyiValue *at,
                   const SmyiDocumentText *document, SmyiCitation *citation)
{
    if (!citation->by_range)
        return verify_words(reader, at, document, citation);
    return verify_range(reader, at, document, citation) &&
           (!citation->exact || verify_both(reader, at, document, citation));
}

/* In an edited document: words are found again, a range alone is stale. */
static void follow(SmyiReader *reader, const SmyiDocumentText *document,
                   SmyiCitation *citation)
{
    SmyiNear near = {0};
    citation->state = SMYI_CITE_STALE;
    if (citation->exact &&
        smyi_document_near(document, citation->exact, citation->prefix, citation->suffix,
                           reader->scratch, &near) != SMY_OK)
        reader->complaints.no_memory = true;
    if (near.n_found != 1)
        return;
    citation->state = SMYI_CITE_FOLLOWED;
    citation->start = near.start;
    citation->end = near.end;
    citation->distance = near.distance;
}

bool smyi_verify_citation(SmyiReader *reader, const SmyiValue *at, SmyiCitation *citation)
{
    const SmyiDocument *document = &reader->scenario->documents[citation->document];
    const SmyiDocumentText *text =
        reader->hand ? &reader->hand->texts[citation->document] : NULL;
    if (!text || !text->text)
        return true;
    if (document->edited)
        follow(reader, text, citation);
    else if (verify(reader, at, text, citation))
        citation->state = SMYI_CITE_VERIFIED;
    else
        return false;
    if (citation->state == SMYI_CITE_STALE)
        return true;
    citation->quoted =
        smyi_document_quote(text, citation->start, citation->end, reader->arena);
    reader->complaints.no_memory |= !citation->quoted;
    return true;
}

/* ---- What is wrong with a document ---- */

/* How many citations of an edited document were found again. */
static void remark_edited(SmyiReader *reader, size_t d)
{
    const SmyScenario *scenario = reader->scenario;
    size_t followed = 0, stale = 0;
    for (size_t c = 0; c < scenario->n_citations; c++)
        if (scenario->citations[c]->document == (int)d)
            *(scenario->citations[c]->state == SMYI_CITE_FOLLOWED ? &followed : &stale) +=
                1;
    smyi_remark(
        reader,
        &(SmyiNote){"document_edited",
                    {SMYI_FACT("document", scenario->documents[d].id),
                     SMYI_FACT_NUMBER("found", (double)followed),
                     SMYI_FACT_NUMBER("stale", (double)stale)}},
        SMY_ERR_CITATION, scenario->documents[d].place,
        "give its new sha256 and ranges once they are looked at",
        "\"%s\" was edited since it was cited: %zu citation%s found again, %zu stale",
        scenario->documents[d].id, followed, followed == 1 ? "" : "s", stale);
}

static void remark_document(SmyiReader *reader, size_t d, size_t n_cites)
{
    const SmyiDocument *document = &reader->scenario->documents[d];
    const SmyiWanted *wanted = &reader->hand->wanted[d];
    char hint[256] = "look for the file with this SHA-256, or name its folder";
    if (document->found)
        smyi_remark(reader,
                    &(SmyiNote){"document_unreadable",
                                {SMYI_FACT("document", document->id),
                                 SMYI_FACT_NUMBER("citations", (double)n_cites)}},
                    SMY_ERR_TYPE, document->place, reader->hand->whys[d].hint,
                    "the document \"%s\" cannot be read: %s; %zu citation%s unseen",
                    document->id, reader->hand->whys[d].message, n_cites,
                    n_cites == 1 ? " is" : "s are");
    else if (!document->sha256) {
        (void)snprintf(hint, sizeof hint, "add its sha256%s%s",
                       wanted->namesake ? "; the file of this name has " : "",
                       wanted->namesake ? wanted->namesake_sha256 : "");
        smyi_remark(reader,
                    &(SmyiNote){"document_without_hash",
                                {SMYI_FACT("document", document->id),
                                 SMYI_FACT_NUMBER("citations", (double)n_cites)}},
                    SMY_ERR_MISSING, document->place, hint,
                    "the document \"%s\" has no hash: %zu citation%s unseen", document->id,
                    n_cites, n_cites == 1 ? " is" : "s are");
    } else if (wanted->namesake) {
        (void)snprintf(hint, sizeof hint,
                       "the file's SHA-256 is %s; --edited finds quoted words again in it",
                       wanted->namesake_sha256);
        smyi_refuse_at(reader, SMY_ERR_CITATION, document->place, hint,
                       "\"%s\" is cited here (%zu), and the file %s has another hash",
                       document->id, n_cites, wanted->namesake);
    } else {
        smyi_remark(reader,
                    &(SmyiNote){"document_not_at_hand",
                                {SMYI_FACT("document", document->id),
                                 SMYI_FACT_NUMBER("citations", (double)n_cites)}},
                    SMY_ERR_CITATION, document->place, hint,
                    "the document \"%s\" is not at hand: %zu citation%s unseen",
                    document->id, n_cites, n_cites == 1 ? " is" : "s are");
    }
}

void smyi_remark_documents(SmyiReader *reader)
{
    const SmyScenario *scenario = reader->scenario;
    if (!reader->hand)
        return;
    size_t *n_cites =
        smyi_taken(reader, SMYI_NEW(reader->scratch, scenario->n_documents, size_t));
    for (size_t c = 0; n_cites && c < scenario->n_citations; c++)
        n_cites[scenario->citations[c]->document]++;
    for (size_t d = 0; n_cites && d < scenario->n_documents; d++)
        if (n_cites[d] && scenario->documents[d].edited)
            remark_edited(reader, d);
        else if (n_cites[d] && !scenario->documents[d].at_hand)
            remark_document(reader, d, n_cites[d]);
}
