/* SPDX-License-Identifier: Apache-2.0 */
/* Feeds files to a fuzz target, so that any compiler can run the corpus as a test. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MOST = 16 << 20 };

static int feed(const char *path, unsigned char *bytes)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return 1;
    size_t size = fread(bytes, 1, MOST, file);
    (void)fclose(file);
    unsigned char *exact = malloc(size ? size : 1); /* a read beyond the end is seen */
    if (!exact)
        return 1;
    for (size_t i = 0; i < size; i++)
        exact[i] = bytes[i];
    (void)LLVMFuzzerTestOneInput(exact, size);
    free(exact);
    return 0;
}

int main(int n_args, char **args)
{
    unsigned char *bytes = malloc(MOST);
    int wrong = bytes == NULL;
    for (int i = 1; i < n_args && !wrong; i++)
        wrong = feed(args[i], bytes);
    free(bytes);
    printf("%d passed, %d failed\n", n_args - 1 - wrong, wrong);
    return wrong;
}
