/* SPDX-License-Identifier: Apache-2.0 */
/* YAML (and JSON) text to a tree of values: the parser, its settings and its complaints. */
#include "scenario/yaml.h"

#include <string.h>

#include "scenario/yaml_tree.h"
#include "text/utf8.h"

/* libfyaml writes to standard error unless somebody takes its words. */
static void say_nothing(struct fy_diag *diag, void *user, const char *text, size_t length)
{
    (void)diag, (void)user, (void)text, (void)length;
}

static struct fy_diag *new_diag(void)
{
    struct fy_diag_cfg config;
    fy_diag_cfg_default(&config);
    config.fp = NULL;
    config.output_fn = say_nothing;
    config.colorize = false;
    struct fy_diag *diag = fy_diag_create(&config);
    if (diag)
        fy_diag_set_collect_errors(diag, true);
    return diag;
}

static struct fy_parser *new_parser(struct fy_diag *diag, const char *text, size_t length)
{
    struct fy_parse_cfg config = {
        .search_path = "",
        .flags =
            FYPCF_QUIET | FYPCF_COLLECT_DIAG | FYPCF_JSON_NONE | FYPCF_DEFAULT_VERSION_1_2,
        .diag = diag,
    };
    struct fy_parser *parser = fy_parser_create(&config);
    if (parser && fy_parser_set_string(parser, text, length) != 0) {
        fy_parser_destroy(parser);
        return NULL;
    }
    return parser;
}

/* Line and column of a byte, both from 1, columns in code points. */
static SmyiPlace place_of(const char *text, size_t at, const char *file)
{
    SmyiPlace place = {.file = file, .line = 1};
    size_t start = 0;
    for (size_t i = 0; i < at; i++)
        if (text[i] == '\n') {
            place.line++;
            start = i + 1;
        }
    place.column = (int)smyi_utf8_count(text + start, at - start) + 1;
    return place;
}

/* The text of line `line` (from 1); its length goes to *length. */
static const char *line_at(const char *text, size_t size, int line, size_t *length)
{
    const char *at = text, *end = text + size;
    while (--line > 0) {
        const char *next = memchr(at, '\n', (size_t)(end - at));
        if (!next)
            break;
        at = next + 1;
    }
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    *length = (size_t)((stop ? stop : end) - at);
    return at;
}

static const char *syntax_hint(const char *line, size_t length)
{
    size_t blank = 0;
    while (blank < length && line[blank] == ' ')
        blank++;
    if (blank < length && line[blank] == '\t')
        return "indent with blanks, never with tabs";
    return "look at the indentation, brackets and quotes here and in the line above";
}

/* The parser gives up at its first error: this one complaint is all there is. */
static void complain_of_syntax(struct fy_diag *diag, const char *text, size_t size,
                               const char *file, SmyiComplaints *complaints)
{
    void *state = NULL;
    const struct fy_diag_error *error = fy_diag_errors_iterate(diag, &state);
    SmyiPlace place = {.file = file};
    if (error && error->line > 0)
        place = (SmyiPlace){file, error->line, error->column > 0 ? error->column : 1};
    size_t length;
    const char *line = line_at(text, size, place.line, &length);
    size_t shown = smyi_utf8_prefix(line, length, 60);
    while (shown > 0 && (line[shown - 1] == '\r' || line[shown - 1] == ' '))
        shown--;
    smyi_complaints_add(complaints, SMY_SEVERITY_ERROR, SMY_ERR_SYNTAX, place,
                        syntax_hint(line, length), "%s, in \"%.*s\"",
                        error && error->msg ? error->msg : "malformed YAML", (int)shown,
                        line);
}

/* What YAML does not allow anywhere, and what libfyaml would silently stop at. */
static bool bytes_are_fine(const char *text, size_t length, const char *file,
                           SmyiComplaints *complaints)
{
    if (length > SMYI_MOST_BYTES) {
        smyi_complaints_add(complaints, SMY_SEVERITY_ERROR, SMY_ERR_LIMIT,
                            (SmyiPlace){.file = file}, "a scenario has at most 8 MiB",
                            "the file is too large");
        return false;
    }
    for (size_t at = 0, n; at < length; at += n) {
        uint32_t c = 0;
        n = smyi_utf8_decode(text + at, length - at, &c);
        if (n && (c == '\r' || !smyi_is_control(c)))
            continue;
        smyi_complaints_add(complaints, SMY_SEVERITY_ERROR, SMY_ERR_SYNTAX,
                            place_of(text, at, file),
                            n ? "remove the character" : "save the file as UTF-8",
                            n ? "control character U+%04X" : "byte %02X is not UTF-8",
                            n ? (unsigned)c : (unsigned char)text[at]);
        return false;
    }
    return true;
}

static void take_events(struct fy_parser *parser, SmyiTreeBuilder *build)
{
    struct fy_event *event;
    while (!build->stop && (event = fy_parser_parse(parser))) {
        smyi_tree_take(build, event);
        fy_parser_event_free(parser, event);
    }
}

/* Reads all events; false where the text is malformed. */
static void parse(const char *text, size_t length, SmyiTreeBuilder *build)
{
    struct fy_diag *diag = new_diag();
    struct fy_parser *parser = diag ? new_parser(diag, text, length) : NULL;
    if (parser) {
        take_events(parser, build);
        if (!build->stop && fy_parser_get_stream_error(parser)) {
            complain_of_syntax(diag, text, length, build->file, build->complaints);
            build->stop = true;
        }
    } else {
        build->complaints->no_memory = true;
        build->stop = true;
    }
    fy_parser_destroy(parser);
    fy_diag_destroy(diag);
}

SmyiValue *smyi_yaml_read(const char *text, size_t length, const char *file,
                          SmyiArena *arena, SmyiComplaints *complaints)
{
    if (!bytes_are_fine(text, length, file, complaints))
        return NULL;
    SmyiTreeBuilder build = {.arena = arena,
                             .complaints = complaints,
                             .file = file,
                             .text = text,
                             .last = {file, 1, 1}};
    if (length > 0)
        parse(text, length, &build);
    if (build.stop)
        return NULL;
    if (!build.root)
        smyi_complaints_add(complaints, SMY_SEVERITY_ERROR, SMY_ERR_MISSING,
                            (SmyiPlace){file, 1, 1}, "begin with \"summitry: 1\"",
                            "the file is empty");
    return build.root;
}
