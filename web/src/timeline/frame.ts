// SPDX-License-Identifier: Apache-2.0
// What all charts of the timeline share: the axis of dates, and where a state begins and ends on it.
import {scaleUtc, type ScaleTime} from 'd3-scale';
import type {Stop} from './stops';
import {timeOf} from './stops';
import type {TimeState} from './tree';

export interface Frame {
    width: number;
    left: number;
    /** Room right of the plot: for words where there is some, else for nothing. */
    right: number;
    roomy: boolean;
    x: ScaleTime<number, number>;
    /** From where the axis runs; stops before it are out of sight. */
    from: number;
}

const ROOMY = 540;

export function frameOf(width: number, stops: readonly Stop[], since: string | null): Frame {
    const roomy = width >= ROOMY;
    const left = roomy ? 34 : 26, right = roomy ? Math.min(230, Math.round(width * 0.25)) : 8;
    const first = timeOf(since ?? stops[0]?.date ?? '2000-01-01'), last = timeOf(stops[stops.length - 1]?.date ?? '2000-01-02');
    const span = Math.max(last - first, 86_400_000);
    /* What holds last goes on, and what held before is seen to have. */
    const domain = [first - span * 0.03, last + span * 0.05] as const;
    return {width, left, right, roomy, x: scaleUtc().domain(domain).range([left, width - right]), from: domain[0]};
}

/** Left and right end of a state in the plot; null where it lies before it. */
export function extentOf(frame: Frame, state: TimeState): [number, number] | null {
    const [a, b] = frame.x.range() as [number, number];
    const x0 = state.from === null ? a : Math.max(a, frame.x(timeOf(state.from)));
    const x1 = state.next === null ? b : Math.min(b, frame.x(timeOf(state.next)));
    return x1 <= a ? null : [x0, Math.max(x0, x1)];
}

/** A day's place under the pointer. */
export function stopUnder(frame: Frame, stops: readonly Stop[], px: number): Stop | undefined {
    const time = frame.x.invert(px).getTime();
    const seen = stops.filter(s => timeOf(s.date) >= frame.from);
    return seen.filter(s => timeOf(s.date) <= time).pop() ?? seen[0];
}

/** Lines of text in a column of so many pixels; Chinese characters are as wide as they are high. */
export function linesOf(text: string, width: number, size: number): number {
    let used = 0;
    for (const c of text)
        used += (c > '\u2e7f' ? 1 : 0.53) * size;
    return Math.max(1, Math.ceil(used / Math.max(size, width)));
}
