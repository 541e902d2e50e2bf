/* SPDX-License-Identifier: Apache-2.0 */
/* The answer's part on seats: what each is worth to whom, under every model. */
#include <math.h>

#include "analysis/answer.h"

static const char *candidate_id(const SmyiInquiry *answer, size_t c)
{
    const SmyScenario *scn = answer->frame->scn;
    return scn->actors[scn->table.candidates[c]].id;
}

/* The candidate's own entry of a [candidates x actors] matrix. */
static double own(const SmyiInquiry *answer, const double *matrix, size_t c)
{
    const SmyScenario *scn = answer->frame->scn;
    return matrix[c * scn->n_actors + (size_t)scn->table.candidates[c]];
}

static void add_matrix(const SmyiInquiry *answer, SmyNode *parent, const char *key,
                       const double *matrix)
{
    const SmyScenario *scn = answer->frame->scn;
    SmyNode *rows = smyi_add_object(answer->result, parent, key);
    for (size_t c = 0; c < scn->table.n_candidates; c++) {
        SmyNode *row = smyi_add_object(answer->result, rows, candidate_id(answer, c));
        for (size_t b = 0; b < scn->n_actors; b++)
            smyi_add_number(answer->result, row, scn->actors[b].id,
                            matrix[c * scn->n_actors + b]);
    }
}

static void add_best(const SmyiInquiry *answer, SmyNode *parent, const SmyiSeats *seats)
{
    const SmyScenario *scn = answer->frame->scn;
    SmyResult *r = answer->result;
    SmyNode *list = smyi_add_list(r, parent, "best_tables");
    for (int aim = 0; aim < SMYI_N_AIMS; aim++) {
        const SmyiBest *best = &seats->best[aim];
        if (!best->found)
            continue;
        SmyNode *node = smyi_add_object(r, list, NULL);
        smyi_add_text(r, node, "aim", smyi_aim_text((SmyiAim)aim));
        SmyNode *seated = smyi_add_list(r, node, "seats");
        for (size_t p = 0; p < answer->frame->n_players; p++) { /* fixed seats first */
            int actor = answer->frame->players[p];
            bool candidate = false;
            for (size_t c = 0; c < scn->table.n_candidates; c++)
                candidate |= scn->table.candidates[c] == actor;
            if (!candidate && answer->frame->seated[p])
                smyi_add_text(r, seated, NULL, scn->actors[actor].id);
        }
        for (size_t c = 0; c < scn->table.n_candidates; c++)
            if (best->seated[c])
                smyi_add_text(r, seated, NULL, candidate_id(answer, c));
        smyi_add_number(r, node, "value", best->value);
    }
}

static void add_model(const SmyiInquiry *answer, const SmyiFinding *finding,
                      SmyNode *parent)
{
    const SmyiFrame *f = answer->frame;
    const SmyiSeats *seats = finding->seats;
    SmyResult *r = answer->result;
    SmyNode *node = smyi_add_object(r, parent, finding->solver->model->info.id);
    smyi_add_bool(r, node, "exact", seats->exact);
    smyi_add_number(r, node, "solves", (double)seats->solves);
    SmyNode *cost = smyi_add_object(r, node, "exclusion_cost");
    for (size_t c = 0; c < seats->n_candidates; c++)
        smyi_add_number(r, cost, candidate_id(answer, c),
                        own(answer, seats->seat_value, c));
    SmyNode *standing = smyi_add_object(r, node, "exclusion_standing");
    for (size_t c = 0; c < seats->n_candidates; c++) {
        size_t a = (size_t)f->scn->table.candidates[c];
        smyi_add_number(r, standing, candidate_id(answer, c),
                        smyi_standing(f, &answer->points, a, true, 0) -
                            smyi_standing(f, &answer->points, a, false, 0));
    }
    add_matrix(answer, node, "seat_value", seats->seat_value);
    add_matrix(answer, node, "seat_gain", seats->seat_gain);
    add_matrix(answer, node, "shapley", seats->shapley);
    if (seats->exact)
        smyi_add_null(r, node, "shapley_error");
    else
        add_matrix(answer, node, "shapley_error", seats->shapley_error);
    add_best(answer, node, seats);
}

void smyi_answer_seats(const SmyiInquiry *answer, SmyNode *root)
{
    SmyNode *seats = smyi_add_object(answer->result, root, "seats");
    for (size_t s = 0; s < answer->n_findings; s++)
        if (answer->findings[s].seats)
            add_model(answer, &answer->findings[s], seats);
}
