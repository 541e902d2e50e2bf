/* SPDX-License-Identifier: Apache-2.0 */
/* The known word that a misspelt one was probably meant to be. */
#include "scenario/nearest.h"

#include <string.h>

enum { LONGEST = 64 };

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

size_t smyi_edit_distance(const char *a, const char *b, size_t most)
{
    size_t n = strlen(a), m = strlen(b);
    if (n > LONGEST || m > LONGEST || (n > m ? n - m : m - n) > most)
        return most + 1;
    size_t rows[3][LONGEST + 1]; /* the row before the last, the last, this one */
    size_t *before = rows[0], *last = rows[1], *row = rows[2];
    for (size_t j = 0; j <= m; j++)
        last[j] = j;
    for (size_t i = 1; i <= n; i++) {
        row[0] = i;
        size_t lowest = i;
        for (size_t j = 1; j <= m; j++) {
            row[j] =
                least(last[j - 1] + (a[i - 1] != b[j - 1]), least(last[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = least(row[j], before[j - 2] + 1);
            lowest = least(lowest, row[j]);
        }
        if (lowest > most + 1) /* a swap may still win one back */
            return most + 1;
        size_t *free_row = before;
        before = last;
        last = row;
        row = free_row;
    }
    return last[m] <= most ? last[m] : most + 1;
}

/* How far apart two spellings of one word may be: one slip in three letters. */
static size_t reach(const char *word)
{
    size_t length = strlen(word);
    return length < 6 ? 1 : length < 9 ? 2 : 3;
}

SmyiNearest smyi_nearest(const char *word)
{
    return (SmyiNearest){.word = word, .distance = reach(word) + 1};
}

void smyi_nearest_try(SmyiNearest *nearest, const char *candidate)
{
    size_t distance = smyi_edit_distance(nearest->word, candidate, nearest->distance - 1);
    if (distance >= nearest->distance || distance >= strlen(nearest->word))
        return;
    nearest->distance = distance;
    nearest->best = candidate;
}
