/* SPDX-License-Identifier: Apache-2.0 */
/* summitry version. */
#include <stdio.h>

#include "command.h"

static int run(const Settings *settings)
{
    (void)settings;
    printf("summitry %s\n", smy_version());
    return EXIT_DONE;
}

const Command command_version = {
    .name = "version",
    .summary = "the version of the program",
    .arguments = "",
    .about = "Prints the version of the program and of its library.",
    .example = "  summitry version",
    .run = run,
};
