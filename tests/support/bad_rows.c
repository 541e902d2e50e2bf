/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of bad scenarios: where the first error is, what it is, and what it says. */
#include "support/bad_rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/support.h"

static void write_seed(const char *row, const char *text)
{
    const char *folder = getenv("SMY_CORPUS");
    char path[1024];
    if (!folder)
        return;
    int n = snprintf(path, sizeof path, "%s/%s.yaml", folder, row);
    for (char *at = path + strlen(folder) + 1; n > 0 && *at; at++)
        if (*at == ' ' || *at == '/')
            *at = '_';
    FILE *file = fopen(path, "wb");
    if (file) {
        (void)fwrite(text, 1, strlen(text), file);
        (void)fclose(file);
    }
}

static bool is_told(const BadRow *row, const Heard *heard)
{
    for (int i = 0; i < heard->n; i++) {
        const SmyError *one = &heard->said[i];
        if (heard->severity[i] == SMY_SEVERITY_ERROR && one->line == row->line &&
            one->column == row->column && one->code == row->code &&
            strstr(one->message, row->fragment) && strcmp(one->file, "t.yaml") == 0)
            return true;
    }
    return false;
}

static bool is_right(const BadRow *row, const char *text)
{
    static Heard heard;
    SmyScenario *scenario = NULL;
    SmyCode code = scenario_parse(text, &heard, &scenario);
    if (code != SMY_OK && scenario == NULL && is_told(row, &heard))
        return true;
    print_error("%s: want %d:%d: %s (%s)\n", row->row, row->line, row->column,
                row->fragment, smy_code_text(row->code));
    if (code == SMY_OK)
        print_error("    taken\n");
    for (int i = 0; i < heard.n; i++)
        print_error("    got %d:%d: %s (%s)\n", heard.said[i].line, heard.said[i].column,
                    heard.said[i].message, smy_code_text(heard.said[i].code));
    smy_scenario_free(scenario);
    return false;
}

void check_bad_rows(const BadRow *rows, size_t n_rows)
{
    size_t n_wrong = 0;
    for (size_t r = 0; r < n_rows; r++) {
        const char *text = scenario_text(rows[r].at, rows[r].text);
        write_seed(rows[r].row, text);
        n_wrong += !is_right(&rows[r], text);
    }
    if (n_wrong)
        fail_msg("%zu of %zu rows differ", n_wrong, n_rows);
    print_message("%zu rows\n", n_rows);
}
