/* SPDX-License-Identifier: Apache-2.0 */
/* Memory may run out wherever a reading or a check asks an arena for some, and nothing leaks. */
#include "support/support.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "support/memory.h"
#include "support/scenario.h"

/* ---- Every taking passes here (linked with --wrap); the n-th from 1 gets nothing ---- */

static size_t n_taken, refused;

void *__real_smyi_arena_take(SmyiArena *arena, size_t count, size_t size);
char *__real_smyi_arena_copy(SmyiArena *arena, const char *text, size_t length);
void *__wrap_smyi_arena_take(SmyiArena *arena, size_t count, size_t size);
char *__wrap_smyi_arena_copy(SmyiArena *arena, const char *text, size_t length);
char *__wrap_smyi_arena_print(SmyiArena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

void *__wrap_smyi_arena_take(SmyiArena *arena, size_t count, size_t size)
{
    return ++n_taken == refused ? NULL : __real_smyi_arena_take(arena, count, size);
}

char *__wrap_smyi_arena_copy(SmyiArena *arena, const char *text, size_t length)
{
    return ++n_taken == refused ? NULL : __real_smyi_arena_copy(arena, text, length);
}

char *__wrap_smyi_arena_print(SmyiArena *arena, const char *format, ...)
{
    char text[4096];
    va_list args;
    va_start(args, format);
    int n = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    return __wrap_smyi_arena_copy(arena, text, n < 0 ? 0 : strlen(text));
}

/* Refuses the 1st, 2nd, 3rd ... taking of `work` until there are no more; returns their number. */
static size_t exhaust(SmyCode (*work)(void *cookie), void *cookie)
{
    size_t before = memory_live();
    for (refused = 1;; refused++) {
        n_taken = 0;
        SmyCode code = work(cookie);
        bool failed = n_taken >= refused;
        if (code != (failed ? SMY_ERR_NOMEM : SMY_OK) || memory_live() != before)
            fail_msg("taking %zu of %zu refused: %s, %zu pieces kept", refused, n_taken,
                     smy_code_text(code), memory_live() - before);
        if (!failed) {
            refused = 0;
            return n_taken;
        }
    }
}

static SmyCode read_and_check(void *cookie)
{
    (void)cookie;
    static const char *const folders[] = {"tests/data/scenario/documents"};
    SmyReadOptions options;
    SmyError error;
    SmyScenario *scenario = NULL;
    SmyResult *result = NULL;
    smy_read_options_init(&options);
    options.document_folders = folders;
    options.n_document_folders = 1;
    SmyCode code = smy_scenario_read("tests/data/scenario/complete.summit.yaml", &options,
                                     &scenario, &error);
    assert_int_equal(code == SMY_OK, scenario != NULL);
    if (code == SMY_OK)
        code = smy_check(scenario, &result, &error);
    assert_int_equal(code == SMY_OK, result != NULL);
    smy_result_free(result);
    smy_scenario_free(scenario);
    return code;
}

static void a_good_file(void **state)
{
    (void)state;
    print_message("%zu requests\n", memory_exhaust(read_and_check, NULL));
    print_message("%zu takings\n", exhaust(read_and_check, NULL));
}

/* The errors of a bad file, or SMY_ERR_NOMEM. */
static SmyCode read_bad(void *cookie)
{
    Heard *heard = cookie;
    SmyScenario *scenario = NULL;
    SmyCode code =
        scenario_parse(scenario_text(7, "title: &a x\nactors: {}\nas_of: 2\n"
                                        "claims: [{id: c, holds: {gian: 'u''s'}}]\n"
                                        "corelations: []\nstandng: *a"),
                       heard, &scenario);
    assert_null(scenario);
    return code == SMY_ERR_NOMEM ? code : SMY_OK;
}

static void a_bad_file(void **state)
{
    (void)state;
    static Heard heard;
    print_message("%zu requests\n", memory_exhaust(read_bad, &heard));
    print_message("%zu takings\n", exhaust(read_bad, &heard));
    assert_true(heard.n > 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_good_file),
        cmocka_unit_test(a_bad_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
