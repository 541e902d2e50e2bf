/* SPDX-License-Identifier: Apache-2.0 */
/* A program of someone else's: what an installed Summitry offers, seen from outside. */
#include <stdio.h>

#include <summitry/summitry.h>

int main(int argc, char **argv)
{
    (void)argv;
    if (argc != 2)
        return 1;
    for (size_t i = 0; i < smy_model_count(); i++)
        printf("%s: %s\n", smy_model_at(i)->id, smy_model_at(i)->title);
    return smy_model_find("mean") ? 0 : 1;
}
