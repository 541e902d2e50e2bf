/* SPDX-License-Identifier: Apache-2.0 */
/* Bad input gets an error with its place, its kind and its reason: claims, levers, timeline ... */
#include "support/support.h"

#include "support/bad_rows.h"

#define CLAIM(holds) "claims: [{id: c, says: s, holds: " holds "}]"
#define LEVER(rest)  "levers: [{id: l, by: us, on: ru, " rest "}]"
#define EVENT(rest)  "timeline: [{date: 2025-01-01, title: t, " rest "}]"

/* clang-format off */
static const BadRow rows[] = {
    /* claims and constraints */
    {"a map of claims", 7, "claims: {a: {}}", 7, 9, SMY_ERR_TYPE, "takes a list"},
    {"a claim that says nothing", 7, "claims: [{id: c, holds: {agreement: true}}]", 7, 10, SMY_ERR_MISSING, "claims[0] lacks \"says\""},
    {"a claim without a test", 7, "claims: [{id: c, says: s}]", 7, 10, SMY_ERR_MISSING, "lacks \"holds\""},
    {"two claims of one id", 7, "claims:\n  - {id: c, says: s, holds: {agreement: true}}\n  - {id: c, says: s, holds: {agreement: true}}", 9, 10, SMY_ERR_DUPLICATE, "taken already"},
    {"an empty claim", 7, "claims: [ , ]", 7, 11, SMY_ERR_SYNTAX, ""},
    {"a claim that is nothing", 7, "claims: [~]", 7, 10, SMY_ERR_MISSING, "claims[0] is empty"},
    {"a constraint without id", 7, "constraints: [{forbids: {agreement: true}}]", 7, 15, SMY_ERR_MISSING, "lacks \"id\""},
    {"a constraint that forbids a misspelling", 7, "constraints: [{id: c, forbids: {seted: us}}]", 7, 33, SMY_ERR_UNKNOWN, "\"seted\" is no quantity"},
    /* conditions */
    {"a condition that is a word", 7, CLAIM("yes"), 7, 34, SMY_ERR_TYPE, "takes a condition"},
    {"an empty condition", 7, CLAIM("{}"), 7, 34, SMY_ERR_TYPE, "takes a condition"},
    {"all of nothing", 7, CLAIM("{all: []}"), 7, 40, SMY_ERR_MISSING, "empty list"},
    {"all of a map", 7, CLAIM("{all: {agreement: true}}"), 7, 40, SMY_ERR_TYPE, "takes a list"},
    {"not of a list", 7, CLAIM("{not: [{agreement: true}]}"), 7, 40, SMY_ERR_TYPE, "takes a condition"},
    {"a fact beside another", 7, CLAIM("{agreement: true, settled: a}"), 7, 52, SMY_ERR_CONFLICT, "cannot stand beside"},
    {"an agreement of 1", 7, CLAIM("{agreement: 1}"), 7, 46, SMY_ERR_TYPE, "takes true or false"},
    {"settled on no issue", 7, CLAIM("{settled: c}"), 7, 44, SMY_ERR_UNKNOWN, "no issue \"c\""},
    {"seated: a stranger", 7, CLAIM("{seated: uk}"), 7, 43, SMY_ERR_UNKNOWN, "no actor \"uk\""},
    {"a win-win of nobody", 7, CLAIM("{win_win: []}"), 7, 44, SMY_ERR_MISSING, "empty list"},
    {"a win-win of one actor's name", 7, CLAIM("{win_win: us}"), 7, 44, SMY_ERR_TYPE, "takes a list"},
    {"a misspelt quantity", 7, CLAIM("{gian: us, above: 0}"), 7, 35, SMY_ERR_UNKNOWN, "\"gian\" is no quantity"},
    {"a misspelt comparison", 7, CLAIM("{gain: us, abov: 0}"), 7, 45, SMY_ERR_UNKNOWN, "\"abov\" is no quantity"},
    {"two quantities", 7, CLAIM("{gain: us, outcome: a, above: 0}"), 7, 45, SMY_ERR_CONFLICT, "cannot stand beside"},
    {"two comparisons", 7, CLAIM("{gain: us, above: 0, below: 9}"), 7, 55, SMY_ERR_CONFLICT, "both \"above\" and \"below\""},
    {"no comparison", 7, CLAIM("{gain: us}"), 7, 34, SMY_ERR_MISSING, "compares it with nothing"},
    {"a comparison of nothing", 7, CLAIM("{above: 3}"), 7, 34, SMY_ERR_MISSING, "names no quantity"},
    {"a comparison with a word", 7, CLAIM("{gain: us, above: much}"), 7, 52, SMY_ERR_TYPE, "takes a number"},
    {"a comparison with NaN", 7, CLAIM("{gain: us, above: .nan}"), 7, 52, SMY_ERR_RANGE, "not a finite number"},
    {"a comparison in a comparison", 7, CLAIM("{gain: us, above: {gain: ru, below: 3}}"), 7, 63, SMY_ERR_CONFLICT, "inside another comparison"},
    {"between one and nothing", 7, CLAIM("{gain: us, between: 5}"), 7, 54, SMY_ERR_TYPE, "two numbers"},
    {"between the wrong way round", 7, CLAIM("{gain: us, between: [9, 1]}"), 7, 54, SMY_ERR_RANGE, "from 9 down to 1"},
    {"a part of no gain", 7, CLAIM("{outcome: a, part: face, above: 0}"), 7, 47, SMY_ERR_CONFLICT, "without \"gain\""},
    {"a part that is none", 7, CLAIM("{gain: us, part: heart, above: 0}"), 7, 51, SMY_ERR_UNKNOWN, "takes one of outcome"},
    {"a position of an actor alone", 7, CLAIM("{position: us, above: 0}"), 7, 45, SMY_ERR_TYPE, "takes [actor, issue]"},
    {"a position the wrong way round", 7, CLAIM("{position: [a, us], above: 0}"), 7, 46, SMY_ERR_UNKNOWN, "no actor \"a\""},
    {"one apart from itself", 7, CLAIM("{apart: [us, us, a], above: 0}"), 7, 42, SMY_ERR_CONFLICT, "with itself"},
    {"a seat value of one", 7, CLAIM("{seat_value: [us], above: 0}"), 7, 47, SMY_ERR_TYPE, "a list of another length"},
    {"a share settled: false", 7, CLAIM("{settled_share: false, above: 0}"), 7, 50, SMY_ERR_RANGE, "is false"},
    {"an empty quantity", 7, CLAIM("{gain: , above: 0}"), 7, 35, SMY_ERR_MISSING, "is empty"},
    {"a least gain of nobody", 7, CLAIM("{least_gain: [], above: 0}"), 7, 47, SMY_ERR_MISSING, "empty list"},
    /* the procedure */
    {"a setter who is a stranger", 7, "procedure: {setter: uk}", 7, 21, SMY_ERR_UNKNOWN, "no actor \"uk\""},
    {"a quota of 0", 7, "procedure: {criteria: [{quota: 0}]}", 7, 32, SMY_ERR_RANGE, "above 0"},
    {"a criterion without a quota", 7, "procedure: {criteria: [{weights: {us: 1}}]}", 7, 24, SMY_ERR_MISSING, "lacks \"quota\""},
    {"a negative weight", 7, "procedure: {criteria: [{quota: 2, weights: {us: -1}}]}", 7, 49, SMY_ERR_RANGE, "at least 0"},
    /* levers */
    {"a lever of a stranger", 7, "levers: [{id: l, by: uk, on: ru, adds: {no_deal: 1}}]", 7, 22, SMY_ERR_UNKNOWN, "no actor \"uk\""},
    {"a lever on nobody", 7, "levers: [{id: l, by: us, adds: {no_deal: 1}}]", 7, 10, SMY_ERR_MISSING, "lacks \"on\""},
    {"a lever that adds to nothing", 7, LEVER("adds: {no_deal: 1}"), 7, 41, SMY_ERR_MISSING, "has nothing to add to"},
    {"a lever that adds to a position there is not", 7, LEVER("adds: {position: {b: 1}}"), 7, 52, SMY_ERR_MISSING, "has nothing to add to"},
    {"a lever of an unknown kind", 7, LEVER("adds: {salienc: {a: 1}}"), 7, 41, SMY_ERR_UNKNOWN, "no key \"salienc\""},
    {"a lever that adds infinity", 7, LEVER("adds: {capability: .inf}"), 7, 53, SMY_ERR_RANGE, "not a finite number"},
    {"a lever pulled halfway", 7, LEVER("state: half, adds: {capability: 1}"), 7, 41, SMY_ERR_UNKNOWN, "takes one of pulled, threatened"},
    {"a lever that ends before it begins", 7, LEVER("from: 2025-02-01, until: 2025-01-01, adds: {capability: 1}"), 7, 59, SMY_ERR_RANGE, "before it begins"},
    {"two levers of one id", 7, "levers:\n  - {id: l, by: us, on: ru, adds: {capability: 1}}\n  - {id: l, by: us, on: ru, adds: {capability: 1}}", 9, 10, SMY_ERR_DUPLICATE, "taken already"},
    /* the timeline */
    {"an event without a date", 7, "timeline: [{title: t}]", 7, 12, SMY_ERR_MISSING, "lacks \"date\""},
    {"an event that sets nothing known", 7, EVENT("sets: {actors.usa.capability: 1}"), 7, 48, SMY_ERR_UNKNOWN, "no input \"actors.usa.capability\""},
    {"an event that sets a value off the scale", 7, EVENT("sets: {stances.us.a.position: 500}"), 7, 71, SMY_ERR_RANGE, "from 0 to 100"},
    {"an event that sets a word", 7, EVENT("sets: {stances.us.a.position: high}"), 7, 71, SMY_ERR_TYPE, "takes a number or an estimate"},
    /* correlations */
    {"a correlation with nothing", 7, "correlations: [{between: [actors.us.capability, actors.uk.capability], spearman: 0.5}]", 7, 49, SMY_ERR_UNKNOWN, "no input"},
    {"a correlation with itself", 7, "correlations: [{between: [actors.us.capability, actors.us.capability], spearman: 0.5}]", 7, 26, SMY_ERR_CONFLICT, "one input twice"},
    {"a correlation of three", 7, "correlations: [{between: [a, b, c], spearman: 0.5}]", 7, 26, SMY_ERR_TYPE, "two inputs"},
    {"a correlation of 1", 7, "correlations: [{between: [actors.us.capability, actors.ru.capability], spearman: 1}]", 7, 82, SMY_ERR_RANGE, "strictly between"},
    {"a correlation of -2", 7, "correlations: [{between: [actors.us.capability, actors.ru.capability], spearman: -2}]", 7, 82, SMY_ERR_RANGE, "from -1 to 1"},
    {"one correlation twice", 7, "correlations:\n  - {between: [actors.us.capability, actors.ru.capability], spearman: 0.5}\n  - {between: [actors.ru.capability, actors.us.capability], spearman: 0.4}", 9, 5, SMY_ERR_DUPLICATE, "in line 8 already"},
};
/* clang-format on */

static void each_is_refused(void **state)
{
    (void)state;
    check_bad_rows(rows, sizeof rows / sizeof *rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_is_refused)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
