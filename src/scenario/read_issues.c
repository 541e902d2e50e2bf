/* SPDX-License-Identifier: Apache-2.0 */
/* The section "issues": names and scales first, since stances need them, then the rest. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "scenario/reader.h"

/* ---- Names and scales ---- */

static void read_scale(SmyiReader *reader, const SmyiValue *scale, SmyiIssue *issue)
{
    const double infinity = (double)INFINITY;
    double ends[2] = {0, 0};
    if (scale->kind != SMYI_VALUE_LIST || scale->size != 2) {
        if (scale->kind != SMYI_VALUE_BAD)
            smyi_refuse(reader, SMY_ERR_TYPE, scale, "write it as [0, 100]",
                        "%s is %s; it takes two numbers, lowest and highest",
                        smyi_path(reader, scale),
                        scale->size == 2 || scale->kind != SMYI_VALUE_LIST
                            ? smyi_shown(reader, scale)
                            : "a list of another length");
        return;
    }
    if (!smyi_read_number(reader, scale->first, -infinity, infinity, &ends[0]) ||
        !smyi_read_number(reader, scale->last, -infinity, infinity, &ends[1]))
        return;
    if (ends[0] >= ends[1] || !isfinite(ends[1] - ends[0])) {
        smyi_refuse(reader, SMY_ERR_RANGE, scale, "the lowest value comes first",
                    ends[0] == ends[1]  ? "the scale from %s to %s has no width"
                    : ends[0] > ends[1] ? "the scale from %s to %s runs backwards"
                                        : "the scale from %s to %s is too wide",
                    scale->first->text, scale->last->text);
        return;
    }
    issue->low = ends[0];
    issue->high = ends[1];
}

static void declare_issue(SmyiReader *reader, const SmyiValue *entry, void *into)
{
    (void)into;
    SmyScenario *scenario = reader->scenario;
    const char *id = smyi_read_key_name(reader, entry);
    if (!id || scenario->n_issues == SMYI_MOST_ISSUES)
        return;
    SmyiIssue *issue = &scenario->issues[scenario->n_issues];
    *issue = (SmyiIssue){.id = id,
                         .low = -(double)INFINITY,
                         .high = (double)INFINITY,
                         .status_quo = SMYI_NONE,
                         .place = entry->key->place};
    const SmyiValue *scale = smyi_value_get(entry, "scale");
    if (scale && scale->kind != SMYI_VALUE_NULL)
        read_scale(reader, scale, issue);
    if (!smyi_index_add(&scenario->issue_names, id, (int)scenario->n_issues))
        reader->complaints.no_memory = true;
    scenario->n_issues++;
}

void smyi_declare_issues(SmyiReader *reader, const SmyiValue *value, void *into)
{
    size_t room = value->size < SMYI_MOST_ISSUES ? value->size : SMYI_MOST_ISSUES;
    reader->scenario->issues = SMYI_TAKE(reader, room, SmyiIssue);
    if (!reader->scenario->issues ||
        !smyi_read_entries(reader, value, true, declare_issue, into))
        return;
    if (value->size > SMYI_MOST_ISSUES)
        smyi_refuse(reader, SMY_ERR_LIMIT, value, NULL, "%zu issues; there may be 200",
                    value->size);
    else if (reader->scenario->n_issues == 0)
        smyi_refuse_key(reader, SMY_ERR_MISSING, value, "write \"name: {scale: [0, 100]}\"",
                        "there is no issue in \"issues\"");
}

/* ---- The rest ---- */

typedef struct Making {
    SmyiIssue *issue;
    const SmyiSupport *outer;
} Making;

static void read_title(SmyiReader *reader, const SmyiValue *value, void *into)
{
    smyi_read_texts(reader, value, &((Making *)into)->issue->title);
}

static void read_status_quo(SmyiReader *reader, const SmyiValue *value, void *into)
{
    Making *making = into;
    SmyiEstimateRule rule = {
        .least = making->issue->low, .most = making->issue->high, .outer = making->outer};
    making->issue->status_quo = smyi_read_input(reader, value, &rule);
}

static void read_anchor(SmyiReader *reader, const SmyiValue *entry, void *into)
{
    SmyiIssue *issue = into;
    SmyiValue key = *entry->key; /* a number, in quotes too: JSON has no other keys */
    SmyiAnchor *anchor = &issue->anchors[issue->n_anchors];
    smyi_value_type(&key);
    if (key.kind != SMYI_VALUE_NUMBER || !isfinite(key.number)) {
        smyi_refuse_key(reader, SMY_ERR_TYPE, entry, "write \"60: front line frozen\"",
                        "the anchor %s is no number", smyi_shown(reader, entry->key));
        return;
    }
    if (key.number < issue->low || key.number > issue->high) {
        smyi_refuse_key(reader, SMY_ERR_RANGE, entry, NULL,
                        "the anchor %s lies outside the scale of \"%s\"", key.text,
                        issue->id);
        return;
    }
    anchor->at = key.number + 0.0;
    smyi_read_texts(reader, entry, &anchor->text);
    issue->n_anchors++;
}

static int by_place(const void *left, const void *right)
{
    const SmyiAnchor *a = left, *b = right;
    return a->at < b->at ? -1 : a->at > b->at;
}

static void read_anchors(SmyiReader *reader, const SmyiValue *value, void *into)
{
    SmyiIssue *issue = ((Making *)into)->issue;
    issue->anchors = SMYI_TAKE(reader, value->size, SmyiAnchor);
    if (!issue->anchors || !smyi_read_entries(reader, value, false, read_anchor, issue))
        return;
    qsort(issue->anchors, issue->n_anchors, sizeof *issue->anchors, by_place);
    for (size_t i = 1; i < issue->n_anchors; i++)
        if (issue->anchors[i].at <= issue->anchors[i - 1].at) {
            smyi_refuse(reader, SMY_ERR_DUPLICATE, value, "keep one of the two",
                        "%s names one point twice", smyi_path(reader, value));
            return;
        }
}

static void read_issue(SmyiReader *reader, const SmyiValue *entry, void *into)
{
    static const SmyiKey keys[] = {{"title", read_title, false},
                                   {"scale", NULL, true},
                                   {"anchors", read_anchors, false},
                                   {"status_quo", read_status_quo, false},
                                   SMYI_SUPPORT_KEYS};
    int number = smyi_index_find(&reader->scenario->issue_names, entry->key->text);
    SmyiSupport support = smyi_read_support(reader, entry, into);
    SmyiIssue nameless = {.low = -(double)INFINITY, .high = (double)INFINITY, .id = "?"};
    Making making = {number < 0 ? &nameless : &reader->scenario->issues[number], &support};
    (void)smyi_read_map(reader, entry, keys, sizeof keys / sizeof *keys, &making);
}

void smyi_read_issues(SmyiReader *reader, const SmyiValue *value, void *into)
{
    (void)into;
    SmyiSupport support = smyi_read_support(reader, value, NULL);
    if (value->kind == SMYI_VALUE_MAP) /* else complained of already */
        (void)smyi_read_entries(reader, value, true, read_issue, &support);
}
