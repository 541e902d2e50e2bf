// SPDX-License-Identifier: Apache-2.0
// The kinds of things that a change moves, in the order in which they are told. A new kind is one entry here.
import {rangeOf} from '../shell/range';
import type {Tree} from '../engine/tree';
import {marked, markedBefore} from '../evidence/asked';
import {blockerName} from '../words/blocker';
import type {Words} from '../words/catalogue';
import type {Key} from '../words/en';
import {scoredAs} from '../claims/scored';
import {claims} from './claims';
import {agreement, agreementOdds, blockers, places, placesUnderSome, settling, type CountMove} from './deal';
import {bySize, movedIn} from './headline';
import {better, drawsMoved, underSome, worse, type GainMove} from './gains';
import type {Sides} from './sides';
import {turnedPart, type Turned} from './turned';

/** One kind: what of it two answers differ in, largest first, and a sentence for each. */
interface Entry<C> {
    id: string;
    /** What stands before its sentences. */
    title: Key;
    /** So many are told at first; the rest is behind "and N more". */
    most: number;
    /** Told only at first: what stands behind "and N more" says it in full. */
    brief?: boolean;
    find: (sides: Sides, model: string | null) => C[];
    say: (change: C, words: Words, tree: Tree) => string;
}

export interface Kind extends Omit<Entry<unknown>, 'find' | 'say'> { tell: (sides: Sides, model: string | null, words: Words) => string[] }

function kind<C>({find, say, ...entry}: Entry<C>): Kind {
    return {...entry, tell: (sides, model, words) => find(sides, model).map(change => say(change, words, sides.now.tree))};
}

function madeOf({actor, parts, from, to}: GainMove, words: Words): string {
    const by = Math.abs(to - from), [first, ...others] = parts;
    if (!first)
        return '';
    if (!others.length && Math.abs(Math.abs(first.by) - by) < 1)
        return words.t('story.allPart', {part: words.t(`story.part.${first.part}`)});
    return words.t('story.parts', {list: words.list(parts.map(p => words.t('story.part', {part: words.t(`story.part.${p.part}`), by: marked('gain', actor.id, words.points(p.by))})))});
}

/** What the headline does not say: of what a move is made, and under how many models it goes that way. */
function sayWhy(m: GainMove, words: Words): string {
    const by = Math.abs(m.to - m.from), way = m.to > m.from ? m.better : m.worse, {name} = m.actor, [first, ...others] = m.parts;
    const part = (p: GainMove['parts'][number]) => words.t(`story.part.${p.part}`);
    const made = !first ? name
        : !others.length && Math.abs(Math.abs(first.by) - by) < 1 ? words.t('story.why.all', {name, part: part(first)})
            : words.t('story.why.parts', {name, list: words.list(m.parts.map(p => words.t('story.part', {part: part(p), by: marked('gain', m.actor.id, words.points(p.by))})))});
    return m.models <= 1 ? made : words.t(way.n < m.models ? 'story.why.under' : 'story.why.underAll', {made, n: way.n, total: m.models});
}

function sayMiddle(m: GainMove, words: Words): string {
    const by = Math.abs(Math.round(m.to) - Math.round(m.from)), way = m.to > m.from ? m.better : m.worse;
    const said = words.tn(m.to > m.from ? 'story.middleUp' : 'story.middleDown', by, {name: m.actor.name, from: markedBefore('gain', m.actor.id, words.points(m.from)), to: marked('gain', m.actor.id, words.points(m.to))}) + madeOf(m, words);
    return m.models > 1 && way.n < m.models ? words.t('story.middleUnder', {said, n: way.n, total: m.models}) : said;
}

function sayUnderSome({actor, better: up, worse: down, models}: GainMove, words: Words): string {
    const least = (x: number) => Math.max(1, Math.round(x)), by = up.n ? least(up.most) : least(down.most);
    const mark = (x: number) => marked('gain', actor.id, words.points(x));
    const filling = {name: actor.name, x: mark(up.n ? by : -by), up: mark(least(up.most)), down: mark(-least(down.most))};
    const said = up.n && down.n ? words.t('story.someBoth', filling) : words.tn('story.someOne', by, filling);
    return models > 1 ? words.t('story.someUnder', {said, n: up.n + down.n, total: models}) : said;
}

function sayCount(what: string, {from, to}: CountMove, words: Words): string {
    return words.tn(to ? 'story.count' : 'story.countNone', to, {what, from, to});
}

const range = (words: Words, say: (x: number) => string, [low, high]: [number, number]) => {
    const a = say(low), b = say(high);
    return a === b ? a : words.t('evidence.range', {low: a, high: b});
};

const claimsTurned = (sides: Sides, model: string | null) => claims(sides, model).map(c => ({...c, turned: turnedPart(c.claim, sides, c.to > c.from)}));

/** `counted`: the models have been counted in the sentence. */
function sayTurned(said: string, {part, from, to, total}: Turned, counted: boolean, words: Words, tree: Tree): string {
    return words.t(counted ? 'story.turnedPart' : to === 0 ? 'story.turnedOff' : from === 0 ? 'story.turnedOn' : 'story.turned', {said, part: scoredAs(part, tree, words), from, to, total});
}

/** In the order of the headline: who was moved, who pays, who gains. */
function inHeadline(sides: Sides): GainMove[] {
    const moved = movedIn(sides.before.tree, sides.now.tree).map(m => m.actor), is = (m: GainMove) => moved.includes(m.actor.id);
    return [...worse(sides).sort(bySize), ...better(sides).sort(bySize)].sort((a, b) => Number(is(b)) - Number(is(a)));
}

export const KINDS: readonly Kind[] = [
    /* The exceptions belong to the headline. */
    kind({id: 'some', title: 'story.some', most: 2, find: underSome, say: sayUnderSome}),
    /* The headline has said who is better and worse off: at first only what that is made of. */
    kind({id: 'why', title: 'story.why', most: 2, brief: true, find: inHeadline, say: sayWhy}),
    kind({id: 'better', title: 'story.better', most: 0, find: better, say: sayMiddle}),
    kind({id: 'worse', title: 'story.worse', most: 0, find: worse, say: sayMiddle}),
    kind({id: 'deal', title: 'story.deal', most: 0, find: agreement, say: (c, words) => sayCount(words.t('story.aDeal'), c, words)}),
    kind({
        id: 'odds', title: 'story.odds', most: 1, find: agreementOdds,
        say: ({from, to}, words) => words.t('story.fromTo', {from: rangeOf(words.odds(from[0]), words.odds(from[1])), to: marked('deal', 'all', rangeOf(words.odds(to[0]), words.odds(to[1])))}),
    }),
    kind({id: 'settles', title: 'story.settles', most: 2, find: settling, say: (c, words) => sayCount(c.issue.title, c, words)}),
    kind({
        id: 'places', title: 'story.places', most: 1, find: places,
        say: (c, words) => {
            const span = Math.abs(c.issue.scale[1] - c.issue.scale[0]);
            const filling = {issue: c.issue.title, from: words.near(c.from, c.to, span), to: marked('outcome', c.issue.id, words.near(c.to, c.from, span))};
            return words.t(c.stays === 'open' ? 'story.placeOpen' : c.stays === 'settled' ? 'story.placeSettled' : 'story.place', filling);
        },
    }),
    kind({
        id: 'claims', title: 'story.claims', most: 1, find: claimsTurned,
        say: ({claim, from, to, models, turned}, words, tree) => {
            const said = models ? sayCount(words.t('story.quoted', {says: claim.says}), models, words)
                : words.t(to < from ? 'story.claimDown' : 'story.claimUp', {says: claim.says, from: markedBefore('claim', claim.id, words.odds(from)), to: marked('claim', claim.id, words.odds(to))});
            return turned ? sayTurned(said, turned, models !== null, words, tree) : said;
        },
    }),
    kind({id: 'blocks', title: 'story.blocks', most: 2, find: blockers, say: (c, words, tree) => sayCount(blockerName(tree, c.who, words), c, words)}),
    kind({
        id: 'placesSome', title: 'story.placesSome', most: 0, find: placesUnderSome,
        say: (c, words) => words.tn('story.placeCount', c.n, {issue: c.issue.title, total: c.total}),
    }),
    kind({
        id: 'draws', title: 'story.draws', most: 0, find: drawsMoved,
        say: ({actor, from, to}, words) => words.t('story.named', {
            name: actor.name, what: words.t('story.fromTo', {from: markedBefore('gain', actor.id, range(words, words.points, from)), to: marked('gain', actor.id, range(words, words.points, to))}),
        }),
    }),
];
