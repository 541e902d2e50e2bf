// SPDX-License-Identifier: Apache-2.0
import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {extentOf, frameOf, stopUnder} from '../src/timeline/frame';
import {stacked} from '../src/timeline/IssueChart';
import {crowdedFrom, moves, quoOver, spreadOut, stateOn, stopAt, stopsOf} from '../src/timeline/stops';
import type {TimelineTree} from '../src/timeline/tree';

const tree = JSON.parse(readFileSync(new URL('trees/timeline.en.json', import.meta.url), 'utf8')) as TimelineTree;
const stops = stopsOf(tree);

describe('stops of a timeline', () => {
    test('are the days of events and levers in order, each once', () => {
        const dates = stops.map(s => s.date);
        expect(dates).toEqual([...new Set(dates)].sort());
        expect(dates).toContain('2025-07-08');
        expect(stops.find(s => s.date === '2025-07-08')?.ends.map(l => l.id)).toEqual(['aid_pause']);
        expect(stops.find(s => s.date === '2025-08-15')?.events).toHaveLength(1);
    });
    test('one day before the first, where the file goes forward from what held', () => {
        const forward = {...tree, states: [{...tree.states[0], from: null, next: tree.states[0]?.from}, ...tree.states]} as TimelineTree;
        expect(stopsOf(forward)[0]?.date).toBe('2022-02-23');
    });
    test('a day between two stops is in the state of the first', () => {
        expect(stateOn(tree, '2024-12-31')?.from).toBe('2023-06-23');
        expect(stops[stopAt(stops, '2024-12-31')]?.date).toBe('2024-11-05');
        expect(stopAt(stops, '1999-01-01')).toBe(0);
    });
    test('crowd from the campaign on; spread evenly they crowd nowhere', () => {
        expect(crowdedFrom(stops)).toBe('2024-11-05');
        expect(crowdedFrom(stops.slice(0, 3))).toBeNull();
        expect(crowdedFrom(['2020', '2021', '2022', '2023', '2024', '2025'].map(y => ({...stops[0], date: `${y}-01-01`}) as never))).toBeNull();
    });
});

describe('the status quo over time', () => {
    test('is read back from the day looked at, and forward again', () => {
        const quo = quoOver(tree, 'military_aid');
        const on = (date: string) => quo[tree.states.findIndex(s => s === stateOn(tree, date))];
        expect([on('2022-03-01'), on('2025-03-05'), on('2025-03-20'), on('2025-08-15')]).toEqual([60, 8, 50, 50]);
        const early = {...tree, issues: tree.issues.map(i => ({...i, status_quo: i.id === 'military_aid' ? 60 : i.status_quo})), states: tree.states.map((s, i) => ({...s, as_of: i === 0}))};
        expect(quoOver(early, 'military_aid')).toEqual(quo);
    });
    test('an issue moves where anything that is shown of it does', () => {
        expect(moves(tree, 'sanctions', null)).toBe(true);
        expect(moves(tree, 'territory', null)).toBe(false);
    });
});

describe('the axis of dates', () => {
    const frame = frameOf(700, stops, null), near = frameOf(700, stops, '2025-01-20');
    test('is true to time, and ends of states lie on it', () => {
        const [first, second] = tree.states;
        expect(first && extentOf(frame, first)?.[1]).toBe(second && extentOf(frame, second)?.[0]);
        expect(first && extentOf(near, first)).toBeNull();
    });
    test('a place under the pointer is the stop before it', () => {
        expect(stopUnder(frame, stops, frame.x(Date.parse('2024-06-01')))?.date).toBe('2023-06-23');
        expect(stopUnder(near, stops, 0)?.date).toBe('2025-01-20');
    });
    test('numbers keep their distance, in order, inside, near their day', () => {
        const places = spreadOut([10, 12, 13, 200, 298, 299], 20, 300);
        expect(places.every((p, i) => i === 0 || p - (places[i - 1] ?? 0) >= 20 - 1e-9)).toBe(true);
        expect(places[3]).toBe(200);
        expect([Math.min(...places) >= 0, Math.max(...places) <= 300]).toEqual([true, true]);
        expect(spreadOut([5, 5, 5], 20, 30)).toEqual([0, 15, 30]);
    });
    test('texts beside the scale do not lie on one another', () => {
        const tops = stacked([0, 5, 10, 90], [20, 20, 20, 20], 100);
        expect(tops.every((p, i) => i === 0 || p - (tops[i - 1] ?? 0) >= 20)).toBe(true);
        expect(tops[3]).toBeLessThanOrEqual(80);
    });
});
