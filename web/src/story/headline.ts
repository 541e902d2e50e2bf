// SPDX-License-Identifier: Apache-2.0
// What a change cost whom, in one sentence or two that stand by themselves, and in a few words for a bar.
import {isRatifier, placeOf, samePlace, type Place} from '../engine/moves';
import type {Tree} from '../engine/tree';
import {tableOf} from '../engine/variation';
import {marked, markedBefore} from '../evidence/asked';
import {plain} from '../glossary/marks';
import type {Words} from '../words/catalogue';
import type {Key} from '../words/en';
import {blockerName} from '../words/blocker';
import {rangeOf} from '../shell/range';
import {agreement, agreementOdds, settling} from './deal';
import {better, moveOf, underSome, worse, type GainMove} from './gains';
import type {Sides} from './sides';

/* So many are named on each side; in the bar, in all. */
const NAMED = 2, IN_BAR = 2;

/** `first`: whether there is a deal still, and how whoever was moved fares; `others`: a sentence each for those who pay and those who gain; `notes`: what a place at the table means. */
export interface Headline { first: string; others: string[]; notes: string[]; short: string }

/** Who is elsewhere than in the file, and where it is now. */
export interface Moved { actor: string; how: Key }

const PLACES: Record<Place['at'], Key> = {seat: 'story.how.seat', observer: 'story.how.observer', door: 'story.how.door', outside: 'story.how.outside'};

export function movedIn(base: Tree, tree: Tree): Moved[] {
    const file = tableOf(base.table), now = tableOf(tree.table);
    return tree.actors.flatMap(({id}): Moved[] => {
        const to = placeOf(now, id);
        if (!samePlace(placeOf(file, id), to))
            return [{actor: id, how: PLACES[to.at]}];
        return isRatifier(file, id) === isRatifier(now, id) ? [] : [{actor: id, how: isRatifier(now, id) ? 'story.how.asked' : 'story.how.notAsked'}];
    });
}

/** The name of who was moved comes with what it got: the one that was pushed furthest first. */
const MOST_MOVED = 3;

const sizeOf = (m: GainMove) => Math.abs(Math.round(m.to) - Math.round(m.from));
/** Short enough to leave room for who pays. */
function inBar(sides: Sides, deal: string, words: Words): string {
    return (agreement(sides)[0]?.to === 0 ? words.t('story.head.noDealOne') : deal).replace(/[.。]$/, '');
}

const fromTo = (m: GainMove, words: Words) => words.t('story.fromTo', {from: markedBefore('gain', m.actor.id, words.points(m.from)), to: marked('gain', m.actor.id, words.points(m.to))});

/** Why there is no deal any more. */
function blockedSays(sides: Sides, words: Words): string[] {
    const {tree, models} = sides.now;
    if (agreement(sides)[0]?.to !== 0)
        return [];
    const who = [...new Set(models.flatMap(m => m.agreement.blocked_by))].map(b => blockerName(tree, b, words));
    return [who.length ? words.t('story.head.blocked', {who: words.list(who)}) : words.t('story.head.nothingSettles')];
}

function dealSays(sides: Sides, words: Words): string[] {
    return agreement(sides).map(({from, to, total}) =>
        to === 0 ? words.t(total === 1 ? 'story.head.noDealOne' : 'story.head.noDeal')
            : from === 0 ? words.t(total === 1 ? 'story.head.newDealOne' : 'story.head.newDeal', {n: to, total})
                : words.t('story.head.deal', {from, to, total}));
}

function ownMove(sides: Sides, moved: Moved): GainMove | null {
    const actor = sides.now.tree.actors.find(a => a.id === moved.actor);
    return actor ? moveOf(sides, actor) : null;
}

function ownSays(sides: Sides, moved: Moved, words: Words): string[] {
    const own = ownMove(sides, moved);
    if (!own)
        return [];
    const how = words.t(moved.how), n = sizeOf(own);
    if (!n)
        return [words.t(sides.now.models.length === 1 ? 'story.head.sameOne' : 'story.head.same', {name: own.actor.name, how, to: marked('gain', own.actor.id, words.points(own.to))})];
    return [words.tn(own.to > own.from ? 'story.head.better' : 'story.head.worse', n, {name: own.actor.name, how, fromTo: fromTo(own, words)})];
}

const isOut = (m: GainMove) => m.actor.role === 'out';

/** The parties first, and of those the largest move as it is read. */
export const bySize = (a: GainMove, b: GainMove) => Number(isOut(a)) - Number(isOut(b)) || sizeOf(b) - sizeOf(a);

/** Who is named: the parties that a move weighs on most, and whoever outside the talks it weighs on more than on those. */
function namedOf(sorted: readonly GainMove[]): GainMove[] {
    const first = sorted.slice(0, NAMED), last = first[first.length - 1], outside = sorted.find(isOut);
    return outside && last && !first.includes(outside) && sizeOf(outside) > sizeOf(last) ? [...first, outside] : first;
}

function othersSay(list: readonly GainMove[], first: Key, words: Words): string[] {
    if (!list.length)
        return [];
    const who = namedOf(list), alone = who.findIndex(isOut);
    const named = who.map((m, i) => {
        const said = words.tn(i ? 'story.head.other' : first, sizeOf(m), {name: m.actor.name, fromTo: fromTo(m, words)});
        return i > 0 && i === alone ? words.t('story.head.outside', {said}) : said;
    });
    if (list.length > who.length)
        named.push(words.t('story.head.more', {n: list.length - who.length}));
    return [named.join(words.t('story.joint')) + words.t('story.stop')];
}

/** Where no middle gain moves: the most important of what did. */
function instead(sides: Sides, words: Words): string[] {
    const total = sides.now.models.length, [issue] = settling(sides), [odds] = agreementOdds(sides), [some] = underSome(sides);
    const range = ([low, high]: [number, number]) => rangeOf(words.odds(low), words.odds(high));
    const loss = [...underSome(sides)].sort((a, b) => b.worse.most - a.worse.most)[0] ?? some;
    const found = [
        issue ? issue.to === 0 ? words.t('story.head.settlesNot', {issue: issue.issue.title, from: issue.from})
            : words.t(total === 1 ? 'story.head.settlesOne' : issue.to === total ? 'story.head.settlesAll' : 'story.head.settles', {issue: issue.issue.title, from: issue.from, to: issue.to, total}) : '',
        odds && !issue ? words.t('story.head.odds', {from: range(odds.from), to: marked('deal', 'all', range(odds.to))}) : '',
        loss ? words.t('story.head.some', {
            name: loss.actor.name, x: marked('gain', loss.actor.id, words.points(loss.worse.n ? -Math.max(1, loss.worse.most) : Math.max(1, loss.better.most))), n: loss.worse.n || loss.better.n, total: loss.models,
        }) : '',
    ];
    return found.filter(Boolean);
}

/** What observing means, for whoever was moved behind somebody: it may bring more than a seat. */
function observing(sides: Sides, moved: readonly Moved[], words: Words): string[] {
    const {tree} = sides.now, name = (id: string) => tree.actors.find(a => a.id === id)?.name ?? id;
    return tree.table.observers.filter(o => moved.some(m => m.actor === o.actor)).map(o =>
        words.t('story.observing', {name: name(o.actor), patron: name(o.patron), share: words.odds(o.share)}));
}

export function headlineOf(sides: Sides, words: Words, moved: readonly Moved[]): Headline {
    const up = better(sides), down = worse(sides), is = (m: GainMove) => moved.some(x => x.actor === m.actor.id);
    const size = (m: Moved) => { const own = ownMove(sides, m); return own ? sizeOf(own) : 0; };
    const told = [...moved].sort((a, b) => size(b) - size(a)).slice(0, MOST_MOVED);
    const own = told.flatMap(m => ownSays(sides, m, words)), named = (m: GainMove) => told.some(x => x.actor === m.actor.id);
    const others = {up: up.filter(m => !named(m)).sort(bySize), down: down.filter(m => !named(m)).sort(bySize)};
    const nobody = !others.up.length && !others.down.length, allNamed = !own.length && [others.up, others.down].every(list => namedOf(list).length === list.length);
    const ownMoved = up.some(is) || down.some(is);
    const deal = dealSays(sides, words), one = sides.now.models.length === 1;
    const paid = othersSay(others.down, 'story.head.firstWorse', words), won = othersSay(others.up, 'story.head.firstBetter', words);
    const even = nobody || allNamed ? [words.t(own.length || !nobody ? one ? 'story.evenOne' : 'story.even' : one ? 'story.evenAllOne' : 'story.evenAll')] : [];
    /* Nothing but exceptions: the largest of them leads. */
    const most = nobody && !ownMoved && !deal.length ? instead(sides, words) : [];
    const [first = '', ...rest] = most.length ? own.length ? [[...own, ...even].join(words.t('story.space')), ...most] : [most[0] ?? '', [...most.slice(1), ...even].join(words.t('story.space'))]
        : nobody ? [[...deal, ...own, ...even].join(words.t('story.space'))] : [[...deal, ...own].join(words.t('story.space')), ...paid, ...won, ...even].filter(Boolean);
    const all = [...up, ...down].sort((a, b) => Number(is(b)) - Number(is(a)) || bySize(a, b));
    const short = all.slice(0, IN_BAR).map(m => words.t('story.named', {name: m.actor.name, what: fromTo(m, words)}));
    if (nobody && ownMoved)
        short.push(words.t(one ? 'story.bar.othersOne' : 'story.bar.others'));
    return {
        first, others: [...rest, ...blockedSays(sides, words)], notes: observing(sides, movedIn(sides.before.tree, sides.now.tree), words),
        short: plain([...deal.length ? [inBar(sides, deal[0] ?? '', words)] : [], ...short, ...!all.length && !deal.length ? [most[0] ?? words.t(one ? 'story.bar.nobodyOne' : 'story.bar.nobody')] : []].join(' · ')),
    };
}
