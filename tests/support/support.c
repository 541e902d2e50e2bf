/* SPDX-License-Identifier: Apache-2.0 */
/* What the test programs share. */
#include "support/support.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static int n_wrong;

static json_t *read_json(const char *path)
{
    json_error_t error;
    json_t *value = json_load_file(path, 0, &error);
    if (!value)
        fail_msg("%s:%d: %s", path, error.line, error.text);
    return value;
}

json_t *golden_read(const char *name)
{
    char path[512];
    (void)snprintf(path, sizeof path, "tests/data/golden/%s", name);
    return read_json(path);
}

const char *shared_path(const char *path)
{
    static char full[1024];
    const char *folder = getenv("SMY_DATA");
    (void)snprintf(full, sizeof full, "%s/%s", folder ? folder : "../shared/data", path);
    struct stat info;
    if (stat(full, &info) != 0) {
        print_message("skipped: no %s\n", full);
        skip();
    }
    return full;
}

json_t *shared_read(const char *path)
{
    return read_json(shared_path(path));
}

json_t *json_at(const json_t *value, const char *path)
{
    const json_t *at = value;
    json_t *found = NULL;
    for (const char *rest = path; at && *rest; at = found) {
        char step[128];
        size_t length = strcspn(rest, ".");
        (void)snprintf(step, sizeof step, "%.*s", (int)length, rest);
        found = json_is_array(at) ? json_array_get(at, (size_t)atoi(step))
                                  : json_object_get(at, step);
        rest += length + (rest[length] == '.');
    }
    if (!found)
        fail_msg("no %s in the golden file", path);
    return found;
}

double json_num(const json_t *value, const char *path)
{
    return json_number_value(json_at(value, path));
}

void check_near(const char *row, double got, double want, double tol, const char *origin)
{
    double scale = fabs(want) > 1 ? fabs(want) : 1;
    if ((isnan(got) && isnan(want)) || fabs(got - want) <= tol * scale)
        return;
    print_error("%s: got %.17g, want %.17g (within %g; %s)\n", row, got, want, tol, origin);
    n_wrong++;
}

void check_done(void)
{
    int n = n_wrong;
    n_wrong = 0;
    if (n)
        fail_msg("%d rows differ", n);
}
