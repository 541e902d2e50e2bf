// SPDX-License-Identifier: Apache-2.0
// Many models on one axis: those that say nearly the same are one mark, and how many they are can be shown.
import type {Num} from './tree';

export interface Heap { at: number; n: number }

/** Values at most `near` from the lowest of their heap, each heap at its mean; from low to high. */
export function heaps(values: readonly (Num | undefined)[], near: number): Heap[] {
    const found: number[][] = [];
    for (const v of values.filter((x): x is number => typeof x === 'number').sort((a, b) => a - b)) {
        const last = found[found.length - 1];
        if (last?.[0] !== undefined && v - last[0] <= near)
            last.push(v);
        else
            found.push([v]);
    }
    return found.map(heap => ({at: heap.reduce((sum, v) => sum + v, 0) / heap.length, n: heap.length}));
}

/** How tall a heap's mark is, of the tallest that all together would have: its area says how many. */
export function tallness(n: number, total: number): number {
    return 0.42 + 0.58 * Math.sqrt((n - 1) / Math.max(1, total - 1));
}
