// SPDX-License-Identifier: Apache-2.0
import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {estimateAt, turnsOf} from '../src/claims/flips';
import type {Claim, Model, Tree} from '../src/engine/tree';
import {isPulled, movedBy, settledBy, turnedBy, turnOf} from '../src/levers/effects';
import type {LeverageTree} from '../src/levers/tree';
import {modelsThatApply, shownModels} from '../src/shell/shown';
import {makeWords} from '../src/words/catalogue';
import {foreignTag, untranslated} from '../src/words/foreign';
import {whyInWords} from '../src/words/why';

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`trees/${name}.json`, import.meta.url), 'utf8'));
const tree = read('none.en') as Tree, chinese = read('none.zh-Hant') as Tree, levers = read('leverage.en') as LeverageTree;

describe('levers', () => {
    const lever = levers.levers.find(l => l.id === 'european_arms');
    const turn = turnOf(levers, 'european_arms');
    test('what is set here counts before what the file and the day say', () => {
        expect(lever && [isPulled(lever, undefined), isPulled(lever, true)]).toEqual([false, true]);
        expect(lever && isPulled({...lever, state: 'pulled_anyway', in_force: true}, undefined)).toBeNull();
    });
    test('whom turning one moves most, those at issue for a seat first, nobody by less than half a point', () => {
        const moved = turn ? movedBy(turn, tree, 4) : [];
        expect(moved.map(m => m.actor)[0]).toBe('russia');
        expect(moved.every(m => Math.max(Math.abs(m.low), Math.abs(m.high)) >= 0.5)).toBe(true);
    });
    test('which issues settle under more or fewer models, and which claims turn', () => {
        expect(turn && settledBy(turn).every(s => s.before !== s.after)).toBe(true);
        expect(turn && turnedBy({...turn, claims: [{id: 'a', says: 'A', before: 0.4, after: 0.6}, {id: 'b', says: 'B', before: 0.6, after: 0.9}, {id: 'c', says: 'C', before: null, after: 1}]})).toEqual(['A']);
    });
});

describe('what would have to be true', () => {
    const claim = {flips: [
        {path: 'no_deal.us', from: 25, to: 31.5, model: 'mean'}, {path: 'no_deal.russia', from: 30, to: 20, model: 'nash'},
        {path: 'no_deal.us', from: 25, to: 40, model: 'nash'}, {path: 'no_deal.eu', from: 5, to: null, model: 'nash'},
    ]} as unknown as Claim;
    test('an input is named once, nearest first, with the models that turn by it', () => {
        expect(turnsOf(claim, null)).toEqual([{path: 'no_deal.us', from: 25, to: 31.5, models: ['mean', 'nash']}, {path: 'no_deal.russia', from: 30, to: 20, models: ['nash']}]);
        expect(turnsOf(claim, 'nash').map(x => [x.path, x.to])).toEqual([['no_deal.russia', 20], ['no_deal.us', 40]]);
        const most = {...claim, flips_most: [{path: 'no_deal.ukraine', from: 1, to: 9}, {path: 'no_deal.us', from: 25, to: 38}]} as unknown as Claim;
        expect(turnsOf(most, null).map(x => [x.path, x.to, x.most ?? false])).toEqual([['no_deal.ukraine', 9, true], ['no_deal.us', 38, true], ['no_deal.russia', 20, false]]);
        expect(turnsOf(most, 'nash').map(x => x.path)).toEqual(['no_deal.russia', 'no_deal.us']);
        expect(turnsOf({} as Claim, null)).toEqual([]);
    });
    test('what is tried has its point there and keeps its range', () => {
        expect(estimateAt({point: 25, low: 10, high: 40}, 31.5)).toEqual({low: 10, mode: 31.5, high: 40});
        expect(estimateAt({point: 25, low: 10, high: 40}, 55)).toEqual({low: 10, mode: 55, high: 55});
        expect(estimateAt({point: 25, low: 25, high: 25}, 30)).toBe(30);
        expect(estimateAt(undefined, 30)).toBe(30);
    });
    test('two numbers side by side are told apart', () => {
        const words = makeWords('en');
        expect([words.near(30.2, 30), words.near(30, 30.2), words.near(55, 25), words.near(0.31, 0.3, 1)]).toEqual(['30.2', '30', '55', '0.31']);
    });
});

describe('models that do not apply', () => {
    const some = {...tree, models: [...tree.models, {id: 'quota', status: 'undefined', why: 'needs a procedure with criteria', outcome: {territory: {status: 'undefined'}}} as unknown as Model]};
    test('are not counted among all, and say why', () => {
        expect(modelsThatApply(some)).toHaveLength(tree.models.length);
        expect(shownModels(some, null).map(m => m.id)).not.toContain('quota');
        expect(shownModels(some, 'quota').map(m => m.id)).toEqual(['quota']);
        expect(modelsThatApply({...tree, models: some.models.slice(-1)})).toHaveLength(1);
    });
    test('the reason is said in the language chosen, with the issue by its title', () => {
        expect(whyInWords('needs a procedure with criteria', tree, makeWords('zh-Hant'))).toContain('表決');
        expect(whyInWords('needs a status quo on "territory"', tree, makeWords('en'))).toContain('Land to Russia');
        expect(whyInWords('something new', tree, makeWords('en'))).toBe('something new');
    });
});

describe('texts without a translation', () => {
    test('are found by their script; a name in both is nobody\'s', () => {
        expect([foreignTag('Anchorage', 'zh-Hant'), foreignTag('烏克蘭', 'zh-Hant'), foreignTag('Wagner 兵變', 'zh-Hant'), foreignTag('US', 'zh-Hant')]).toEqual(['en', undefined, undefined, undefined]);
        expect([foreignTag('烏克蘭', 'en'), foreignTag('Ukraine', 'en')]).toEqual(['zh', undefined]);
    });
    test('the shipped scenario has every text in both languages', () => {
        expect(untranslated(chinese, 'zh-Hant')).toEqual([]);
        expect(untranslated(tree, 'en')).toEqual([]);
    });
});
