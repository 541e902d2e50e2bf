// SPDX-License-Identifier: Apache-2.0
// The answer before and after a change, with the models that are shown, paired.
import type {Model, Num, Tree} from '../engine/tree';
import {answering, shownModels} from '../shell/shown';

export interface Side { tree: Tree; models: Model[] }

export interface Sides {
    before: Side;
    now: Side;
    /** Models that answer on both sides. */
    pairs: [before: Model, now: Model][];
    /** Both are drawn from equally many draws, so that odds may be compared to the last digit. */
    drawnAlike: boolean;
}

function sideOf(tree: Tree, model: string | null): Side {
    const answers = answering(tree);
    return {tree, models: shownModels(tree, model).filter(m => answers.includes(m))};
}

export function sidesOf(base: Tree, tree: Tree, model: string | null): Sides {
    const before = sideOf(base, model), now = sideOf(tree, model);
    const pairs = before.models.flatMap((m): [Model, Model][] => {
        const other = now.models.find(x => x.id === m.id);
        return other ? [[m, other]] : [];
    });
    return {before, now, pairs, drawnAlike: base.draws_done > 0 && base.draws_done === tree.draws_done};
}

/** How much each model's number moved, of those that give one on both sides. */
export function movesOf(sides: Sides, of: (m: Model) => Num | undefined): number[] {
    return sides.pairs.flatMap(([a, b]) => {
        const from = of(a), to = of(b);
        return from != null && to != null ? [to - from] : [];
    });
}
