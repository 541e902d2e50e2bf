// SPDX-License-Identifier: Apache-2.0
// Moving an estimate by hand: its middle with its range, or one end of the range. Gives what the scenario file would say.
import type {Input} from '../engine/tree';
import type {Estimate} from '../engine/variation';

export interface Reading { point: number; low: number; high: number; shape: string }

const clamp = (x: number, lo: number, hi: number) => Math.min(hi, Math.max(lo, x));

/** Steps of a hand: whole hundredths of the scale, so that what is written is a number somebody would write. */
export function stepOf(scale: readonly [number, number]): number {
    const span = Math.abs(scale[1] - scale[0]);
    return span >= 50 ? 1 : span >= 5 ? 0.1 : span / 100;
}

export function snap(x: number, scale: readonly [number, number]): number {
    const step = stepOf(scale), [a, b] = scale;
    return Number(clamp(Math.round(x / step) * step, Math.min(a, b), Math.max(a, b)).toPrecision(10));
}

export function readingOf(input: Pick<Input, 'point' | 'low' | 'high' | 'shape'> | undefined): Reading | null {
    if (input?.point == null)
        return null;
    const {point} = input;
    return {point, low: input.low ?? point, high: input.high ?? point, shape: input.shape};
}

function write(r: Reading): Estimate {
    if (r.low === r.high)
        return r.point;
    return r.shape === 'uniform' ? {low: r.low, high: r.high, shape: 'uniform'} : {low: r.low, mode: r.point, high: r.high};
}

/** The whole reading goes along, as far as the scale lets it. */
export function moveMiddle(r: Reading, to: number, scale: readonly [number, number]): Estimate {
    const point = snap(to, scale), by = point - r.point;
    const low = Math.min(point, snap(r.low + by, scale)), high = Math.max(point, snap(r.high + by, scale));
    return r.low === r.high ? point : write({...r, point: r.shape === 'uniform' ? (low + high) / 2 : point, low, high});
}

export function moveLow(r: Reading, to: number, scale: readonly [number, number]): Estimate {
    const low = Math.min(snap(to, scale), r.shape === 'uniform' ? r.high : r.point);
    return write({...r, low});
}

export function moveHigh(r: Reading, to: number, scale: readonly [number, number]): Estimate {
    const high = Math.max(snap(to, scale), r.shape === 'uniform' ? r.low : r.point);
    return write({...r, high});
}

export function pointOf(e: Estimate): number {
    return typeof e === 'number' ? e : 'mode' in e ? e.mode : (e.low + e.high) / 2;
}

/** In full: low, middle, high; what is one number, or even all over, is said so. */
export function readingSays(r: Reading, say: (v: number) => string): string {
    const ends = r.shape === 'uniform' ? [r.low, r.high] : [r.low, r.point, r.high];
    return r.low === r.high ? say(r.point) : ends.map(say).join('–');
}

/** What an estimate was and is: the middles where they differ, the ranges where those alone do; null where nothing does. */
export function readingMoved(was: Reading, is: Reading, say: (v: number) => string): {is: string | null; was: string} | null {
    if (say(was.point) !== say(is.point))
        return {is: null, was: say(was.point)};
    const before = readingSays(was, say), now = readingSays(is, say);
    return before === now ? null : {is: now, was: before};
}

/** An estimate just set, as a reading. */
export function readingFrom(e: Estimate | undefined, shape: string): Reading | null {
    if (e === undefined)
        return null;
    const [low, high] = endsOf(e);
    return {point: pointOf(e), low, high, shape};
}

export function endsOf(e: Estimate): [number, number] {
    return typeof e === 'number' ? [e, e] : [e.low, e.high];
}
