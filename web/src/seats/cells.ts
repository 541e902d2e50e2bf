// SPDX-License-Identifier: Apache-2.0
// What a chair is worth, read out of the tree over the models shown.
import type {Model, Tree} from '../engine/tree';
import {spread, type Spread} from '../engine/spread';

export const AIMS = ['least_gain', 'settled', 'agreement'] as const;

export interface Best { seats: string[]; values: (number | null)[] }

/** Of the whole gain, standing and face among it. */
export function seatGain(tree: Tree, models: readonly Model[], sits: string, feels: string): Spread | null {
    return spread(models.map(m => tree.seats?.[m.id]?.seat_gain?.[sits]?.[feels]));
}

export function shapleyValue(tree: Tree, models: readonly Model[], sits: string, feels: string): Spread | null {
    return spread(models.map(m => tree.seats?.[m.id]?.shapley[sits]?.[feels]));
}

export function standing(tree: Tree, models: readonly Model[], actor: string): number | null {
    return spread(models.map(m => tree.seats?.[m.id]?.exclusion_standing[actor]))?.middle ?? null;
}

/** Tables that the models name best for an aim, most named first. */
export function bestTables(tree: Tree, models: readonly Model[], aim: string): Best[] {
    const found = new Map<string, Best>();
    for (const m of models) {
        const best = tree.seats?.[m.id]?.best_tables.find(b => b.aim === aim);
        if (!best || best.value === null)
            continue;
        const key = [...best.seats].sort().join(' ');
        const entry = found.get(key) ?? {seats: best.seats, values: []};
        entry.values.push(best.value);
        found.set(key, entry);
    }
    return [...found.values()].sort((a, b) => b.values.length - a.values.length);
}
