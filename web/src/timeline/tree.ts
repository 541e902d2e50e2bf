// SPDX-License-Identifier: Apache-2.0
// What `summitry timeline --json` answers (docs/timeline.md): a scenario's states, each a run of days with the same inputs.
import type {Num} from '../engine/tree';

export interface Across { low: Num; middle: Num; high: Num }

export interface DatedEvent { date: string; title: string; cite: string[]; judgement: string | null; sets: Record<string, unknown> }

/** As `summitry leverage` gives them too. */
export interface Lever {
    id: string;
    title: string;
    by: string | null;
    on: string | null;
    from: string | null;
    until: string | null;
    /** The first day without it. */
    ends: string | null;
    state: 'pulled' | 'threatened' | 'pulled_anyway' | 'dropped';
    in_force: boolean;
    adds: Record<string, number>;
    cite: string[];
    judgement: string | null;
}

export interface Quantiles { q10: Num; q50: Num; q90: Num }

export interface ModelState {
    status: string;
    outcome: Record<string, {point: Num; settled: boolean | null}>;
    gains: Record<string, Num>;
    /** null where nothing was drawn. */
    draws?: {outcome: Record<string, Quantiles>; gains: Record<string, Quantiles>} | null;
}

export interface TimeState {
    from: string | null;
    next: string | null;
    as_of: boolean;
    days: string[];
    changed: {path: string; before: Num; after: Num}[];
    outcome: Record<string, Across & {settled: number}>;
    gains: Record<string, Across>;
    /** `reached`: models that agree; null probabilities: nothing was drawn. */
    agreement: {reached: number; probability: Across | null};
    /** `odds`: pooled, null where nothing was drawn; `holds`: models at the points. */
    claims: {id: string; says: string; odds: {p: Num} | null; holds: number | null}[];
    models: Record<string, ModelState>;
}

export interface TimelineTree {
    language: string;
    draws: number;
    day: string | null;
    partial: boolean;
    events: DatedEvent[];
    levers: Lever[];
    states: TimeState[];
    issues: {id: string; title: string; scale: [number, number]; anchors: [number, string][]; status_quo: Num}[];
    models: {id: string; title: string; status: string; why: string | null}[];
}
