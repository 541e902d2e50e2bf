/* SPDX-License-Identifier: Apache-2.0 */
/* SHA-256 against the examples of the standard. */
#include "base/sha256.h"

#include <stdlib.h>
#include <string.h>

#include "support/support.h"

/* FIPS 180-4's example messages, as published by NIST with the standard. */
static const struct {
    const char *text, *want;
} rows[] = {
    {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
};

static void examples_of_the_standard(void **state)
{
    (void)state;
    char hex[SMYI_SHA256_SIZE];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        smyi_sha256(rows[i].text, strlen(rows[i].text), hex);
        assert_string_equal(hex, rows[i].want);
    }
    smyi_sha256(NULL, 0, hex);
    assert_string_equal(hex, rows[0].want);
}

static void a_million_letters(void **state)
{
    (void)state;
    char hex[SMYI_SHA256_SIZE], *text = malloc(1000000);
    assert_non_null(text);
    memset(text, 'a', 1000000);
    smyi_sha256(text, 1000000, hex);
    free(text);
    assert_string_equal(hex,
                        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(examples_of_the_standard),
        cmocka_unit_test(a_million_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
