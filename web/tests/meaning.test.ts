// SPDX-License-Identifier: Apache-2.0
import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {onItsScale} from '../src/claims/scale';
import {scoredAs} from '../src/claims/scored';
import type {Condition, Tree} from '../src/engine/tree';
import {voiceOf} from '../src/evidence/voice';
import {seatGain, standing} from '../src/seats/cells';
import type {Levers} from '../src/sensitivity/answer';
import {helping} from '../src/sensitivity/rows';
import {makeWords} from '../src/words/catalogue';

const read = (name: string) => JSON.parse(readFileSync(new URL(`trees/${name}.json`, import.meta.url), 'utf8')) as Tree;
const en = makeWords('en'), zh = makeWords('zh-Hant'), tree = read('none.en'), seated = read('ukraine.en');

describe('what a claim is scored as', () => {
    const of = (id: string, words = en) => {
        const holds = tree.claims.find(c => c.id === id)?.holds;
        return holds && scoredAs(holds, tree, words);
    };
    test('is said in words, in the language of the page', () => {
        expect(of('constructive')).toBe('a deal is reached');
        expect(of('constructive', zh)).toBe('達成協議');
        expect(of('win_win')).toBe('Donald Trump and Vladimir Putin each gain more than half a point');
        expect(of('most_issues')).toBe('the share of issues settled is above 50%');
        expect(of('both_satisfied')).toBe('the gain of Donald Trump is 10 points or more; and the gain of Vladimir Putin is 10 points or more');
    });
    test('parts within parts are told apart', () => {
        const c: Condition = {kind: 'not', parts: [{kind: 'any', parts: [{kind: 'settled', issue: 'territory'}, {kind: 'agreement', wanted: false}]}]};
        expect(scoredAs(c, tree, en)).toBe('this is not so: (Land to Russia is settled; or no deal is reached)');
    });
    test('every claim of the scenario has words in both languages, without gaps', () => {
        for (const c of tree.claims)
            for (const words of [en, zh])
                expect(c.holds && scoredAs(c.holds, tree, words)).toMatch(/^[^{}]+$/);
    });
});

describe('a seat', () => {
    test('is worth to whoever takes it what moving the chair shows', () => {
        for (const m of tree.models) {
            const out = m.gains['ukraine']?.total, sits = seated.models.find(x => x.id === m.id)?.gains['ukraine']?.total;
            if (out != null && sits != null)
                expect(seatGain(tree, [m], 'ukraine', 'ukraine')?.middle).toBeCloseTo(sits - out, 2);
        }
        expect(standing(tree, tree.models, 'ukraine')).toBe(21);
    });
});

test('a value on a scale is said in the words of the scale, another one as it is', () => {
    expect(onItsScale('stances.russia.ceasefire.limit', 61, '61', tree, en)).toBe('61 of 100, near “While the causes are being negotiated”');
    expect(onItsScale('no_deal.ukraine', 17.2, '17.2', tree, en)).toBe('17.2');
});

test('an input always has a voice: the author’s where words are cited, else the coder’s', () => {
    expect(voiceOf({voice: null, cite: ['a@1-2'], support: 'cited'}, tree, en)).toBe('the author');
    expect(voiceOf({voice: null, cite: [], support: 'judged'}, tree, en)).toBe('the coder of the file');
    expect(voiceOf({voice: 'trump', cite: ['a@1-2'], support: 'cited'}, tree, en)).toBe('Donald Trump');
});

test('what nobody can choose is no choice of one’s own', () => {
    const lever = (input: string, own: boolean, chosen: boolean) => ({input, own, chosen, to: 1, change: {mean: 5, low: 1, high: 9}});
    const levers = {question: {unit: 'points'}, levers: [lever('limit', true, true), lever('left_out', true, false), lever('position', false, true)]} as unknown as Levers;
    const {own, others, nobodys} = helping(levers);
    expect([own, others, nobodys].map(g => g.map(l => l.input))).toEqual([['limit'], ['position'], ['left_out']]);
});
