/* SPDX-License-Identifier: Apache-2.0 */
/* Every model names publications that are known here and in docs/references.bib. */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include "model/model.h"

static void every_source_is_known(void **state)
{
    (void)state;
    static char bib[65536];
    FILE *file = fopen("docs/references.bib", "rb");
    assert_non_null(file);
    size_t n = fread(bib, 1, sizeof bib - 1, file);
    (void)fclose(file);
    assert_true(n > 0 && n < sizeof bib - 1);
    for (size_t m = 0; m < smy_model_count(); m++)
        for (const char *at = smy_model_at(m)->source; *at;) {
            char key[64];
            size_t length = strcspn(at, ",");
            (void)snprintf(key, sizeof key, "{%.*s,", (int)length, at);
            if (!smyi_reference(at, length) || !strstr(bib, key))
                fail_msg("%s: \"%.*s\" is missing in references.def or references.bib",
                         smy_model_at(m)->id, (int)length, at);
            at += length + (at[length] == ',');
        }
    assert_null(smyi_reference("nash", 4));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_source_is_known)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
