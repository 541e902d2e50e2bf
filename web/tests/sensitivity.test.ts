// SPDX-License-Identifier: Apache-2.0
import {describe, expect, test} from 'vitest';
import type {Tree} from '../src/engine/tree';
import {seek, todoOf} from '../src/evidence/todo';
import type {Factor, Index, Lever, Levers, Sensitivity} from '../src/sensitivity/answer';
import {inputText, nameOf} from '../src/sensitivity/names';
import {firstQuestion, helped, questionsOf, readQuestion} from '../src/sensitivity/question';
import {choiceOf, helping, leapOf, pointOf, shareRows, tornadoRows} from '../src/sensitivity/rows';
import {unitOf} from '../src/sensitivity/unit';
import {makeWords} from '../src/words/catalogue';

const words = makeWords('en');

function factor(id: string, more: Partial<Factor>): Factor {
    return {id, kind: 'input', title: id, inputs: [id], support: 'judged', cited: 0, low: 0, point: 1, high: 2, ...more};
}

function answer(factors: Factor[], more: Partial<Sensitivity> = {}): Sensitivity {
    return {
        question: {of: 'gain: a', title: '', unit: 'points'}, method: 'tornado', rows: null, solves: 1, models: [{id: 'nash', title: '', status: 'ok', why: null, point: 4}],
        answer: {status: 'ok', why: null, point: 10}, choice_of_model: null, factors, notices: [], ...more,
    };
}

const index = (value: number): Index => ({value, low: value - 0.1, high: value + 0.1});

describe('a tornado', () => {
    const factors = [
        factor('small', {at_low: 9, at_high: 11}),
        factor('one_side', {at_low: 14, at_high: 18, models: {nash: {at_low: 4, at_high: 4}}}),
        factor('still', {at_low: 10, at_high: 10}),
        factor('none', {at_low: null, at_high: null}),
    ];
    test('has the widest first, from the point where both ends lie on one side, without what does not move', () => {
        expect(tornadoRows(answer(factors), null).map(r => [r.factor.id, r.swing])).toEqual([['one_side', 8], ['small', 2]]);
    });
    test('under one model is that model\'s', () => {
        expect(pointOf(answer(factors), 'nash')).toBe(4);
        expect(pointOf(answer(factors), null)).toBe(10);
        expect(tornadoRows(answer(factors), 'nash').map(r => r.factor.id)).not.toContain('one_side');
    });
});

describe('shares of the spread', () => {
    const factors = [
        factor('a', {kind: 'actor', first: index(0.2), total: index(0.5)}),
        factor('x', {first: index(0.1), total: index(0.3), at_low: 1, at_high: 2}),
        factor('y', {kind: 'together', first: index(0.2), total: index(0.4)}),
        factor('z', {first: index(0), total: index(0)}),
        factor('chance', {kind: 'chance', inputs: [], first: index(0), total: index(0.1)}),
    ];
    test('are grouped; what is tied together and chance stand among the inputs', () => {
        expect(shareRows(answer(factors), null, 'input').map(r => r.factor.id)).toEqual(['y', 'x', 'chance']);
        expect(shareRows(answer(factors), null, 'actor').map(r => r.total.value)).toEqual([0.5]);
        expect(shareRows(answer(factors), null, 'issue')).toEqual([]);
    });
    test('the choice of a model is a factor only where all are looked at', () => {
        const s = answer(factors, {choice_of_model: {first: index(0.1), total: index(0.2)}});
        expect(choiceOf(s, null)?.total.value).toBe(0.2);
        expect(choiceOf(s, 'nash')).toBeNull();
        expect(choiceOf(answer(factors), null)).toBeNull();
    });
});

describe('what helps', () => {
    const lever = (input: string, more: Partial<Lever>): Lever => ({
        input, title: input, holder: 'a', own: true, low: 0, point: 10, high: 50, to: 40, change: {mean: 5, low: 0, high: 9},
        models: {}, ...more,
    });
    test('own and others\' apart; what rounds to nothing, or helps nowhere, is left out', () => {
        const levers: Levers = {
            for: 'a', name: 'A', question: {of: 'gain: a', title: '', unit: 'points'}, answer: {point: 0}, models: [], notices: [],
            levers: [lever('mine', {}), lever('theirs', {own: false}), lever('tiny', {change: {mean: 0.4, low: 0, high: 1}}), lever('nowhere', {to: null})],
        };
        expect(helping(levers).own.map(l => l.input)).toEqual(['mine']);
        expect(helping(levers).others.map(l => l.input)).toEqual(['theirs']);
    });
    test('the first leap on the way counts, not one behind or beyond', () => {
        const at = (x: number) => ({slope: 0, exact: false, switches: [{at: x, below: 0, above: 1}]});
        expect(leapOf(lever('x', {models: {a: at(30), b: at(5), c: at(45), d: at(30.1)}}))).toEqual({at: 30, models: ['a', 'd']});
        expect(leapOf(lever('x', {models: {a: at(5)}}))).toBeNull();
        expect(leapOf(lever('x', {to: 2, models: {a: at(5)}}))?.at).toBe(5);
    });
});

const tree = {
    table: {seats: ['s'], candidates: ['s', 'out', 'far'], absent: ['elsewhere', 'out', 'far']},
    actors: [{id: 's', name: 'S'}, {id: 'out', name: 'Out'}],
    issues: [{id: 'i', title: 'Issue', scale: [0, 2]}],
    claims: [{id: 'c', says: 'So it is'}],
    models: [{gains: {out: {}, s: {}}}],
    inputs: [{path: 'no_deal.out', support: 'judged'}, {path: 'actors.s.capability', support: 'cited'}, {path: 'stances.s.i.limit', support: 'unsupported'}],
    evidence: {matters_most: [{input: 'actors.s.capability', total_effect: 0.5}, {input: 'no_deal.out', total_effect: 0.25}, {input: 'stances.s.i.limit', total_effect: 0.3}, {input: 'gone', total_effect: 0.2}]},
} as unknown as Tree;

describe('a question', () => {
    test('is first about the first of the candidates left out', () => {
        expect(firstQuestion(tree)).toBe('gain: out');
        expect(helped('gain: s', tree)).toBe('s');
        expect(helped('claim:c', tree)).toBe('out');
    });
    test('the picker has gains, issues and claims, as the engine reads them', () => {
        expect(questionsOf(tree, words).map(q => q.of)).toEqual(['gain: s', 'gain: out', 'outcome: i', 'claim:c']);
        expect(readQuestion('claim:c')).toEqual({kind: 'claim', id: 'c'});
        expect(readQuestion('gain: a; rm')).toBeNull();
    });
    test('is answered in its unit', () => {
        expect(unitOf({of: 'gain: a', title: '', unit: 'points'}, words).say(3.2)).toBe('+3');
        expect(unitOf({of: 'claim:c', title: '', unit: 'share'}, words).say(0.25)).toBe('25%');
        const scale = unitOf({of: 'outcome: i', title: '', unit: 'scale', scale: [0, 2]}, words);
        expect([scale.say(1.234), scale.signed]).toEqual(['1.2', false]);
    });
    test('a factor has a name in words, an input its own unit', () => {
        expect(nameOf(factor('stances.s.i.limit', {}), tree, words)).toBe('S on Issue: limit');
        expect(nameOf(factor('no_deal.out', {kind: 'together', inputs: ['no_deal.out', 'x', 'y']}), tree, words)).toBe('Out: cost of no deal, and 2 tied to it');
        expect(inputText('stances.s.i.limit', 1.26, tree, words)).toBe('1.3');
    });
});

describe('the to-do list', () => {
    test('has what is not cited, the largest first, beside the largest of all', () => {
        expect(todoOf(tree, words).map(t => [t.input.path, t.size, t.text])).toEqual([['stances.s.i.limit', 0.6, '30%'], ['no_deal.out', 0.5, '25%']]);
    });
    test('says what to look for', () => {
        expect(seek('no_deal.out', words)).toContain('earlier talks');
        expect(seek('x', words)).toBeNull();
    });
});
