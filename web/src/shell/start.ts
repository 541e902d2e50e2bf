// SPDX-License-Identifier: Apache-2.0
// Which engine this page has: one of its own in a saved page, else the server it came from; recorded trees in tests.
import type {Engine} from '../engine/engine';
import type {Backtest} from '../record/backtest';
import {recordedEngine, type RecordedInquiry, type Recording} from '../engine/recorded';
import {savedEngine} from '../engine/saved';
import {serverEngine} from '../engine/server';

declare global {
    interface Window { summitryRecorded?: Recording[]; summitryInquiries?: RecordedInquiry[]; summitryBacktest?: Backtest | null }
}

function ofOneTable(tree: Backtest): Pick<Engine, 'decisions' | 'backtest'> {
    const {issues, unknown_outcome: unknown, sha256} = tree.cases;
    return {
        decisions: () => Promise.resolve([{id: 'recorded', file: 'decisions.csv', sha256, issues, decided: issues - unknown, problem: null}]),
        backtest: (_, to) => { to.onTree(tree); return () => undefined; },
    };
}

export function chooseEngine(): Engine {
    if (window.summitryRecorded) {
        const {summitryBacktest: table} = window;
        return {...recordedEngine(window.summitryRecorded, window.summitryInquiries), ...(table ? ofOneTable(table) : {})};
    }
    const page = document.getElementById('summitry-page')?.textContent, wasm = document.getElementById('summitry-engine')?.textContent;
    if (page && wasm)
        return savedEngine(page, wasm);
    const token = new URLSearchParams(location.search).get('token') ?? '';
    return serverEngine(location.origin, token);
}
