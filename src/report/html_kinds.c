/* SPDX-License-Identifier: Apache-2.0 */
/* HTML reports: which kind a tree asks for, and what it says without scripts. */
#include "report/html.h"
#include "report/plain.h"
#include "summitry/report.h"

/*
 * One line a kind; web/src/report/kinds.ts has the same names. The first whose key the tree has
 * is meant; a run has votes too, and may have no models. A table of many columns takes a wider line than the terminal's.
 */
static const SmyiReportKind kinds[] = {
    {.name = "backtest",
     .key = "cases",
     .title = "Back-test",
     .plain = smyi_plain_backtest},
    {.name = "timeline", .key = "states", .plain = smyi_plain_timeline},
    {.name = "sensitivity", .key = "factors", .plain = smyi_plain_sensitivity},
    {.name = "levers", .key = "for", .plain = smyi_plain_levers},
    {.name = "leverage", .key = "turns", .plain = smyi_plain_leverage},
    {.name = "compare", .key = "conclusions", .plain = smyi_plain_compare},
    {.name = "run", .key = "models", .plain = smyi_plain_run},
    {.name = "power", .key = "power", .plain = smyi_plain_power},
    {.name = "run", .plain = smyi_plain_run},
};

static const SmyiReportKind *kind_of(const SmyNode *tree)
{
    const SmyiReportKind *kind = kinds;
    while (kind->key && !smy_node_get(tree, kind->key))
        kind++;
    return kind;
}

SmyCode smy_report_html(const SmyNode *tree, SmyWriteFn *write, void *cookie)
{
    SmyiArena mem = {0};
    SmyiHtml h = {.mem = &mem};
    smyi_writer_open(&h.w, write, cookie);
    SmyCode code = smyi_digest(tree, &mem, &h.digest);
    if (code == SMY_OK) {
        smyi_html_drawn(&h, kind_of(tree));
        code = smyi_writer_close(&h.w);
    }
    smyi_arena_free(&mem);
    return code;
}
