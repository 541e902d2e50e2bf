// SPDX-License-Identifier: Apache-2.0
// What would turn a claim's verdict: the nearest change of each input, and under which models.
import type {Claim, Flip, Input} from '../engine/tree';
import type {Estimate} from '../engine/variation';

/** `most`: `to` is where most of the models turn, and `models` are those of which each is known to turn too. */
export interface Turn { path: string; from: number; to: number; models: string[]; most?: boolean }

/** So many of a claim's turns are said. */
export const FEW_TURNS = 5;

type Told = Flip & {from: number; to: number};

function told(flips: readonly Flip[] | null | undefined): Told[] {
    return (flips ?? []).filter((f): f is Told => f.to !== null && f.from !== null);
}

/** One entry an input, nearest first, of the model picked; of all, what turns most of them comes before what turns some. */
export function turnsOf(claim: Claim, model: string | null): Turn[] {
    const turns = new Map<string, Turn>();
    if (model === null)
        for (const f of told(claim.flips_most))
            turns.set(f.path, {path: f.path, from: f.from, to: f.to, models: [], most: true});
    for (const f of told(claim.flips).filter(f => model === null || f.model === undefined || f.model === model)) {
        const turn = turns.get(f.path) ?? {path: f.path, from: f.from, to: f.to, models: []};
        if (f.model !== undefined)
            turn.models.push(f.model);
        turns.set(f.path, turn);
    }
    return [...turns.values()];
}

/** Four places behind the point, away from where it comes from, so that what has turned there has turned here. */
function rounded(to: number, from: number): number {
    return (to < from ? Math.floor(to * 1e4 + 1e-7) : Math.ceil(to * 1e4 - 1e-7)) / 1e4;
}

/** The estimate whose point is `to`, with the range that it had, widened where that lies outside it. */
export function estimateAt(input: Pick<Input, 'point' | 'low' | 'high'> | undefined, to: number): Estimate {
    to = rounded(to, input?.point ?? to);
    if (input?.point == null || input.low === null || input.high === null || input.low === input.high)
        return to;
    const {low, high} = input;
    return {low: Math.min(low, to), mode: to, high: Math.max(high, to)};
}
