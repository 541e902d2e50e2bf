/* SPDX-License-Identifier: Apache-2.0 */
/* Bad input gets an error with its place, its kind and its reason: meaning, section by section. */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include "support/bad_rows.h"

#define ACTORS                                                                             \
    "actors: {us: {capability: 1}, ru: {capability: 2}, eu: {capability: 1}, kim: "
#define STANCES(a) "stances: {us: {a: " a "}}"

/* clang-format off */
static const BadRow rows[] = {
    /* the head */
    {"no version", 1, "x-y: 1", 1, 1, SMY_ERR_MISSING, "lacks \"summitry\""},
    {"another version", 1, "summitry: 2", 1, 11, SMY_ERR_RANGE, "of format 2"},
    {"a version in quotes", 1, "summitry: '1'", 1, 11, SMY_ERR_TYPE, "takes a number"},
    {"no id", 2, "title: t", 1, 1, SMY_ERR_MISSING, "lacks \"id\""},
    {"an id with a blank", 2, "id: a b", 2, 5, SMY_ERR_RANGE, "\"a b\" is no name"},
    {"an id in capitals", 2, "id: Alaska", 2, 5, SMY_ERR_RANGE, "is no name"},
    {"an id of 65 letters", 2, "id: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 2, 5, SMY_ERR_RANGE, "is no name"},
    {"an id that is a number", 2, "id: 12", 2, 5, SMY_ERR_TYPE, "takes a name"},
    {"an empty id", 2, "id:", 2, 1, SMY_ERR_MISSING, "id is empty"},
    {"a misspelt key", 7, "titel: x", 7, 1, SMY_ERR_UNKNOWN, "no key \"titel\""},
    {"a key given twice", 7, "id: u", 7, 1, SMY_ERR_DUPLICATE, "\"id\" is given twice; the first stands in line 2"},
    {"a title that is a number", 7, "title: 2025", 7, 8, SMY_ERR_TYPE, "takes a text"},
    {"a title in no language", 7, "title: {e: x}", 7, 9, SMY_ERR_UNKNOWN, "no language tag"},
    {"a title in a list", 7, "title: [x]", 7, 8, SMY_ERR_TYPE, "is a list"},
    {"a date that is none", 7, "as_of: 2025-02-29", 7, 8, SMY_ERR_RANGE, "is no date"},
    {"a year for a date", 7, "as_of: 2025", 7, 8, SMY_ERR_RANGE, "is no date"},
    {"a month 13", 7, "as_of: 2025-13-01", 7, 8, SMY_ERR_RANGE, "is no date"},
    {"a date in a map", 7, "as_of: {}", 7, 8, SMY_ERR_TYPE, "takes a date"},
    /* documents */
    {"documents in a list", 7, "documents: []", 7, 12, SMY_ERR_TYPE, "takes a map"},
    {"a hash that is short", 7, "documents: {d: {sha256: abc}}", 7, 25, SMY_ERR_RANGE, "64 hexadecimal digits"},
    {"a language that is none", 7, "documents: {d: {lang: chinese_}}", 7, 23, SMY_ERR_RANGE, "no language tag"},
    {"an unknown key of a document", 7, "documents: {d: {langu: zh}}", 7, 17, SMY_ERR_UNKNOWN, "documents.d has no key"},
    /* issues */
    {"a venue without a name", 7, "venues: {v: {}}", 7, 13, SMY_ERR_MISSING, "venues.v lacks \"name\""},
    {"venues in a list", 7, "venues: [v]", 7, 9, SMY_ERR_TYPE, "takes a map"},
    {"an unknown key of a venue", 7, "venues: {v: {name: V, nam: W}}", 7, 23, SMY_ERR_UNKNOWN, "venues.v has no key"},
    {"no issues", 3, "x-a: 1", 1, 1, SMY_ERR_MISSING, "lacks \"issues\""},
    {"zero issues", 3, "issues: {}", 3, 1, SMY_ERR_MISSING, "no issue"},
    {"issues in a list", 3, "issues: [a]", 3, 9, SMY_ERR_TYPE, "takes a map"},
    {"no scale", 3, "issues: {a: {title: t}}", 3, 13, SMY_ERR_MISSING, "lacks \"scale\""},
    {"a scale of zero width", 3, "issues: {a: {scale: [5, 5]}}", 3, 21, SMY_ERR_RANGE, "no width"},
    {"a scale that runs backwards", 3, "issues: {a: {scale: [100, 0]}}", 3, 21, SMY_ERR_RANGE, "backwards"},
    {"a scale of three", 3, "issues: {a: {scale: [0, 50, 100]}}", 3, 21, SMY_ERR_TYPE, "two numbers"},
    {"a scale to infinity", 3, "issues: {a: {scale: [0, .inf]}}", 3, 25, SMY_ERR_RANGE, "not a finite number"},
    {"a scale too wide", 3, "issues: {a: {scale: [-1e308, 1e308]}}", 3, 21, SMY_ERR_RANGE, "too wide"},
    {"a scale of text", 3, "issues: {a: {scale: [low, high]}}", 3, 22, SMY_ERR_TYPE, "takes a number"},
    {"a status quo off the scale", 3, "issues: {a: {scale: [0, 10], status_quo: 11}}", 3, 42, SMY_ERR_RANGE, "it goes from 0 to 10"},
    {"an anchor off the scale", 3, "issues: {a: {scale: [0, 10], anchors: {11: x}}}", 3, 40, SMY_ERR_RANGE, "outside the scale"},
    {"an anchor that is no number", 3, "issues: {a: {scale: [0, 10], anchors: {low: x}}}", 3, 40, SMY_ERR_TYPE, "is no number"},
    {"two anchors at one point", 3, "issues: {a: {scale: [0, 10], anchors: {1: x, 1.0: y}}}", 3, 39, SMY_ERR_DUPLICATE, "twice"},
    {"an issue called cite", 3, "issues: {a: {scale: [0, 100]}, cite: {scale: [0, 1]}}", 3, 38, SMY_ERR_MISSING, "issues.cite lacks \"document\""},
    {"an empty issue", 3, "issues: {a: }", 3, 10, SMY_ERR_MISSING, "issues.a is empty"},
    /* actors */
    {"zero actors", 4, "actors: {}", 4, 1, SMY_ERR_MISSING, "no actor"},
    {"an actor called author", 4, ACTORS "{}, author: {}}", 4, 82, SMY_ERR_CONFLICT, "means something else"},
    {"a kind that is none", 4, ACTORS "{kind: sate}}", 4, 85, SMY_ERR_UNKNOWN, "takes one of person"},
    {"a negative capability", 4, ACTORS "{capability: -1}}", 4, 91, SMY_ERR_RANGE, "is -1; it is at least 0"},
    {"a capability that is NaN", 4, ACTORS "{capability: .nan}}", 4, 91, SMY_ERR_RANGE, "not a finite number"},
    {"a capability of 1e999", 4, ACTORS "{capability: 1e999}}", 4, 91, SMY_ERR_RANGE, "not a finite number"},
    {"a capability with a comma", 4, ACTORS "{capability: \"1,5\"}}", 4, 91, SMY_ERR_TYPE, "takes a number or an estimate"},
    {"speaking for a stranger", 4, ACTORS "{speaks_for: uk}}", 4, 91, SMY_ERR_UNKNOWN, "no actor \"uk\""},
    {"speaking for itself", 4, ACTORS "{speaks_for: kim}}", 4, 73, SMY_ERR_CONFLICT, "round the circle"},
    {"speaking in a circle", 4, "actors: {us: {capability: 1}, ru: {capability: 2}, eu: {speaks_for: kim}, kim: {speaks_for: eu}}", 4, 52, SMY_ERR_CONFLICT, "round the circle"},
    {"answering to a stranger", 4, ACTORS "{answers_to: [voters]}}", 4, 92, SMY_ERR_UNKNOWN, "no actor \"voters\""},
    {"answering to itself", 4, ACTORS "{answers_to: [kim]}}", 4, 91, SMY_ERR_CONFLICT, "to itself"},
    {"answering to one twice", 4, ACTORS "{answers_to: [eu, {actor: eu}]}}", 4, 96, SMY_ERR_DUPLICATE, "names \"eu\" twice"},
    {"a tolerance of 101", 4, ACTORS "{answers_to: [{actor: eu, tolerance: 101}]}}", 4, 115, SMY_ERR_RANGE, "from 0 to 100"},
    {"a quota of one half", 4, ACTORS "{answers_to: [eu], ratify: {quota: 0.5}}}", 4, 113, SMY_ERR_RANGE, "above 0.5"},
    {"a quota in percent", 4, ACTORS "{answers_to: [eu], ratify: {quota: 60}}}", 4, 113, SMY_ERR_RANGE, "from 0 to 1"},
    {"a ratification by none", 4, ACTORS "{ratify: none}}", 4, 87, SMY_ERR_TYPE, "takes \"all\" or a quota"},
    {"a quota of those without capability", 4, "actors: {us: {capability: 1, answers_to: [pub], ratify: {quota: .6}}, ru: {capability: 2}, eu: {}, kim: {}, pub: {}}", 4, 43, SMY_ERR_MISSING, "counts towards a quota"},
    {"a face of -1", 4, ACTORS "{face: -1}}", 4, 85, SMY_ERR_RANGE, "from 0 to 100"},
    /* the table */
    {"no table", 5, "x-t: 1", 1, 1, SMY_ERR_MISSING, "lacks \"table\""},
    {"no seats", 5, "table: {venue: here}", 5, 8, SMY_ERR_MISSING, "lacks \"seats\""},
    {"empty seats", 5, "table: {seats: []}", 5, 16, SMY_ERR_MISSING, "seats is empty"},
    {"a seat for a stranger", 5, "table: {seats: [us, uss]}", 5, 21, SMY_ERR_UNKNOWN, "no actor \"uss\""},
    {"a seat taken twice", 5, "table: {seats: [us, us]}", 5, 21, SMY_ERR_DUPLICATE, "twice"},
    {"seated and absent", 5, "table: {seats: [us, ru], absent: [eu, us]}", 5, 39, SMY_ERR_CONFLICT, "under table.seats and under table.absent"},
    {"seated and observing", 5, "table: {seats: [us, ru], observers: [{actor: us, patron: ru, share: 0.1}]}", 5, 46, SMY_ERR_CONFLICT, "under table.seats and under table.observers"},
    {"an observer without a seated patron", 5, "table: {seats: [us, ru], observers: [{actor: eu, patron: kim, share: 0.1}]}", 5, 38, SMY_ERR_CONFLICT, "does not sit"},
    {"an observer without a share", 5, "table: {seats: [us, ru], observers: [{actor: eu, patron: us}]}", 5, 38, SMY_ERR_MISSING, "lacks \"share\""},
    {"a share of 2", 5, "table: {seats: [us, ru], observers: [{actor: eu, patron: us, share: 2}]}", 5, 69, SMY_ERR_RANGE, "from 0 to 1"},
    {"a seat for a speaker", 5, "table: {seats: [us, ru, kim]}", 5, 25, SMY_ERR_CONFLICT, "no weight of its own"},
    {"a delegate who speaks for another", 5, "table: {seats: [us, ru], delegations: {ru: [kim]}}", 5, 45, SMY_ERR_CONFLICT, "does not speak for it"},
    {"a delegation without a seat", 5, "table: {seats: [ru], delegations: {us: [kim]}}", 5, 41, SMY_ERR_CONFLICT, "does not sit"},
    {"a delegate who is absent", 5, "table: {seats: [us, ru], delegations: {us: [kim]}, absent: [kim]}", 5, 61, SMY_ERR_CONFLICT, "no weight of its own"},
    {"a candidate without capability", 4, "actors: {us: {capability: 1}, ru: {capability: 2}, eu: {}, kim: {speaks_for: us}}\ntable: {seats: [us, ru], absent: [eu]}\nx-rest:", 4, 52, SMY_ERR_MISSING, "may sit and has no capability"},
    {"a seat without capability", 5, "table: {seats: [us, ru, pub]}\nx-y:", 5, 25, SMY_ERR_UNKNOWN, "no actor \"pub\""},
    {"a venue with a blank", 5, "table: {seats: [us, ru], venue: New York}", 5, 33, SMY_ERR_RANGE, "is no name"},
    {"no weight at all", 6, STANCES("{position: 1, salience: 0}"), 5, 16, SMY_ERR_RANGE, "nobody who sits weighs anything"},
    {"no stance of those who sit", 6, "stances: {eu: {a: {position: 1, salience: 1}}}", 5, 16, SMY_ERR_RANGE, "nobody who sits weighs anything"},
    /* stances */
    {"no stances", 6, "x-s: 1", 1, 1, SMY_ERR_MISSING, "lacks \"stances\""},
    {"a stance of a stranger", 6, "stances: {usa: {a: {position: 1, salience: 1}}}", 6, 11, SMY_ERR_UNKNOWN, "no actor \"usa\""},
    {"a stance on no issue", 6, "stances: {us: {c: {position: 1, salience: 1}}}", 6, 16, SMY_ERR_UNKNOWN, "no issue \"c\""},
    {"a stance without salience", 6, STANCES("{position: 1}"), 6, 19, SMY_ERR_MISSING, "lacks \"salience\""},
    {"a stance without position", 6, STANCES("{salience: 1}"), 6, 19, SMY_ERR_MISSING, "lacks \"position\""},
    {"a stance that is a number", 6, STANCES("60"), 6, 19, SMY_ERR_TYPE, "is 60; it takes a map"},
    {"a position off the scale", 6, STANCES("{position: 101, salience: 1}"), 6, 30, SMY_ERR_RANGE, "stances.us.a.position is 101; it goes from 0 to 100"},
    {"a position in quotes", 6, STANCES("{position: \"10\", salience: 1}"), 6, 30, SMY_ERR_TYPE, "takes a number or an estimate"},
    {"a position that is true", 6, STANCES("{position: true, salience: 1}"), 6, 30, SMY_ERR_TYPE, "is true"},
    {"a position left empty", 6, STANCES("{position: , salience: 1}"), 6, 20, SMY_ERR_MISSING, "is empty"},
    {"a salience of 170", 6, STANCES("{position: 1, salience: 170}"), 6, 43, SMY_ERR_RANGE, "it goes from 0 to 100"},
    {"a salience in a list", 6, STANCES("{position: 1, salience: [1, 2]}"), 6, 43, SMY_ERR_TYPE, "is a list"},
    {"a limit off the scale", 6, STANCES("{position: 1, salience: 1, limit: -1}"), 6, 53, SMY_ERR_RANGE, "from 0 to 100"},
    {"limits the wrong way round", 6, STANCES("{position: 1, salience: 1, limit: [9, 2]}"), 6, 53, SMY_ERR_RANGE, "from 9 down to 2"},
    {"three limits", 6, STANCES("{position: 1, salience: 1, limit: [1, 2, 3]}"), 6, 53, SMY_ERR_TYPE, "a pair has two"},
    {"a statement with a range", 6, STANCES("{position: 1, salience: 1, stated: {low: 1, high: 2, mode: 1}}"), 6, 54, SMY_ERR_TYPE, "takes one number"},
    {"a misspelt position", 6, STANCES("{positon: 1, salience: 1}"), 6, 20, SMY_ERR_UNKNOWN, "no key \"positon\""},
    /* estimates */
    {"low above mode", 6, STANCES("{position: {low: 5, mode: 3, high: 9}, salience: 1}"), 6, 36, SMY_ERR_RANGE, "low 5 is above mode 3"},
    {"mode above high", 6, STANCES("{position: {low: 5, mode: 10, high: 9}, salience: 1}"), 6, 45, SMY_ERR_RANGE, "mode 10 is above high 9"},
    {"low above high", 6, STANCES("{position: {low: 5, high: 1, shape: uniform}, salience: 1}"), 6, 36, SMY_ERR_RANGE, "low 5 is above high 1"},
    {"high off the scale", 6, STANCES("{position: {low: 5, mode: 50, high: 150}, salience: 1}"), 6, 55, SMY_ERR_RANGE, "from 0 to 100"},
    {"ends without a mode", 6, STANCES("{position: {low: 5, high: 9}, salience: 1}"), 6, 30, SMY_ERR_CONFLICT, "is no estimate"},
    {"a mode alone", 6, STANCES("{position: {mode: 5}, salience: 1}"), 6, 30, SMY_ERR_CONFLICT, "is no estimate"},
    {"a value with a range", 6, STANCES("{position: {value: 5, low: 1, high: 9}, salience: 1}"), 6, 30, SMY_ERR_CONFLICT, "is no estimate"},
    {"a mean without ends", 6, STANCES("{position: {mean: 5, sd: 1}, salience: 1}"), 6, 30, SMY_ERR_CONFLICT, "is no estimate"},
    {"a spread of 0", 6, STANCES("{position: {mean: 5, sd: 0, low: 1, high: 9}, salience: 1}"), 6, 44, SMY_ERR_RANGE, "above 0"},
    {"a negative spread", 6, STANCES("{position: {mean: 5, sd: -1, low: 1, high: 9}, salience: 1}"), 6, 44, SMY_ERR_RANGE, "at least 0"},
    {"a mean far outside", 6, STANCES("{position: {mean: 99, sd: 1, low: 1, high: 9}, salience: 1}"), 6, 37, SMY_ERR_RANGE, "standard deviations"},
    {"a shape that is none", 6, STANCES("{position: {low: 5, mode: 6, high: 9, shape: beta}, salience: 1}"), 6, 64, SMY_ERR_UNKNOWN, "takes one of triangular"},
    {"uniform with a mode", 6, STANCES("{position: {low: 5, mode: 6, high: 9, shape: uniform}, salience: 1}"), 6, 30, SMY_ERR_CONFLICT, "is no estimate"},
    {"an empty estimate", 6, STANCES("{position: {}, salience: 1}"), 6, 30, SMY_ERR_CONFLICT, "is no estimate"},
    /* costs and standing */
    {"a cost of a stranger", 7, "no_deal: {usa: 1}", 7, 11, SMY_ERR_UNKNOWN, "no actor \"usa\""},
    {"a cost above 100", 7, "no_deal: {us: 101}", 7, 15, SMY_ERR_RANGE, "from -100 to 100"},
    {"a stated cost above 100", 7, "no_deal: {us: {value: 1, stated: 101}}", 7, 34, SMY_ERR_RANGE, "from -100 to 100"},
    {"a standing without its kind", 7, "standing: {us: 5}", 7, 16, SMY_ERR_TYPE, "takes a map"},
    {"a standing of another kind", 7, "standing: {us: {seat: 5}}", 7, 17, SMY_ERR_UNKNOWN, "no key \"seat\""},
    {"a standing below -100", 7, "standing: {us: {left_out: -101}}", 7, 27, SMY_ERR_RANGE, "from -100 to 100"},
    {"a venue that is no name", 7, "standing: {us: {venue: {New York: 5}}}", 7, 25, SMY_ERR_RANGE, "is no name"},
    /* support */
    {"a citation of no document", 7, "no_deal: {us: {value: 1, cite: 'd@1-2'}}", 7, 32, SMY_ERR_UNKNOWN, "no document \"d\""},
    {"a citation without a place", 7, "documents: {d: {}}\nno_deal: {us: {value: 1, cite: d}}", 8, 32, SMY_ERR_CITATION, "is no citation"},
    {"a citation of nothing", 7, "documents: {d: {}}\nno_deal: {us: {value: 1, cite: 'd@5-5'}}", 8, 32, SMY_ERR_CITATION, "is empty"},
    {"a citation backwards", 7, "documents: {d: {}}\nno_deal: {us: {value: 1, cite: 'd@9-5'}}", 8, 32, SMY_ERR_CITATION, "is empty"},
    {"a citation that is a number", 7, "no_deal: {us: {value: 1, cite: 5}}", 7, 32, SMY_ERR_TYPE, "takes a citation"},
    {"a list of no citations", 7, "no_deal: {us: {value: 1, cite: []}}", 7, 32, SMY_ERR_MISSING, "empty list"},
    {"a quotation of no document", 7, "no_deal: {us: {value: 1, cite: {exact: x}}}", 7, 32, SMY_ERR_MISSING, "lacks \"document\""},
    {"a passage named twice", 7, "documents: {d: {}}\nno_deal: {us: {value: 1, cite: {at: 'd@1-2', document: d}}}", 8, 32, SMY_ERR_CONFLICT, "its document twice"},
    {"a range that is a number", 7, "documents: {d: {}}\nno_deal: {us: {value: 1, cite: {at: 5}}}", 8, 37, SMY_ERR_TYPE, "takes a range"},
    {"a grade that is none", 7, "documents: {d: {reliability: G}}", 7, 30, SMY_ERR_RANGE, "takes a grade"},
    {"a grade with too much behind", 7, "documents: {d: {reliability: A12}}", 7, 30, SMY_ERR_RANGE, "takes a grade"},
    {"a grade that is a digit", 7, "documents: {d: {reliability: 2}}", 7, 30, SMY_ERR_RANGE, "takes a grade"},
    {"a source disputed by nobody known", 7, "documents: {d: {}}\nno_deal: {us: {value: 1, cite: {at: 'd@1-2', disputed_by: nobody}}}", 8, 59, SMY_ERR_UNKNOWN, "nobody"},
    {"a dispute without a voice", 7, "documents: {d: {}}\nno_deal: {us: {value: 1, cite: {at: 'd@1-2', disputed_by: {cite: 'd@1-3'}}}}", 8, 59, SMY_ERR_MISSING, "lacks \"voice\""},
    {"a quotation of no words", 7, "documents: {d: {}}\nno_deal: {us: {value: 1, cite: {document: d, exact: ''}}}", 8, 53, SMY_ERR_MISSING, "is empty"},
    {"a judgement that is a number", 7, "no_deal: {us: {value: 1, judgement: 5}}", 7, 37, SMY_ERR_TYPE, "takes a text"},
    {"an empty judgement", 7, "no_deal: {us: {value: 1, judgement: }}", 7, 26, SMY_ERR_MISSING, "is empty"},
    {"the voice of a stranger", 7, "no_deal: {us: {value: 1, voice: god}}", 7, 33, SMY_ERR_UNKNOWN, "no actor \"god\""},
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
