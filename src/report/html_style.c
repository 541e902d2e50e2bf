/* SPDX-License-Identifier: Apache-2.0 */
/* The look of the HTML report: one palette, one type scale, patterns that survive greyscale. */
#include "report/html.h"

/* Colour carries the sign of points and nothing else; shape, fill and hatching carry it too. */
static const char palette[] =
    ":root{color-scheme:light "
    "dark;--paper:#fff;--ink:#1b2026;--soft:#59626e;--line:#c9ced6;"
    "--wash:#f3f4f6;--gain:#0b6a8f;--gain-wash:#dcedf4;--loss:#a8431a;--loss-wash:#f9e4d9;"
    "--band:#e6e9ee;--warn:#7a5600}\n"
    "@media (prefers-color-scheme:dark){:root{--paper:#14181d;--ink:#e6e9ed;--soft:#a3acb8;"
    "--line:#3d4650;--wash:#1d2329;--gain:#6cc4e4;--gain-wash:#163845;--loss:#f29a6c;"
    "--loss-wash:#46281a;--band:#2b333c;--warn:#e5bd62}}\n"
    "@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#444;--line:#aaa;"
    "--wash:#f3f4f6;--gain:#0b6a8f;--gain-wash:#dcedf4;--loss:#a8431a;--loss-wash:#f9e4d9;"
    "--band:#e2e5ea;--warn:#5c4200}}\n";

static const char page[] =
    "*{box-sizing:border-box}"
    "html{background:var(--paper);color:var(--ink);"
    "font:100%/1.5 system-ui,-apple-system,\"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,"
    "\"Noto Sans\",\"Noto Sans CJK TC\",\"Microsoft JhengHei\",\"PingFang TC\",sans-serif;"
    "-webkit-text-size-adjust:100%}"
    "body{margin:0 auto;padding:1.5rem 1rem 4rem;max-width:58rem;overflow-wrap:break-word}"
    "h1{font-size:1.9rem;line-height:1.2;margin:0 0 .3rem;letter-spacing:-.01em}"
    "h2{font-size:1.3rem;line-height:1.25;margin:3.2rem 0 .4rem;padding-top:.7rem;"
    "border-top:2px solid var(--ink)}"
    "h3{font-size:1.02rem;line-height:1.3;margin:2rem 0 .15rem}"
    "p{margin:.35rem 0}p.lead,.remark{color:var(--soft);max-width:44rem}"
    ".remark{font-size:.87rem}a{color:inherit}code{font-size:.86em}"
    ".meta{color:var(--soft);margin:0}.account{margin:.5rem 0 0;padding:.5rem .8rem;"
    "background:var(--wash);border-left:3px solid var(--soft);max-width:44rem}"
    ".partial{border:2px solid var(--warn);color:var(--warn);padding:.4rem .8rem;"
    "font-weight:600}"
    "dl.answer{margin:1.6rem 0 0;font-size:1.1rem;line-height:1.45}"
    "dl.answer dt{font-weight:700;font-size:.82rem;color:var(--soft);margin-top:.7rem}"
    "dl.answer dd{margin:0;max-width:44rem}"
    "@media (min-width:44rem){dl.answer{display:grid;grid-template-columns:7.5rem 1fr;"
    "gap:.55rem .8rem}dl.answer dt{margin:.22rem 0 0}}"
    "figure{margin:.6rem 0 0}figcaption{font-size:.87rem;color:var(--soft);margin:.2rem 0}"
    ".skip{position:absolute;left:-99rem}.skip:focus{left:1rem;background:var(--paper)}\n";

static const char tables[] =
    ".scroll{overflow-x:auto;margin:.8rem 0;-webkit-overflow-scrolling:touch}"
    ".scroll:focus-visible{outline:2px solid var(--gain);outline-offset:2px}"
    "table{border-collapse:collapse;font-size:.84rem;line-height:1.35;"
    "font-variant-numeric:tabular-nums}"
    "caption{text-align:left;color:var(--soft);padding:0 0 .4rem;max-width:44rem}"
    "th,td{padding:.28rem .5rem;border-bottom:1px solid var(--line);text-align:left;"
    "vertical-align:top}thead th{vertical-align:bottom;border-bottom:1.5px solid "
    "var(--ink);"
    "font-weight:600}tbody "
    "th{font-weight:600}td.n,th.n{text-align:right}td.n{white-space:nowrap}"
    "th.model{font-weight:500;font-size:.92em;min-width:3.4rem}"
    "tbody th{min-width:8.5rem}"
    "td small,th small,li small{color:var(--soft);font-weight:400;font-size:.92em}"
    "td.g1,td.g2,td.g3{background:var(--gain-wash)}td.l1,td.l2,td.l3{background:var(--loss-"
    "wash)}"
    "td.g2,td.g3{color:var(--gain)}td.l2,td.l3{color:var(--loss)}"
    "td.g3,td.l3{font-weight:700}td.u{color:var(--soft)}td.own{outline:1px solid "
    "var(--soft);"
    "outline-offset:-2px}\n";

static const char charts[] =
    ".chart{display:block;padding:0 2.9rem 0 8.6rem;overflow:visible;font-size:12px}"
    ".chart text,.room text{fill:var(--ink)}.chart .soft,.room .soft{fill:var(--soft)}"
    ".chart .strong,.room .strong{font-weight:700}.chart "
    ".axis{fill:var(--soft);font-size:11px}"
    ".chart .value{font-variant-numeric:tabular-nums}.chart .gain{fill:var(--gain)}"
    ".chart .loss{fill:var(--loss)}"
    ".grid{stroke:var(--line);stroke-width:1}.zero{stroke:var(--ink);stroke-width:1.2}"
    ".quo{stroke:var(--ink);stroke-width:1.4;stroke-dasharray:2 3}"
    ".band{fill:var(--band)}.range{stroke:var(--soft);stroke-width:2}"
    ".whisker{stroke:var(--ink);stroke-width:1.3}.stated-line{stroke:var(--soft);"
    "stroke-width:1;stroke-dasharray:1 2}"
    ".seated{fill:var(--ink);stroke:var(--paper);stroke-width:1}"
    ".outside{fill:var(--paper);stroke:var(--ink);stroke-width:1.5}"
    ".stated{fill:var(--paper);stroke:var(--soft);stroke-width:1.5}"
    ".settled{fill:var(--ink)}.open{fill:var(--paper);stroke:var(--ink);stroke-width:1.4}"
    ".heap{fill:url(#hatch);stroke:var(--soft);stroke-width:1;vector-effect:non-scaling-"
    "stroke}"
    ".tick{stroke:var(--ink);stroke-width:1.4}.tick.up{stroke:var(--gain)}"
    ".tick.down{stroke:var(--loss)}"
    ".span{fill:var(--band)}.mid{fill:var(--ink)}.mid.up{fill:var(--gain)}"
    ".mid.down{fill:var(--loss)}"
    ".part-outcome{fill:var(--soft)}.part-standing{fill:url(#hatch);stroke:var(--soft)}"
    ".part-face{fill:url(#cross);stroke:var(--soft)}"
    ".net{fill:var(--paper);stroke:var(--ink);stroke-width:1.6}"
    ".key{display:flex;flex-wrap:wrap;gap:.2rem "
    "1.1rem;list-style:none;padding:0;margin:.7rem 0;"
    "font-size:.84rem;color:var(--soft)}.key "
    "svg{width:26px;height:14px;vertical-align:-2px;"
    "margin-right:.3rem;overflow:visible}\n";

static const char parts[] =
    ".room{display:block;width:100%;max-width:30rem;height:auto;font-size:12.5px}"
    ".room .wall{fill:none;stroke:var(--soft);stroke-width:1.5}"
    ".room .top{fill:var(--wash);stroke:var(--ink);stroke-width:1.5}"
    ".room .chair{fill:var(--ink)}.room .watch{fill:var(--paper);stroke:var(--ink);"
    "stroke-dasharray:2 2}.room "
    ".person{fill:var(--paper);stroke:var(--ink);stroke-width:1.4}"
    ".table{display:grid;gap:.5rem 2rem;align-items:start}"
    "@media (min-width:44rem){.table{grid-template-columns:minmax(0,30rem) 1fr}}"
    ".table dt{font-weight:600;margin-top:.5rem}.table dd{margin:0;color:var(--soft)}"
    ".parts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr)"
    ");"
    "gap:.6rem 2rem}.parts h4{margin:.6rem 0 0;font-size:.92rem}.parts h4 small{"
    "font-weight:400;color:var(--soft)}"
    "ol.claims{list-style:none;padding:0;margin:.8rem 0}"
    "ol.claims li{border-top:1px solid var(--line);padding:.5rem 0}"
    "ol.claims .says{font-weight:600}ol.claims .odds{font-weight:700;font-size:1.15rem;"
    "font-variant-numeric:tabular-nums}.odds-line{padding:0 .5rem}"
    "@media (min-width:44rem){ol.claims li{display:grid;gap:0 1.2rem;"
    "grid-template-columns:1fr 8.5rem 15rem;align-items:center}}"
    ".judged{font-style:italic}.none{font-weight:700;color:var(--warn)}"
    "dl.models dt{font-weight:600;margin-top:.8rem}dl.models dd{margin:0;max-width:44rem}"
    ".status{color:var(--warn);font-weight:600}\n"
    "@media "
    "(max-width:30rem){.chart{padding-left:7.9rem;padding-right:2.6rem;font-size:11.5px}"
    "h1{font-size:1.5rem}dl.answer{font-size:1rem}}\n"
    "@page{size:A4;margin:15mm 14mm}"
    "@media print{html{font-size:62%}body{padding:0;max-width:none}.skip{display:none}"
    "h2,h3,h4,caption{break-after:avoid}figure,li,dd,tr,.chart{break-inside:avoid}"
    ".scroll{overflow:visible}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}"
    "\n";

static const char patterns[] =
    "<svg width=\"0\" height=\"0\" aria-hidden=\"true\" style=\"position:absolute\"><defs>"
    "<pattern id=\"hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" "
    "patternTransform=\"rotate(45)\"><rect width=\"5\" height=\"5\" fill=\"var(--paper)\"/>"
    "<path d=\"M0 0v5\" stroke=\"var(--soft)\" stroke-width=\"2.4\"/></pattern>"
    "<pattern id=\"cross\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">"
    "<rect width=\"5\" height=\"5\" fill=\"var(--paper)\"/>"
    "<circle cx=\"2.5\" cy=\"2.5\" r=\"1.1\" fill=\"var(--ink)\"/></pattern>"
    "</defs></svg>\n";

void smyi_html_style(SmyiHtml *h)
{
    const char *const sheets[] = {palette, page, tables, charts, parts};
    smyi_put(&h->w, "<style>\n");
    for (size_t s = 0; s < sizeof sheets / sizeof *sheets; s++)
        smyi_put(&h->w, sheets[s]);
    smyi_put(&h->w, "</style>\n</head>\n<body>\n");
    smyi_put(&h->w, patterns);
}
