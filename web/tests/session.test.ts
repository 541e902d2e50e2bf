// SPDX-License-Identifier: Apache-2.0
import {describe, expect, test, vi} from 'vitest';
import type {Ask, Engine, InquiryAsk, InquiryListener, Listener, StageName} from '../src/engine/engine';
import {move} from '../src/engine/moves';
import type {Tree} from '../src/engine/tree';
import {isEmpty, tableOf} from '../src/engine/variation';
import {inquire, recall, subjectOf, type Inquired} from '../src/shell/inquiries';
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
    test('what a hand may do next is fetched as it will be asked, and changes nothing', async () => {
        const {session, engine, asked, file} = await opened();
        const foreseen: Ask[] = [];
        engine.foresee = ask => foreseen.push(ask);
        const {state} = session;
        session.foresee(move(file, 'c', {at: 'seat'}, file));
        expect(session.state).toBe(state);
        session.seat(move(file, 'c', {at: 'seat'}, file));
        expect(foreseen.map(a => ({...a, quick: false}))).toEqual([asked[1]?.ask]);
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

describe('a question of a view', () => {
    const kind = {kind: 'leverage'} as const;
    interface Asked { ask: InquiryAsk; to: InquiryListener; stopped: boolean }

    async function inquiring(start: {draws?: number} = {}) {
        vi.useFakeTimers();
        const f = fake();
        const asides: Asked[] = [];
        f.engine.inquire = (ask, to) => {
            const entry = {ask, to, stopped: false};
            asides.push(entry);
            return () => { entry.stopped = true; };
        };
        const session = new Session(f.engine, {lang: 'en', ...start});
        await session.open();
        const seen: Inquired<string>[] = [];
        const begin = () => inquire<string>(session, kind, [0, 300], x => seen.push(x));
        return {...f, session, asides, seen, begin, last: () => seen[seen.length - 1]};
    }

    test('asks points after a pause, and draws only when the run has its answer', async () => {
        const {asides, answer, begin, last} = await inquiring();
        begin();
        expect(asides).toHaveLength(0);
        await vi.advanceTimersByTimeAsync(300);
        expect(asides.map(x => x.ask.draws)).toEqual([0]);
        asides[0]?.to.onTree('points');
        expect(last()).toMatchObject({answer: 'points', current: true, busy: true});
        expect(asides).toHaveLength(1);
        answer('seats');
        expect(asides.map(x => x.ask.draws)).toEqual([0, 300]);
        asides[1]?.to.onTree('drawn');
        expect(last()).toMatchObject({answer: 'drawn', draws: 300, busy: false});
        vi.useRealTimers();
    });
    test('a change leaves the last answer, marked as old; back again, the answer is remembered', async () => {
        const {session, asides, answer, begin, last} = await inquiring({draws: 0});
        answer('seats');
        const stop = begin();
        await vi.advanceTimersByTimeAsync(300);
        asides[0]?.to.onTree('file');
        stop();
        expect(asides[0]?.stopped).toBe(true);
        session.lookAt('2024-01-01');
        begin();
        expect(last()).toMatchObject({answer: 'file', current: false, busy: true});
        session.undo();
        expect(recall(session, kind, [0])).toMatchObject({answer: 'file', current: true, busy: false});
        expect(recall(session, {kind: 'timeline'}, [0])).toMatchObject({answer: null, busy: true});
        vi.useRealTimers();
    });
    test('a timeline is the same from whatever day it is looked at', async () => {
        const {session} = await inquiring();
        const file = subjectOf(session, {kind: 'timeline'});
        session.lookAt('2024-01-01');
        expect(subjectOf(session, {kind: 'timeline'})).toBe(file);
        session.change('no_deal.a', 3);
        expect(subjectOf(session, {kind: 'timeline'})).not.toBe(file);
        vi.useRealTimers();
    });
    test('what went wrong is said, and the answer before it stays', async () => {
        const {asides, begin, last} = await inquiring();
        begin();
        await vi.advanceTimersByTimeAsync(300);
        asides[0]?.to.onError({kind: 'refused', message: 'no'});
        expect(last()).toMatchObject({problem: {message: 'no'}, busy: false});
        vi.useRealTimers();
    });
});

describe('days and levers', () => {
    test('the day of the file is no change; a lever let go of again neither', async () => {
        const {session} = await opened();
        session.set({base: {...tree, scenario: {...tree.scenario, as_of: '2025-08-15'}}});
        session.lookAt('2025-08-15');
        expect(isEmpty(session.state.variation)).toBe(true);
        session.lookAt('2025-03-03');
        session.turn('arms', true);
        expect(session.state.variation).toMatchObject({asOf: '2025-03-03', levers: {arms: true}});
        session.turn('arms', null);
        session.lookAt(null);
        expect(isEmpty(session.state.variation)).toBe(true);
        expect(session.state.past).toHaveLength(4);
    });
    test('writing into the file leaves the day and the levers, which are in none', async () => {
        const {session} = await opened();
        session.lookAt('2025-03-03');
        session.change('no_deal.a', 4);
        session.written("");
        expect(session.state.variation).toEqual({asOf: '2025-03-03', table: null, changes: {}, levers: {}});
    });
});
