// SPDX-License-Identifier: Apache-2.0
import {describe, expect, test} from 'vitest';
import type {TableOf} from '../src/engine/tree';
import {NONE, withEverybody} from '../src/engine/variation';
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
});
