/* SPDX-License-Identifier: Apache-2.0 */
/* Seats in full: what a chair is worth to whom, under each model; the best tables. */
#include <math.h>
#include <string.h>

#include "report/display.h"
#include "report/term_matrix.h"
#include "report/term_views.h"

static const SmyNode *candidates_of(const SmyiPage *page)
{
    return smy_node_find(page->digest.root, "table.candidates");
}

static const char *candidate(const SmyiPage *page, size_t c)
{
    const char *id = smy_node_text(smy_node_at(candidates_of(page), c));
    return id ? id : "?";
}

static bool open_matrix(SmyiPage *page, SmyiMatrix *matrix, size_t n_columns)
{
    size_t n = smy_node_size(candidates_of(page));
    if (!smyi_matrix_open(matrix, n, n_columns, page->mem)) {
        page->term.w->code = SMY_ERR_NOMEM;
        return false;
    }
    for (size_t c = 0; c < n; c++)
        matrix->rows[c] = smyi_digest_name(&page->digest, candidate(page, c));
    return true;
}

/* Rows: candidates; columns: the whole under the middle model, how much of it is standing, then
 * the whole under each model. */
static void put_own(SmyiPage *page)
{
    const SmyiDigest *d = &page->digest;
    SmyiMatrix matrix;
    if (!open_matrix(page, &matrix, d->n_models + 2))
        return;
    matrix.columns[0] = "middle";
    matrix.columns[1] = "standing";
    for (size_t m = 0; m < d->n_models; m++)
        matrix.columns[m + 2] = d->models[m].id;
    for (size_t c = 0; c < matrix.n_rows; c++) {
        double *row = matrix.cells + c * matrix.n_columns;
        const char *id = candidate(page, c);
        const char *whole[] = {"seat_gain", id, id, NULL};
        smyi_digest_values(d, SMYI_FROM_SEATS, whole, d->scratch);
        row[0] = smyi_spread(d->scratch, d->n_models).middle;
        smyi_digest_values(d, SMYI_FROM_SEATS,
                           (const char *[]){"exclusion_standing", id, NULL}, d->scratch);
        row[1] = smyi_spread(d->scratch, d->n_models).middle;
        smyi_digest_values(d, SMYI_FROM_SEATS, whole, row + 2);
    }
    smyi_term_heading(&page->term, "WHAT A SEAT BRINGS WHOEVER TAKES IT",
                      "points, standing among them");
    smyi_term_matrix(&page->term, &matrix);
}

/* Rows: who sits down; columns: everybody; the middle model or, given its index, one. */
static void put_others(SmyiPage *page, const char *key, size_t model)
{
    const SmyiDigest *d = &page->digest;
    SmyiMatrix matrix;
    if (!open_matrix(page, &matrix, d->n_gains))
        return;
    for (size_t g = 0; g < d->n_gains; g++)
        matrix.columns[g] = d->actors[d->by_gain[g]].name;
    for (size_t c = 0; c < matrix.n_rows; c++)
        for (size_t g = 0; g < d->n_gains; g++) {
            const char *path[] = {key, candidate(page, c), d->actors[d->by_gain[g]].id,
                                  NULL};
            smyi_digest_values(d, SMYI_FROM_SEATS, path, d->scratch);
            matrix.cells[c * d->n_gains + g] =
                model < d->n_models ? d->scratch[model]
                                    : smyi_spread(d->scratch, d->n_models).middle;
        }
    smyi_term_matrix(&page->term, &matrix);
}

static const SmyNode *seats_of(const SmyiPage *page, size_t m)
{
    return smy_node_get(smy_node_get(page->digest.root, "seats"),
                        page->digest.models[m].id);
}

static void put_models(SmyiPage *page)
{
    const SmyiDigest *d = &page->digest;
    for (size_t m = 0; m < d->n_models; m++) {
        const SmyNode *seats = seats_of(page, m);
        if (!seats)
            continue;
        SmyiShown solves = smyi_show_count(smy_node_number(smy_node_get(seats, "solves")));
        smyi_term_heading(&page->term, d->models[m].title,
                          smyi_page_print(page, "%s, %s solves",
                                          smy_node_bool(smy_node_get(seats, "exact"))
                                              ? "exact"
                                              : "sampled",
                                          solves.text));
        put_others(page, "seat_gain", m);
    }
}

static void put_best_row(SmyiPage *page, size_t m, const SmyNode *best, const char *aim)
{
    SmyiTerm *t = &page->term;
    double value = smy_node_number(smy_node_get(best, "value"));
    SmyiShown shown = strcmp(aim, "agreement") == 0 ? smyi_show_percent(value)
                      : strcmp(aim, "settled") == 0 ? smyi_show_fixed(value, 0)
                                                    : smyi_show_signed(value, 1);
    const char *seats = smyi_page_ids(page, smy_node_get(best, "seats"));
    smyi_term_to(t, 2);
    smyi_term_fit(t, SMYI_PLAIN, page->digest.models[m].id, t->width >= 60 ? 18 : 10,
                  SMYI_LEFT);
    smyi_term_fit(t, SMYI_BOLD, shown.text, 7, SMYI_RIGHT);
    smyi_term_to(t, t->column + 2);
    smyi_term_wrap(t, SMYI_PLAIN, seats ? seats : "nobody", t->column);
}

static void put_aim(SmyiPage *page, const char *aim)
{
    for (size_t m = 0; m < page->digest.n_models; m++) {
        const SmyNode *list = smy_node_get(seats_of(page, m), "best_tables");
        for (size_t b = 0; b < smy_node_size(list); b++) {
            const SmyNode *best = smy_node_at(list, b);
            const char *of = smy_node_text(smy_node_get(best, "aim"));
            if (of && strcmp(of, aim) == 0)
                put_best_row(page, m, best, aim);
        }
    }
}

static bool has_aim(const SmyiPage *page, const char *aim)
{
    for (size_t m = 0; m < page->digest.n_models; m++) {
        const SmyNode *list = smy_node_get(seats_of(page, m), "best_tables");
        for (size_t b = 0; b < smy_node_size(list); b++) {
            const char *of = smy_node_text(smy_node_get(smy_node_at(list, b), "aim"));
            if (of && strcmp(of, aim) == 0)
                return true;
        }
    }
    return false;
}

static void put_best(SmyiPage *page)
{
    static const char *const aims[][2] = {{"least_gain", "THE LEAST GAIN IS LARGEST WITH"},
                                          {"settled", "MOST ISSUES SETTLE WITH"},
                                          {"agreement", "AGREEMENT IS LIKELIEST WITH"}};
    for (size_t a = 0; a < sizeof aims / sizeof *aims; a++) {
        if (!has_aim(page, aims[a][0]))
            continue;
        smyi_term_heading(&page->term, aims[a][1], NULL);
        put_aim(page, aims[a][0]);
    }
}

void smyi_term_seats(SmyiPage *page)
{
    SmyiTerm *t = &page->term;
    if (smy_node_size(smy_node_get(page->digest.root, "seats")) == 0) {
        smyi_term_end(t);
        smyi_term_wrap(t, SMYI_PLAIN, "Seats were not asked for.", 0);
        return;
    }
    size_t middle = page->digest.n_models;
    put_own(page);
    smyi_term_heading(t, "WHAT IT CHANGES FOR EACH WHEN ONE SITS DOWN",
                      "middle of the models");
    put_others(page, "seat_gain", middle);
    smyi_term_heading(t, "THE SAME OVER EVERY ORDER OF SITTING DOWN",
                      "Shapley, middle, what is agreed alone");
    put_others(page, "shapley", middle);
    put_best(page);
    put_models(page);
}
