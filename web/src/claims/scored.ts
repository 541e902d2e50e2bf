// SPDX-License-Identifier: Apache-2.0
// What a claim is scored as, in words: its condition as the tree has it.
import type {Condition, Quantity, Tree} from '../engine/tree';
import type {Words} from '../words/catalogue';
import {en, type Key} from '../words/en';

const PLAIN = ['outcome', 'position', 'stated', 'salience', 'capability'];

function namesOf(ids: readonly string[] | undefined, tree: Tree): string[] {
    return (ids ?? []).map(id => tree.actors.find(a => a.id === id)?.name ?? id);
}

function issueOf(id: string | null | undefined, tree: Tree): string {
    return tree.issues.find(i => i.id === id)?.title ?? id ?? '';
}

function number(x: number, what: string | undefined, words: Words): string {
    if (what === 'settled_share')
        return words.odds(x / 100);
    return what === undefined || PLAIN.includes(what) ? words.value(x) : words.tn('unit.points', Math.abs(x), {x: words.value(x)});
}

function quantityInWords(q: Quantity | number, beside: string | undefined, tree: Tree, words: Words): string {
    if (typeof q === 'number')
        return number(q, beside, words);
    const names = namesOf(q.actors, tree), key = q.part ? `what.${q.what}.${q.part}` : `what.${q.what}`;
    if (!(key in en))
        return q.what;
    return words.t(key as Key, {actors: words.list(names), first: names[0] ?? '', second: names[1] ?? '', issue: issueOf(q.issue, tree)});
}

export function scoredAs(c: Condition, tree: Tree, words: Words): string {
    const {t} = words;
    const parts = (c.parts ?? []).map(p => {
        const text = scoredAs(p, tree, words);
        return (p.parts?.length ?? 0) > 1 ? t('holds.nested', {part: text}) : text;
    });
    const actors = words.list(namesOf(c.actors, tree));
    switch (c.kind) {
    case 'all': return parts.join(t('holds.and'));
    case 'any': return parts.join(t('holds.or'));
    case 'not': return t('holds.not', {part: parts[0] ?? ''});
    case 'agreement': return t(c.wanted === false ? 'holds.noAgreement' : 'holds.agreement');
    case 'settled': return t('holds.settled', {issue: issueOf(c.issue, tree)});
    case 'seated': return t('holds.seated', {actors});
    case 'win_win': return t('holds.winWin', {actors});
    case 'compare': {
        const {left, right} = c, what = typeof left === 'object' ? left.what : undefined;
        if (left === undefined || right === undefined || c.is === undefined)
            return '';
        const [low, high] = Array.isArray(right) ? right : [0, right];
        return t(`holds.${c.is}`, {
            left: quantityInWords(left, undefined, tree, words), low: number(low, what, words), right: quantityInWords(high, what, tree, words),
        });
    }
    }
}
