// SPDX-License-Identifier: Apache-2.0
import {describe, expect, test} from 'vitest';
import {isRatifier, move, placeOf, placesFor} from '../src/engine/moves';
import {sameTable, type Table} from '../src/engine/variation';

const file: Table = {
    seats: ['us', 'russia'], observers: [],
    ratifiers: [{actor: 'us', tolerance: 0}, {actor: 'russia', tolerance: 0}, {actor: 'ukraine', tolerance: 5}],
    absent: ['ukraine', 'eu'],
};

describe('moving a chair', () => {
    test('to the table: the seat is added, the list of the left out gets shorter, the right to refuse stays', () => {
        const t = move(file, 'ukraine', {at: 'seat'}, file);
        expect(t.seats).toEqual(['us', 'russia', 'ukraine']);
        expect(t.absent).toEqual(['eu']);
        expect(isRatifier(t, 'ukraine')).toBe(true);
    });
    test('there and back is no change, tolerance included', () => {
        const there = move(file, 'ukraine', {at: 'outside'}, file);
        expect(isRatifier(there, 'ukraine')).toBe(false);
        expect(sameTable(move(there, 'ukraine', {at: 'door'}, file), file)).toBe(true);
        const away = move(file, 'russia', {at: 'outside'}, file);
        expect(isRatifier(away, 'russia')).toBe(false);
        expect(sameTable(move(away, 'russia', {at: 'seat'}, file), file)).toBe(true);
    });
    test('a seat of the file comes back to its side of the table', () => {
        const away = move(file, 'us', {at: 'outside'}, file);
        expect(move(away, 'us', {at: 'seat'}, file).seats).toEqual(['us', 'russia']);
    });
    test('an observer stands behind one patron, and goes outside when the patron leaves', () => {
        const t = move(file, 'eu', {at: 'observer', patron: 'us'}, file);
        expect(t.observers).toEqual([{actor: 'eu', patron: 'us', share: 0.5}]);
        expect(placeOf(t, 'eu')).toEqual({at: 'observer', patron: 'us'});
        const moved = move(t, 'eu', {at: 'observer', patron: 'russia'}, file);
        expect(moved.observers.map(o => o.patron)).toEqual(['russia']);
        const left = move(t, 'us', {at: 'outside'}, file);
        expect(placeOf(left, 'eu')).toEqual({at: 'outside'});
        expect(left.observers).toEqual([]);
    });
    test('a candidate that the file does not leave out is none of the left out when it stands up again', () => {
        const there = move(file, 'china', {at: 'seat'}, file);
        expect(there.seats).toContain('china');
        expect(sameTable(move(there, 'china', {at: 'outside'}, file), file)).toBe(true);
    });
    test('nobody is in two places', () => {
        let t = file;
        for (const to of [{at: 'seat'}, {at: 'observer', patron: 'russia'}, {at: 'door'}, {at: 'outside'}, {at: 'seat'}] as const) {
            t = move(t, 'eu', to, file);
            const places = [t.seats.includes('eu'), t.observers.some(o => o.actor === 'eu'), t.absent.includes('eu')];
            expect(places.filter(Boolean)).toHaveLength(1);
            expect(placeOf(t, 'eu').at).toBe(to.at);
        }
    });
    test('the arrow keys visit the table, behind each seat but its own, the door, outside', () => {
        expect(placesFor(file, 'russia').map(p => p.at)).toEqual(['seat', 'observer', 'door', 'outside']);
        expect(placesFor(file, 'eu')).toHaveLength(5);
    });
});
