// SPDX-License-Identifier: Apache-2.0
// What the model picker lets through: the models shown, and spreads over them.
import type {Model, Tree} from '../engine/tree';
import {spread, type Spread} from '../engine/spread';

/** Those that have an answer to this scenario; the others lack something that the file does not give. */
export function modelsThatApply(tree: Tree): Model[] {
    const apply = answering(tree);
    return apply.length ? apply : tree.models;
}

export function shownModels(tree: Tree, model: string | null): Model[] {
    const one = model === null ? [] : tree.models.filter(m => m.id === model);
    return one.length ? one : modelsThatApply(tree);
}

/** Models with an answer to at least one issue: the others lack something that the scenario does not have. */
export function answering(tree: Pick<Tree, 'models'>): Model[] {
    return tree.models.filter(m => {
        const outcomes = Object.values(m.outcome);
        return !outcomes.length || outcomes.some(o => o.status !== 'undefined');
    });
}

export function gainOf(tree: Tree, model: string | null, actor: string): Spread | null {
    return spread(shownModels(tree, model).map(m => m.gains[actor]?.total));
}

/** The lowest of the models' 10 % and the highest of their 90 % quantiles over the draws. */
export function drawsOf(tree: Tree, model: string | null, actor: string): {low: number; high: number} | null {
    const draws = shownModels(tree, model).map(m => m.gains[actor]?.draws);
    const low = spread(draws.map(d => d?.q10)), high = spread(draws.map(d => d?.q90));
    return low && high ? {low: low.low, high: high.high} : null;
}

export type Sign = 'up' | 'down' | 'even' | 'none';

export function signOf(x: number | null | undefined): Sign {
    return x == null ? 'none' : x > 0.5 ? 'up' : x < -0.5 ? 'down' : 'even';
}

/** Nobody stands in for another: a delegate whose gains are all its seat's is not worth a row of its own. */
export function sameAsSeat(tree: Tree, actor: string): boolean {
    const seat = tree.actors.find(a => a.id === actor)?.speaks_for;
    if (!seat)
        return false;
    return tree.models.every(m => m.gains[actor]?.outcome === m.gains[seat]?.outcome && !m.gains[actor]?.standing && !m.gains[actor]?.face);
}
