/* SPDX-License-Identifier: Apache-2.0 */
/* The look of the HTML report: one palette, one type scale, patterns that survive greyscale. */
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
    ".account{margin:.5rem 0 0;padding:.5rem .8rem;max-width:44rem;background:var(--wash);"
      "border-left:3px solid var(--soft)}\n"
    ".partial{border:2px solid var(--warn);color:var(--warn);padding:.4rem .8rem;"
      "font-weight:600}\n"
    "dl.answer{margin:1.6rem 0 0;font-size:1.1rem;line-height:1.45}\n"
    "dl.answer dt{font-weight:700;font-size:.82rem;color:var(--soft);margin-top:.7rem}\n"
    "dl.answer dd{margin:0;max-width:46rem}\n"
    "figure{margin:.6rem 0 0}\n"
    "figcaption{font-size:.87rem;color:var(--soft);margin:.2rem 0;max-width:44rem}\n"
    "nav{margin:1.4rem 0 0;font-size:.9rem;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem}\n"
    "nav a{color:var(--soft)}\n"
    ".skip{position:absolute;left:-99rem}\n"
    ".skip:focus{left:1rem;background:var(--paper);color:var(--ink)}\n"
    ".none{font-weight:700;color:var(--warn)}\n"
    ".judged{font-style:italic}\n"
    ".status{color:var(--warn);font-weight:600}\n"
    "dl.models dt{font-weight:600;margin-top:.8rem}\n"
    "dl.models dd{margin:0;max-width:44rem}\n";

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
    "th.model{font-weight:500;font-size:.92em;min-width:3.4rem}\n"
    "th.aim{padding-top:.9rem;border-bottom-color:var(--soft)}\n"
    ".inputs tbody th[scope=row]{font-weight:400;padding-left:1rem;min-width:6rem}\n"
    ".inputs td:nth-child(3){white-space:nowrap}\n"
    ".inputs td.n{width:4rem}\n"
    ".inputs{width:100%}.inputs td:nth-child(4){min-width:13rem}\n"
    "small{color:var(--soft);font-weight:400;font-size:.92em}\n"
    "td.g1,td.g2,td.g3{background:var(--gain-wash)}\n"
    "td.l1,td.l2,td.l3{background:var(--loss-wash)}\n"
    "td.g2,td.g3{color:var(--gain)}\n"
    "td.l2,td.l3{color:var(--loss)}\n"
    "td.g3,td.l3{font-weight:700}\n"
    "td.u{color:var(--soft)}\n";

/* The label column is padding: percentages count from where the plot begins. */
static const char charts[] =
    ".chart{display:block;padding:0 2.9rem 0 8.6rem;overflow:visible;font-size:12px}\n"
    ".chart text,.room text{fill:var(--ink)}\n"
    ".chart .soft,.room .soft{fill:var(--soft)}\n"
    ".chart .strong,.room .strong{font-weight:700}\n"
    ".chart .axis{fill:var(--soft);font-size:11px;paint-order:stroke;stroke:var(--paper);"
      "stroke-width:3px;stroke-linejoin:round}\n"
    ".chart .value{font-variant-numeric:tabular-nums}\n"
    ".chart .gain{fill:var(--gain)}\n"
    ".chart .loss{fill:var(--loss)}\n"
    ".grid{stroke:var(--line);stroke-width:1}\n"
    ".zero{stroke:var(--ink);stroke-width:1.2}\n"
    ".quo{stroke:var(--ink);stroke-width:1.4;stroke-dasharray:2 3}\n"
    ".band,.span{fill:var(--band)}\n"
    ".range{stroke:var(--soft);stroke-width:2}\n"
    ".whisker{stroke:var(--ink);stroke-width:1.3}\n"
    ".whisker.faint{stroke:var(--line)}\n"
    ".stated-line{stroke:var(--soft);stroke-width:1;stroke-dasharray:1 2}\n"
    ".seated{fill:var(--ink);stroke:var(--paper);stroke-width:1}\n"
    ".outside{fill:var(--paper);stroke:var(--ink);stroke-width:1.5}\n"
    ".stated{fill:var(--paper);stroke:var(--soft);stroke-width:1.5}\n"
    ".settled,.mid{fill:var(--ink)}\n"
    ".open{fill:var(--paper);stroke:var(--ink);stroke-width:1.4}\n"
    ".heap{fill:var(--band);stroke:var(--soft);stroke-width:1;"
      "vector-effect:non-scaling-stroke}\n"
    ".tick{stroke:var(--ink);stroke-width:1.4}\n"
    ".tick.up{stroke:var(--gain)}\n"
    ".tick.down{stroke:var(--loss)}\n"
    ".mid.up{fill:var(--gain)}\n"
    ".mid.down{fill:var(--loss)}\n"
    ".part-outcome{fill:var(--soft)}\n"
    ".part-standing{fill:url(#hatch);stroke:var(--soft)}\n"
    ".part-face{fill:url(#dots);stroke:var(--soft)}\n"
    ".net{fill:var(--paper);stroke:var(--ink);stroke-width:1.6}\n"
    ".key{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;list-style:none;padding:0;"
      "margin:.7rem 0;font-size:.84rem;color:var(--soft)}\n"
    ".key svg{width:26px;height:14px;vertical-align:-2px;margin-right:.3rem;"
      "overflow:visible}\n";

static const char parts[] =
    ".table{display:grid;gap:.5rem 2rem;align-items:start}\n"
    ".table dt{font-weight:600;margin-top:.5rem}\n"
    ".table dd{margin:0;color:var(--soft)}\n"
    ".room{display:block;width:100%;max-width:30rem;height:auto;font-size:12.5px}\n"
    ".room .wall{fill:none;stroke:var(--soft);stroke-width:1.5}\n"
    ".room .top{fill:var(--wash);stroke:var(--ink);stroke-width:1.5}\n"
    ".room .chair{fill:var(--ink)}\n"
    ".room .watch{fill:var(--paper);stroke:var(--ink);stroke-dasharray:2 2}\n"
    ".room .person{fill:var(--paper);stroke:var(--ink);stroke-width:1.4}\n"
    ".room .venue{text-transform:capitalize}\n"
    ".room .note{fill:var(--soft);font-size:10.5px}\n"
    ".parts{display:grid;gap:.6rem 2rem;"
      "grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr))}\n"
    ".parts h4{margin:.6rem 0 0;font-size:.92rem}\n"
    "ol.claims{list-style:none;padding:0;margin:.8rem 0}\n"
    "ol.claims li{border-top:1px solid var(--line);padding:.5rem 0}\n"
    "ol.claims li.axis{border:0;padding:0;font-size:11px}\n"
    "ol.claims text{fill:var(--soft)}\n"
    "ol.claims .says{font-weight:600}\n"
    "ol.claims .odds{font-weight:700;font-size:1.15rem;font-variant-numeric:tabular-nums}\n"
    ".odds-line{padding:0 .5rem}\n"
    ".chart.issue{height:var(--tall)}\n"
    ".chart .wide{display:none}\n";

/* What changes with the width of the page, and on paper. */
static const char sizes[] =
    "@media (min-width:44rem){\n"
    "dl.answer{display:grid;grid-template-columns:7.5rem 1fr;gap:.55rem .8rem}\n"
    "dl.answer dt{margin:.22rem 0 0}\n"
    ".table{grid-template-columns:minmax(0,30rem) 1fr}\n"
    "ol.claims li{display:grid;gap:0 1.2rem;grid-template-columns:1fr 7.5rem 15rem;"
      "align-items:center}\n"
    ".chart.issue{height:var(--low)}\n"
    ".chart .wide{display:inline}\n"
    ".chart .narrow{display:none}}\n"
    "@media (max-width:43.99rem){ol.claims .odds+br{display:none}}\n"
    "@media (max-width:30rem){\n"
    ".chart{padding-left:7.9rem;padding-right:2.6rem;font-size:11.5px}\n"
    "h1{font-size:1.5rem}dl.answer{font-size:1rem}}\n"
    "@page{size:A4;margin:15mm 14mm}\n"
    "@media print{\n"
    "html{font-size:72%}\n"
    "body{padding:0;max-width:none}\n"
    ".skip,nav{display:none}\n"
    "h2,h3,h4,caption{break-after:avoid}\n"
    "figure,li,dd,tr,.chart{break-inside:avoid}\n"
    "h2{margin-top:2.2rem}\n"
    ".chart{font-size:10px;padding-left:9.5rem;padding-right:3.4rem}.chart .axis{font-size:9px}\n"
    "table{font-size:.8rem}table.matrix{font-size:.62rem}.matrix tbody th{min-width:6rem}"
      ".matrix th,.matrix td{padding:.2rem .25rem}\n"
    ".parts{grid-template-columns:1fr 1fr}\n"
    ".scroll{overflow:visible}\n"
    "*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}\n";

static const char patterns[] =
    "<svg width=\"0\" height=\"0\" aria-hidden=\"true\" style=\"position:absolute\"><defs>"
    "<pattern id=\"hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" "
      "patternTransform=\"rotate(45)\"><rect width=\"5\" height=\"5\" fill=\"var(--paper)\"/>"
      "<path d=\"M0 0v5\" stroke=\"var(--soft)\" stroke-width=\"2.4\"/></pattern>"
    "<pattern id=\"dots\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">"
      "<rect width=\"5\" height=\"5\" fill=\"var(--paper)\"/>"
      "<circle cx=\"2.5\" cy=\"2.5\" r=\"1.1\" fill=\"var(--ink)\"/></pattern>"
    "</defs></svg>\n";

/* clang-format on */

void smyi_html_style(SmyiHtml *h)
{
    const char *const sheets[] = {palette, page, tables, charts, parts, sizes};
    smyi_put(&h->w, "<style>\n");
    for (size_t s = 0; s < sizeof sheets / sizeof *sheets; s++)
        smyi_put(&h->w, sheets[s]);
    smyi_put(&h->w, "</style>\n</head>\n<body>\n");
    smyi_put(&h->w, patterns);
}
