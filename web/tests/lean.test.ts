// SPDX-License-Identifier: Apache-2.0
import {describe, expect, test} from 'vitest';
import type {Ask} from '../src/engine/engine';
import {Lean, type Sent} from '../src/engine/lean';
import {NONE} from '../src/engine/variation';

const ask = (variation: Partial<Ask['variation']> = {}): Ask => ({scenario: 's', lang: 'en', variation: {...NONE, ...variation}});
const sent = (sha256: string, inputs?: string[]): Sent => ({scenario: {sha256}, ...(inputs ? {inputs: inputs.map(path => ({path}))} : {})}) as unknown as Sent;
const table = {seats: ['a'], observers: [], ratifiers: [], absent: []} as unknown as NonNullable<Ask['variation']['table']>;

describe('what is not sent with every answer', () => {
    test('inputs are asked for once, and again when a value, a lever or the day is another', () => {
        const lean = new Lean();
        expect(lean.omit(ask())).not.toContain('inputs');
        lean.whole(ask(), sent('f', ['x']));
        expect(lean.omit(ask())).toContain('inputs');
        expect(lean.omit(ask({table}))).toContain('inputs');
        for (const other of [{changes: {x: 1}}, {levers: {l: true}}, {asOf: '2025-08-01'}])
            expect(lean.omit(ask(other))).not.toContain('inputs');
        expect(lean.omit({...ask(), lang: 'zh-Hant'})).not.toContain('inputs');
    });

    test('an answer without them gets those of before', () => {
        const lean = new Lean();
        lean.whole(ask(), sent('f', ['x']));
        expect(lean.whole(ask({table}), sent('f'))?.inputs).toEqual([{path: 'x'}]);
    });

    test('where the file has changed, they are asked for anew', () => {
        const lean = new Lean();
        lean.whole(ask(), sent('f', ['x']));
        expect(lean.whole(ask(), sent('g'))).toBeNull();
        expect(lean.omit(ask())).not.toContain('inputs');
    });
});
