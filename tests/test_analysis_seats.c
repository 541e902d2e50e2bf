/* SPDX-License-Identifier: Apache-2.0 */
/* Seats, exclusion and Shapley values against the golden table of models.md I. */
#include "support/four.h"

#include <stdio.h>
#include <string.h>

static const char *const names[] = {"a", "b", "c", "d"};

static void outcome_at_every_table(void **state)
{
    (void)state;
    json_t *file = golden_read("i_table.json");
    const char *seats;
    json_t *want;
    json_object_foreach(json_at(file, "expected.table.outcomes"), seats, want) {
        if (*seats == '-')
            continue; /* a file seats somebody */
        SmyResult *result = four_run(&(Four){.seats = seats}, "mean");
        check_near(seats, ask_number(result, "models.0.outcome.one.point"),
                   json_num(want, "0"), 1e-9, "models.md I");
        check_near(seats, ask_number(result, "models.0.outcome.two.point"),
                   json_num(want, "1"), 1e-9, "models.md I");
        smy_result_free(result);
    }
    json_decref(file);
    check_done();
}

/* got[seat][actor] of `key` in the tree, want [seat][actor] in utilities. */
static void check_matrix(const SmyResult *result, const char *key, const json_t *want)
{
    for (size_t seat = 0; seat < 4; seat++)
        for (size_t b = 0; b < 4; b++) {
            char path[64], cell[16];
            (void)snprintf(path, sizeof path, "seats.mean.%s.%s.%s", key, names[seat],
                           names[b]);
            (void)snprintf(cell, sizeof cell, "%zu.%zu", seat, b);
            check_near(path, ask_number(result, path), 100 * json_num(want, cell), 1e-9,
                       "models.md I");
        }
}

static void shapley_over_all_tables(void **state)
{
    (void)state;
    json_t *file = golden_read("i_table.json");
    SmyResult *result = four_run(&(Four){.seats = "01"}, "mean");
    check_matrix(result, "shapley", json_at(file, "expected.table.shapley"));
    assert_true(ask_bool(result, "seats.mean.exact"));
    smy_result_free(result);
    json_decref(file);
    check_done();
}

static void seat_value_at_the_files_table(void **state)
{
    (void)state;
    json_t *file = golden_read("i_table.json");
    SmyResult *result = four_run(&(Four){.seats = "01"}, "mean");
    for (size_t seat = 2; seat < 4; seat++)
        for (size_t b = 0; b < 4; b++) {
            char path[64], cell[64];
            (void)snprintf(path, sizeof path, "seats.mean.seat_value.%s.%s", names[seat],
                           names[b]);
            (void)snprintf(cell, sizeof cell, "expected.table.seat_value_from_01.%zu.%zu",
                           seat, b);
            check_near(path, ask_number(result, path), 100 * json_num(file, cell), 1e-9,
                       "models.md I");
        }
    smy_result_free(result);
    json_decref(file);
    check_done();
}

static void exclusion_from_a_full_table(void **state)
{
    (void)state;
    json_t *file = golden_read("i_table.json");
    SmyResult *result = four_run(&(Four){.seats = "0123"}, "mean");
    for (size_t a = 0; a < 4; a++) {
        char path[64], cell[64];
        (void)snprintf(path, sizeof path, "seats.mean.exclusion_cost.%s", names[a]);
        (void)snprintf(cell, sizeof cell, "expected.table.exclusion_cost_from_all.%zu", a);
        check_near(path, ask_number(result, path), 100 * json_num(file, cell), 1e-9,
                   "models.md I");
    }
    smy_result_free(result);
    json_decref(file);
    check_done();
}

/* c is left out of one table and sits at the other: its whole gain and that of b change so. */
static void a_seats_gain_is_what_moving_the_chair_shows(void **state)
{
    (void)state;
    static const char head[] =
        "summitry: 1\nid: chair\nissues: {x: {scale: [0, 100], status_quo: 50}}\nactors:\n"
        "  a: {kind: state, capability: 3}\n  b: {kind: state, capability: 1, face: 50}\n"
        "  c: {kind: state, capability: 4}\n"
        "stances:\n  a: {x: {position: 0, salience: 50}}\n"
        "  b: {x: {position: 100, salience: 50, stated: 70}}\n"
        "  c: {x: {position: 90, salience: 50}}\n"
        "standing: {c: {seated: 5, left_out: -16}}\ntable: {seats: [a, b";
    char without[1024], with[1024];
    (void)snprintf(without, sizeof without, "%s], absent: [c], candidates: [a, b, c]}\n",
                   head);
    (void)snprintf(with, sizeof with, "%s, c], candidates: [a, b, c]}\n", head);
    SmyRunOptions options = ask_points("mean");
    SmyResult *out = ask(without, &options), *in = ask(with, &options);
    static const char *const who[] = {"a", "b", "c"};
    for (size_t b = 0; b < 3; b++) {
        char gain[64], path[64];
        (void)snprintf(gain, sizeof gain, "models.0.gains.%s.total", who[b]);
        (void)snprintf(path, sizeof path, "seats.mean.seat_gain.c.%s", who[b]);
        double want = ask_number(in, gain) - ask_number(out, gain);
        check_near(path, ask_number(out, path), want, 1e-9, "the two tables, left out");
        check_near(path, ask_number(in, path), want, 1e-9, "the two tables, seated");
    }
    check_near("standing",
               ask_number(out, "seats.mean.seat_gain.c.c") -
                   ask_number(out, "seats.mean.seat_value.c.c"),
               21, 1e-9, "5 + 16");
    check_near("face",
               ask_number(out, "seats.mean.seat_gain.c.b") -
                   ask_number(out, "seats.mean.seat_value.c.b"),
               50 * (.45 - .125), 1e-9, "mean 25 without c, 57.5 with it, 70 promised");
    smy_result_free(in);
    smy_result_free(out);
    check_done();
}

static void ratifier_and_observer(void **state)
{
    (void)state;
    json_t *file = golden_read("i_table.json");
    const char *seats;
    json_t *want;
    const json_t *golden = json_at(file, "expected.table.with_ratifier_observer");
    json_object_foreach(json_at(golden, "agreed"), seats, want) {
        if (*seats == '-')
            continue;
        Four four = {.seats = seats, .no_deal = true, .with_roles = true};
        SmyResult *result = four_run(&four, "mean");
        bool reached = ask_bool(result, "models.0.agreement.reached");
        check_near(seats, reached, json_is_true(want), 0, "models.md I: agreed");
        const json_t *x = json_object_get(json_at(golden, "outcomes"), seats);
        check_near(seats, ask_number(result, "models.0.outcome.one.point"),
                   json_num(x, "0"), 1e-9, "models.md I: outcome");
        check_near(seats, ask_number(result, "models.0.outcome.two.point"),
                   json_num(x, "1"), 1e-9, "models.md I: outcome");
        smy_result_free(result);
    }
    json_decref(file);
    check_done();
}

/* Eight actors, all seated; h has none to bring. More than six candidates, so that a block of
   64 tables does not hold them all. */
static SmyResult *eight(const char *candidates)
{
    char text[4096] =
        "summitry: 1\nid: eight\nissues: {x: {scale: [0, 100], status_quo: 33}}\n"
        "actors:\n";
    for (int a = 0; a < 8; a++)
        (void)snprintf(text + strlen(text), sizeof text - strlen(text),
                       "  %c: {kind: state, capability: %d}\n", 'a' + a,
                       a == 7 ? 0 : 10 + 7 * a);
    (void)snprintf(text + strlen(text), sizeof text - strlen(text), "stances:\n");
    for (int a = 0; a < 8; a++)
        (void)snprintf(text + strlen(text), sizeof text - strlen(text),
                       "  %c: {x: {position: %d, salience: %d}}\n", 'a' + a, a * 37 % 100,
                       90 - 9 * a);
    (void)snprintf(text + strlen(text), sizeof text - strlen(text),
                   "table: {seats: [a, b, c, d, e, f, g, h], candidates: [%s]}\n",
                   candidates);
    SmyRunOptions options = ask_points("mean");
    return ask(text, &options);
}

static void shapley_values_share_out_the_whole(void **state)
{
    (void)state;
    SmyResult *result = eight("a, b, c, d, e, f, g, h");
    SmyResult *reversed = eight("h, g, f, e, d, c, b, a");
    for (char b = 'a'; b <= 'h'; b++) {
        char path[64];
        double sum = 0;
        for (char a = 'a'; a <= 'h'; a++) {
            (void)snprintf(path, sizeof path, "seats.mean.shapley.%c.%c", a, b);
            sum += ask_number(result, path);
            check_near(path, ask_number(reversed, path), ask_number(result, path), 1e-11,
                       "the order of the candidates changes nothing");
        }
        (void)snprintf(path, sizeof path, "models.0.gains.%c.outcome", b);
        check_near(path, sum, ask_number(result, path), 1e-9,
                   "models.md I.2: the sum over seats is v(all) - v(nobody)");
    }
    smy_result_free(result);
    smy_result_free(reversed);
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(outcome_at_every_table),
        cmocka_unit_test(shapley_over_all_tables),
        cmocka_unit_test(seat_value_at_the_files_table),
        cmocka_unit_test(exclusion_from_a_full_table),
        cmocka_unit_test(a_seats_gain_is_what_moving_the_chair_shows),
        cmocka_unit_test(ratifier_and_observer),
        cmocka_unit_test(shapley_values_share_out_the_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
