/* SPDX-License-Identifier: Apache-2.0 */
/* summitry page: the page, the engine and a scenario in one file that needs no server. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "backtests.h"
#include "output.h"
#include "page_files.h"
#include "passages.h"
#include "server/text.h"
#include "session.h"

enum { MOST_SCENARIO = 8 << 20 };

/* ---- Its parts ---- */

static const ServerFile *find(const char *name, size_t length)
{
    for (const ServerFile *file = page_files; file->name; file++)
        if (strlen(file->name) == length && strncmp(file->name, name, length) == 0)
            return file;
    return NULL;
}

static void add_base64(Text *page, const unsigned char *at, const unsigned char *end)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    while (at < end) {
        size_t n = end - at < 3 ? (size_t)(end - at) : 3;
        unsigned bits = (unsigned)at[0] << 16 | (n > 1 ? (unsigned)at[1] << 8 : 0) |
                        (n > 2 ? (unsigned)at[2] : 0);
        char four[4] = {digits[bits >> 18], digits[bits >> 12 & 63],
                        n > 1 ? digits[bits >> 6 & 63] : '=',
                        n > 2 ? digits[bits & 63] : '='};
        text_add(page, four, 4);
        at += n;
    }
}

/* JSON within an element: no text in it may end the element. */
static void add_guarded(Text *page, const Text *json)
{
    for (size_t i = 0; i < json->length; i++)
        if (json->bytes[i] == '<')
            text_add(page, "\\u003c", 6);
        else
            text_add(page, json->bytes + i, 1);
}

/* What stands in the page beside its engine. */
typedef struct Parts {
    const SmyNode *packed;
    Text documents, backtests;
} Parts;

static void add_data(Text *page, const Parts *parts)
{
    Text json = {0};
    const ServerFile *engine = find("engine.wasm", strlen("engine.wasm"));
    text_print(&json, "{\"summitry\":\"%s\",\"scenario\":", smy_version());
    text_node(&json, parts->packed);
    text_print(&json, ",\"documents\":%s,\"backtests\":%s}",
               parts->documents.bytes ? parts->documents.bytes : "{}",
               parts->backtests.bytes);
    text_print(page, "<script type=\"application/json\" id=\"summitry-page\">");
    add_guarded(page, &json);
    text_print(page, "</script>\n<script type=\"text/plain\" id=\"summitry-engine\">");
    if (engine)
        add_base64(page, engine->bytes, engine->end);
    text_print(page, "</script>\n");
    page->failed |= json.failed;
    text_free(&json);
}

/* ---- The whole ---- */

/* In JavaScript "</" stands only in texts, where "<\/" means the same. */
static void add_file(Text *page, const ServerFile *file, bool is_script)
{
    size_t length = (size_t)(file->end - file->bytes);
    const char *bytes = (const char *)file->bytes;
    text_print(page, is_script ? "<script type=\"module\">" : "<style>");
    if (is_script) {
        for (size_t i = 0; i < length; i++) {
            bool ends = bytes[i] == '<' && i + 1 < length && bytes[i + 1] == '/';
            text_add(page, ends ? "<\\" : bytes + i, ends ? 2 : 1);
        }
    } else {
        text_add(page, bytes, length);
    }
    text_print(page, is_script ? "</script>" : "</style>");
}

/* The file that a tag refers to as src="./NAME" or href="./NAME", or NULL. */
static const ServerFile *referred(const char *tag, const char *end)
{
    static const char *const marks[] = {"src=\"./", "href=\"./"};
    for (size_t m = 0; m < 2; m++) {
        const char *at = strstr(tag, marks[m]);
        if (!at || at >= end)
            continue;
        at += strlen(marks[m]);
        return find(at, strcspn(at, "\""));
    }
    return NULL;
}

/* index.html, tag by tag: what it refers to is put in its place, the data before </head>. */
static void assemble(Text *page, const Parts *parts)
{
    const ServerFile *index = find("index.html", strlen("index.html"));
    const char *at = index ? (const char *)index->bytes : "";
    while (*at) {
        const char *tag = strchr(at, '<'), *end = tag ? strchr(tag, '>') : NULL;
        if (!end)
            break;
        text_add(page, at, (size_t)(tag - at));
        bool is_script = strncmp(tag, "<script", 7) == 0;
        const ServerFile *file =
            is_script || strncmp(tag, "<link", 5) == 0 ? referred(tag, end) : NULL;
        if (strncmp(tag, "</head>", 7) == 0)
            add_data(page, parts);
        if (file)
            add_file(page, file, is_script);
        else
            text_add(page, tag, (size_t)(end + 1 - tag));
        at = end + 1;
        if (file && is_script && strncmp(at, "</script>", 9) == 0)
            at += 9;
    }
    text_add(page, at, strlen(at));
}

static int save(const Settings *settings, const Text *page)
{
    if (page->failed) {
        fprintf(stderr, "summitry: out of memory\n");
        return EXIT_COULD;
    }
    if (settings->output)
        return output_bytes(settings->output, page->bytes, page->length);
    return output_write(stdout, page->bytes, page->length) == SMY_OK ? EXIT_DONE
                                                                     : EXIT_COULD;
}

static bool read_file(const char *path, Text *text)
{
    char bytes[16384];
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    for (size_t n;
         (n = fread(bytes, 1, sizeof bytes, file)) > 0 && text->length <= MOST_SCENARIO;)
        text_add(text, bytes, n);
    bool ok = !ferror(file) && !text->failed;
    (void)fclose(file);
    return ok;
}

static int make(const Settings *settings, const SmyScenario *scenario)
{
    const char *path = settings->arguments[0];
    Text file = {0}, page = {0};
    Parts parts = {0};
    SmyResult *packed = NULL;
    SmyError err = {0};
    int status = EXIT_DONE;
    if (!read_file(path, &file)) {
        fprintf(stderr, "summitry: cannot read \"%s\"\n", path);
        status = EXIT_COULD;
    } else if (smy_scenario_pack(file.bytes ? file.bytes : "", file.length, path, &packed,
                                 &err) != SMY_OK) {
        status = session_complain(&err);
    } else if ((status = backtests_write(&parts.backtests, settings)) == EXIT_DONE) {
        parts.packed = smy_result_root(packed);
        passages_write(&parts.documents, scenario, settings);
        if (!parts.backtests.failed)
            assemble(&page, &parts);
        page.failed |= parts.documents.failed || parts.backtests.failed;
        status = save(settings, &page);
    }
    smy_result_free(packed);
    text_free(&parts.documents);
    text_free(&parts.backtests);
    text_free(&page);
    text_free(&file);
    return status;
}

static int run(const Settings *settings)
{
    SmyScenario *scenario = NULL;
    int status = session_read(settings, &scenario);
    if (status == EXIT_DONE)
        status = make(settings, scenario);
    smy_scenario_free(scenario);
    return status;
}

const Command command_page = {
    .name = "page",
    .summary = "the page in one file, which stays live without this program",
    .arguments = "SCENARIO",
    .about =
        "Writes one HTML file that holds the page, the engine (as WebAssembly) and the\n"
        "scenario. Whoever opens it in a browser can move chairs and values and sees the\n"
        "same digits as here: no server, no network, nothing to install. With "
        "--documents,\n"
        "the passages that are cited go with it; with --decisions, how the models fare\n"
        "on your own past decisions (the scores alone, not the table).",
    .example = "  summitry page scenarios/alaska-2025.summit.yaml -o what-if.html",
    .takes = TAKES_SAVE | TAKES_DOCUMENTS | TAKES_DECISIONS,
    .least_arguments = 1,
    .most_arguments = 1,
    .run = run,
};
