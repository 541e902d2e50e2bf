// SPDX-License-Identifier: Apache-2.0
import {describe, expect, test} from 'vitest';
import {calibrated, compared, ranked, scoredName, silent, verdictOf, type Backtest, type Difference, type Scored} from '../src/record/backtest';
import {makeWords} from '../src/words/catalogue';

const difference = (mean: number | null, low: number | null, high: number | null): Difference => ({n: 3, groups: 2, mean, low, high, p: null});

function scored(id: string, crps: number | null, more: Partial<Scored> = {}): Scored {
    return {
        id, model: id.split('.')[0] ?? id, title: 'Model (kind)', distribution: false, fitted: null, n: crps === null ? 0 : 3, statuses: {}, why: null,
        mae: crps, rmse: crps, hit10: 0, crps, log: null, brier: null, pit: null, coverage: null, reliability: null, interval: null, difference: null, ...more,
    };
}

const against = (mean: number, low: number, high: number) => ({difference: {crps: difference(mean, low, high), absolute_error: difference(mean, low, high)}});

const table = {
    baseline: 'mean',
    models: [
        scored('mean', 12), scored('same', 12, against(0, 0, 0)), scored('bad', 20, against(8, 2, 12)), scored('silent', null),
        scored('heaped', 9, {pit: [1], ...against(-3, -5, 0.2)}), scored('heaped.cv', 8, {pit: [1], fitted: {how: 'out_of_fold', folds: 4}, ...against(-4, -6, -1)}),
        scored('votes', 10, {pit: [1]}),
    ],
} as unknown as Backtest;

describe('a back-test', () => {
    test('the least error first; who forecast nothing is not scored', () => {
        expect(ranked(table).map(m => m.id)).toEqual(['heaped.cv', 'heaped', 'votes', 'mean', 'same', 'bad']);
    });
    test('who says what the baseline says is no comparison', () => {
        expect(compared(table).map(m => m.id)).toEqual(['heaped.cv', 'heaped', 'bad']);
    });
    test('better or worse only where the interval is clear of nothing', () => {
        expect(compared(table).map(m => verdictOf(m.difference.crps))).toEqual(['better', 'open', 'worse']);
        expect(verdictOf(difference(null, null, null))).toBe('open');
    });
    test('of a model that was refitted, its chances are judged by that row', () => {
        expect(calibrated(table).map(m => m.id)).toEqual(['heaped.cv', 'votes']);
    });
    test('who forecasts nothing is grouped by what it says of it', () => {
        const models = [scored('a', 1), scored('b', null, {why: 'x'}), scored('c', null, {why: 'y'}), scored('d', null, {why: 'x'})];
        expect(silent({...table, models}).map(([why, who]) => [why, who.map(m => m.id)])).toEqual([['x', ['b', 'd']], ['y', ['c']]]);
    });
    test('variants are named', () => {
        expect(scoredName(scored('votes.uniform', 1), makeWords('en'))).toBe('Model · uniform');
        expect(scoredName(scored('votes.uniform', 1), makeWords('zh-Hant'))).toMatch(/ · 均等$/);
        expect(scoredName(scored('heaped.cv', 1), makeWords('zh-Hant'))).toBe('聚點折衷 · 重新擬合');
    });
});
