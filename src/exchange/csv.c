/* SPDX-License-Identifier: Apache-2.0 */
/* Comma-separated values as RFC 4180 has them. */
#include "exchange/csv.h"

#include <limits.h>
#include <stdbool.h>
#include <string.h>

#include "text/utf8.h"

typedef struct Reader {
    const char *at, *end;
    const char *counted; /* a place in the present line, and its column: */
    int line, column;    /* counting goes on from there, so that a long line costs little */
    const char *file;
    SmyError *err;
    SmyiCell *cells;
    size_t n_cells, n_columns; /* n_columns 0: the header is still being read */
    char *room;                /* for texts; each is shorter than what it stands for */
} Reader;

/* Of a place at or behind the last one asked for in this line. */
static SmyiPlace place_at(Reader *r, const char *at)
{
    r->column += (int)smyi_utf8_count(r->counted, (size_t)(at - r->counted));
    r->counted = at;
    return (SmyiPlace){r->file, r->line, r->column};
}

static void start_line(Reader *r, const char *at)
{
    r->line++;
    r->column = 1;
    r->counted = at;
}

static SmyCode fail(Reader *r, const char *at, const char *hint, const char *why)
{
    return smyi_fail_at(r->err, SMY_ERR_SYNTAX, place_at(r, at), hint, "%s", why);
}

static bool is_line_end(const Reader *r)
{
    return r->at < r->end &&
           (*r->at == '\n' || (*r->at == '\r' && r->at + 1 < r->end && r->at[1] == '\n'));
}

static void next_line(Reader *r)
{
    r->at += *r->at == '\r' ? 2 : 1;
    start_line(r, r->at);
}

/* From behind the opening quote to behind the closing one. */
static SmyCode read_quoted(Reader *r)
{
    SmyiPlace opened = place_at(r, r->at - 1);
    bool closed = false;
    while (r->at < r->end && !closed) {
        char c = *r->at++;
        if (c == '\n')
            start_line(r, r->at);
        closed = c == '"' && (r->at == r->end || *r->at != '"');
        r->at += c == '"' && !closed; /* the second of two */
        *r->room = c;
        r->room += !closed;
    }
    if (!closed)
        return smyi_fail_at(r->err, SMY_ERR_SYNTAX, opened, "close it with \"",
                            "this quote is never closed");
    if (r->at < r->end && *r->at != ',' && !is_line_end(r))
        return fail(r, r->at, "a quote inside quotes is written twice",
                    "text stands behind the closing quote");
    return SMY_OK;
}

static SmyCode read_plain(Reader *r)
{
    for (; r->at < r->end && *r->at != ',' && !is_line_end(r); r->at++) {
        if (*r->at == '"')
            return fail(r, r->at, "put the whole cell in quotes, and write this one twice",
                        "a quote stands inside a cell without quotes");
        if (*r->at == '\r')
            return fail(r, r->at, "lines end in LF or CR LF", "a CR stands alone");
        *r->room++ = *r->at;
    }
    return SMY_OK;
}

static SmyCode read_cell(Reader *r)
{
    SmyiPlace place = place_at(r, r->at);
    const char *text = r->room;
    bool quoted = r->at < r->end && *r->at == '"';
    r->at += quoted;
    SmyCode code = quoted ? read_quoted(r) : read_plain(r);
    *r->room++ = '\0';
    r->cells[r->n_cells++] = (SmyiCell){text, place.line, place.column};
    return code;
}

static SmyCode read_row(Reader *r)
{
    size_t before = r->n_cells;
    int line = r->line;
    SmyCode code = read_cell(r);
    while (code == SMY_OK && r->at < r->end && *r->at == ',') {
        r->at++;
        code = read_cell(r);
    }
    if (code != SMY_OK)
        return code;
    size_t n = r->n_cells - before;
    if (r->n_columns && n != r->n_columns)
        return smyi_fail_at(r->err, SMY_ERR_SYNTAX, (SmyiPlace){r->file, line, 1},
                            "a cell that holds a comma stands in quotes",
                            "this row has %zu cells and the header %zu", n, r->n_columns);
    r->n_columns = n;
    if (r->at < r->end)
        next_line(r);
    return SMY_OK;
}

/* The bytes as a whole: none that no text has, and sizes that places can name. */
static SmyCode check_bytes(Reader *r)
{
    size_t length = (size_t)(r->end - r->at), bad = smyi_utf8_check(r->at, length);
    const char *nul = memchr(r->at, '\0', length);
    if (length >= INT_MAX)
        return smyi_fail(r->err, SMY_ERR_LIMIT, "the table is too large");
    if (bad == length && !nul)
        return SMY_OK;
    const char *wrong = nul && (size_t)(nul - r->at) < bad ? nul : r->at + bad;
    for (const char *at = r->at; at < wrong; at++)
        if (*at == '\n')
            start_line(r, at + 1);
    return fail(r, wrong, "save the table as UTF-8 text",
                *wrong ? "these bytes are no UTF-8" : "a NUL byte is no text");
}

/* Every cell but the last ends in a comma or a line feed. */
static size_t most_cells(const char *text, size_t length)
{
    size_t n = 1;
    for (size_t i = 0; i < length; i++)
        n += text[i] == ',' || text[i] == '\n';
    return n;
}

static SmyCode read_all(Reader *r, SmyiCsv *out)
{
    SmyCode code = SMY_OK;
    while (r->at < r->end && code == SMY_OK)
        if (is_line_end(r))
            next_line(r);
        else
            code = read_row(r);
    if (code != SMY_OK)
        return code;
    if (r->n_columns == 0)
        return fail(r, r->at, "the first row names the columns", "the table is empty");
    *out = (SmyiCsv){.file = r->file,
                     .n_columns = r->n_columns,
                     .n_rows = r->n_cells / r->n_columns - 1,
                     .head = r->cells,
                     .cells = r->cells + r->n_columns};
    return SMY_OK;
}

SmyCode smyi_csv_read(const char *text, size_t length, const char *file, SmyiArena *arena,
                      SmyiCsv *out, SmyError *err)
{
    static const char mark[] = "\xef\xbb\xbf";
    size_t skipped = length >= 3 && memcmp(text, mark, 3) == 0 ? 3 : 0;
    Reader r = {.at = text + skipped,
                .end = text + length,
                .counted = text + skipped,
                .line = 1,
                .column = 1,
                .file = file,
                .err = err};
    SmyCode code = check_bytes(&r);
    if (code != SMY_OK)
        return code;
    size_t n = most_cells(text, length);
    r.cells = SMYI_NEW(arena, n, SmyiCell);
    r.room = SMYI_NEW(arena, length + n, char);
    if (!r.cells || !r.room)
        return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    return read_all(&r, out);
}
