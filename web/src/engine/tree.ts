// SPDX-License-Identifier: Apache-2.0
// The result tree as docs/result.md describes it: what the engine answers and every view shows.

export type Num = number | null;

export interface Draws { mean: Num; q10: Num; q50: Num; q90: Num }

export interface Observer { actor: string; patron: string; share: number }
export interface Ratifier { actor: string; tolerance: number }

export interface TableOf {
    seats: string[];
    observers: Observer[];
    ratifiers: Ratifier[];
    absent: string[];
    candidates: string[];
    delegations: Record<string, string[]>;
    venue: string | null;
    venue_name?: string | null;
}

export type Role = 'seat' | 'observer' | 'absent' | 'delegate' | 'out';

export interface Actor {
    id: string;
    name: string;
    kind: string;
    role: Role;
    ratifier: boolean;
    speaks_for: string | null;
}

export interface Stance {
    actor: string;
    position: {point: Num; low: Num; high: Num};
    salience: Num;
    weight: Num;
    limit: [number, number] | null;
    stated: Num;
}

export interface Issue {
    id: string;
    title: string;
    scale: [number, number];
    anchors: [number, string][];
    status_quo: Num;
    stances: Stance[];
}

export interface Input {
    path: string;
    point: Num;
    low: Num;
    high: Num;
    shape: string;
    support: 'cited' | 'judged' | 'unsupported';
    cite: string[];
    sources?: InputSource[];
    judgement: string | null;
    voice: string | null;
}

export interface InputSource {cite: string; quoted: string | null}

export interface SourceDocument { id: string; title: string | null; lang: string | null; date: string | null }

export interface IssueOutcome {
    point: Num;
    solution: Num;
    status: string;
    settled: boolean | null;
    outside_limit_of: string[];
    distribution: [number, number][] | null;
    draws: Draws & {settled: Num} | null;
    solution_draws?: Draws | null;
}

export interface Gain {
    total: Num;
    outcome: Num;
    standing: Num;
    face: Num;
    no_deal: Num;
    shortfall: Num;
    /** The outcome part at the inputs' points, issue by issue, and what no agreement costs: together the outcome part. */
    outcome_by_issue?: Record<string, Num>;
    outcome_no_agreement?: Num;
    draws: Draws | null;
}

export interface Model {
    id: string;
    title: string;
    family: string;
    /** Its kind, in words that models of one kind share. */
    assumption?: string | null;
    assumes: string;
    /** A closed form; false: it iterates. */
    formula?: boolean;
    source: string;
    references: string[];
    status: string;
    why: string | null;
    outcome: Record<string, IssueOutcome>;
    agreement: {reached: boolean | null; blocked_by: string[]; probability: Num};
    rounds: Num;
    gains: Record<string, Gain>;
}

export interface BestTable { aim: string; seats: string[]; value: Num }

export interface SeatsOf {
    exact: boolean;
    exclusion_cost: Record<string, Num>;
    exclusion_standing: Record<string, Num>;
    seat_value: Record<string, Record<string, Num>>;
    /** The same of the whole gain, standing and face among it: what moving the chair shows. */
    seat_gain?: Record<string, Record<string, Num>>;
    shapley: Record<string, Record<string, Num>>;
    best_tables: BestTable[];
}

export interface Odds { p: Num; low: Num; high: Num; undefined: Num }

/** The least change of one input alone that turns the verdict at the points, under one model. */
export interface Flip { path: string; from: Num; to: Num; model?: string; distance?: Num }

/** A quantity that a claim compares. */
/** What makes a table or a package infeasible, as the file words it. */
export interface Constraint { id: string; title: string | null; because: string | null }

export interface Quantity { what: string; part: string | null; actors: string[]; issue: string | null }

/** What a claim is scored as (docs/result.md). */
export interface Condition {
    kind: 'all' | 'any' | 'not' | 'compare' | 'settled' | 'agreement' | 'seated' | 'win_win';
    parts?: Condition[];
    issue?: string;
    wanted?: boolean;
    actors?: string[];
    left?: Quantity | number;
    is?: 'above' | 'below' | 'at_least' | 'at_most' | 'equals' | 'between';
    right?: Quantity | number | [number, number];
}

export interface Claim {
    id: string;
    says: string;
    voice: string;
    cite: string[];
    holds?: Condition;
    probability: Record<string, Odds>;
    at_point: Record<string, boolean | null>;
    /** What would have to be true, nearest first; absent where the engine has not looked. */
    flips?: Flip[] | null;
    /** After which most of the models that are formulas (Model.formula) say otherwise. */
    flips_most?: Flip[] | null;
}

export interface Evidence {
    inputs: number;
    cited: number;
    judged: number;
    unsupported: number;
    matters_most?: {input: string; total_effect: Num; cited: boolean}[];
}

/** The forecast with a track record: where such an issue ended in the past, given the compromise. */
export interface Forecast {
    model: string | null;
    title: string | null;
    why?: string | null;
    issues: Record<string, {median: Num; q10: Num; q25: Num; q75: Num; q90: Num; settled: boolean | null}>;
    record: ForecastRecord | null;
}

/** How such forecasts fared where they could be checked. */
export interface ForecastRecord {
    data: string;
    how?: string;
    silent_on?: string;
    issues: Num;
    groups?: Num;
    mae?: Num;
    crps?: Num;
    inside_80: Num;
    baseline?: {model: string; mae: Num; crps: Num};
}

export interface CompareSide { low: Num; high: Num; models: string[]; assumptions: string[] }

/** Where the models part, before limits and blocks. */
export interface Compare {
    issues: Record<string, {low: Num; high: Num; spread: Num; models: number}>;
    widest: string | null;
    sides: CompareSide[];
    on_both_sides: string[];
}

export interface Player { actor: string; name: string; weights: number[]; veto: boolean; shapley_shubik: Num; penrose: Num; banzhaf: Num }

export interface Power {
    exact: boolean;
    passes: Num;
    criteria: {quota: number; total: number}[];
    players: Player[];
}

/** What differs from the file, as docs/variation.md writes it. */
export interface Varied {
    as_of?: string | null;
    table?: {seats?: string[]} | null;
    changes?: Record<string, number | Partial<Record<'low' | 'mode' | 'mean' | 'high', number>>> | null;
    levers?: Record<string, string> | null;
}

export interface Tree {
    summitry: string;
    scenario: {id: string; title: string; as_of: string | null; sha256: string; account: string | null};
    language: string;
    seed: number;
    draws: number;
    draws_done: number;
    partial: boolean;
    table: TableOf;
    actors: Actor[];
    issues: Issue[];
    /** Not in trees of older programs. */
    constraints?: Constraint[];
    inputs: Input[];
    documents?: SourceDocument[];
    models: Model[];
    seats: Record<string, SeatsOf> | null;
    claims: Claim[];
    variation?: Varied | null;
    forecast?: Forecast | null;
    compare?: Compare | null;
    power?: Power | null;
    evidence: Evidence;
    notices: string[];
    /** Of each notice, in their order; not in trees of older programs. */
    notice_parts?: NoticePart[];
}

/** A notice as a code (docs/result.md) and what it speaks of: ids, paths, numbers. */
export interface NoticePart {
    code: string;
    line: number | null;
    column: number | null;
    [fact: string]: string | number | null;
}
