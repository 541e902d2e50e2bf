// SPDX-License-Identifier: Apache-2.0
// Where the models lie furthest apart, and which kinds of assumption divide them there.
import type {Compare, CompareSide, Issue, Tree} from '../engine/tree';
import type {Words} from '../words/catalogue';
import {labelOf} from '../words/models';
import {said} from '../words/said';

const MOST_MODELS = 3, MOST_KINDS = 3;

function side(tree: Tree, words: Words, issue: Issue, s: CompareSide, isOther: boolean): string {
    const span = Math.abs(issue.scale[1] - issue.scale[0]);
    const low = words.value(s.low, span), high = words.value(s.high, span);
    const models = s.models.length <= MOST_MODELS ? words.list(s.models.map(m => labelOf(tree, m, words.lang)))
        : words.t(isOther ? 'digest.sideOthers' : 'digest.sideN', {n: s.models.length});
    return words.t('digest.side', {where: low === high ? low : words.t('evidence.range', {low, high}), models});
}

function divide(words: Words, compare: Compare): string {
    const kinds = (list: string[]) => words.list(list.map(k => said(k, words.lang)));
    const below = compare.sides[0]?.assumptions ?? [], above = compare.sides[1]?.assumptions ?? [], both = compare.on_both_sides;
    /* Many kinds against few: the few are named. */
    const few = (a: string[], b: string[]) => a.length > 0 && b.length > MOST_KINDS && a.length < b.length;
    const parts = few(below, above) ? [words.t('digest.othersAbove', {kinds: kinds(below)})]
        : few(above, below) ? [words.t('digest.othersBelow', {kinds: kinds(above)})]
            : [below.length ? words.t('digest.below', {kinds: kinds(below)}) : '', above.length ? words.t('digest.above', {kinds: kinds(above)}) : ''];
    const all = [...parts, both.length ? words.t('digest.both', {kinds: kinds(both)}) : ''].filter(Boolean).join(words.lang === 'en' ? '; ' : '；');
    return all ? words.t(below.length || above.length ? 'digest.divides' : 'digest.dividesNot', {parts: all}) : '';
}

export function parting(tree: Tree, words: Words): string {
    const {compare} = tree;
    const issue = tree.issues.find(i => i.id === compare?.widest), [lower, upper] = compare?.sides ?? [];
    if (!compare || !issue || !lower || !upper)
        return '';
    const settles = tree.models.some(m => m.outcome[issue.id]?.settled);
    const apart = words.t(settles ? 'digest.apart' : 'digest.apartOpen', {
        issue: issue.title, below: side(tree, words, issue, lower, false), above: side(tree, words, issue, upper, true),
    });
    return `${apart}${words.lang === 'en' ? ' ' : ''}${divide(words, compare)}`;
}
