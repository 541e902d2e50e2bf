// SPDX-License-Identifier: Apache-2.0
import {describe, expect, test} from 'vitest';
import {heaps, tallness} from '../src/engine/heaps';
import {spread} from '../src/engine/spread';
import type {Issue, Model} from '../src/engine/tree';
import {cutPassage, parseCite} from '../src/evidence/cite';
import {shares} from '../src/issues/Anchors';
import {moveHigh, moveLow, moveMiddle, readingFrom} from '../src/issues/estimate';
import {limitsPassed, marksOf} from '../src/issues/outcomes';
import {LANGUAGES, makeWords, nearestLang} from '../src/words/catalogue';

describe('moving an estimate', () => {
    const reading = {point: 90, low: 75, high: 100, shape: 'triangular'};
    test('the range goes along with its middle', () => {
        expect(moveMiddle({...reading, high: 95}, 80, [0, 100])).toEqual({low: 65, mode: 80, high: 85});
    });
    test('it stays on the scale, also one that runs backwards', () => {
        expect(moveMiddle(reading, 200, [0, 100])).toEqual({low: 85, mode: 100, high: 100});
        expect(moveMiddle(reading, -5, [100, 0])).toEqual({low: 0, mode: 0, high: 10});
    });
    test('an end never passes the middle', () => {
        expect(moveLow(reading, 99, [0, 100])).toEqual({low: 90, mode: 90, high: 100});
        expect(moveHigh(reading, 10, [0, 100])).toEqual({low: 75, mode: 90, high: 90});
    });
    test('a bare number stays one, a uniform range stays uniform', () => {
        expect(moveMiddle({point: 5, low: 5, high: 5, shape: 'point'}, 7.2, [0, 10])).toBe(7.2);
        expect(moveMiddle({point: 5, low: 4, high: 6, shape: 'uniform'}, 6, [0, 10])).toEqual({low: 5, high: 7, shape: 'uniform'});
    });
    test('what was set is read back as it was set', () => {
        expect(readingFrom({low: 1, mode: 2, high: 4}, 'triangular')).toEqual({point: 2, low: 1, high: 4, shape: 'triangular'});
        expect(readingFrom(undefined, '')).toBeNull();
    });
});

describe('a spread over models', () => {
    test('has the middle that the reports have, and counts who is even', () => {
        expect(spread([3, null, -2, 0.4, undefined])).toEqual({n: 3, low: -2, middle: 0.4, high: 3, above: 1, below: 1});
        expect(spread([1, 2])?.middle).toBe(1.5);
        expect(spread([null])).toBeNull();
    });
});

describe('outcomes on a strip', () => {
    const model = (id: string, solution: number, settled: boolean, past: string[] = []) =>
        ({id, outcome: {i: {solution, point: settled ? solution : 0, settled, outside_limit_of: past}}}) as unknown as Model;
    const issue = {id: 'i', scale: [0, 100]} as unknown as Issue;
    const models = [model('a', 50, true), model('b', 51, true), model('c', 51, false, ['x']), model('d', 90, true), model('e', 70, false, ['x', 'y'])];
    test('models at one place are one mark, settled and open apart', () => {
        expect(marksOf(issue, models, 0.04).map(m => [m.models.map(x => x.id).join(''), m.settled])).toEqual([['ab', true], ['c', false], ['e', false], ['d', true]]);
    });
    test('whose limits are passed, most often first', () => {
        expect(limitsPassed(issue, models)).toEqual([['x', 2], ['y', 1]]);
    });
    test('anchors share the width, none below a fifth, together the whole', () => {
        const widths = shares([0, 50, 75, 100]);
        expect(Math.min(...widths)).toBeGreaterThanOrEqual(20);
        expect(widths.reduce((a, b) => a + b, 0)).toBeCloseTo(100);
    });
});

describe('citations', () => {
    test('are read as code points', () => {
        expect(parseCite('commentary@12-15')).toEqual({document: 'commentary', start: 12, end: 15});
        expect(parseCite('nonsense')).toBeNull();
        const cut = cutPassage({from: 10, text: '前。𠮷野家在此。後', lang: 'zh-Hant'}, {document: 'd', start: 12, end: 15});
        expect(cut).toEqual({before: '', exact: '𠮷野家', after: '在此。', lang: 'zh-Hant'});
    });
});

describe('words', () => {
    const holes = (message: unknown) => [...new Set(JSON.stringify(message).match(/\{\w+\}/g) ?? [])].sort();
    test('every language has every message, with the same holes', () => {
        const en = LANGUAGES.en.words;
        for (const {words} of Object.values(LANGUAGES)) {
            expect(Object.keys(words)).toEqual(Object.keys(en));
            for (const key of Object.keys(en) as (keyof typeof en)[])
                expect(holes(words[key]).filter(h => h !== '{n}'), key).toEqual(holes(en[key]).filter(h => h !== '{n}'));
        }
    });
    test('numbers by locale, with a real minus and a sign on gains', () => {
        const w = makeWords('en');
        expect([w.points(18.6), w.points(-21.7), w.points(-0.2), w.points(null)]).toEqual(['+19', '\u221222', '0', '–']);
        expect([w.odds(0.004), w.odds(0.5), w.odds(0.999), w.odds(1), w.odds(null)]).toEqual(['<1%', '50%', '>99%', '100%', '–']);
        expect(w.tn('edit.changes', 1)).toBe('1 change from the scenario as written');
        expect(makeWords('zh-Hant').date('2025-08-15')).toBe('2025年8月15日');
    });
    test('the nearest language to what a reader prefers', () => {
        expect([nearestLang(['zh-TW', 'en']), nearestLang(['de', 'en-GB']), nearestLang(['fr'])]).toEqual(['zh-Hant', 'en', 'en']);
    });
});

describe('many models on one axis', () => {
    test('those that say nearly the same are one mark at their mean', () => {
        expect(heaps([1, 0, null, 1.1, 5, undefined, 0.95], 0.2)).toEqual([{at: 0, n: 1}, {at: (1 + 1.1 + 0.95) / 3, n: 3}, {at: 5, n: 1}]);
    });
    test('a chain of near ones does not run together', () => {
        expect(heaps([0, 1, 2, 3], 1).map(h => h.n)).toEqual([2, 2]);
    });
    test('all together are the tallest', () => {
        expect([tallness(1, 1), tallness(16, 16)]).toEqual([0.42, 1]);
    });
});
