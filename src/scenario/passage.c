/* SPDX-License-Identifier: Apache-2.0 */
/* A passage of a cited document, by code points. */
#include <string.h>

#include "base/tree.h"
#include "scenario/scenario.h"
#include "text/document.h"
#include "text/library.h"

static const SmyiDocument *find(const SmyScenario *scenario, const char *id)
{
    int d = smyi_index_find(&scenario->document_names, id);
    return d < 0 ? NULL : &scenario->documents[d];
}

/* The document's text, looked for by its hash. */
static SmyCode look_for(const SmyiDocument *document, const SmyReadOptions *options,
                        SmyiArena *mem, SmyiDocumentText *text, SmyError *err)
{
    SmyiWanted wanted = {.id = document->id, .sha256 = document->sha256};
    bool complete;
    SmyCode code =
        smyi_library_search(options->document_folders, options->n_document_folders, &wanted,
                            1, mem, &complete, err);
    if (code != SMY_OK)
        return code;
    if (!wanted.bytes)
        return smyi_fail_at(err, SMY_ERR_MISSING, (SmyiPlace){0},
                            "name the folder that holds it with --documents",
                            "the document \"%s\" is not at hand", document->id);
    code = smyi_document_text(wanted.bytes, wanted.length, mem, text);
    return code == SMY_OK ? code
                          : smyi_fail(err, code, "the document \"%s\" cannot be read: %s",
                                      document->id, smy_code_text(code));
}

static SmyCode write(const SmyiDocument *document, const SmyiDocumentText *text,
                     size_t from, size_t to, SmyiArena *mem, SmyResult **out)
{
    const char *quoted = smyi_document_quote(text, from, to, mem);
    SmyResult *result = quoted ? smyi_result_new() : NULL;
    if (!result)
        return SMY_ERR_NOMEM;
    SmyNode *root = result->root;
    smyi_add_text(result, root, "document", document->id);
    smyi_add_text(result, root, "sha256", document->sha256);
    smyi_add_text(result, root, "lang", document->language);
    smyi_add_number(result, root, "length", (double)text->n_code_points);
    smyi_add_number(result, root, "from", (double)from);
    smyi_add_number(result, root, "to", (double)to);
    smyi_add_text(result, root, "text", quoted);
    if (result->failed) {
        smy_result_free(result);
        return SMY_ERR_NOMEM;
    }
    *out = result;
    return SMY_OK;
}

static SmyCode quote(const SmyiDocument *document, const SmyReadOptions *options,
                     size_t from, size_t to, SmyiArena *mem, SmyResult **out, SmyError *err)
{
    SmyiDocumentText text;
    SmyCode code = look_for(document, options, mem, &text, err);
    if (code != SMY_OK)
        return code;
    if (to > text.n_code_points)
        to = text.n_code_points;
    if (from > to)
        return smyi_fail(err, SMY_ERR_RANGE,
                         "%zu-%zu is no passage of \"%s\", which has %zu code points", from,
                         to, document->id, text.n_code_points);
    code = write(document, &text, from, to, mem, out);
    return code == SMY_OK ? code : smyi_fail(err, code, "out of memory");
}

SmyCode smy_document_passage(const SmyScenario *scenario, const char *document,
                             const SmyReadOptions *options, size_t from, size_t to,
                             SmyResult **out, SmyError *err)
{
    SmyReadOptions none;
    smy_read_options_init(&none);
    const SmyiDocument *found = find(scenario, document);
    *out = NULL;
    if (!found)
        return smyi_fail(err, SMY_ERR_UNKNOWN, "the scenario names no document \"%.64s\"",
                         document);
    SmyiArena mem = {0};
    SmyCode code = quote(found, options ? options : &none, from, to, &mem, out, err);
    smyi_arena_free(&mem);
    return code;
}
