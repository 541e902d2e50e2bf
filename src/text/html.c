/* SPDX-License-Identifier: Apache-2.0 */
/* The text of an HTML page: libxml2 finds the elements, this file keeps their text. */
#include "text/html.h"

#include <string.h>

#include "base/error.h"
#include "text/bytes.h"

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool is_same(const char *a, const char *b, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (lower(a[i]) != b[i])
            return false;
    return true;
}

/* Where `wanted` (lower case) stands in the bytes, or NULL. */
static const char *find(const char *bytes, size_t length, const char *wanted)
{
    size_t n = strlen(wanted);
    for (size_t i = 0; i + n <= length; i++)
        if (is_same(bytes + i, wanted, n))
            return bytes + i;
    return NULL;
}

bool smyi_is_html(const char *bytes, size_t length)
{
    static const char *const starts[] = {
        "<!doctype html", "<html",  "<head",  "<body",    "<?xml",    "<!--",
        "<meta",          "<title", "<p>",    "<p ",      "<article", "<div",
        "<main",          "<h1",    "<table", "<section", "<span"};
    size_t blank = 0;
    while (blank < length && memchr(" \t\r\n", bytes[blank], 4))
        blank++;
    for (size_t s = 0; s < sizeof starts / sizeof *starts; s++) {
        size_t n = strlen(starts[s]);
        if (length - blank >= n && is_same(bytes + blank, starts[s], n))
            return true;
    }
    return false;
}

const char *smyi_html_encoding(const char *bytes, size_t length, SmyiArena *arena)
{
    size_t looked_at = length < 2048 ? length : 2048;
    const char *end = bytes + looked_at, *at = find(bytes, looked_at, "charset=");
    if (at)
        at += 8;
    else if ((at = find(bytes, looked_at < 200 ? looked_at : 200, "encoding=")))
        at += 9;
    else
        return NULL;
    while (at < end && memchr(" \"'", *at, 3))
        at++;
    const char *stop = at;
    while (stop < end && !memchr(" \"'>;/?\r\n\t", *stop, 10))
        stop++;
    return stop > at && stop - at < 40 ? smyi_arena_copy(arena, at, (size_t)(stop - at))
                                       : NULL;
}

#ifdef SMYI_LIBXML2
#include <libxml/HTMLparser.h>

typedef struct Page {
    SmyiBytes text, title;
    SmyiHtmlText *out;
    SmyiArena *arena;
    htmlParserCtxtPtr parser;
    size_t depth, hidden, in_title, in_pre;
    bool owes_blank, too_deep, no_memory;
    int owes_lines; /* 1: a line end; 2: an empty line */
} Page;

static bool is_one_of(const char *name, const char *const *names)
{
    for (; *names; names++)
        if (strcmp(name, *names) == 0)
            return true;
    return false;
}

static const char *const blocks[] = {
    "address", "article", "aside", "blockquote", "body",  "caption",    "center", "dd",
    "details", "dialog",  "div",   "dl",         "dt",    "figcaption", "figure", "footer",
    "form",    "h1",      "h2",    "h3",         "h4",    "h5",         "h6",     "header",
    "hr",      "li",      "main",  "nav",        "ol",    "p",          "pre",    "section",
    "summary", "table",   "tbody", "tfoot",      "thead", "tr",         "ul",     NULL};
static const char *const scripts[] = {"script", "style", "template", "noscript", NULL};
static const char *const pictures[] = {"img",    "svg",    "canvas", "video", "audio",
                                       "iframe", "object", "embed",  "math",  NULL};
static const char *const closed_pictures[] = {"svg",    "canvas", "video", "audio",
                                              "iframe", "object", "math",  NULL};
static const char *const forms[] = {"nav",      "select",   "button",
                                    "textarea", "datalist", NULL};

static bool hides(const char *name)
{
    return is_one_of(name, scripts) || is_one_of(name, closed_pictures) ||
           is_one_of(name, forms);
}

static const char *attribute(const xmlChar **attributes, const char *name)
{
    for (; attributes && attributes[0]; attributes += 2)
        if (strcmp((const char *)attributes[0], name) == 0)
            return attributes[1] ? (const char *)attributes[1] : "";
    return NULL;
}

static void keep(Page *page, const char **where, const char *value)
{
    if (*where || !value || !*value)
        return;
    *where = smyi_arena_copy(page->arena, value, strlen(value));
    page->no_memory |= !*where;
}

static bool is_date(const char *text)
{
    static const char form[] = "0000-00-00";
    for (size_t i = 0; i < sizeof form - 1; i++)
        if (form[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != '-')
            return false;
    return true;
}

static void look_at_meta(Page *page, const xmlChar **attributes)
{
    static const char *const names[] = {
        "article:published_time", "datepublished", "date",        "dc.date",
        "dcterms.created",        "pubdate",       "publishdate", NULL};
    const char *content = attribute(attributes, "content");
    const char *const keys[] = {"property", "name", "itemprop"};
    for (size_t k = 0; k < 3 && content && is_date(content); k++) {
        const char *name = attribute(attributes, keys[k]);
        for (size_t n = 0; name && names[n]; n++)
            if (strlen(name) == strlen(names[n]) && is_same(name, names[n], strlen(name)))
                keep(page, &page->out->date, content);
    }
}

static void count(Page *page, const char *name)
{
    page->out->n_scripts += is_one_of(name, scripts);
    page->out->n_pictures += is_one_of(name, pictures);
    page->out->n_forms += is_one_of(name, forms);
}

static void owe_lines(Page *page, int n)
{
    if (page->owes_lines < n)
        page->owes_lines = n;
}

static void open_element(void *user, const xmlChar *name_, const xmlChar **attributes)
{
    Page *page = user;
    const char *name = (const char *)name_, *datetime = attribute(attributes, "datetime");
    if (++page->depth > SMYI_HTML_DEPTH) {
        page->too_deep = true;
        xmlStopParser(page->parser);
        return;
    }
    count(page, name);
    page->hidden += hides(name);
    page->in_title += strcmp(name, "title") == 0;
    page->in_pre += strcmp(name, "pre") == 0;
    if (is_one_of(name, blocks))
        owe_lines(page, 2);
    else if (strcmp(name, "br") == 0)
        owe_lines(page, page->owes_lines ? 2 : 1);
    else if (strcmp(name, "td") == 0 || strcmp(name, "th") == 0)
        page->owes_blank = true;
    else if (strcmp(name, "html") == 0)
        keep(page, &page->out->lang, attribute(attributes, "lang"));
    else if (strcmp(name, "meta") == 0)
        look_at_meta(page, attributes);
    else if (strcmp(name, "time") == 0 && datetime && is_date(datetime))
        keep(page, &page->out->date, datetime);
}

static void close_element(void *user, const xmlChar *name_)
{
    Page *page = user;
    const char *name = (const char *)name_;
    page->depth -= page->depth > 0;
    page->hidden -= page->hidden > 0 && hides(name);
    page->in_title -= page->in_title > 0 && strcmp(name, "title") == 0;
    page->in_pre -= page->in_pre > 0 && strcmp(name, "pre") == 0;
    if (is_one_of(name, blocks))
        owe_lines(page, 2);
}

/* Blanks and line ends that are owed are written when text follows: none at either end. */
static void pay(Page *page)
{
    if (page->text.length && page->owes_lines)
        (void)smyi_bytes_add(&page->text, "\n\n", (size_t)page->owes_lines);
    else if (page->text.length && page->owes_blank)
        (void)smyi_bytes_add(&page->text, " ", 1);
    page->owes_lines = 0;
    page->owes_blank = false;
}

static void take_text(Page *page, const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        size_t n = 0;
        if (page->in_pre && text[at] == '\n') {
            owe_lines(page, page->owes_lines ? 2 : 1);
            at++;
            continue;
        }
        if (memchr(" \t\r\n\f", text[at], 5)) {
            page->owes_blank = true;
            at++;
            continue;
        }
        while (at + n < length && !memchr(" \t\r\n\f", text[at + n], 5))
            n++;
        pay(page);
        (void)smyi_bytes_add(&page->text, text + at, n);
        at += n;
    }
}

static void take_characters(void *user, const xmlChar *text, int length)
{
    Page *page = user;
    if (length <= 0)
        return;
    if (page->in_title)
        (void)smyi_bytes_add(&page->title, (const char *)text, (size_t)length);
    else if (!page->hidden)
        take_text(page, (const char *)text, (size_t)length);
}

/* The content of script and style, and of CDATA sections that HTML does not have. */
static void drop_characters(void *user, const xmlChar *text, int length)
{
    (void)user, (void)text, (void)length;
}

static bool parse(Page *page, const char *text, size_t length)
{
    htmlSAXHandler handler = {.startElement = open_element,
                              .endElement = close_element,
                              .characters = take_characters,
                              .ignorableWhitespace = take_characters,
                              .cdataBlock = drop_characters};
    enum { PIECE = 16 << 10 };
    page->parser =
        htmlCreatePushParserCtxt(&handler, page, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
    if (!page->parser)
        return false;
    (void)htmlCtxtUseOptions(page->parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                               HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                               HTML_PARSE_IGNORE_ENC);
    for (size_t at = 0; at < length && !page->too_deep; at += PIECE) {
        size_t n = length - at < PIECE ? length - at : PIECE;
        (void)htmlParseChunk(page->parser, text + at, (int)n, 0);
    }
    if (!page->too_deep)
        (void)htmlParseChunk(page->parser, NULL, 0, 1);
    htmlFreeParserCtxt(page->parser);
    return true;
}

/* Blanks run together, as in the page's own text. */
static const char *tidy(SmyiBytes *title)
{
    size_t n = 0;
    for (size_t i = 0; i < title->length; i++) {
        bool blank = memchr(" \t\r\n", title->text[i], 4) != NULL;
        if (!blank || (n && title->text[n - 1] != ' '))
            title->text[n++] = blank ? ' ' : title->text[i];
    }
    if (n && title->text[n - 1] == ' ')
        n--;
    if (n)
        title->text[n] = '\0';
    return n ? title->text : NULL;
}

SmyCode smyi_html_text_of(const char *text, size_t length, SmyiArena *arena,
                          SmyiHtmlText *out, SmyError *err)
{
    *out = (SmyiHtmlText){0};
    Page page = {.text = {.arena = arena, .most = length + 4096},
                 .title = {.arena = arena, .most = 4096},
                 .out = out,
                 .arena = arena};
    bool parsed = parse(&page, text, length);
    if (page.too_deep)
        return smyi_fail_at(err, SMY_ERR_LIMIT, (SmyiPlace){0}, "save the page as text",
                            "the HTML is nested deeper than %d elements", SMYI_HTML_DEPTH);
    if (!parsed || page.no_memory || page.text.no_memory || page.title.no_memory ||
        !smyi_bytes_add(&page.text, "", 0))
        return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    out->text = page.text.text;
    out->length = page.text.length;
    out->title = tidy(&page.title);
    if (out->date)
        out->date = smyi_arena_copy(arena, out->date, 10);
    return SMY_OK;
}

#else

SmyCode smyi_html_text_of(const char *text, size_t length, SmyiArena *arena,
                          SmyiHtmlText *out, SmyError *err)
{
    (void)text, (void)length, (void)arena;
    *out = (SmyiHtmlText){0};
    return smyi_fail_at(err, SMY_ERR_MISSING, (SmyiPlace){0}, "save the page as plain text",
                        "the document is HTML, and this build has no libxml2");
}

#endif
