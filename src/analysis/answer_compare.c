/* SPDX-License-Identifier: Apache-2.0 */
/* Where the models part: the spread of their solutions, and which assumptions divide them. */
#include <math.h>
#include <string.h>

#include "analysis/answer.h"

enum { BELOW, ABOVE, N_SIDES };

/* The models that answer an issue, by their solution; equal ones in the models' order. */
typedef struct Ranking {
    size_t *order; /* [n] findings, lowest solution first */
    size_t n;
    size_t
        n_below; /* those under the widest gap between neighbours; the lowest of equals */
} Ranking;

const char *smyi_assumption(const SmyModelInfo *info)
{
    return info->assumption ? info->assumption : info->family;
}

static double solution(const SmyiInquiry *answer, size_t s, size_t i)
{
    return answer->findings[s].verdict.outcome.point[i];
}

static const char *kind(const SmyiInquiry *answer, size_t s)
{
    return smyi_assumption(&answer->findings[s].solver->model->info);
}

static void rank(const SmyiInquiry *answer, size_t i, Ranking *out)
{
    double widest = 0;
    out->n = out->n_below = 0;
    for (size_t s = 0; s < answer->n_findings; s++) {
        double x = solution(answer, s, i);
        if (isnan(x))
            continue;
        size_t at = out->n++;
        for (; at > 0 && solution(answer, out->order[at - 1], i) > x; at--)
            out->order[at] = out->order[at - 1];
        out->order[at] = s;
    }
    for (size_t k = 1; k < out->n; k++) {
        double gap =
            solution(answer, out->order[k], i) - solution(answer, out->order[k - 1], i);
        if (gap > widest) {
            widest = gap;
            out->n_below = k;
        }
    }
}

/* From the lowest solution to the highest, in points of 100 of the scale; NaN below two. */
static double spread(const SmyiInquiry *answer, const Ranking *r, size_t i)
{
    if (r->n < 2)
        return (double)NAN;
    return 100 *
           (solution(answer, r->order[r->n - 1], i) - solution(answer, r->order[0], i));
}

static void add_end(const SmyiInquiry *answer, SmyNode *node, const char *key,
                    const Ranking *r, size_t place, size_t i)
{
    const SmyiIssue *issue = &answer->frame->scn->issues[i];
    double x = place < r->n ? solution(answer, r->order[place], i) : (double)NAN;
    smyi_add_number(answer->result, node, key, smyi_in_units(issue, x));
}

/* Whether any (or, `all`, every) answering model of this kind stands on a side. */
static bool stands(const SmyiInquiry *answer, const Ranking *r, const char *what, int side)
{
    for (size_t k = 0; k < r->n; k++)
        if ((k >= r->n_below) == (side == ABOVE) &&
            strcmp(kind(answer, r->order[k]), what) == 0)
            return true;
    return false;
}

/* The kinds for which wanted[side] is what they do, each once, in the order of the models. */
static void add_kinds(const SmyiInquiry *answer, SmyNode *node, const char *key,
                      const Ranking *r, const bool *wanted)
{
    SmyNode *list = smyi_add_list(answer->result, node, key);
    for (size_t s = 0; s < answer->n_findings; s++) {
        const char *what = kind(answer, s);
        bool is_first = true;
        for (size_t before = 0; before < s; before++)
            is_first &= strcmp(kind(answer, before), what) != 0;
        if (is_first && stands(answer, r, what, BELOW) == wanted[BELOW] &&
            stands(answer, r, what, ABOVE) == wanted[ABOVE])
            smyi_add_text(answer->result, list, NULL, what);
    }
}

static void add_side(const SmyiInquiry *answer, SmyNode *list, const Ranking *r, int side,
                     size_t i)
{
    size_t from = side == BELOW ? 0 : r->n_below, to = side == BELOW ? r->n_below : r->n;
    SmyNode *node = smyi_add_object(answer->result, list, NULL);
    add_end(answer, node, "low", r, from, i);
    add_end(answer, node, "high", r, to - 1, i);
    SmyNode *models = smyi_add_list(answer->result, node, "models");
    for (size_t k = from; k < to; k++)
        smyi_add_text(answer->result, models, NULL,
                      answer->findings[r->order[k]].solver->model->info.id);
    add_kinds(answer, node, "assumptions", r,
              (const bool[N_SIDES]){side == BELOW, side == ABOVE});
}

/* The issue that the models lie furthest apart on, and its two sides. */
static void add_widest(const SmyiInquiry *answer, SmyNode *node, Ranking *r, size_t i)
{
    bool found = i < answer->frame->n_issues;
    smyi_add_text(answer->result, node, "widest",
                  found ? answer->frame->scn->issues[i].id : NULL);
    SmyNode *sides = smyi_add_list(answer->result, node, "sides");
    if (!found)
        r->n = r->n_below = 0;
    else
        rank(answer, i, r);
    for (int side = BELOW; side < N_SIDES && r->n; side++)
        add_side(answer, sides, r, side, i);
    add_kinds(answer, node, "on_both_sides", r, (const bool[N_SIDES]){true, true});
}

void smyi_answer_compare(const SmyiInquiry *answer, SmyNode *root)
{
    SmyResult *result = answer->result;
    size_t m = answer->frame->n_issues, widest = m;
    double most = 0;
    Ranking r = {SMYI_NEW(answer->mem, answer->n_findings, size_t), 0, 0};
    if (!r.order) {
        result->failed = true;
        return;
    }
    SmyNode *node = smyi_add_object(result, root, "compare");
    SmyNode *issues = smyi_add_object(result, node, "issues");
    for (size_t i = 0; i < m; i++) {
        rank(answer, i, &r);
        double here = spread(answer, &r, i);
        SmyNode *row = smyi_add_object(result, issues, answer->frame->scn->issues[i].id);
        add_end(answer, row, "low", &r, 0, i);
        add_end(answer, row, "high", &r, r.n ? r.n - 1 : 0, i);
        smyi_add_number(result, row, "spread", here);
        smyi_add_number(result, row, "models", (double)r.n);
        if (here > most) {
            most = here;
            widest = i;
        }
    }
    smyi_add_number(result, node, "spread", most);
    add_widest(answer, node, &r, widest);
}
