// SPDX-License-Identifier: Apache-2.0
// What a chair would bring whoever is left out, and how much of it is standing.
import {spread} from '../engine/spread';
import type {Tree} from '../engine/tree';
import type {Words} from '../words/catalogue';

const MOST_NAMED = 4, EVEN = 0.5;

export function chairs(tree: Tree, words: Words): string {
    const seats = Object.values(tree.seats ?? {});
    const parts = tree.actors.filter(a => a.role === 'absent').flatMap(a => {
        const cost = spread(seats.map(s => s.seat_gain?.[a.id]?.[a.id]));
        if (!cost)
            return [];
        const low = words.points(cost.low), high = words.points(cost.high);
        const chair = words.t(low === high ? 'digest.chairOne' : 'digest.chair', {name: a.name, low, high});
        const standing = spread(seats.map(s => s.exclusion_standing[a.id]))?.middle ?? 0;
        return [Math.abs(standing) > EVEN ? words.t('digest.chairStanding', {chair, s: words.points(standing)}) : chair];
    });
    return parts.length ? words.t('digest.chairsSay', {list: parts.slice(0, MOST_NAMED).join(words.lang === 'en' ? '; ' : '；')}) : '';
}
