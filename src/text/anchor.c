/* SPDX-License-Identifier: Apache-2.0 */
/* Words looked for in a text that has been edited since they were quoted. */
#include "text/anchor.h"

#include <string.h>

#include "text/utf8.h"

enum { CODE_POINTS_PER_EDIT = 5, MOST_POINTS = 2000 };

typedef struct Points {
    uint32_t *all;
    size_t n;
} Points;

/* Well-formed UTF-8 to code points. all NULL: no memory. */
static Points decode(const char *text, size_t length, SmyiArena *arena)
{
    Points points = {.all = SMYI_NEW(arena, length + 1, uint32_t)};
    for (size_t at = 0; points.all && at < length;)
        at += smyi_utf8_decode(text + at, length - at, &points.all[points.n++]);
    return points;
}

static size_t least(size_t a, size_t b, size_t c)
{
    size_t d = a < b ? a : b;
    return d < c ? d : c;
}

/* ---- Where the nearest passage ends ---- */

typedef struct Place {
    size_t end, distance; /* code point behind the passage */
    bool fits;            /* its last code point is the pattern's */
    bool found, again;    /* again: as near at a place that does not overlap the first */
} Place;

/*
 * One column of Sellers' table for the next code point: row i is the distance of the first i
 * code points of the pattern to a passage that ends here. Rows above `last` exceed `most`.
 * Returns the new `last`.
 */
static size_t next_column(const Points *pattern, uint32_t point, size_t most, size_t last,
                          size_t *column)
{
    size_t up_left = column[0], rows = last < pattern->n ? last + 1 : pattern->n;
    size_t kept = 0;
    for (size_t i = 1; i <= rows; i++) {
        size_t left = i <= last ? column[i] : most + 1;
        size_t value =
            least(left + 1, column[i - 1] + 1, up_left + (pattern->all[i - 1] != point));
        up_left = left;
        column[i] = value;
        if (value <= most)
            kept = i;
    }
    return kept;
}

static void weigh_end(Place *place, size_t end, size_t distance, bool fits, size_t apart)
{
    bool apart_from_it = place->found && end - place->end >= apart;
    if (!place->found || distance < place->distance)
        *place = (Place){end, distance, fits, true, false};
    else if (distance == place->distance && apart_from_it)
        place->again = true;
    else if (distance == place->distance && fits && !place->fits)
        *place = (Place){end, distance, true, true, false}; /* "hurrry", not "hurr" */
}

static Place find_end(const SmyiDocumentText *document, const Points *pattern,
                      size_t *column)
{
    size_t most = pattern->n / CODE_POINTS_PER_EDIT, last = most, end = 0;
    Place place = {0};
    for (size_t i = 0; i <= most; i++)
        column[i] = i;
    for (size_t at = 0; at < document->n_bytes;) {
        uint32_t point;
        at += smyi_utf8_decode(document->text + at, document->n_bytes - at, &point);
        last = next_column(pattern, point, most, last, column);
        end++;
        if (last == pattern->n)
            weigh_end(&place, end, column[last], point == pattern->all[last - 1],
                      pattern->n / 2 + 1);
    }
    return place;
}

/* ---- Which part of the passage stands for which part of the pattern ---- */

/* The whole table of `pattern` against `passage`, the passage free to begin anywhere. */
static uint16_t *fill_table(const Points *pattern, const Points *passage,
                            SmyiArena *scratch)
{
    size_t width = passage->n + 1;
    uint16_t *table = SMYI_NEW(scratch, (pattern->n + 1) * width, uint16_t);
    for (size_t i = 1; table && i <= pattern->n; i++) {
        const uint16_t *above = table + (i - 1) * width;
        uint16_t *row = table + i * width;
        row[0] = (uint16_t)i;
        for (size_t j = 1; j < width; j++) {
            size_t replaced = pattern->all[i - 1] != passage->all[j - 1];
            row[j] =
                (uint16_t)least(above[j] + 1U, row[j - 1] + 1U, above[j - 1] + replaced);
        }
    }
    return table;
}

/* Walks back from the table's corner: at[i] is where row i of the pattern was left upwards. */
static void walk_back(const Points *pattern, const Points *passage, const uint16_t *table,
                      size_t *at)
{
    size_t width = passage->n + 1, i = pattern->n, j = passage->n;
    at[i] = j;
    while (i > 0) {
        size_t here = table[i * width + j];
        const uint16_t *above = table + (i - 1) * width;
        size_t replaced = j > 0 && pattern->all[i - 1] != passage->all[j - 1];
        if (j > 0 && here == above[j - 1] + replaced) {
            i--;
            j--;
        } else if (here == above[j] + 1U) {
            i--;
        } else {
            j--;
            continue; /* a code point put in: the row stays */
        }
        at[i] = j;
    }
}

/* ---- The passage ---- */

static SmyCode place_words(const SmyiDocumentText *document, const Points *pattern,
                           const Place *place, size_t before, size_t words,
                           SmyiArena *scratch, SmyiNear *near)
{
    size_t reach = pattern->n + place->distance;
    size_t from = place->end > reach ? place->end - reach : 0;
    const char *text = smyi_document_quote(document, from, place->end, scratch);
    Points passage = text ? decode(text, strlen(text), scratch) : (Points){0};
    uint16_t *table = passage.all ? fill_table(pattern, &passage, scratch) : NULL;
    size_t *at = SMYI_NEW(scratch, pattern->n + 1, size_t);
    if (!table || !at)
        return SMY_ERR_NOMEM;
    walk_back(pattern, &passage, table, at);
    near->start = from + at[before];
    near->end = from + at[before + words];
    near->distance = place->distance;
    near->n_found = near->start == near->end ? 0 : place->again ? 2 : 1;
    return SMY_OK;
}

SmyCode smyi_document_near(const SmyiDocumentText *document, const char *exact,
                           const char *prefix, const char *suffix, SmyiArena *scratch,
                           SmyiNear *near)
{
    const char *before = smyi_nfc(prefix ? prefix : "", scratch);
    const char *words = smyi_nfc(exact, scratch);
    const char *behind = smyi_nfc(suffix ? suffix : "", scratch);
    char *whole = before && words && behind
                      ? smyi_arena_print(scratch, "%s%s%s", before, words, behind)
                      : NULL;
    Points pattern = whole ? decode(whole, strlen(whole), scratch) : (Points){0};
    size_t *column = SMYI_NEW(scratch, pattern.n + 1, size_t);
    *near = (SmyiNear){.length = pattern.n};
    if (!pattern.all || !column)
        return SMY_ERR_NOMEM;
    if (pattern.n > MOST_POINTS)
        return SMY_OK;
    Place place = find_end(document, &pattern, column);
    return place.found ? place_words(document, &pattern, &place,
                                     smyi_utf8_count(before, strlen(before)),
                                     smyi_utf8_count(words, strlen(words)), scratch, near)
                       : SMY_OK;
}
