// SPDX-License-Identifier: Apache-2.0
// The back-test of the table that the program was started with, asked once: it hangs on no scenario and no change.
import {useEffect, useState} from 'preact/hooks';
import type {Problem} from '../engine/engine';
import {EngineFault} from '../engine/engine';
import type {Session} from '../shell/session';
import {useSession} from '../shell/context';
import type {Backtest} from './backtest';

export type Asked = {state: 'asking'} | {state: 'none'} | {state: 'failed'; problem: Problem} | {state: 'here'; tree: Backtest};

const kept = new WeakMap<Session, Backtest>();

export function useBacktest(): Asked {
    const session = useSession();
    const [asked, show] = useState<Asked>(() => {
        const tree = kept.get(session);
        return tree ? {state: 'here', tree} : {state: session.engine.backtest ? 'asking' : 'none'};
    });
    useEffect(() => {
        if (kept.has(session) || !session.engine.backtest)
            return;
        const stop = new AbortController();
        session.engine.backtest(stop.signal).then(
            tree => {
                if (tree)
                    kept.set(session, tree);
                show(tree ? {state: 'here', tree} : {state: 'none'});
            },
            (error: unknown) => {
                if (!stop.signal.aborted)
                    show({state: 'failed', problem: error instanceof EngineFault ? error.problem : {kind: 'refused', message: String(error)}});
            });
        return () => stop.abort();
    }, [session]);
    return asked;
}
