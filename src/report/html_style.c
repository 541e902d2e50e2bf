/* SPDX-License-Identifier: Apache-2.0 */
/* The look of a dossier: one palette, one type scale, marks that survive greyscale. */
#include "report/html.h"

/* clang-format off */

/* Colour carries the sign of points and nothing else; shape, fill and hatching carry it too. */
static const char palette[] =
    ":root{color-scheme:light dark;--paper:#fff;--ink:#1b2026;--soft:#59626e;--line:#c9ced6;"
      "--wash:#f3f4f6;--band:#e4e8ed;--gain:#0b6a8f;--gain-wash:#dcedf4;"
      "--loss:#a8431a;--loss-wash:#f9e4d9;--warn:#7a5600}\n"
    "@media (prefers-color-scheme:dark){"
    ":root{--paper:#14181d;--ink:#e6e9ed;--soft:#a3acb8;--line:#3d4650;"
      "--wash:#1d2329;--band:#2b333c;--gain:#6cc4e4;--gain-wash:#163845;"
      "--loss:#f29a6c;--loss-wash:#46281a;--warn:#e5bd62}}\n"
    "@media print{"
    ":root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#444;--line:#aaa;"
      "--wash:#f3f4f6;--band:#e0e4e9;--gain:#0b6a8f;--gain-wash:#dcedf4;"
      "--loss:#a8431a;--loss-wash:#f9e4d9;--warn:#5c4200}}\n";

static const char page[] =
    "*{box-sizing:border-box}\n"
    "html{background:var(--paper);color:var(--ink);"
      "font:100%/1.5 system-ui,-apple-system,\"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,"
      "\"Noto Sans\",\"Noto Sans CJK TC\",\"Microsoft JhengHei\",\"PingFang TC\",sans-serif;"
      "-webkit-text-size-adjust:100%}\n"
    "body{margin:0 auto;padding:1.5rem 1rem 4rem;max-width:58rem;overflow-wrap:break-word}\n"
    "h1{font-size:1.9rem;line-height:1.2;margin:0 0 .3rem;letter-spacing:-.01em}\n"
    "h2{font-size:1.3rem;line-height:1.25;margin:3.2rem 0 .4rem;padding-top:.7rem;"
      "border-top:2px solid var(--ink)}\n"
    "h3{font-size:1.02rem;line-height:1.3;margin:2rem 0 .15rem}\n"
    "p{margin:.35rem 0}\n"
    ".remark{color:var(--soft);font-size:.87rem;max-width:44rem}\n"
    "code{font-size:.86em}\n"
    ".meta{color:var(--soft);margin:0}\n"
    "nav{margin:1.4rem 0 0;font-size:.9rem;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem}\n"
    "nav a{color:var(--soft)}\n"
    ".skip{position:absolute;left:-99rem}\n"
    ".skip:focus{left:1rem;background:var(--paper);color:var(--ink)}\n";

static const char tables[] =
    ".scroll{overflow-x:auto;margin:.8rem 0 1.4rem}\n"
    ".scroll:focus-visible{outline:2px solid var(--gain);outline-offset:2px}\n"
    "table{border-collapse:collapse;font-size:.84rem;line-height:1.35;"
      "font-variant-numeric:tabular-nums}\n"
    "caption{text-align:left;color:var(--soft);padding:0 0 .4rem;max-width:44rem}\n"
    "th,td{padding:.28rem .5rem;border-bottom:1px solid var(--line);text-align:left;"
      "vertical-align:top}\n"
    "thead th{vertical-align:bottom;border-bottom:1.5px solid var(--ink)}\n"
    "th{font-weight:600}\n"
    "tbody th{min-width:8.5rem}\n"
    "td.n,th.n{text-align:right}\n"
    "td.n{white-space:nowrap}\n"
    "small{color:var(--soft);font-weight:400;font-size:.92em}\n";

/* What changes with the width of the page, and on paper. */
static const char sizes[] =
    "@media (max-width:30rem){h1{font-size:1.5rem}}\n"
    "@page{size:A4;margin:15mm 14mm}\n"
    "@media print{\n"
    "html{font-size:72%}\n"
    "body{padding:0;max-width:none}\n"
    ".skip,nav{display:none}\n"
    "h2,h3,caption,.remark{break-after:avoid}\n"
    "tr{break-inside:avoid}\n"
    "h2{margin-top:2.2rem}\n"
    "table{font-size:.8rem}\n"
    ".scroll{overflow:visible}\n"
    "*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}\n";

/* clang-format on */

void smyi_html_style(SmyiWriter *w)
{
    const char *const sheets[] = {palette, page, tables, sizes};
    smyi_put(w, "<style>\n");
    for (size_t s = 0; s < sizeof sheets / sizeof *sheets; s++)
        smyi_put(w, sheets[s]);
    smyi_put(w, "</style>\n</head>\n<body>\n");
}
