/* SPDX-License-Identifier: Apache-2.0 */
/* The answer's first part: the scenario, the table, the actors, the issues, the inputs. */
#include <math.h>
#include <string.h>

#include "analysis/answer.h"
#include "base/sums.h"
#include "scenario/evidence.h"
#include "scenario/variation.h"

static const char *id_of(const SmyScenario *scn, int actor)
{
    return actor >= 0 ? scn->actors[actor].id : NULL;
}

static void add_ids(const SmyiInquiry *answer, SmyNode *parent, const char *key,
                    const int *actors, size_t n)
{
    SmyNode *list = smyi_add_list(answer->result, parent, key);
    for (size_t j = 0; j < n; j++)
        smyi_add_text(answer->result, list, NULL, id_of(answer->frame->scn, actors[j]));
}

void smyi_answer_head(SmyResult *r, const SmyScenario *scn, const char *language,
                      SmyNode *root)
{
    SmyNode *head = smyi_add_object(r, root, "scenario");
    smyi_add_text(r, head, "id", scn->id);
    smyi_add_text(r, head, "title", smyi_text_in(&scn->title, language, scn->id));
    smyi_add_text(r, head, "as_of", scn->as_of);
    smyi_add_text(r, head, "sha256", scn->sha256);
    smyi_add_text(r, head, "account", smyi_text_in(&scn->account, language, NULL));
}

void smyi_answer_names(SmyResult *r, const SmyScenario *scn, const char *language,
                       SmyNode *root)
{
    smyi_variation_to_tree(scn, r, root);
    SmyNode *actors = smyi_add_list(r, root, "actors");
    for (size_t a = 0; a < scn->n_actors; a++) {
        SmyNode *node = smyi_add_object(r, actors, NULL);
        smyi_add_text(r, node, "id", scn->actors[a].id);
        smyi_add_text(r, node, "name",
                      smyi_text_in(&scn->actors[a].name, language, scn->actors[a].id));
    }
    SmyNode *issues = smyi_add_list(r, root, "issues");
    for (size_t i = 0; i < scn->n_issues; i++) {
        const SmyiIssue *issue = &scn->issues[i];
        SmyNode *node = smyi_add_object(r, issues, NULL);
        smyi_add_text(r, node, "id", issue->id);
        smyi_add_text(r, node, "title", smyi_text_in(&issue->title, language, issue->id));
        SmyNode *scale = smyi_add_list(r, node, "scale");
        smyi_add_number(r, scale, NULL, issue->low);
        smyi_add_number(r, scale, NULL, issue->high);
    }
}

static void add_delegations(const SmyiInquiry *answer, SmyNode *table)
{
    const SmyScenario *scn = answer->frame->scn;
    SmyNode *delegations = smyi_add_object(answer->result, table, "delegations");
    for (size_t s = 0; s < scn->table.n_seats; s++) {
        int seat = scn->table.seats[s];
        SmyNode *list = NULL;
        for (size_t d = 0; d < scn->table.n_delegates; d++) {
            if (scn->table.delegates[d].seat != seat)
                continue;
            if (!list)
                list = smyi_add_list(answer->result, delegations, id_of(scn, seat));
            smyi_add_text(answer->result, list, NULL,
                          id_of(scn, scn->table.delegates[d].actor));
        }
    }
}

static void add_table(const SmyiInquiry *answer, SmyNode *root)
{
    const SmyScenario *scn = answer->frame->scn;
    const SmyiTable *t = &scn->table;
    SmyResult *r = answer->result;
    SmyNode *table = smyi_add_object(r, root, "table");
    add_ids(answer, table, "seats", t->seats, t->n_seats);
    SmyNode *observers = smyi_add_list(r, table, "observers");
    for (size_t o = 0; o < t->n_observers; o++) {
        SmyNode *observer = smyi_add_object(r, observers, NULL);
        smyi_add_text(r, observer, "actor", id_of(scn, t->observers[o].actor));
        smyi_add_text(r, observer, "patron", id_of(scn, t->observers[o].patron));
        smyi_add_number(r, observer, "share", t->observers[o].share);
    }
    SmyNode *ratifiers = smyi_add_list(r, table, "ratifiers");
    for (size_t j = 0; j < t->n_ratifiers; j++) {
        SmyNode *ratifier = smyi_add_object(r, ratifiers, NULL);
        smyi_add_text(r, ratifier, "actor", id_of(scn, t->ratifiers[j].actor));
        smyi_add_number(r, ratifier, "tolerance", t->ratifiers[j].tolerance);
    }
    add_ids(answer, table, "absent", t->absent, t->n_absent);
    add_ids(answer, table, "candidates", t->candidates, t->n_candidates);
    add_delegations(answer, table);
    const SmyiText *name = smyi_venue_name(scn, t->venue);
    smyi_add_text(r, table, "venue", t->venue);
    smyi_add_text(r, table, "venue_name",
                  name ? smyi_text_in(name, answer->language, t->venue) : NULL);
}

static const char *role_text(SmyiRole role)
{
    static const char *const texts[] = {"out", "seat", "observer", "absent", "delegate"};
    return texts[role];
}

static bool ratifies(const SmyScenario *scn, size_t a)
{
    for (size_t j = 0; j < scn->table.n_ratifiers; j++)
        if (scn->table.ratifiers[j].actor == (int)a)
            return true;
    return false;
}

static void add_actors(const SmyiInquiry *answer, SmyNode *root)
{
    const SmyScenario *scn = answer->frame->scn;
    SmyResult *r = answer->result;
    SmyNode *list = smyi_add_list(r, root, "actors");
    for (size_t a = 0; a < scn->n_actors; a++) {
        const SmyiActor *actor = &scn->actors[a];
        SmyNode *node = smyi_add_object(r, list, NULL);
        smyi_add_text(r, node, "id", actor->id);
        smyi_add_text(r, node, "name",
                      smyi_text_in(&actor->name, answer->language, actor->id));
        smyi_add_text(r, node, "kind", actor->kind);
        smyi_add_text(r, node, "role", role_text(scn->table.role[a]));
        smyi_add_bool(r, node, "ratifier", ratifies(scn, a));
        smyi_add_text(r, node, "speaks_for", id_of(scn, actor->speaks_for));
    }
}

static void add_pair(const SmyiInquiry *answer, SmyNode *parent, const char *key,
                     double low, double high)
{
    if (!isfinite(low) || !isfinite(high)) {
        smyi_add_null(answer->result, parent, key);
        return;
    }
    SmyNode *pair = smyi_add_list(answer->result, parent, key);
    smyi_add_number(answer->result, pair, NULL, low);
    smyi_add_number(answer->result, pair, NULL, high);
}

/* Share of the seated weight on an issue, at the points; 0 when not seated. */
static double weight_share(const SmyiInquiry *answer, size_t a, size_t i)
{
    const SmyiFrame *f = answer->frame;
    const SmyiSituation *sit = &answer->points;
    double sum = 0, lost = 0, own = 0;
    for (size_t p = 0; p < f->n_players; p++) {
        size_t b = (size_t)f->players[p];
        double w =
            answer->seating[p] * sit->capability[b] * sit->salience[b * f->n_issues + i];
        smyi_add(&sum, &lost, w);
        own = b == a ? w : own;
    }
    return sum + lost > 0 ? own / (sum + lost) : 0;
}

static void add_stance(const SmyiInquiry *answer, SmyNode *list, size_t a, size_t i)
{
    const SmyiFrame *f = answer->frame;
    const SmyiSituation *sit = &answer->points;
    const SmyiIssue *issue = &f->scn->issues[i];
    const SmyiStance *stance = &f->scn->stances[a * f->n_issues + i];
    if (stance->position == SMYI_NONE)
        return;
    const SmyiEstimate *estimate = &f->estimates[stance->position];
    SmyResult *r = answer->result;
    size_t at = a * f->n_issues + i;
    SmyNode *node = smyi_add_object(r, list, NULL);
    smyi_add_text(r, node, "actor", f->scn->actors[a].id);
    SmyNode *position = smyi_add_object(r, node, "position");
    smyi_add_number(r, position, "point", smyi_in_units(issue, sit->position[at]));
    smyi_add_number(r, position, "low", estimate->low);
    smyi_add_number(r, position, "high", estimate->high);
    smyi_add_number(r, node, "salience", 100 * sit->salience[at]);
    smyi_add_number(r, node, "weight", weight_share(answer, a, i));
    bool limited = smyi_is_limited(f, a, i);
    add_pair(answer, node, "limit",
             limited ? smyi_in_units(issue, fmax(sit->accept_low[at], 0)) : HUGE_VAL,
             limited ? smyi_in_units(issue, fmin(sit->accept_high[at], 1)) : HUGE_VAL);
    smyi_add_number(r, node, "stated",
                    stance->stated == SMYI_NONE ? (double)NAN
                                                : smyi_in_units(issue, sit->stated[at]));
}

static void add_issues(const SmyiInquiry *answer, SmyNode *root)
{
    const SmyScenario *scn = answer->frame->scn;
    SmyResult *r = answer->result;
    SmyNode *list = smyi_add_list(r, root, "issues");
    for (size_t i = 0; i < scn->n_issues; i++) {
        const SmyiIssue *issue = &scn->issues[i];
        SmyNode *node = smyi_add_object(r, list, NULL);
        smyi_add_text(r, node, "id", issue->id);
        smyi_add_text(r, node, "title",
                      smyi_text_in(&issue->title, answer->language, issue->id));
        add_pair(answer, node, "scale", issue->low, issue->high);
        SmyNode *anchors = smyi_add_list(r, node, "anchors");
        for (size_t j = 0; j < issue->n_anchors; j++) {
            SmyNode *anchor = smyi_add_list(r, anchors, NULL);
            smyi_add_number(r, anchor, NULL, issue->anchors[j].at);
            smyi_add_text(r, anchor, NULL,
                          smyi_text_in(&issue->anchors[j].text, answer->language, ""));
        }
        smyi_add_number(r, node, "status_quo",
                        smyi_in_units(issue, answer->points.status_quo[i]));
        SmyNode *stances = smyi_add_list(r, node, "stances");
        for (size_t a = 0; a < scn->n_actors; a++)
            add_stance(answer, stances, a, i);
    }
}

static void add_constraints(const SmyiInquiry *answer, SmyNode *root)
{
    const SmyScenario *scn = answer->frame->scn;
    SmyResult *r = answer->result;
    SmyNode *list = smyi_add_list(r, root, "constraints");
    for (size_t c = 0; c < scn->n_constraints; c++) {
        const SmyiConstraint *constraint = &scn->constraints[c];
        SmyNode *node = smyi_add_object(r, list, NULL);
        smyi_add_text(r, node, "id", constraint->id);
        smyi_add_text(r, node, "title",
                      smyi_text_in(&constraint->title, answer->language, NULL));
        smyi_add_text(r, node, "because",
                      smyi_text_in(&constraint->because, answer->language, NULL));
    }
}

double smyi_in_units(const SmyiIssue *issue, double x)
{
    return issue->low + (issue->high - issue->low) * x;
}

void smyi_answer_scenario(const SmyiInquiry *answer, SmyNode *root)
{
    smyi_answer_head(answer->result, answer->frame->scn, answer->language, root);
    smyi_variation_to_tree(answer->frame->scn, answer->result, root);
    smyi_add_text(answer->result, root, "language", answer->language);
    smyi_add_number(answer->result, root, "seed", (double)answer->seed);
    smyi_add_text(answer->result, root, "points", smyi_points_text(answer->drawn_as));
    smyi_add_number(answer->result, root, "draws", (double)answer->draws);
    smyi_add_number(answer->result, root, "draws_done", (double)answer->draws_done);
    smyi_add_bool(answer->result, root, "partial", answer->partial);
    add_table(answer, root);
    add_actors(answer, root);
    add_issues(answer, root);
    add_constraints(answer, root);
    smyi_inputs_to_tree(answer->frame->scn, answer->result,
                        smyi_add_list(answer->result, root, "inputs"));
    smyi_documents_to_tree(answer->frame->scn, answer->language, answer->result, root);
}
