// SPDX-License-Identifier: Apache-2.0
// What a change cost whom, in one sentence or two that stand by themselves, and in a few words for a bar.
import {isRatifier, placeOf, samePlace, type Place} from '../engine/moves';
import type {Tree} from '../engine/tree';
import {tableOf} from '../engine/variation';
import {marked, markedBefore} from '../evidence/asked';
import {plain} from '../glossary/marks';
import type {Words} from '../words/catalogue';
import type {Key} from '../words/en';
import {agreement} from './deal';
import {better, moveOf, worse, type GainMove} from './gains';
import type {Sides} from './sides';

/* So many are named on each side; in the bar, in all. */
const NAMED = 2, IN_BAR = 2;

/** `first`: whether there is a deal still, and how whoever was moved fares; `others`: a sentence each for those who pay and those who gain. */
export interface Headline { first: string; others: string[]; short: string }

/** Who alone is elsewhere than in the file, and where it is now. */
export interface Moved { actor: string; how: Key }

const PLACES: Record<Place['at'], Key> = {seat: 'story.how.seat', observer: 'story.how.observer', door: 'story.how.door', outside: 'story.how.outside'};

export function movedIn(base: Tree, tree: Tree): Moved | null {
    const file = tableOf(base.table), now = tableOf(tree.table);
    const moved = tree.actors.flatMap(({id}): Moved[] => {
        const to = placeOf(now, id);
        if (!samePlace(placeOf(file, id), to))
            return [{actor: id, how: PLACES[to.at]}];
        return isRatifier(file, id) === isRatifier(now, id) ? [] : [{actor: id, how: isRatifier(now, id) ? 'story.how.asked' : 'story.how.notAsked'}];
    });
    const [one, ...others] = moved;
    return one && !others.length ? one : null;
}

const sizeOf = (m: GainMove) => Math.abs(Math.round(m.to) - Math.round(m.from));
/** Short enough to leave room for who pays. */
function inBar(sides: Sides, deal: string, words: Words): string {
    return (agreement(sides)[0]?.to === 0 ? words.t('story.head.noDealOne') : deal).replace(/[.。]$/, '');
}

const fromTo = (m: GainMove, words: Words) => words.t('story.fromTo', {from: markedBefore('gain', m.actor.id, words.points(m.from)), to: marked('gain', m.actor.id, words.points(m.to))});

function dealSays(sides: Sides, words: Words): string[] {
    return agreement(sides).map(({from, to, total}) =>
        to === 0 ? words.t(total === 1 ? 'story.head.noDealOne' : 'story.head.noDeal')
            : from === 0 ? words.t(total === 1 ? 'story.head.newDealOne' : 'story.head.newDeal', {n: to, total})
                : words.t('story.head.deal', {from, to, total}));
}

function ownSays(sides: Sides, moved: Moved, words: Words): string[] {
    const actor = sides.now.tree.actors.find(a => a.id === moved.actor), own = actor && moveOf(sides, actor);
    if (!own)
        return [];
    const how = words.t(moved.how), n = sizeOf(own);
    if (!n)
        return [words.t(sides.now.models.length === 1 ? 'story.head.sameOne' : 'story.head.same', {name: own.actor.name, how, to: marked('gain', own.actor.id, words.points(own.to))})];
    return [words.tn(own.to > own.from ? 'story.head.better' : 'story.head.worse', n, {name: own.actor.name, how, fromTo: fromTo(own, words)})];
}

/** The parties first, and of those the largest move as it is read. */
export const bySize = (a: GainMove, b: GainMove) => Number(a.actor.role === 'out') - Number(b.actor.role === 'out') || sizeOf(b) - sizeOf(a);

function othersSay(list: readonly GainMove[], first: Key, words: Words): string[] {
    if (!list.length)
        return [];
    const named = list.slice(0, NAMED).map((m, i) => words.tn(i ? 'story.head.other' : first, sizeOf(m), {name: m.actor.name, fromTo: fromTo(m, words)}));
    if (list.length > NAMED)
        named.push(words.t('story.head.more', {n: list.length - NAMED}));
    return [named.join(words.t('story.joint')) + words.t('story.stop')];
}

export function headlineOf(sides: Sides, words: Words, moved: Moved | null): Headline {
    const up = better(sides), down = worse(sides), is = (m: GainMove) => m.actor.id === moved?.actor;
    const own = moved ? ownSays(sides, moved, words) : [], others = {up: up.filter(m => !is(m)).sort(bySize), down: down.filter(m => !is(m)).sort(bySize)};
    const nobody = !others.up.length && !others.down.length, allNamed = !own.length && up.length <= NAMED && down.length <= NAMED;
    const ownMoved = up.some(is) || down.some(is);
    const deal = dealSays(sides, words), one = sides.now.models.length === 1;
    const paid = othersSay(others.down, 'story.head.firstWorse', words), won = othersSay(others.up, 'story.head.firstBetter', words);
    const even = nobody || allNamed ? [words.t(own.length || !nobody ? one ? 'story.evenOne' : 'story.even' : one ? 'story.evenAllOne' : 'story.evenAll')] : [];
    const [first = '', ...rest] = nobody ? [[...deal, ...own, ...even].join(words.t('story.space'))] : [[...deal, ...own].join(words.t('story.space')), ...paid, ...won, ...even].filter(Boolean);
    const all = [...up, ...down].sort((a, b) => Number(is(b)) - Number(is(a)) || bySize(a, b));
    const short = all.slice(0, IN_BAR).map(m => words.t('story.named', {name: m.actor.name, what: fromTo(m, words)}));
    if (nobody && ownMoved)
        short.push(words.t(one ? 'story.bar.othersOne' : 'story.bar.others'));
    return {
        first, others: rest,
        short: plain([...deal.length ? [inBar(sides, deal[0] ?? '', words)] : [], ...short, ...!all.length && !deal.length ? [words.t(one ? 'story.bar.nobodyOne' : 'story.bar.nobody')] : []].join(' · ')),
    };
}
