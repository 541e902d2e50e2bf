// SPDX-License-Identifier: Apache-2.0
// What would turn a claim's verdict: the nearest change of each input, and under which models.
import type {Claim, Flip, Input} from '../engine/tree';
import type {Estimate} from '../engine/variation';

export interface Turn { path: string; from: number; to: number; models: string[] }

/** One entry an input, nearest first, of the model picked or of all; `to` is the nearest of its models'. */
export function turnsOf(claim: Claim, model: string | null): Turn[] {
    const turns = new Map<string, Turn>();
    const usable = (claim.flips ?? []).filter((f): f is Flip & {from: number; to: number} => f.to !== null && f.from !== null);
    for (const f of usable.filter(f => model === null || f.model === undefined || f.model === model)) {
        const seen = turns.get(f.path);
        if (seen) {
            if (f.model !== undefined)
                seen.models.push(f.model);
        } else {
            turns.set(f.path, {path: f.path, from: f.from, to: f.to, models: f.model === undefined ? [] : [f.model]});
        }
    }
    return [...turns.values()];
}

/** The estimate whose point is `to`, with the range that it had, widened where that lies outside it. */
export function estimateAt(input: Pick<Input, 'point' | 'low' | 'high'> | undefined, to: number): Estimate {
    if (input?.point == null || input.low === null || input.high === null || input.low === input.high)
        return to;
    const {low, high} = input;
    return {low: Math.min(low, to), mode: to, high: Math.max(high, to)};
}
