// SPDX-License-Identifier: Apache-2.0
// The trees of `sensitivity` and `levers`, as docs/result.md describes them.
import type {NoticePart, Num} from '../engine/tree';

export interface Asked { of: string; title: string; unit: 'points' | 'share' | 'scale' | 'capability'; claim?: string | null; issue?: string | null; scale?: [number, number] | null }

/** An index of Sobol with its 95 % interval; the ends are null where nothing was resampled. */
export interface Index { value: Num; low: Num; high: Num }

export interface Effect { at_low?: Num; at_high?: Num; swing?: Num; first?: Index | null; total?: Index | null; size?: Num; mean?: Num; spread?: Num }

export type Support = 'cited' | 'judged' | 'unsupported' | 'mixed';

export interface Factor extends Effect {
    id: string;
    kind: 'input' | 'together' | 'actor' | 'issue' | 'chance';
    title: string;
    inputs: string[];
    support: Support;
    cited: number;
    low: Num;
    point: Num;
    high: Num;
    models?: Record<string, Effect>;
}

interface Reached { status: string; why: string | null; point?: Num; mean?: Num; sd?: Num; undefined?: Num }

export interface Sensitivity {
    question: Asked;
    method: 'tornado' | 'sobol' | 'morris';
    rows: Num;
    solves: number;
    models: (Reached & {id: string; title: string})[];
    answer: Reached;
    choice_of_model: {first: Index; total: Index} | null;
    factors: Factor[];
    notices: string[];
    notice_parts?: NoticePart[];
}

export interface Switch { at: number; below: Num; above: Num }

export interface Lever {
    input: string;
    title: string;
    holder: string | null;
    own: boolean;
    /** What an actor asks, accepts, says and cares for; false: how things stand. */
    chosen?: boolean;
    support?: Support;
    low: Num;
    point: Num;
    high: Num;
    to: Num;
    change: {mean: Num; low: Num; high: Num};
    models: Record<string, {slope: Num; exact: boolean; switches: Switch[]}>;
}

export interface Levers {
    for: string;
    name: string;
    question: Asked;
    answer: {point: Num};
    models: (Reached & {id: string; title: string})[];
    levers: Lever[];
    notices: string[];
    notice_parts?: NoticePart[];
}
