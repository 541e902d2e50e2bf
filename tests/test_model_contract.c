/* SPDX-License-Identifier: Apache-2.0 */
/* What every registered model owes: the same bits in any lane, with anybody left out, twice. */
#include "support/support.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/games.h"
#include "support/memory.h"

enum { GAMES = 30, LANES = 13, MOST = 8 };

static int same_bits(double x, double y)
{
    return memcmp(&x, &y, sizeof x) == 0 || (x != x && y != y);
}

/* Distributions of an issue. With more actors there may be more entries: they hold nothing. */
static int same_distribution(const SmyiOutcome *x, size_t lane, size_t n_lanes,
                             const SmyiOutcome *y, size_t issue)
{
    int same = x->support >= y->support;
    for (size_t v = 0; v < x->support; v++) {
        size_t at = (issue * x->support + v) * n_lanes + lane, to = issue * y->support + v;
        if (v < y->support)
            same &= same_bits(x->value[at], y->value[to]) &&
                    same_bits(x->mass[at], y->mass[to]);
        else
            same &= y->support == 0 || same_bits(x->mass[at], 0);
    }
    return same;
}

/* One lane of an outcome against the only lane of another: everything a model gives. */
static int same_lane(const TestOutcome *block, size_t lane, size_t n_lanes,
                     const TestOutcome *one, size_t n_issues)
{
    const SmyiOutcome *x = &block->out, *y = &one->out;
    int same = 1;
    for (size_t i = 0; i < n_issues; i++) {
        size_t c = i * n_lanes + lane;
        same &= same_bits(x->point[c], y->point[i]) && x->status[c] == y->status[i] &&
                same_bits(x->rounds[c], y->rounds[i]);
    }
    for (size_t i = 0; i < n_issues; i++)
        same &= same_distribution(x, lane, n_lanes, y, i);
    return same;
}

static const SmyiModel *model_at(size_t m)
{
    const SmyiModel *model = smyi_model_at(m);
    assert_non_null(model);
    return model;
}

/* Kinds, losses and sizes (1..7 actors, 1..3 issues) in all combinations, sooner or later. */
static TestGame drawn(uint64_t draw, size_t n_lanes)
{
    size_t n_issues = 1 + (size_t)(draw / 3 % 3), n_actors = 1 + (size_t)(draw * 5 % 7);
    TestGame game = test_game_draw((TestKind)(draw % 3), draw, n_actors, n_issues, n_lanes);
    game.quadratic = draw / 2 % 2;
    return game;
}

/* L.8: draw k alone equals draw k in a batch. */
static void a_lane_is_the_game_alone(void **state)
{
    (void)state;
    for (size_t m = 0; m < smy_model_count(); m++)
        for (uint64_t draw = 0; draw < GAMES; draw++) {
            TestGame game = drawn(draw, LANES);
            TestOutcome block = test_solve(model_at(m), &game, NULL);
            for (size_t lane = 0; lane < LANES; lane++) {
                char row[96];
                (void)snprintf(row, sizeof row, "%s: game %u, lane %zu alone",
                               model_at(m)->info.id, (unsigned)draw, lane);
                TestGame alone = test_game_lane(&game, lane);
                TestOutcome one = test_solve(model_at(m), &alone, NULL);
                check_near(row, same_lane(&block, lane, LANES, &one, game.n_issues), 1, 0,
                           "models.md L.8");
                test_outcome_free(&one);
                test_game_free(&alone);
            }
            test_outcome_free(&block);
            test_game_free(&game);
        }
    check_done();
}

/* Lane by lane other actors leave; each lane is the game of those who stay. */
static void who_is_absent_is_not_there(void **state)
{
    (void)state;
    for (size_t m = 0; m < smy_model_count(); m++)
        for (uint64_t draw = 0; draw < GAMES; draw++) {
            TestGame game = drawn(draw, LANES);
            for (size_t lane = 0; lane < LANES; lane++)
                for (size_t a = 0; a < game.n_actors; a++)
                    if ((draw + 3 * lane + 5 * a * (lane + 1)) % 3 == 0)
                        test_game_leave(&game, a, lane);
            TestOutcome block = test_solve(model_at(m), &game, NULL);
            for (size_t lane = 0; lane < LANES; lane++) {
                char row[96];
                size_t order[MOST], n = 0;
                (void)snprintf(row, sizeof row, "%s: game %u, lane %zu without its absent",
                               model_at(m)->info.id, (unsigned)draw, lane);
                for (size_t a = 0; a < game.n_actors; a++)
                    if ((draw + 3 * lane + 5 * a * (lane + 1)) % 3 != 0)
                        order[n++] = a;
                TestGame alone = test_game_lane(&game, lane);
                TestGame left = test_game_pick(&alone, order, n);
                TestOutcome one = test_solve(model_at(m), &left, NULL);
                check_near(row, same_lane(&block, lane, LANES, &one, game.n_issues), 1, 0,
                           "src/model/model.h");
                test_outcome_free(&one);
                test_game_free(&left);
                test_game_free(&alone);
            }
            test_outcome_free(&block);
            test_game_free(&game);
        }
    check_done();
}

/* models.md 0: nobody seated: the status quo stays; without one there is no answer. */
static void nobody_seated(void **state)
{
    (void)state;
    for (size_t m = 0; m < smy_model_count(); m++) {
        const char *id = model_at(m)->info.id;
        TestGame game = test_game_draw(TEST_GENERIC, 1, 3, 2, 2);
        for (size_t a = 0; a < 3; a++)
            for (size_t lane = 0; lane < 2; lane++)
                test_game_leave(&game, a, lane);
        game.status_quo[1] = game.status_quo[3] = (double)NAN;
        TestOutcome got = test_solve(model_at(m), &game, NULL);
        for (size_t c = 0; c < 4; c++) {
            int is_known = c % 2 == 0;
            check_near(id, got.out.point[c], game.status_quo[c], 0, "models.md 0: point");
            check_near(id, got.out.status[c],
                       is_known ? SMY_STATUS_NO_WEIGHT : SMY_STATUS_UNDEFINED, 0,
                       "models.md 0: status");
            for (size_t v = 0; v < got.out.support; v++)
                check_near(id, got.out.mass[(c / 2 * got.out.support + v) * 2 + c % 2], 0,
                           0, "models.md 0: no mass");
        }
        test_outcome_free(&got);
        test_game_free(&game);
    }
    check_done();
}

/* Whatever the game: a point on the scale, or NaN and undefined; a proper distribution. */
static void answers_are_numbers_of_the_scale(void **state)
{
    (void)state;
    for (size_t m = 0; m < smy_model_count(); m++)
        for (uint64_t draw = 0; draw < 3 * GAMES; draw++) {
            char row[96];
            (void)snprintf(row, sizeof row, "%s: game %u", model_at(m)->info.id,
                           (unsigned)draw);
            TestGame game = drawn(draw, LANES);
            TestOutcome got = test_solve(model_at(m), &game, NULL);
            for (size_t c = 0; c < game.n_issues * LANES; c++) {
                double x = got.out.point[c], sum = 0, last = -1;
                int is_undefined = got.out.status[c] == SMY_STATUS_UNDEFINED;
                check_near(row, is_undefined ? x != x : x >= 0 && x <= 1, 1, 0, "point");
                check_near(row, got.out.status[c] <= SMY_STATUS_UNDEFINED, 1, 0, "status");
                for (size_t v = 0; v < got.out.support; v++) {
                    size_t at = (c / LANES * got.out.support + v) * LANES + c % LANES;
                    check_near(row, got.out.mass[at] >= 0, 1, 0, "mass");
                    check_near(row, got.out.value[at] >= last, 1, 0, "value");
                    last = got.out.value[at];
                    sum += got.out.mass[at];
                }
                if (got.out.support)
                    check_near(row, sum, got.out.status[c] == SMY_STATUS_OK, 1e-12, "sum");
            }
            test_outcome_free(&got);
            test_game_free(&game);
        }
    check_done();
}

/* Solves and gives everything back: for running out of memory on purpose. */
static const SmyiModel *starved;

static SmyCode solve_from_nothing(void *cookie)
{
    const SmyiGame *game = cookie;
    SmyiArena mem = {0}, scratch = {0};
    SmyiOutcome out;
    SmyCode code = SMY_ERR_NOMEM;
    if (smyi_outcome_new(starved, game->n_actors, game->n_issues, game->n_lanes, &mem,
                         &out))
        code = smyi_model_solve(starved, game, NULL, NULL, &scratch, &out);
    smyi_arena_free(&scratch);
    smyi_arena_free(&mem);
    return code;
}

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    TestGame game = test_game_draw(TEST_GAPS, 5, 40, 4, 40); /* large: several chunks */
    SmyiGame view = test_game_view(&game);
    for (size_t m = 0; m < smy_model_count(); m++) {
        starved = model_at(m);
        assert_true(memory_exhaust(solve_from_nothing, &view) >= 1);
    }
    test_game_free(&game);
}

static void check_option(const SmyModelInfo *info, const SmyOption *option)
{
    char row[96];
    (void)snprintf(row, sizeof row, "%s.%s", info->id, option->key);
    double n = 0;
    for (; option->choices && option->choices[(size_t)n]; n++)
        check_near(row, strlen(option->choices[(size_t)n]) > 0, 1, 0, "choice");
    check_near(row, option->title && *option->title, 1, 0, "title");
    if (option->choices) {
        check_near(row, option->fallback >= 0 && option->fallback < n, 1, 0, "default");
        check_near(row, option->fallback - floor(option->fallback), 0, 0, "default");
    } else {
        check_near(row, option->low <= option->fallback && option->fallback <= option->high,
                   1, 0, "range");
    }
}

/* The whole of a text file of the repository; NULL where there is none. The caller frees it. */
static char *text_of(const char *path)
{
    FILE *file = fopen(path, "r");
    if (!file)
        return NULL;
    char *text = calloc(1, 1 << 17);
    assert_non_null(text);
    assert_true(fread(text, 1, (1 << 17) - 1, file) < (1 << 17) - 1);
    (void)fclose(file);
    return text;
}

/* Every key of info->source has its entry, "@kind{key,". */
static void check_sources(const SmyModelInfo *info, const char *references)
{
    char keys[128], entry[128];
    (void)snprintf(keys, sizeof keys, "%s", info->source);
    for (char *key = strtok(keys, ","); key; key = strtok(NULL, ",")) {
        (void)snprintf(entry, sizeof entry, "{%.100s,", key);
        check_near(key, strstr(references, entry) != NULL, 1, 0, "docs/references.bib");
    }
}

/* A model that has its page: it names every option and choice, and its sources are known. */
static void pages_are_complete(void **state)
{
    (void)state;
    size_t n_pages = 0;
    char *references = text_of("docs/references.bib");
    assert_non_null(references);
    for (size_t m = 0; m < smy_model_count(); m++) {
        const SmyModelInfo *info = smy_model_at(m);
        char path[128], name[128], row[160];
        (void)snprintf(path, sizeof path, "docs/models/%s.md", info->id);
        char *page = text_of(path);
        if (!page)
            continue;
        n_pages++;
        for (size_t o = 0; o < info->n_options; o++) {
            const SmyOption *option = &info->options[o];
            (void)snprintf(name, sizeof name, "| `%s` |", option->key);
            (void)snprintf(row, sizeof row, "%s: option %s", path, option->key);
            check_near(row, strstr(page, name) != NULL, 1, 0, "its row in the table");
            for (size_t c = 0; option->choices && option->choices[c]; c++) {
                (void)snprintf(name, sizeof name, "`%s`", option->choices[c]);
                check_near(row, strstr(page, name) != NULL, 1, 0, option->choices[c]);
            }
        }
        check_sources(info, references);
        free(page);
    }
    free(references);
    assert_true(n_pages >= 5);
    check_done();
}

static void descriptions_are_complete(void **state)
{
    (void)state;
    for (size_t m = 0; m < smy_model_count(); m++) {
        const SmyModelInfo *info = smy_model_at(m);
        check_near(info->id,
                   strspn(info->id, "abcdefghijklmnopqrstuvwxyz_") == strlen(info->id), 1,
                   0, "id");
        check_near(info->id, info->title && info->family && info->assumes && info->source,
                   1, 0, "texts");
        check_near(info->id, smy_model_find(info->id) == info, 1, 0, "found by its id");
        check_near(info->id, info->distribution == (model_at(m)->support != NULL), 1, 0,
                   "distribution");
        for (size_t o = 0; o < info->n_options; o++) {
            check_option(info, &info->options[o]);
            for (size_t p = 0; p < o; p++)
                check_near(info->id,
                           strcmp(info->options[o].key, info->options[p].key) != 0, 1, 0,
                           "keys differ");
        }
    }
    assert_null(smy_model_at(smy_model_count()));
    assert_null(smy_model_find("no such model"));
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_lane_is_the_game_alone),
        cmocka_unit_test(who_is_absent_is_not_there),
        cmocka_unit_test(nobody_seated),
        cmocka_unit_test(answers_are_numbers_of_the_scale),
        cmocka_unit_test(memory_may_run_out_anywhere),
        cmocka_unit_test(descriptions_are_complete),
        cmocka_unit_test(pages_are_complete),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
