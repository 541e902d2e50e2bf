// SPDX-License-Identifier: Apache-2.0
// States as steps: what holds from one day to the next, as lines and bands of d3-shape.
import {area, line} from 'd3-shape';
import type {Num} from '../engine/tree';
import {extentOf, type Frame} from './frame';
import type {TimeState} from './tree';

export interface Step { x0: number; x1: number; state: TimeState; index: number }

/** The states in sight, with where they begin and end. */
export function stepsOf(frame: Frame, states: readonly TimeState[]): Step[] {
    return states.flatMap((state, index) => {
        const at = extentOf(frame, state);
        return at ? [{x0: at[0], x1: at[1], state, index}] : [];
    });
}

interface Corner { x: number; lo: number; hi: number; on: boolean }

function corners(steps: readonly Step[], low: (s: Step) => Num | undefined, high: (s: Step) => Num | undefined, y: (v: number) => number): Corner[] {
    return steps.flatMap(s => {
        const a = low(s), b = high(s), on = a != null && b != null;
        const lo = on ? y(a) : 0, hi = on ? y(b) : 0;
        return [{x: s.x0, lo, hi, on}, {x: s.x1, lo, hi, on}];
    });
}

/** A band from low to high; gaps where either is not defined. */
export function bandPath(steps: readonly Step[], low: (s: Step) => Num | undefined, high: (s: Step) => Num | undefined, y: (v: number) => number): string {
    return area<Corner>().x(c => c.x).y0(c => c.lo).y1(c => c.hi).defined(c => c.on)(corners(steps, low, high, y)) ?? '';
}

/** A line of steps; gaps where it is not defined. */
export function stepPath(steps: readonly Step[], value: (s: Step) => Num | undefined, y: (v: number) => number): string {
    return line<Corner>().x(c => c.x).y(c => c.lo).defined(c => c.on)(corners(steps, value, value, y)) ?? '';
}
