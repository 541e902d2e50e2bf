// SPDX-License-Identifier: Apache-2.0
// Whose gain a change moved: by the models' middle, with the parts that made it, or under some models alone.
import {EVEN, spread} from '../engine/spread';
import type {Actor, Gain} from '../engine/tree';
import {movesOf, type Sides} from './sides';

/* A delegate is told beside its seat when some model moves it by this much more or less. */
const ALIKE = 2;

const PARTS = ['outcome', 'standing', 'face'] as const;

export type Part = (typeof PARTS)[number];

export interface GainMove {
    actor: Actor;
    /** The models' middle. */
    from: number;
    to: number;
    /** How much of that each part's middle moved: those that moved; what is lost in face is negative. */
    parts: {part: Part; by: number}[];
    /** Models under which it is better or worse off than before, and by how much at most. */
    better: {n: number; most: number};
    worse: {n: number; most: number};
    models: number;
}

function partOf(gain: Gain | undefined, part: Part): number | null {
    const x = gain?.[part];
    return x == null ? null : part === 'face' ? -x : x;
}

export function moveOf(sides: Sides, actor: Actor): GainMove | null {
    const {before, now} = sides;
    const middle = (side: typeof now, of: (g: Gain | undefined) => number | null | undefined) => spread(side.models.map(m => of(m.gains[actor.id])))?.middle;
    const from = middle(before, g => g?.total), to = middle(now, g => g?.total);
    if (from === undefined || to === undefined)
        return null;
    const parts = PARTS.flatMap(part => {
        const a = middle(before, g => partOf(g, part)), b = middle(now, g => partOf(g, part));
        return a !== undefined && b !== undefined && Math.abs(b - a) >= EVEN ? [{part, by: b - a}] : [];
    });
    const moves = movesOf(sides, m => m.gains[actor.id]?.total);
    const up = moves.filter(d => d >= EVEN), down = moves.filter(d => d <= -EVEN);
    return {
        actor, from, to, parts, models: moves.length,
        better: {n: up.length, most: Math.max(0, ...up)}, worse: {n: down.length, most: Math.max(0, ...down.map(d => -d))},
    };
}

/** A delegate who fares as its seat does is its seat's row. */
function goesWithSeat(sides: Sides, actor: Actor): boolean {
    const seat = actor.speaks_for;
    if (!seat)
        return false;
    const own = movesOf(sides, m => m.gains[actor.id]?.total), its = movesOf(sides, m => m.gains[seat]?.total);
    return own.length === its.length && own.every((d, i) => Math.abs(d - (its[i] ?? 0)) < ALIKE);
}

/** The parties first, and of those the largest move. */
const byWeight = (size: (m: GainMove) => number) => (a: GainMove, b: GainMove) =>
    Number(a.actor.role === 'out') - Number(b.actor.role === 'out') || size(b) - size(a);

/** Whether the middle is another number to the reader. */
export function hasMoved(from: number, to: number): boolean {
    return Math.round(from) !== Math.round(to);
}

const known = new WeakMap<Sides, GainMove[]>();

function allMoves(sides: Sides): GainMove[] {
    const found = known.get(sides);
    if (found)
        return found;
    const all = sides.now.tree.actors.flatMap(a => moveOf(sides, a) ?? []);
    const way = (m: GainMove | undefined) => m && hasMoved(m.from, m.to) ? Math.sign(m.to - m.from) : 0;
    const listed = all.filter(m => !goesWithSeat(sides, m.actor) || way(m) !== way(all.find(x => x.actor.id === m.actor.speaks_for)));
    known.set(sides, listed);
    return listed;
}

export const better = (sides: Sides): GainMove[] => allMoves(sides).filter(m => hasMoved(m.from, m.to) && m.to > m.from).sort(byWeight(m => m.to - m.from));

export const worse = (sides: Sides): GainMove[] => allMoves(sides).filter(m => hasMoved(m.from, m.to) && m.to < m.from).sort(byWeight(m => m.from - m.to));

/** Whose middle stays while some models say otherwise than before. */
export const underSome = (sides: Sides): GainMove[] =>
    allMoves(sides).filter(m => !hasMoved(m.from, m.to) && m.better.n + m.worse.n > 0).sort(byWeight(m => Math.max(m.better.most, m.worse.most)));

export interface DrawsMove { actor: Actor; from: [low: number, high: number]; to: [low: number, high: number] }

/** Whose range over the draws of the inputs is another one. */
export function drawsMoved(sides: Sides): DrawsMove[] {
    if (!sides.drawnAlike)
        return [];
    const range = (side: Sides['now'], id: string): [number, number] | null => {
        const low = spread(side.models.map(m => m.gains[id]?.draws?.q10)), high = spread(side.models.map(m => m.gains[id]?.draws?.q90));
        return low && high ? [low.low, high.high] : null;
    };
    return sides.now.tree.actors.filter(a => !goesWithSeat(sides, a)).flatMap(actor => {
        const from = range(sides.before, actor.id), to = range(sides.now, actor.id);
        return from && to && (hasMoved(from[0], to[0]) || hasMoved(from[1], to[1])) ? [{actor, from, to}] : [];
    });
}
