/* SPDX-License-Identifier: Apache-2.0 */
/* Claims, constraints, procedure, levers, timeline and correlations are read as they stand. */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include "support/scenario.h"

/* ---- Conditions ---- */

static void comparisons_name_their_quantities(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        SmyiQuantityKind kind;
        SmyiOp op;
        int actors[3], issue; /* -1: none */
        double right;
    } rows[] = {
        {"gain: us, above: 1", SMYI_Q_GAIN, SMYI_OP_ABOVE, {0, -1}, -1, 1},
        {"gain: us, part: outcome, below: -2",
         SMYI_Q_GAIN_OUTCOME,
         SMYI_OP_BELOW,
         {0, -1},
         -1,
         -2},
        {"at_least: 3, gain: ru, part: standing",
         SMYI_Q_GAIN_STANDING,
         SMYI_OP_AT_LEAST,
         {1, -1},
         -1,
         3},
        {"gain: us, part: face, at_most: 1",
         SMYI_Q_GAIN_FACE,
         SMYI_OP_AT_MOST,
         {0, -1},
         -1,
         1},
        {"gain_no_deal: us, equals: 1",
         SMYI_Q_GAIN_NO_DEAL,
         SMYI_OP_EQUALS,
         {0, -1},
         -1,
         1},
        {"shortfall: us, above: 1", SMYI_Q_SHORTFALL, SMYI_OP_ABOVE, {0, -1}, -1, 1},
        {"least_gain: [us, eu], above: 1",
         SMYI_Q_LEAST_GAIN,
         SMYI_OP_ABOVE,
         {0, 2, -1},
         -1,
         1},
        {"total_gain: [eu, us], above: 1",
         SMYI_Q_TOTAL_GAIN,
         SMYI_OP_ABOVE,
         {2, 0, -1},
         -1,
         1},
        {"exclusion_cost: eu, above: 1",
         SMYI_Q_EXCLUSION_COST,
         SMYI_OP_ABOVE,
         {2, -1},
         -1,
         1},
        {"seat_value: [eu, us], above: 1",
         SMYI_Q_SEAT_VALUE,
         SMYI_OP_ABOVE,
         {2, 0, -1},
         -1,
         1},
        {"outcome: b, above: 1", SMYI_Q_OUTCOME, SMYI_OP_ABOVE, {-1}, 1, 1},
        {"distance: [us, b], above: 1", SMYI_Q_DISTANCE, SMYI_OP_ABOVE, {0, -1}, 1, 1},
        {"apart: [us, ru, a], above: 1", SMYI_Q_APART, SMYI_OP_ABOVE, {0, 1, -1}, 0, 1},
        {"settled_share: true, above: 1", SMYI_Q_SETTLED_SHARE, SMYI_OP_ABOVE, {-1}, -1, 1},
        {"position: [us, a], above: 1", SMYI_Q_POSITION, SMYI_OP_ABOVE, {0, -1}, 0, 1},
        {"stated: [us, a], above: 1", SMYI_Q_STATED, SMYI_OP_ABOVE, {0, -1}, 0, 1},
        {"salience: [us, a], above: 1", SMYI_Q_SALIENCE, SMYI_OP_ABOVE, {0, -1}, 0, 1},
        {"capability: us, above: 1", SMYI_Q_CAPABILITY, SMYI_OP_ABOVE, {0, -1}, -1, 1},
        {"no_deal: us, above: 1", SMYI_Q_NO_DEAL, SMYI_OP_ABOVE, {0, -1}, -1, 1},
        {"no_deal_stated: us, above: 1",
         SMYI_Q_NO_DEAL_STATED,
         SMYI_OP_ABOVE,
         {0, -1},
         -1,
         1},
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        char line[256];
        (void)snprintf(line, sizeof line, "claims: [{id: c, says: s, holds: {%s}}]",
                       rows[r].text);
        SmyScenario *scenario = scenario_good(scenario_text(7, line));
        const SmyiCondition *holds = &scenario->claims[0].holds;
        const SmyiQuantity *left = &holds->left;
        size_t n = 0;
        while (rows[r].actors[n] >= 0)
            n++;
        bool same = holds->kind == SMYI_C_COMPARE && left->kind == rows[r].kind &&
                    holds->op == rows[r].op && left->issue == rows[r].issue &&
                    left->n_actors == n && holds->right.kind == SMYI_Q_NUMBER &&
                    (n == 0 || memcmp(left->actors, rows[r].actors, n * sizeof(int)) == 0);
        if (!same)
            fail_msg("%s", rows[r].text);
        check_near(rows[r].text, holds->right.number, rows[r].right, 0, "hand");
        smy_scenario_free(scenario);
    }
    check_done();
}

static void conditions_nest(void **state)
{
    (void)state;
    SmyScenario *scenario = scenario_good(scenario_text(
        7, "constraints:\n"
           "  - id: c\n"
           "    title: {en: floor}\n"
           "    because: {en: why}\n"
           "    judgement: j\n"
           "    forbids:\n"
           "      any:\n"
           "        - {not: {seated: us}}\n"
           "        - all: [{agreement: false}, {settled: b}, {win_win: [us, ru]}]\n"
           "        - {gain: us, above: {gain: ru, part: face}}\n"
           "        - {outcome: a, between: [40, 60.5]}"));
    const SmyiConstraint *one = &scenario->constraints[0];
    const SmyiCondition *any = &one->forbids;
    assert_string_equal(one->title.value[0], "floor");
    assert_string_equal(one->because.value[0], "why");
    assert_string_equal(one->support.judgement, "j");
    assert_int_equal(any->kind, SMYI_C_ANY);
    assert_int_equal(any->n_parts, 4);
    assert_int_equal(any->parts[0].kind, SMYI_C_NOT);
    assert_int_equal(any->parts[0].parts[0].kind, SMYI_C_SEATED);
    assert_int_equal(any->parts[0].parts[0].actors[0], 0);
    const SmyiCondition *all = &any->parts[1];
    assert_int_equal(all->parts[0].kind, SMYI_C_AGREEMENT);
    assert_false(all->parts[0].wanted);
    assert_int_equal(all->parts[1].kind, SMYI_C_SETTLED);
    assert_int_equal(all->parts[1].issue, 1);
    assert_int_equal(all->parts[2].kind, SMYI_C_WIN_WIN);
    assert_int_equal(all->parts[2].n_actors, 2);
    assert_int_equal(any->parts[2].right.kind, SMYI_Q_GAIN_FACE);
    assert_int_equal(any->parts[2].right.actors[0], 1);
    assert_int_equal(any->parts[3].op, SMYI_OP_BETWEEN);
    check_near("low", any->parts[3].low, 40, 0, "hand");
    check_near("high", any->parts[3].high, 60.5, 0, "hand");
    smy_scenario_free(scenario);
    check_done();
}

/* ---- What changes inputs ---- */

static void levers_name_the_inputs_they_add_to(void **state)
{
    (void)state;
    SmyScenario *scenario = scenario_good(scenario_text(
        7,
        "levers:\n"
        "  - {id: l, by: eu, on: kim, from: 2025-01-01, until: 2025-02-01, state: "
        "threatened,\n"
        "     title: squeeze, adds: {no_deal: 10, position: {a: -5}, salience: {a: 2.5}}}\n"
        "no_deal: {us: 3}"));
    const SmyiLever *lever = &scenario->levers[0];
    assert_true(lever->threatened);
    assert_int_equal(lever->by, 2);
    assert_string_equal(lever->until, "2025-02-01");
    assert_int_equal(lever->n_adds, 3);
    /* what the speaker has of its principal is the principal's own input */
    assert_int_equal(lever->adds[0].input, smyi_input_find(scenario, "no_deal.us"));
    assert_int_equal(lever->adds[1].input,
                     smyi_input_find(scenario, "stances.us.a.position"));
    check_near("amount", lever->adds[1].amount, -5, 0, "hand");
    check_near("amount", lever->adds[2].amount, 2.5, 0, "hand");
    smy_scenario_free(scenario);
    check_done();
}

static void events_stand_in_order_of_date_then_of_file(void **state)
{
    (void)state;
    SmyScenario *scenario = scenario_good(scenario_text(
        7, "as_of: 2024-01-01\n"
           "timeline:\n"
           "  - {date: 2025-02-01, title: third}\n"
           "  - {date: 2025-01-01, title: first, judgement: j,\n"
           "     sets: {stances.us.a.position: {low: 20, mode: 30, high: 40}}}\n"
           "  - {date: 2025-01-01, title: second, sets: {issues.a.status_quo: 5}}"));
    static const char *const titles[] = {"first", "second", "third"};
    for (size_t e = 0; e < 3; e++)
        assert_string_equal(scenario->events[e].title.value[0], titles[e]);
    const SmyiChange *set = &scenario->events[0].sets[0];
    const SmyiInput *becomes = &scenario->replacements[set->estimate];
    assert_int_equal(scenario->n_inputs, 8); /* what may come is no input */
    assert_int_equal(set->input, smyi_input_find(scenario, "stances.us.a.position"));
    assert_string_equal(becomes->path, "timeline[1].sets.stances.us.a.position");
    assert_string_equal(becomes->support.judgement, "j");
    check_near("mode", becomes->estimate.mode, 30, 0, "hand");
    smy_scenario_free(scenario);
    check_done();
}

static void procedure_and_correlations_are_kept(void **state)
{
    (void)state;
    SmyScenario *scenario = scenario_good(scenario_text(
        7, "procedure: {setter: us, veto: [ru, eu], criteria: [{quota: 2}, {quota: 3, "
           "weights: "
           "{us: 1, eu: 4}}]}\n"
           "correlations: [{between: [actors.us.capability, stances.ru.a.position], "
           "spearman: -0.25}]"));
    const SmyiProcedure *p = &scenario->procedure;
    assert_int_equal(p->setter, 0);
    assert_int_equal(p->n_veto, 2);
    assert_int_equal(p->n_criteria, 2);
    assert_null(p->criteria[0].weights);
    check_near("weight", p->criteria[1].weights[2], 4, 0, "hand");
    check_near("no weight", p->criteria[1].weights[1], 0, 0, "docs/format.md");
    check_near("spearman", scenario->correlations[0].spearman, -0.25, 0, "hand");
    assert_int_equal(scenario->correlations[0].between[1],
                     smyi_input_find(scenario, "stances.ru.a.position"));
    smy_scenario_free(scenario);
    SmyScenario *without = scenario_good(scenario_text(7, "x-y: 1"));
    assert_int_equal(without->procedure.setter, SMYI_NONE);
    smy_scenario_free(without);
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comparisons_name_their_quantities),
        cmocka_unit_test(conditions_nest),
        cmocka_unit_test(levers_name_the_inputs_they_add_to),
        cmocka_unit_test(events_stand_in_order_of_date_then_of_file),
        cmocka_unit_test(procedure_and_correlations_are_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
