/* SPDX-License-Identifier: Apache-2.0 */
/* The correlations of a file as one matrix: do they fit together, and if not, what nearly does? */
#include "base/copula.h"
#include "base/nearest_correlation.h"
#include "scenario/reader.h"

enum { MOST_TIED = 500, MOST_MENDED = 150 };

static const char HOW[] =
    "make some of them weaker (pairs that are not given count as 0), or "
    "take the nearest that fit: --correlations mend";

/* Row of an input among the correlated ones, added where it is new. */
static size_t row_of(SmyScenario *scn, int input)
{
    size_t row = 0;
    while (row < scn->n_correlated && scn->correlated[row] != input)
        row++;
    if (row == scn->n_correlated)
        scn->correlated[scn->n_correlated++] = input;
    return row;
}

static void fill(SmyScenario *scn, double *matrix)
{
    size_t n = scn->n_correlated;
    for (size_t j = 0; j < n; j++)
        matrix[j * n + j] = 1;
    for (size_t c = 0; c < scn->n_correlations; c++) {
        size_t i = row_of(scn, scn->correlations[c].between[0]);
        size_t j = row_of(scn, scn->correlations[c].between[1]);
        matrix[i * n + j] = matrix[j * n + i] =
            smyi_normal_correlation(scn->correlations[c].spearman);
    }
}

static bool names_all(const SmyScenario *scn)
{
    for (size_t c = 0; c < scn->n_correlations; c++)
        if (scn->correlations[c].between[0] == SMYI_NONE ||
            scn->correlations[c].between[1] == SMYI_NONE)
            return false;
    return true;
}

static void mend(SmyiReader *reader, double least)
{
    SmyScenario *scn = reader->scenario;
    size_t n = scn->n_correlated;
    fill(scn, scn->factor);
    double distance = smyi_nearest_correlation(scn->factor, n, reader->scratch);
    if (distance < 0 || !smyi_cholesky(scn->factor, n)) {
        reader->complaints.no_memory = true;
        return;
    }
    smyi_remark(reader,
                &(SmyiNote){"correlations_mended",
                            {SMYI_FACT_NUMBER("eigenvalue", least),
                             SMYI_FACT_NUMBER("distance", distance)}},
                SMY_ERR_CONFLICT, scn->correlations[0].place, HOW,
                "the correlations contradict each other (smallest eigenvalue %g); the "
                "nearest that do not are taken, at a distance of %.3g",
                least, distance);
}

/* The matrix is not positive definite: refused, or mended where that is asked for. */
static void contradiction(SmyiReader *reader, double *copy)
{
    SmyScenario *scn = reader->scenario;
    size_t n = scn->n_correlated;
    if (n > MOST_MENDED) {
        smyi_refuse_at(reader, SMY_ERR_CONFLICT, scn->correlations[0].place, HOW,
                       "the correlations of %zu inputs contradict each other", n);
        return;
    }
    fill(scn, copy);
    double least = smyi_least_eigenvalue(copy, n);
    if (reader->mend_correlations)
        mend(reader, least);
    else
        smyi_refuse_at(reader, SMY_ERR_CONFLICT, scn->correlations[0].place, HOW,
                       "the correlations contradict each other: the smallest eigenvalue of "
                       "their matrix is %g and must be above 0",
                       least);
}

void smyi_correlate(SmyiReader *reader)
{
    SmyScenario *scn = reader->scenario;
    if (scn->n_correlations == 0 || !names_all(scn))
        return;
    scn->correlated = SMYI_TAKE(reader, 2 * scn->n_correlations, int);
    for (size_t c = 0; scn->correlated && c < scn->n_correlations; c++)
        for (int end = 0; end < 2; end++)
            (void)row_of(scn, scn->correlations[c].between[end]);
    size_t n = scn->n_correlated;
    if (n > MOST_TIED) {
        smyi_refuse_at(reader, SMY_ERR_LIMIT, scn->correlations[0].place, NULL,
                       "%zu inputs are correlated; %d may be", n, MOST_TIED);
        return;
    }
    scn->factor = SMYI_TAKE(reader, n * n, double);
    double *copy = smyi_taken(reader, SMYI_NEW(reader->scratch, n * n, double));
    if (!scn->correlated || !scn->factor || !copy)
        return;
    fill(scn, scn->factor);
    if (!smyi_cholesky(scn->factor, n))
        contradiction(reader, copy);
}
