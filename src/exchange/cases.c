/* SPDX-License-Identifier: Apache-2.0 */
/* Past decisions out of a file: which form it has, and the door that they come through. */
#include "scenario/cases.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/sha256.h"
#include "exchange/table.h"
#include "text/file.h"

enum { MOST_BYTES = 64 << 20 };

static bool is_deu(const SmyiTable *table)
{
    return smyi_table_column(table, "out") != SMYI_NO_COLUMN &&
           smyi_table_column(table, "rp") != SMYI_NO_COLUMN;
}

static SmyCode fill(SmyCases *cases, const char *text, size_t length, const char *name,
                    SmyError *err)
{
    SmyiTable table = {.cases = cases, .err = err};
    char hash[SMYI_SHA256_SIZE];
    smyi_sha256(text, length, hash);
    cases->sha256 = smyi_arena_copy(&cases->arena, hash, SMYI_SHA256_SIZE - 1);
    if (!cases->sha256)
        return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    SmyCode code = smyi_csv_read(text, length, name, &cases->arena, &table.csv, err);
    if (code == SMY_OK)
        code = smyi_table_check_heads(&table);
    if (code == SMY_OK)
        code = is_deu(&table) ? smyi_read_deu(&table) : smyi_read_long(&table);
    return code;
}

static SmyCases *cases_new(SmyError *err)
{
    SmyCases *cases = smyi_memory_take(sizeof *cases);
    if (cases)
        *cases = (SmyCases){0};
    else
        (void)smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    return cases;
}

static SmyCode finish(SmyCode code, SmyCases *cases, SmyCases **out)
{
    if (code == SMY_OK)
        *out = cases;
    else
        smy_cases_free(cases);
    return code;
}

SmyCode smy_cases_parse(const char *text, size_t length, const char *name, SmyCases **out,
                        SmyError *err)
{
    *out = NULL;
    SmyCases *cases = cases_new(err);
    if (!cases)
        return SMY_ERR_NOMEM;
    if (length > MOST_BYTES)
        return finish(smyi_fail(err, SMY_ERR_LIMIT, "the table is too large"), cases, out);
    return finish(fill(cases, text, length, name, err), cases, out);
}

SmyCode smy_cases_read(const char *path, SmyCases **out, SmyError *err)
{
    *out = NULL;
    char *text = NULL;
    size_t length = 0;
    SmyCases *cases = cases_new(err);
    if (!cases)
        return SMY_ERR_NOMEM;
    SmyCode code = smyi_file_read(path, MOST_BYTES, &cases->arena, &text, &length, err);
    if (code == SMY_OK)
        code = fill(cases, text, length, path, err);
    return finish(code, cases, out);
}

void smy_cases_free(SmyCases *cases)
{
    if (!cases)
        return;
    smyi_arena_free(&cases->arena);
    smyi_memory_give(cases);
}

size_t smy_cases_issues(const SmyCases *cases)
{
    return cases->n_cases;
}

size_t smy_cases_decided(const SmyCases *cases)
{
    size_t n = 0;
    for (size_t c = 0; c < cases->n_cases; c++)
        n += (size_t)!isnan(cases->cases[c].outcome);
    return n;
}

const char *smy_cases_sha256(const SmyCases *cases)
{
    return cases->sha256;
}
