// SPDX-License-Identifier: Apache-2.0
// Whether a lever is pulled, and what turning it would change most: read out of the answer, not worked out.
import type {Num, Tree} from '../engine/tree';
import type {Asked} from '../evidence/asked';
import type {Lever} from '../timeline/tree';
import type {Words} from '../words/catalogue';
import type {LeverTurn, LeverageTree} from './tree';

/** As set here, else as the file and the day have it. An answer in which it was set says nothing about that: null. */
export function isPulled(lever: Lever, set: boolean | undefined): boolean | null {
    return set ?? (isTurned(lever) ? null : lever.in_force);
}

export function isTurned(lever: Lever): boolean {
    return lever.state === 'pulled_anyway' || lever.state === 'dropped';
}

export function turnOf(tree: LeverageTree, lever: string): LeverTurn | undefined {
    return tree.turns.find(t => t.levers.length === 1 && t.levers[0]?.id === lever);
}

export interface Moved { actor: string; low: number; high: number; middle: number }

const LEAST = 0.5;

/** Whose gain it moves under any model, those who sit or may sit first where they are moved as much. */
export function movedBy(turn: LeverTurn, tree: Tree, most: number): Moved[] {
    const delegates = new Set(Object.values(tree.table.delegations).flat());
    const size = (m: Moved) => Math.max(Math.abs(m.low), Math.abs(m.high));
    const near = (a: string) => (tree.table.candidates.includes(a) ? 0 : 1);
    return Object.entries(turn.gains)
        .flatMap(([actor, g]): Moved[] => (g.low === null || g.high === null || delegates.has(actor) ? [] : [{actor, low: g.low, high: g.high, middle: g.middle ?? 0}]))
        .filter(m => size(m) >= LEAST)
        .sort((a, b) => near(a.actor) - near(b.actor) || size(b) - size(a))
        .slice(0, most);
}

/** Issues that settle under more or fewer models. */
export function settledBy(turn: LeverTurn): {issue: string; before: number; after: number}[] {
    return Object.entries(turn.outcome).flatMap(([issue, o]) => (o.settled_before === o.settled_after ? [] : [{issue, before: o.settled_before, after: o.settled_after}]));
}

/** Claims whose verdict it turns: odds of more than one half, or no longer. */
export function turnedBy(turn: LeverTurn): string[] {
    return turn.claims.filter(c => c.before !== null && c.after !== null && c.before > 0.5 !== c.after > 0.5).map(c => c.says);
}

export function rangeOfPoints(low: Num | undefined, high: Num | undefined, words: Words): string {
    const from = words.points(low), to = words.points(high);
    return from === to ? from : words.t('evidence.range', {low: from, high: to});
}

/** Where the effect of turning these on one actor's gain comes from; `number` as it is shown. */
export function effectOf(turn: LeverTurn, levers: readonly Lever[], actor: string, number: string, tree: Tree, words: Words): Asked {
    const turned = levers.filter(l => turn.levers.some(x => x.id === l.id));
    return {
        kind: 'read', number, title: words.t('asked.lever', {what: words.list(turned.map(l => l.title)), name: tree.actors.find(a => a.id === actor)?.name ?? actor}),
        says: [words.t('asked.leverSays')], paths: [...new Set(turned.flatMap(l => Object.keys(l.adds)))], cites: [...new Set(turned.flatMap(l => l.cite))],
    };
}
