/* SPDX-License-Identifier: Apache-2.0 */
/* The four actors and two issues of models.md I and J as a scenario, at any table. */
#include "support/four.h"

#include <stdio.h>
#include <string.h>

static const double position[4][2] = {{95, 40}, {60, 20}, {10, 90}, {25, 70}};
static const double salience[4][2] = {{85, 30}, {50, 60}, {95, 80}, {70, 40}};
static const double capability[4] = {70, 100, 40, 60}, no_deal[4] = {35, 10, 15, 5};

static void add(char *text, size_t size, const char *more)
{
    size_t used = strlen(text);
    (void)snprintf(text + used, size - used, "%s", more);
}

static void add_actors(const Four *four, char *text, size_t size)
{
    char line[256];
    add(text, size, "actors:\n");
    for (int a = 0; a < 4; a++) {
        (void)snprintf(line, sizeof line,
                       "  %c: {kind: state, capability: {value: %g, judgement: hand}}\n",
                       'a' + a, capability[a]);
        add(text, size, line);
    }
    add(text, size, "stances:\n");
    for (int a = 0; a < 4; a++)
        for (int i = 0; i < 2; i++) {
            (void)snprintf(line, sizeof line, "%s    %s: {position: %g, salience: %g}\n",
                           i ? ""
                             : (const char *[]){"  a:\n", "  b:\n", "  c:\n", "  d:\n"}[a],
                           i ? "two" : "one", position[a][i], salience[a][i]);
            add(text, size, line);
        }
    for (int a = 0; four->no_deal && a < 4; a++) {
        (void)snprintf(line, sizeof line, "%s  %c: %g\n", a ? "" : "no_deal:\n", 'a' + a,
                       no_deal[a]);
        add(text, size, line);
    }
}

static void add_names(char *text, size_t size, const char *key, const char *seats,
                      bool seated)
{
    add(text, size, key);
    const char *comma = "";
    for (int a = 0; a < 4; a++)
        if ((strchr(seats, '0' + a) != NULL) == seated) {
            char name[8];
            (void)snprintf(name, sizeof name, "%s%c", comma, 'a' + a);
            add(text, size, name);
            comma = ", ";
        }
    add(text, size, "]\n");
}

void four_write(const Four *four, char *text, size_t size)
{
    bool observes =
        four->with_roles && strchr(four->seats, '1') && !strchr(four->seats, '3');
    char with_d[8];
    (void)snprintf(with_d, sizeof with_d, "%s%s", four->seats, observes ? "3" : "");
    *text = '\0';
    add(text, size,
        "summitry: 1\nid: four\nissues:\n"
        "  one: {scale: [0, 100], status_quo: 60}\n"
        "  two: {scale: [0, 100], status_quo: 50}\n");
    add_actors(four, text, size);
    add(text, size, "table:\n");
    add_names(text, size, "  seats: [", four->seats, true);
    add_names(text, size, "  absent: [", with_d, false);
    add(text, size, "  candidates: [a, b, c, d]\n");
    if (observes)
        add(text, size, "  observers: [{actor: d, patron: b, share: 0.25}]\n");
    if (four->with_roles)
        add(text, size, "  ratifiers: [{actor: c, tolerance: 2}]\n");
    if (four->extra)
        add(text, size, four->extra);
}

SmyResult *four_run(const Four *four, const char *models)
{
    char text[8192];
    SmyRunOptions options = ask_points(models);
    four_write(four, text, sizeof text);
    return ask(text, &options);
}
