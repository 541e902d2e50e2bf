// SPDX-License-Identifier: Apache-2.0
// Back-tests of the tables that the program was started with: asked once the view is there, kept, and hanging on no scenario and no change.
import {useEffect, useState} from 'preact/hooks';
import {EngineFault, type DecisionTable, type Engine, type Problem, type Progress} from '../engine/engine';
import {useSession} from '../shell/context';
import type {Backtest} from './backtest';

export interface Tried {
    /** null: not known yet; none: the program was given no table. */
    tables: DecisionTable[] | null;
    table: DecisionTable | null;
    choose: (id: string) => void;
    /** Of `table` as it is now. */
    tree: Backtest | null;
    progress: Progress | null;
    /** Stopped by hand. */
    halted: boolean;
    halt: () => void;
    problem: Problem | null;
    again: () => void;
}

interface Way { key: string; tree: Backtest | null; progress: Progress | null; problem: Problem | null }

const kept = new WeakMap<Engine, Map<string, Backtest>>();

/** A table that is changed is another. */
function keyOf(table: DecisionTable): string {
    return `${table.id} ${table.sha256}`;
}

function problemOf(error: unknown): Problem {
    return error instanceof EngineFault ? error.problem : {kind: 'refused', message: String(error)};
}

export function useBacktest(): Tried {
    const {engine} = useSession();
    const [tables, list] = useState<DecisionTable[] | null>(engine.decisions ? null : []);
    const [chosen, choose] = useState<string | null>(null);
    const [unlisted, fail] = useState<Problem | null>(null);
    const [way, go] = useState<Way | null>(null);
    const [halted, setHalted] = useState(false);
    const [tries, setTries] = useState(0);
    const table = tables?.find(d => d.id === chosen) ?? tables?.[0] ?? null, key = table && keyOf(table);
    const tree = key === null ? null : kept.get(engine)?.get(key) ?? null;

    useEffect(() => {
        let current = true;
        fail(null);
        engine.decisions?.().then(found => { if (current) list(found); }, (error: unknown) => { if (current) fail(problemOf(error)); });
        return () => { current = false; };
    }, [engine, tries]);

    useEffect(() => {
        if (!table || key === null || halted || kept.get(engine)?.has(key))
            return;
        const tell = (patch: Partial<Way>) => go(old => ({...(old?.key === key ? old : {tree: null, progress: null}), problem: null, ...patch, key}));
        tell({progress: null});
        return engine.backtest?.(table.id, {
            onTree: found => {
                const all = kept.get(engine) ?? new Map<string, Backtest>();
                kept.set(engine, all.set(key, found));
                tell({tree: found, progress: null});
            },
            onProgress: progress => tell({progress}),
            onError: problem => tell({problem, progress: null}),
        });
    }, [engine, key, halted, tries]);

    const now = way?.key === key ? way : null;
    return {
        tables, table, tree, halted, progress: now?.progress ?? null, problem: unlisted ?? now?.problem ?? null,
        choose: id => { setHalted(false); choose(id); },
        halt: () => setHalted(true),
        again: () => { setHalted(false); setTries(tries + 1); },
    };
}
