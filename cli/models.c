/* SPDX-License-Identifier: Apache-2.0 */
/* summitry models: what the models are, assume and can be told. */
#include <stdio.h>

#include "command.h"

static void show_choices(const SmyOption *option)
{
    for (size_t c = 0; option->choices[c]; c++)
        printf("%s%s%s", c ? " | " : "", option->choices[c],
               (size_t)option->fallback == c ? " (default)" : "");
}

static void show_option(const SmyOption *option)
{
    printf("    %s: %s. ", option->key, option->title);
    if (option->choices)
        show_choices(option);
    else
        printf("%g to %g%s%s (default %g)", option->low, option->high,
               option->unit ? " " : "", option->unit ? option->unit : "", option->fallback);
    printf("\n");
}

static void show(const SmyModelInfo *info)
{
    printf("%s: %s\n  %s\n  assumption: %s; source: %s\n", info->id, info->title,
           info->assumes, info->assumption ? info->assumption : info->family, info->source);
    for (unsigned need = 1; need <= info->needs; need *= 2)
        if (info->needs & need)
            printf("  needs %s%s\n", smy_need_text(need),
                   need == SMY_NEEDS_STATUS_QUO ? " on every issue" : "");
    if (info->n_options)
        printf("  options, set with --option %s.KEY=VALUE:\n", info->id);
    for (size_t o = 0; o < info->n_options; o++)
        show_option(&info->options[o]);
}

static int run(const Settings *settings)
{
    if (settings->n_arguments == 1) {
        const SmyModelInfo *info = smy_model_find(settings->arguments[0]);
        if (!info) {
            fprintf(stderr, "summitry: there is no model \"%s\"\n  try: summitry models\n",
                    settings->arguments[0]);
            return EXIT_BAD;
        }
        show(info);
        return EXIT_DONE;
    }
    for (size_t i = 0; i < smy_model_count(); i++)
        printf("%-20s %s\n", smy_model_at(i)->id, smy_model_at(i)->title);
    printf("\nsummitry models MODEL tells what it assumes and its options.\n");
    return EXIT_DONE;
}

const Command command_models = {
    .name = "models",
    .summary = "what the models are, assume and can be told",
    .arguments = "[MODEL]",
    .about = "Lists the models, or tells of one what it assumes, where it is published, "
             "what it\n"
             "needs and which options it has.",
    .example = "  summitry models challenge",
    .most_arguments = 1,
    .run = run,
};
