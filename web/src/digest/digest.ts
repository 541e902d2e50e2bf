// SPDX-License-Identifier: Apache-2.0
// The answer in a few sentences, put together neutrally from a tree, most important first.
import type {Tree} from '../engine/tree';
import type {Words} from '../words/catalogue';
import type {Key} from '../words/en';
import {labelOf} from '../words/models';
import {said} from '../words/said';
import {chairs} from './chairs';
import {gainsOf} from './gains';
import {parting} from './parting';

export interface Digest { topic: Key; text: string }

const MOST_ISSUES = 4;

function forecast(tree: Tree, words: Words): string {
    const f = tree.forecast;
    if (!f?.model)
        return '';
    const known = tree.issues.flatMap(issue => {
        const at = f.issues[issue.id];
        return at?.median == null ? [] : [{issue, at}];
    });
    const settled = known.filter(k => k.at.settled), open = known.length - settled.length;
    if (!known.length)
        return '';
    const items = settled.slice(0, MOST_ISSUES).map(({issue, at}, i) => {
        const say = (v: number | null) => words.value(v, Math.abs(issue.scale[1] - issue.scale[0]));
        const key = at.q10 == null || at.q90 == null ? 'digest.issueAlone' : i === 0 ? 'digest.issueFirst' : 'digest.issue';
        return words.t(key, {issue: issue.title, x: say(at.median), low: say(at.q10), high: say(at.q90)});
    });
    if (settled.length > MOST_ISSUES)
        items.push(words.t('digest.more', {n: settled.length - MOST_ISSUES}));
    const filling = {model: labelOf(tree, f.model, words.lang), list: words.list(items)};
    if (!settled.length)
        return words.tn('digest.leavesOpen', open, filling);
    return open ? words.tn('digest.givesOpen', open, filling) : words.t('digest.gives', filling);
}

function record(tree: Tree, words: Words): string {
    const r = tree.forecast?.record;
    if (!r?.baseline)
        return '';
    const {lang} = words;
    return words.t('digest.recordSays', {
        n: r.issues ?? 0, data: said(r.data, lang), mae: words.decimal(r.mae, 1), crps: words.decimal(r.crps, 1), other: labelOf(tree, r.baseline.model, lang),
        otherMae: words.decimal(r.baseline.mae, 1), otherCrps: words.decimal(r.baseline.crps, 1), silent: said(r.silent_on ?? '', lang),
    });
}

export function digestOf(tree: Tree, words: Words): {before: Digest[]; after: Digest[]} {
    const present = (rows: Digest[]) => rows.filter(r => r.text);
    return {
        before: present([
            {topic: 'digest.forecast', text: forecast(tree, words)},
            {topic: 'digest.record', text: record(tree, words)},
            {topic: 'digest.seated', text: gainsOf(tree, words, 'seat')},
            {topic: 'digest.leftOut', text: gainsOf(tree, words, 'absent')},
        ]),
        after: present([
            {topic: 'digest.chairs', text: chairs(tree, words)},
            {topic: 'digest.parting', text: parting(tree, words)},
        ]),
    };
}
