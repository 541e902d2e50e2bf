// SPDX-License-Identifier: Apache-2.0
// What most models say of those of one part in the talks, the largest change first; who fares alike is said together.
import type {Spread} from '../engine/spread';
import type {Role, Tree} from '../engine/tree';
import {gainOf, sameAsSeat} from '../shell/shown';
import type {Words} from '../words/catalogue';

const MOST_NAMED = 4;

type Verdict = 'up' | 'down' | 'even';
interface Finding { name: string; gain: Spread; verdict: Verdict; k: number; against: number }

function findingOf(name: string, gain: Spread): Finding {
    const even = gain.n - gain.above - gain.below;
    if (gain.above <= even && gain.below <= even)
        return {name, gain, verdict: 'even', k: even, against: 0};
    return gain.above >= gain.below ? {name, gain, verdict: 'up', k: gain.above, against: gain.below} : {name, gain, verdict: 'down', k: gain.below, against: gain.above};
}

const alike = (a: Finding, b: Finding) => a.verdict === b.verdict && a.k === b.k && a.against === b.against && a.gain.n === b.gain.n;

function sentence(group: Finding[], words: Words): string {
    const first = group[0];
    if (!first)
        return '';
    const who = words.list(group.map(({name, gain}) => {
        const low = words.points(gain.low), high = words.points(gain.high);
        return words.t(low === high ? 'digest.whoOne' : 'digest.who', {name, low, high});
    }));
    const {verdict, k, against, gain} = first, total = gain.n;
    if (against && verdict !== 'even')
        return words.tn(`digest.${verdict}Split`, group.length, {who, k, j: against, total});
    const under = words.t(k < total ? 'digest.underSome' : total === 1 ? 'digest.underOne' : 'digest.underAll', {k, total});
    return words.tn(`digest.${verdict}`, group.length, {who, under});
}

export function gainsOf(tree: Tree, words: Words, role: Role): string {
    const found = tree.actors
        .filter(a => a.role === role && !sameAsSeat(tree, a.id))
        .flatMap(a => {
            const gain = gainOf(tree, null, a.id);
            return gain ? [findingOf(a.name, gain)] : [];
        })
        .sort((a, b) => Math.abs(b.gain.middle) - Math.abs(a.gain.middle));
    const groups: Finding[][] = [];
    for (const f of found.slice(0, MOST_NAMED)) {
        const last = groups[groups.length - 1], before = last?.[0];
        if (last && before && alike(before, f))
            last.push(f);
        else
            groups.push([f]);
    }
    const parts = groups.map(g => sentence(g, words));
    if (found.length > MOST_NAMED)
        parts.push(words.t('digest.more', {n: found.length - MOST_NAMED}));
    return parts.length ? words.t('digest.points', {list: parts.join(words.lang === 'en' ? '; ' : '；')}) : '';
}
