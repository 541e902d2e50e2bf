// SPDX-License-Identifier: Apache-2.0
// The one way in which the page gets results. Three of these exist: recorded, a server, a worker.
import type {Backtest} from '../record/backtest';
import type {Tree} from './tree';
import type {Variant} from './variants';
import type {Estimate, Variation} from './variation';

export interface ScenarioName { id: string; title: string }

/** How far an answer has come, as the server names it: exact points first, odds behind them, seats last. */
export type StageName = 'points' | 'first' | 'closed' | 'all' | 'seats' | 'inquiry';

export interface Stage { name: StageName; last: boolean }

export interface Progress { stage: StageName; what: string; done: number; total: number }

export interface Ask {
    scenario: string;
    lang: string;
    variation: Variation;
    draws?: number | null;
    /** Points alone: while a hand is still moving. */
    quick?: boolean;
}

/** A question beside the answer itself; its tree is that of the command of the name (docs/timeline.md, sensitivity.md, leverage.md). */
export type Inquiry =
    | {kind: 'timeline'; /** These alone. */ models?: string[]}
    | {kind: 'leverage'; claim?: string}
    | {kind: 'sensitivity'; of: string; method: 'tornado' | 'sobol' | 'morris'; rows?: number}
    | {kind: 'levers'; for: string; of?: string}
    | {kind: 'evidence'; of?: string};

export interface InquiryAsk {
    scenario: string;
    lang: string;
    variation: Variation;
    inquiry: Inquiry;
    /** 0: at the inputs' points, at once. */
    draws: number;
}

export interface InquiryListener {
    onTree(tree: unknown): void;
    onProgress?(progress: Progress): void;
    onError(problem: Problem): void;
}

/** A table of past decisions that the program was started with. */
export interface DecisionTable {
    id: string;
    file: string;
    sha256: string;
    issues: number;
    /** Issues whose outcome is known. */
    decided: number;
    /** Why the file as it is now cannot be used, so that it stands as it last was good; null: it can. */
    problem: string | null;
}

export interface BacktestListener {
    onTree(tree: Backtest): void;
    onProgress?(progress: Progress): void;
    onError(problem: Problem): void;
}

export interface Listener {
    onTree(tree: Tree, stage: Stage): void;
    onProgress?(progress: Progress): void;
    onError(problem: Problem): void;
}

/** What went wrong, in words that can be shown. `lost`: nobody answers; `refused`: it makes no sense; `conflict`: the file changed meanwhile;
 * `stale`: the page is of an earlier start of the program. */
export interface Problem {
    kind: 'lost' | 'refused' | 'conflict' | 'stale';
    message: string;
    hint?: string | null;
    /** Of the program's error: unknown, range, changed_file ... */
    code?: string | null;
}

export class EngineFault extends Error {
    constructor(readonly problem: Problem) {
        super(problem.message);
    }
}

export interface Passage { from: number; text: string; lang: string | null }

/** A scenario as its file stands. */
export interface Base {
    tree: Tree;
    /** Of the file; what a write is checked against. Empty where nothing can be written. */
    sha256: string;
    writable: boolean;
    /** Saved beside the file. */
    variants?: Variant[];
}

/** `estimate`: its numbers alone; what it cites and whose judgement it is stays. */
export interface FileEdit { path: string; value: unknown; estimate?: boolean }

export interface Engine {
    readonly kind: 'recorded' | 'server' | 'worker';
    scenarios(): Promise<ScenarioName[]>;
    base(scenario: string, lang: string): Promise<Base>;
    /** Answers come by stages; a newer question, or calling what is returned, ends the older one. */
    ask(ask: Ask, to: Listener): () => void;
    /** This may be asked next: its points are fetched already, and `ask` finds them. Nothing is heard of it otherwise. */
    foresee?(ask: Ask): void;
    /** One answer, beside what `ask` asks; a newer question of the kind, or calling what is returned, ends the older one. */
    inquire?(ask: InquiryAsk, to: InquiryListener): () => void;
    /** The tables of past decisions that there are; absent where there can be none. */
    decisions?(): Promise<DecisionTable[]>;
    /** How the models fare on one of them; calling what is returned ends it. */
    backtest?(table: string, to: BacktestListener): () => void;
    /** A variant beside the file; absent where nothing can be written. Gives the name of what was written. */
    saveVariant?(scenario: string, name: string, variation: Variation): Promise<string>;
    /** Writes values into the file, each in its place, all of them or none; every other byte stays. Gives the file's new hash. */
    writeBack?(scenario: string, edits: readonly FileEdit[], sha256: string): Promise<string>;
    /** The text around a citation where the document is at hand; null where it is not. */
    passage?(scenario: string, document: string, from: number, to: number): Promise<Passage | null>;
}

export type {Estimate};
