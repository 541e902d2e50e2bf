// SPDX-License-Identifier: Apache-2.0
// One quantity under the models that are shown: lowest, middle, highest, and how many agree. Nothing is solved here.
import type {Num} from './tree';

/** Gains within half a point are called even, as in the reports. */
export const EVEN = 0.5;

export interface Spread {
    n: number;
    low: number;
    middle: number;
    high: number;
    above: number;
    below: number;
}

export function spread(values: readonly (Num | undefined)[]): Spread | null {
    const known = values.filter((v): v is number => typeof v === 'number').sort((a, b) => a - b);
    const n = known.length;
    const low = known[0], high = known[n - 1];
    if (low === undefined || high === undefined)
        return null;
    return {
        n, low, high,
        middle: ((known[(n - 1) >> 1] ?? low) + (known[n >> 1] ?? low)) / 2,
        above: known.filter(v => v > EVEN).length,
        below: known.filter(v => v < -EVEN).length,
    };
}
