/* SPDX-License-Identifier: Apache-2.0 */
/* The section "stances": what each actor wants on each issue. */
#include <string.h>

#include "scenario/reader.h"

typedef struct Making {
    int actor;
    const SmyiIssue *issue;
    SmyiStance *stance;
    const SmyiSupport *outer;
} Making;

/* Estimates on the issue's own scale. */
static int read_on_scale(SmyiReader *reader, const SmyiValue *value, const Making *making,
                         bool point_only)
{
    SmyiEstimateRule rule = {.least = making->issue->low,
                             .most = making->issue->high,
                             .point_only = point_only,
                             .outer = making->outer};
    return smyi_read_input(reader, value, &rule);
}

static void read_position(SmyiReader *reader, const SmyiValue *value, void *into)
{
    Making *making = into;
    making->stance->position = read_on_scale(reader, value, making, false);
}

static void read_stated(SmyiReader *reader, const SmyiValue *value, void *into)
{
    Making *making = into;
    making->stance->stated = read_on_scale(reader, value, making, true);
}

static void read_salience(SmyiReader *reader, const SmyiValue *value, void *into)
{
    Making *making = into;
    SmyiEstimateRule rule = {.least = 0, .most = 100, .outer = making->outer};
    making->stance->salience = smyi_read_input(reader, value, &rule);
}

static void read_limit(SmyiReader *reader, const SmyiValue *value, void *into)
{
    Making *making = into;
    SmyiStance *stance = making->stance;
    if (value->kind != SMYI_VALUE_LIST) {
        stance->limit = read_on_scale(reader, value, making, false);
        return;
    }
    double low = making->issue->low, high = making->issue->high;
    if (value->size != 2) {
        smyi_refuse(reader, SMY_ERR_TYPE, value, "write [lowest, highest], or one number",
                    "%s has %zu numbers; a pair has two", smyi_path(reader, value),
                    value->size);
        return;
    }
    if (!smyi_read_number(reader, value->first, low, high, &stance->limit_low) ||
        !smyi_read_number(reader, value->last, low, high, &stance->limit_high))
        return;
    if (stance->limit_low > stance->limit_high)
        smyi_refuse(reader, SMY_ERR_RANGE, value, "the lowest comes first",
                    "%s runs from %s down to %s", smyi_path(reader, value),
                    value->first->text, value->last->text);
    stance->limit_pair = true;
}

static void read_stance(SmyiReader *reader, const SmyiValue *entry, void *into)
{
    static const SmyiKey keys[] = {{"position", read_position, true},
                                   {"salience", read_salience, true},
                                   {"limit", read_limit, false},
                                   {"stated", read_stated, false},
                                   SMYI_SUPPORT_KEYS};
    SmyScenario *scenario = reader->scenario;
    Making making = *(Making *)into;
    int issue = smyi_refer_issue_key(reader, entry);
    SmyiStance spare = {.limit = SMYI_NONE};
    SmyiIssue any = {.low = -1e300, .high = 1e300};
    bool known = issue != SMYI_NONE && making.actor != SMYI_NONE;
    making.issue = issue != SMYI_NONE ? &scenario->issues[issue] : &any;
    making.stance =
        known
            ? &scenario->stances[(size_t)making.actor * scenario->n_issues + (size_t)issue]
            : &spare;
    SmyiSupport support = smyi_read_support(reader, entry, making.outer);
    making.outer = &support;
    making.stance->place = entry->key->place;
    (void)smyi_read_map(reader, entry, keys, sizeof keys / sizeof *keys, &making);
}

static void read_actor(SmyiReader *reader, const SmyiValue *entry, void *into)
{
    SmyiSupport support = smyi_read_support(reader, entry, into);
    Making making = {.actor = smyi_refer_actor_key(reader, entry), .outer = &support};
    (void)smyi_read_entries(reader, entry, true, read_stance, &making);
}

void smyi_read_stances(SmyiReader *reader, const SmyiValue *value, void *into)
{
    (void)into;
    SmyiSupport support = smyi_read_support(reader, value, NULL);
    (void)smyi_read_entries(reader, value, true, read_actor, &support);
}
