/* SPDX-License-Identifier: Apache-2.0 */
/* Settled or open, agreed or blocked, standing and face: rows worked out by hand. */
#include "support/ask.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/*
 * Two seats, one issue, status quo 50. Mean of a (0, weight 3) and b (100, weight 1): 25.
 * u_a(25) = .75, u_a(50) = .5; u_b(25) = .25, u_b(50) = .5; p at 40: u(25) = .85, u(50) = .9.
 */
#define HEAD "summitry: 1\nid: two\nissues: {x: {scale: [0, 100], status_quo: 50}}\n"
#define ACTORS(a)                                                                          \
    "actors:\n  a: {kind: state, capability: 3" a "}\n"                                    \
    "  b: {kind: state, capability: 1}\n"                                                  \
    "  p: {kind: public, capability: 1}\n  o: {kind: public, capability: 3}\n"             \
    "  m: {kind: person, speaks_for: a}\n"
#define STANCES(a, b)                                                                      \
    "stances:\n  a: {x: {position: 0, salience: 50" a "}}\n"                               \
    "  b: {x: {position: 100, salience: 50" b "}}\n"                                       \
    "  p: {x: {position: 40, salience: 50}}\n  o: {x: {position: 20, salience: 50}}\n"
#define TABLE(more) "table: {seats: [a, b]" more "}\n"
#define PLAIN       HEAD ACTORS("") STANCES("", "") TABLE("")

static const char OUTCOME[] = "models.0.outcome.x.point",
                  SOLUTION[] = "models.0.outcome.x.solution",
                  SETTLED[] = "models.0.outcome.x.settled",
                  REACHED[] = "models.0.agreement.reached",
                  BLOCKED[] = "models.0.agreement.blocked_by.0",
                  OUTSIDE[] = "models.0.outcome.x.outside_limit_of.0",
                  GAIN_A[] = "models.0.gains.a.total", GAIN_B[] = "models.0.gains.b.total",
                  GAIN_P[] = "models.0.gains.p.total";

/* What is looked at, and the number, truth (0 or 1) or text wanted there. */
typedef struct Look {
    const char *path;
    double number;
    const char *text;
} Look;

static const struct {
    const char *row, *text;
    Look looks[8]; /* ends with a NULL path */
} rows[] = {
    {"without limits everything settles",
     PLAIN,
     {{OUTCOME, 25, NULL},
      {REACHED, 1, NULL},
      {GAIN_A, 25, NULL},
      {GAIN_B, -25, NULL},
      {GAIN_P, -5, NULL}}},
    {"a point on the limit settles",
     HEAD ACTORS("") STANCES(", limit: 25", ", limit: 25") TABLE(""),
     {{SETTLED, 1, NULL}, {OUTCOME, 25, NULL}}},
    {"a point beyond the limit of one who sits stays open at the status quo",
     HEAD ACTORS("") STANCES("", ", limit: 30") TABLE(""),
     {{SETTLED, 0, NULL},
      {SOLUTION, 25, NULL},
      {OUTCOME, 50, NULL},
      {REACHED, 0, NULL},
      {OUTSIDE, NAN, "b"},
      {GAIN_B, 0, NULL}}},
    {"a pair of limits is taken as it stands",
     HEAD ACTORS("") STANCES(", limit: [30, 60]", "") TABLE(""),
     {{SETTLED, 0, NULL}, {OUTSIDE, NAN, "a"}}},
    {"a ratifier outside the room has a limit too",
     HEAD ACTORS("") "stances:\n  a: {x: {position: 0, salience: 50}}\n"
                     "  b: {x: {position: 100, salience: 50}}\n"
                     "  p: {x: {position: 40, salience: 50, limit: 50}}\n" TABLE(
                         ", ratifiers: [p]"),
     {{SETTLED, 0, NULL}, {OUTSIDE, NAN, "p"}}},
    {"no agreement costs what no deal costs",
     HEAD ACTORS("") STANCES("", ", limit: 30") "no_deal: {a: 10, b: -5}\n" TABLE(""),
     {{GAIN_A, -10, NULL},
      {GAIN_B, 5, NULL},
      {"models.0.gains.a.no_deal", 0, NULL},
      {"models.0.gains.a.shortfall", 60, NULL}}},
    {"a ratifier worse off than without a deal blocks",
     HEAD ACTORS("") STANCES("", "") TABLE(", ratifiers: [p]"),
     {{REACHED, 0, NULL},
      {BLOCKED, NAN, "p"},
      {OUTCOME, 50, NULL},
      {SOLUTION, 25, NULL},
      {SETTLED, 0, NULL}}},
    {"a ratifier within its tolerance lets it pass",
     HEAD ACTORS("") STANCES("", "") TABLE(", ratifiers: [{actor: p, tolerance: 5}]"),
     {{REACHED, 1, NULL}}},
    {"a ratifier to whom no deal is costly lets it pass",
     HEAD ACTORS("") STANCES("", "") "no_deal: {p: 6}\n" TABLE(", ratifiers: [p]"),
     {{REACHED, 1, NULL}}},
    {"a public of one who sits can block",
     HEAD ACTORS(", answers_to: [p]") STANCES("", "") TABLE(""),
     {{REACHED, 0, NULL}, {BLOCKED, NAN, "p"}}},
    {"a public whose leader speaks for one who sits can block",
     HEAD "actors:\n  a: {kind: state, capability: 3}\n  b: {kind: state, capability: 1}\n"
          "  p: {kind: public}\n  o: {kind: public}\n"
          "  m: {kind: person, speaks_for: a, answers_to: [p]}\n" STANCES("", "") TABLE(""),
     {{REACHED, 0, NULL}, {BLOCKED, NAN, "p"}}},
    {"under a quota the accepting publics carry it: 3 of 4",
     HEAD ACTORS(", answers_to: [p, o], ratify: {quota: 0.75}") STANCES("", "") TABLE(""),
     {{REACHED, 1, NULL}}},
    {"under a higher quota they do not",
     HEAD ACTORS(", answers_to: [p, o], ratify: {quota: 0.8}") STANCES("", "") TABLE(""),
     {{REACHED, 0, NULL}, {BLOCKED, NAN, "p"}}},
    {"a constraint on the package makes it infeasible",
     PLAIN "constraints: [{id: floor, forbids: {outcome: x, below: 30}, because: law}]\n",
     {{REACHED, 0, NULL}, {BLOCKED, NAN, "constraint:floor"}}},
    {"a constraint on the table makes it infeasible",
     PLAIN "constraints: [{id: arrest, forbids: {all: [{seated: b}, {gain: a, above: 0}]}, "
           "because: law}]\n",
     {{REACHED, 0, NULL}, {BLOCKED, NAN, "constraint:arrest"}}},
    {"leaving a public commitment costs face: .25 of the scale at 8 points",
     HEAD ACTORS(", face: 8") STANCES(", stated: 0", "") TABLE(""),
     {{"models.0.gains.a.face", 2, NULL}, {GAIN_A, 23, NULL}}},
    {"an issue left open abandons no promise",
     HEAD ACTORS(", face: 8") STANCES(", stated: 0", ", limit: 30") TABLE(""),
     {{"models.0.gains.a.face", 0, NULL}}},
    {"standing: seated, left out, neither, and at a venue",
     PLAIN "standing: {a: {seated: 4, left_out: -9, venue: {home: 3}}, b: {seated: 2}, "
           "p: {left_out: -7, seated: 1}, o: {left_out: -7}}\n",
     {{"models.0.gains.a.standing", 4, NULL},
      {"models.0.gains.b.standing", 2, NULL},
      {"models.0.gains.p.standing", 0, NULL},
      {"models.0.gains.o.standing", 0, NULL}}},
    {"an absent actor is left out, at a venue the seated have theirs",
     HEAD ACTORS("") STANCES("", "")
         TABLE(", absent: [p], venue: home") "standing: {a: {seated: 4, venue: {home: 3, "
                                             "away: 50}}, p: {left_out: -7}}\n",
     {{"models.0.gains.a.standing", 7, NULL}, {"models.0.gains.p.standing", -7, NULL}}},
    {"a delegate sits with its delegation",
     HEAD ACTORS("") STANCES("", "")
         TABLE(", delegations: {a: [m]}") "standing: {m: {seated: 5, left_out: -5}}\n",
     {{"models.0.gains.m.standing", 5, NULL}, {"models.0.gains.m.outcome", 25, NULL}}},
    {"an observer moves its patron: b to 80, x = 20",
     HEAD ACTORS("") STANCES("", "")
         TABLE(", observers: [{actor: o, patron: b, share: 0.25}]"),
     {{OUTCOME, 20, NULL}}},
};

static void by_hand(void **state)
{
    (void)state;
    SmyRunOptions options = ask_points("mean");
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        SmyResult *result = ask(rows[r].text, &options);
        for (const Look *look = rows[r].looks; look->path; look++) {
            const SmyNode *node = smy_node_find(smy_result_root(result), look->path);
            if (look->text) {
                const char *got = smy_node_text(node) ? smy_node_text(node) : "(nothing)";
                check_near(rows[r].row, strcmp(got, look->text), 0, 0, got);
                continue;
            }
            double got = smy_node_kind(node) == SMY_NODE_BOOL ? smy_node_bool(node)
                                                              : smy_node_number(node);
            check_near(rows[r].row, got, look->number, 1e-9, look->path);
        }
        smy_result_free(result);
    }
    check_done();
}

static void stated_positions_are_solved_with_when_asked(void **state)
{
    (void)state;
    SmyRunOptions options = ask_points("mean");
    options.stated_positions = true;
    SmyResult *result =
        ask(HEAD ACTORS("") STANCES(", stated: 40", "") TABLE(""), &options);
    check_near("a says 40", ask_number(result, OUTCOME), 55, 1e-9, "hand");
    smy_result_free(result);
    check_done();
}

static void quadratic_loss_squares_the_distance(void **state)
{
    (void)state;
    SmyRunOptions options = ask_points("mean");
    options.quadratic_loss = true;
    SmyResult *result = ask(PLAIN, &options);
    /* u_a(25) = 1 - 1/16, u_a(50) = 1 - 1/4 */
    check_near("a gains", ask_number(result, GAIN_A), 18.75, 1e-9, "hand");
    smy_result_free(result);
    check_done();
}

static void a_forecast_that_still_moves_may_settle(void **state)
{
    (void)state;
    SmyRunOptions options = ask_points("challenge");
    options.model_options = (const char *const[]){"challenge.rounds=1"};
    options.n_model_options = 1;
    SmyResult *result = ask(
        "summitry: 1\nid: moving\nissues: {x: {scale: [0, 100], status_quo: 50}}\n"
        "actors: {a: {kind: state, capability: 2}, b: {kind: state, capability: 3}, "
        "c: {kind: state, capability: 4}}\nstances: {a: {x: {position: 0, salience: 90}}, "
        "b: {x: {position: 60, salience: 60}}, c: {x: {position: 100, salience: 80}}}\n"
        "table: {seats: [a, b, c]}\n",
        &options);
    assert_string_equal(ask_text(result, "models.0.status"), "not_converged");
    assert_non_null(strstr(ask_text(result, "models.0.why"), "\"x\""));
    assert_true(ask_bool(result, SETTLED));
    smy_result_free(result);
}

static void without_a_status_quo_gains_are_undefined(void **state)
{
    (void)state;
    SmyRunOptions options = ask_points("mean");
    SmyResult *result =
        ask("summitry: 1\nid: two\nissues: {x: {scale: [0, 100]}}\n" ACTORS("")
                STANCES("", "") TABLE(", ratifiers: [p]"),
            &options);
    check_near("outcome", ask_number(result, OUTCOME), 25, 1e-9, "hand");
    check_near("gain", ask_number(result, GAIN_A), NAN, 0, "hand");
    check_near("shortfall", ask_number(result, "models.0.gains.a.shortfall"), 25, 1e-9,
               "hand");
    check_near("a ratifier that cannot be asked does not block", ask_bool(result, REACHED),
               1, 0, "design.md 4");
    assert_non_null(strstr(ask_text(result, "notices.0"), "p"));
    smy_result_free(result);
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(by_hand),
        cmocka_unit_test(stated_positions_are_solved_with_when_asked),
        cmocka_unit_test(quadratic_loss_squares_the_distance),
        cmocka_unit_test(a_forecast_that_still_moves_may_settle),
        cmocka_unit_test(without_a_status_quo_gains_are_undefined),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
