// SPDX-License-Identifier: Apache-2.0
import {describe, expect, test, vi} from 'vitest';
import type {Ask, Engine, Listener, StageName} from '../src/engine/engine';
import {move} from '../src/engine/moves';
import type {Tree} from '../src/engine/tree';
import {isEmpty, tableOf} from '../src/engine/variation';
import {Session} from '../src/shell/session';

const tree = {
    scenario: {id: 's', title: 'S'}, table: {seats: ['a', 'b'], observers: [], ratifiers: [], absent: ['c'], candidates: ['a', 'b', 'c'], delegations: {}, venue: null},
    actors: [], issues: [], inputs: [], models: [], claims: null, seats: null, notices: null,
} as unknown as Tree;

function fake() {
    const asked: {ask: Ask; to: Listener; stopped: boolean}[] = [];
    const engine: Engine = {
        kind: 'recorded',
        scenarios: () => Promise.resolve([{id: 's', title: 'S'}]),
        base: () => Promise.resolve({tree, sha256: 'x', writable: true}),
        ask: (ask, to) => {
            const entry = {ask, to, stopped: false};
            asked.push(entry);
            return () => { entry.stopped = true; };
        },
    };
    return {engine, asked, answer: (name: StageName = 'points') => asked[asked.length - 1]?.to.onTree(tree, {name, last: name === 'seats'})};
}

async function opened() {
    const f = fake();
    const session = new Session(f.engine, {lang: 'en'});
    await session.open();
    f.answer('seats');
    const file = tableOf(tree.table);
    return {...f, session, file};
}

describe('a session', () => {
    test('asks for the file first; what comes is its base', async () => {
        const {session, asked} = await opened();
        expect(asked).toHaveLength(1);
        expect(session.state.base).toBe(session.state.tree);
        expect(session.state.stage?.last).toBe(true);
    });
    test('a move ends the older question; undo and redo walk; moved back is as in the file', async () => {
        const {session, asked, file} = await opened();
        session.seat(move(file, 'c', {at: 'seat'}, file));
        expect(asked[0]?.stopped).toBe(true);
        expect(asked[1]?.ask.variation.table?.seats).toEqual(['a', 'b', 'c']);
        session.undo();
        expect(isEmpty(session.state.variation)).toBe(true);
        session.redo();
        expect(session.state.variation.table?.seats).toHaveLength(3);
        session.seat(move(session.table() ?? file, 'c', {at: 'outside'}, file));
        expect(isEmpty(session.state.variation)).toBe(true);
        expect(session.state.past).toHaveLength(2);
    });
    test('a hand that moves asks for points alone, and is one step to undo', async () => {
        const {session, asked} = await opened();
        for (const v of [10, 20, 30])
            session.change('stances.a.i.position', v, 'moving');
        session.change('stances.a.i.position', 31, 'landed');
        expect(asked.slice(1).map(x => x.ask.quick ?? false)).toEqual([true, true, true, false]);
        expect(session.state.past).toHaveLength(1);
        session.undo();
        expect(isEmpty(session.state.variation)).toBe(true);
    });
    test('a lost engine is asked again by itself; a refusal is not', async () => {
        vi.useFakeTimers();
        const {session, asked} = await opened();
        session.ask();
        asked[1]?.to.onError({kind: 'lost', message: ''});
        expect(session.state.problem?.kind).toBe('lost');
        await vi.advanceTimersByTimeAsync(3500);
        expect(asked).toHaveLength(3);
        asked[2]?.to.onError({kind: 'refused', message: 'no'});
        await vi.advanceTimersByTimeAsync(10_000);
        expect(asked).toHaveLength(3);
        vi.useRealTimers();
    });
});
