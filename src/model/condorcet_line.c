/* SPDX-License-Identifier: Apache-2.0 */
/* The election among the actors' positions on one issue, in eight games side by side. */
#include "model/condorcet_line.h"

bool smyi_line_new(size_t n, SmyiArena *mem, SmyiLine *line)
{
    *line = (SmyiLine){.n = n};
    SmyiEight **const of_actor[] = {&line->position, &line->weight, &line->option, &line->p,
                                    &line->live};
    SmyiEight **const of_pair[] = {&line->utility, &line->coalition, &line->chance,
                                   &line->scratch, &line->spare};
    bool ok = true;
    for (size_t f = 0; f < sizeof of_actor / sizeof *of_actor; f++)
        ok &= (*of_actor[f] = SMYI_NEW(mem, n, SmyiEight)) != NULL;
    for (size_t f = 0; f < sizeof of_pair / sizeof *of_pair; f++)
        ok &= (*of_pair[f] = SMYI_NEW(mem, n * n, SmyiEight)) != NULL;
    return ok;
}

/* Ascending in every game; whoever has no weight comes last, at infinity. */
SMYI_INLINE void sort_options(const SmyiLine *line)
{
    SmyiEight *x = line->option;
    for (size_t a = 0; a < line->n; a++) {
        const double *p = line->position[a].of, *w = line->weight[a].of;
        SMYI_LANES
        for (size_t k = 0; k < SMYI_EIGHT; k++)
            x[a].of[k] = w[k] > 0 ? p[k] : HUGE_VAL;
    }
    for (size_t end = line->n; end-- > 1;) {
        for (size_t s = 0; s < end; s++) {
            double *low = x[s].of, *high = x[s + 1].of;
            SMYI_LANES
            for (size_t k = 0; k < SMYI_EIGHT; k++) {
                double a = low[k], b = high[k];
                low[k] = a < b ? a : b;
                high[k] = a < b ? b : a;
            }
        }
    }
}

/* Says which options are new; the others repeat the one before. */
SMYI_INLINE void merge_options(const SmyiLine *line)
{
    SmyiEight last;
    for (size_t k = 0; k < SMYI_EIGHT; k++)
        last.of[k] = -HUGE_VAL;
    for (size_t s = 0; s < line->n; s++) {
        double *x = line->option[s].of, *live = line->live[s].of;
        SMYI_LANES
        for (size_t k = 0; k < SMYI_EIGHT; k++) {
            int is_new = (x[k] < HUGE_VAL) & (x[k] - last.of[k] > SMYI_SAME_OPTION);
            live[k] = is_new ? 1 : 0;
            last.of[k] = is_new ? x[k] : last.of[k];
        }
        SMYI_LANES
        for (size_t k = 0; k < SMYI_EIGHT; k++)
            x[k] = last.of[k] > -HUGE_VAL ? last.of[k] : 0;
    }
}

static bool lives_somewhere(const double *live)
{
    bool does = false;
    for (size_t k = 0; k < SMYI_EIGHT; k++)
        does |= live[k] > 0;
    return does;
}

/* Moves the options that live in some game to the front; returns their number. */
SMYI_INLINE size_t pack_options(const SmyiLine *line)
{
    SmyiEight *x = line->option, *live = line->live, highest = x[line->n - 1];
    size_t m = 0;
    for (size_t s = 0; s < line->n; s++) {
        if (!lives_somewhere(live[s].of))
            continue;
        x[m] = x[s];
        live[m++] = live[s];
    }
    for (size_t s = m; s < line->n; s++) {
        x[s] = highest;
        live[s] = (SmyiEight){{0}};
    }
    return m;
}

/* utility [options x actors] */
SMYI_INLINE void value_options(const SmyiLine *line, size_t m)
{
    for (size_t s = 0; s < m; s++) {
        const double *x = line->option[s].of;
        for (size_t a = 0; a < line->n; a++) {
            const double *p = line->position[a].of;
            double *u = line->utility[s * line->n + a].of;
            SMYI_LANES
            for (size_t k = 0; k < SMYI_EIGHT; k++) {
                double away = fabs(p[k] - x[k]), square = away * away;
                u[k] = 1 - (line->quadratic ? square : away);
            }
        }
    }
}

SMYI_KERNEL static size_t prepare(const SmyiLine *line)
{
    for (size_t s = 0; s < line->n; s++)
        line->p[s] = (SmyiEight){{0}};
    sort_options(line);
    merge_options(line);
    size_t m = pack_options(line);
    value_options(line, m);
    return m;
}

void smyi_line_elect(const SmyiElection *how, SmyiLine *line)
{
    if (line->n == 0)
        return;
    SmyiBallot ballot = {.m = prepare(line),
                         .voters = line->n,
                         .utility = line->utility,
                         .by_option = line->n,
                         .by_voter = 1,
                         .weight = line->weight,
                         .live = line->live,
                         .coalition = line->coalition,
                         .chance = line->chance,
                         .scratch = line->scratch,
                         .spare = line->spare,
                         .p = line->p};
    smyi_duels(how->vote, how->victory, &ballot);
    smyi_elect(how->form, &ballot);
}
