// SPDX-License-Identifier: Apache-2.0
// What the page knows and what a hand can do to it. No DOM: the components read it, the tests drive it.
import {EngineFault, type Engine, type Problem, type Progress, type ScenarioName, type Stage} from '../engine/engine';
import {normal} from '../engine/normal';
import type {Asked} from '../evidence/asked';
import type {Tree} from '../engine/tree';
import type {Variant} from '../engine/variants';
import {isEmpty, keyOf, NONE, sameTable, tableOf, withEverybody, type Estimate, type Table, type Variation} from '../engine/variation';
import type {Lang} from '../words/catalogue';

export type Sort = 'gain' | 'room';

/** What the evidence drawer is open on: inputs by path under a heading, or a number that is asked about; and what it was open on before. */
export interface Subject { what: string; paths: string[]; cites?: string[]; voice?: string; asked?: Asked; back?: Subject }

export interface State {
    scenarios: ScenarioName[];
    scenario: string | null;
    lang: Lang;
    tab: string;
    /** null: all models. */
    model: string | null;
    /** Draws asked for; null: the engine's own number. */
    draws: number | null;
    variation: Variation;
    past: Variation[];
    future: Variation[];
    /** The file's answer, as full as it has come. */
    base: Tree | null;
    baseStage: Stage | null;
    sha256: string;
    writable: boolean;
    variants: Variant[];
    /** The answer shown, and how far it has come; `of` is the variation that it answers. */
    tree: Tree | null;
    stage: Stage | null;
    progress: Progress | null;
    of: string;
    problem: Problem | null;
    said: string;
    /** What is to be read, until the next change. */
    notice: string;
    /** What of the address was not understood, until the next change. */
    ignored: string[];
    sort: Sort;
    pinned: string[];
    drawer: Subject | null;
    /** What moves what: the answer asked about, as a claim would name it; null: the first left out. */
    question: string | null;
}

const RETRY_MS = 3000;
const UNDO_DEPTH = 200;

export class Session {
    private listeners = new Set<() => void>();
    private stop: () => void = () => undefined;
    private retry: ReturnType<typeof setTimeout> | undefined;
    state: State;

    constructor(readonly engine: Engine, start: Pick<State, 'lang'> & Partial<State>) {
        this.state = {
            scenarios: [], scenario: null, tab: 'gains', model: null, draws: null, variation: NONE, past: [], future: [],
            base: null, baseStage: null, sha256: '', writable: false, variants: [], tree: null, stage: null, progress: null, of: '',
            problem: null, said: '', notice: '', ignored: [], sort: 'gain', pinned: [], drawer: null, question: null, ...start,
        };
    }

    subscribe = (listener: () => void): (() => void) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
    };

    set(patch: Partial<State>): void {
        this.state = {...this.state, ...patch};
        for (const listener of this.listeners)
            listener();
    }

    /** Loads the scenario named, or the first. */
    async open(scenario = this.state.scenario): Promise<void> {
        try {
            const scenarios = await this.engine.scenarios();
            const id = scenarios.some(s => s.id === scenario) ? scenario : scenarios[0]?.id ?? null;
            this.set({scenarios, scenario: id});
            if (id === null)
                return;
            const base = await this.engine.base(id, this.state.lang);
            const tree = normal(base.tree);
            const {variation} = this.state;
            this.set({variation: variation.table ? {...variation, table: withEverybody(variation.table, tableOf(tree.table))} : variation});
            if (this.state.tab === 'gains' && this.state.base === null && tree.issues.length > 0 && tree.issues.every(i => i.status_quo === null))
                this.set({tab: 'issues'}); /* no gains to be had: what there is comes first */
            this.set({base: tree, baseStage: null, sha256: base.sha256, writable: base.writable, variants: base.variants ?? [], tree: this.state.tree ?? tree, problem: null});
            this.ask();
        } catch (error) {
            this.fail(error instanceof EngineFault ? error.problem : {kind: 'lost', message: String(error)}, () => void this.open(scenario));
        }
    }

    choose(scenario: string): void {
        this.set({scenario, base: null, tree: null, stage: null, variation: NONE, past: [], future: [], drawer: null, pinned: [], question: null});
        void this.open(scenario);
    }

    speak(lang: Lang): void {
        this.set({lang, drawer: null});
        void this.open();
    }

    ask(quick = false): void {
        const {scenario, lang, variation, draws} = this.state;
        if (scenario === null)
            return;
        this.stop();
        clearTimeout(this.retry);
        const of = keyOf(variation);
        this.set({progress: null});
        this.stop = this.engine.ask({scenario, lang, variation, draws, quick}, {
            onTree: (raw, stage) => {
                const tree = normal(raw);
                const file = isEmpty(variation) ? {base: tree, baseStage: stage} : {};
                this.set({tree, stage, of, problem: null, ...file});
                if (stage.last)
                    this.askFile();
            },
            onProgress: progress => this.set({progress}),
            onError: problem => this.fail(problem, () => this.ask(quick)),
        });
    }

    /** The file's own odds, to compare with, where a page was opened on a change: once the answer to that is there. */
    private askFile(): void {
        const {scenario, lang, variation, draws, base, tree} = this.state;
        if (scenario === null || isEmpty(variation) || !base || !tree || !(tree.draws_done > base.draws_done))
            return;
        this.stop = this.engine.ask({scenario, lang, variation: NONE, draws}, {
            onTree: (raw, stage) => {
                if (this.state.scenario === scenario && this.state.lang === lang)
                    this.set({base: normal(raw), baseStage: stage});
                if (stage.name === 'all')
                    this.stop();
            },
            onError: () => undefined,
        });
    }

    private fail(problem: Problem, again: () => void): void {
        this.set({problem, progress: null});
        if (problem.kind === 'lost')
            this.retry = setTimeout(again, RETRY_MS);
    }

    retryNow(): void {
        if (this.state.base)
            this.ask();
        else
            void this.open();
    }

    /** The table as it is now, whether the file's or moved. */
    table(): Table | null {
        const {variation, base} = this.state;
        return variation.table ?? (base ? tableOf(base.table) : null);
    }

    /** What is as in the file is no change. */
    private tidy(next: Variation): Variation {
        const {base} = this.state;
        const fileTable = base ? tableOf(base.table) : null;
        const table = next.table && fileTable && sameTable(next.table, fileTable) ? null : next.table;
        const asOf = next.asOf === base?.scenario.as_of ? null : next.asOf;
        return {...next, table, asOf};
    }

    /** A hand holds a chair over a place: the points of that table are fetched before it lets go. */
    foresee(table: Table): void {
        const {scenario, lang, draws} = this.state;
        if (scenario !== null)
            this.engine.foresee?.({scenario, lang, draws, variation: this.tidy({...this.state.variation, table})});
    }

    /** One step that can be undone. While a hand is moving, `live` steps replace each other and ask for points alone. */
    vary(next: Variation, live: 'moving' | 'landed' | false = false): void {
        const {variation, past} = this.state;
        const tidy = this.tidy(next);
        if (this.state.notice || this.state.ignored.length)
            this.set({notice: '', ignored: []});
        if (live === 'moving') {
            this.before ??= variation;
            this.set({variation: tidy});
            this.ask(true);
            return;
        }
        const from = this.before ?? variation;
        this.before = null;
        if (keyOf(from) === keyOf(tidy) && live === false)
            return;
        this.set({variation: tidy, past: [...past, from].slice(-UNDO_DEPTH), future: []});
        this.ask();
    }

    private before: Variation | null = null;

    seat(table: Table): void {
        this.vary({...this.state.variation, table});
    }

    change(path: string, estimate: Estimate, live: 'moving' | 'landed' | false = false): void {
        const {variation} = this.state;
        this.vary({...variation, changes: {...variation.changes, [path]: estimate}}, live);
    }

    /** Everything as of this day; null: the file's own. */
    lookAt(day: string | null): void {
        this.vary({...this.state.variation, asOf: day});
    }

    /** A lever pulled or let go; null: as the file and the day have it. */
    turn(lever: string, pulled: boolean | null): void {
        const {variation} = this.state;
        const others = Object.entries(variation.levers).filter(([id]) => id !== lever);
        this.vary({...variation, levers: Object.fromEntries(pulled === null ? others : [...others, [lever, pulled]])});
    }

    /** Back to what the file says of these. */
    unchange(...paths: string[]): void {
        const {variation} = this.state;
        this.vary({...variation, changes: Object.fromEntries(Object.entries(variation.changes).filter(([p]) => !paths.includes(p)))});
    }

    undo(): void {
        const {past, future, variation} = this.state;
        const last = past[past.length - 1];
        if (!last)
            return;
        this.set({variation: last, past: past.slice(0, -1), future: [variation, ...future]});
        this.ask();
    }

    redo(): void {
        const {past, future, variation} = this.state;
        const next = future[0];
        if (!next)
            return;
        this.set({variation: next, past: [...past, variation], future: future.slice(1)});
        this.ask();
    }

    reset(): void {
        this.vary(NONE);
    }

    /** The file is now as the page has it: it is read again. A day looked at and levers turned are in no file, and stay. */
    written(notice: string): void {
        const {asOf, levers} = this.state.variation;
        this.set({variation: {...NONE, asOf, levers}, past: [], future: [], notice});
        void this.open();
    }

    /** A variant more beside the file, or another of its name. */
    saved(name: string, variation: Variation): void {
        this.set({variants: [...this.state.variants.filter(v => v.name !== name), {name, variation}].sort((a, b) => (a.name < b.name ? -1 : 1))});
    }

    /** For those who hear the page: what just happened. */
    say(said: string): void {
        this.set({said});
    }

    close(): void {
        this.stop();
        clearTimeout(this.retry);
    }
}
