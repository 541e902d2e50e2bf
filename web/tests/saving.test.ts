// SPDX-License-Identifier: Apache-2.0
import {describe, expect, test} from 'vitest';
import type {TableOf} from '../src/engine/tree';
import {NONE, withEverybody} from '../src/engine/variation';
import {readVariation} from '../src/engine/variants';
import {variationBody} from '../src/engine/server';
import {editsOf, nameOf} from '../src/shell/saving';

describe('saving', () => {
    test.each([['Softer Russia!', 'softer-russia'], ['ukraine-sits', 'ukraine-sits'], ['2nd Try', 'nd-try'], ['Zoë', 'zoe'], ['烏克蘭', ''], ['  ', ''], ['a'.repeat(80), 'a'.repeat(64)]])(
        'the name %s is %s in a file', (typed, name) => { expect(nameOf(typed)).toBe(name); });
    test('only the lists that differ are written, and estimates as such', () => {
        const file = {seats: ['us', 'russia'], observers: [], ratifiers: [{actor: 'us', tolerance: 0}], absent: ['ukraine']} as unknown as TableOf;
        const table = {seats: ['us', 'russia', 'ukraine'], observers: [], ratifiers: [{actor: 'us', tolerance: 0}, {actor: 'eu', tolerance: 5}], absent: []};
        expect(editsOf({...NONE, table, changes: {'no_deal.us': 5}}, file)).toEqual([
            {path: 'table.seats', value: ['us', 'russia', 'ukraine']},
            {path: 'table.ratifiers', value: ['us', {actor: 'eu', tolerance: 5}]},
            {path: 'table.absent', value: []},
            {path: 'no_deal.us', value: 5, estimate: true},
        ]);
        expect(editsOf(NONE, file)).toEqual([]);
    });
    test('whom an address does not name is left out, not lost', () => {
        const file = {seats: ['us', 'russia'], observers: [{actor: 'un', patron: 'us', share: 0.5}], ratifiers: [], absent: ['ukraine']};
        expect(withEverybody({seats: ['us'], observers: [], ratifiers: [], absent: []}, file).absent).toEqual(['russia', 'un', 'ukraine']);
        expect(withEverybody(file, file)).toBe(file);
    });
    const file = {seats: ['us', 'russia'], observers: [], ratifiers: [{actor: 'us', tolerance: 0}], absent: ['ukraine']};
    test('what was saved is read back the same', () => {
        const all = {asOf: '2025-08-15', table: {...file, observers: [{actor: 'eu', patron: 'us', share: 0.3}]}, changes: {'no_deal.us': {low: 1, mode: 2, high: 3}, 'no_deal.eu': 4}, levers: {cut: true, arms: false}};
        expect(readVariation(JSON.parse(JSON.stringify(variationBody(all))), file)).toEqual(all);
        expect(readVariation({}, file)).toEqual(NONE);
        expect(readVariation({table: {seats: ['us'], ratifiers: ['us', {actor: 'eu', tolerance: 5}]}}, file)?.table)
            .toEqual({seats: ['us'], observers: [], ratifiers: [{actor: 'us', tolerance: 0}, {actor: 'eu', tolerance: 5}], absent: ['russia', 'ukraine']});
    });
    test.each([null, 1, {tabel: 1}, {table: {seat: ['us']}}, {table: {seats: 'us'}}, {table: []}, {changes: {a: '1..2'}}, {changes: {a: {mean: 1, sd: 1}}}, {levers: {a: true}}, {as_of: 5}, {table: {seats: ['us'], venue: ''}}])(
        'what the page cannot show is left to the command line: %j', x => { expect(readVariation(x, file)).toBeNull(); });
});
