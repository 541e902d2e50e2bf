// SPDX-License-Identifier: Apache-2.0
import {describe, expect, test} from 'vitest';
import type {Table} from '../src/engine/variation';
import {layRoom, placeAt} from '../src/table/layout';

const letters = 'abcdefghijkl'.split('');
const table = (n: number, watching = 0, door = 0): Table => ({
    seats: letters.slice(0, n),
    observers: letters.slice(n, n + watching).map((actor, i) => ({actor, patron: letters[i % n] ?? 'a', share: 0.5})),
    ratifiers: letters.slice(n + watching, n + watching + door).map(actor => ({actor, tolerance: 0})),
    absent: letters.slice(n + watching),
});

describe('the picture', () => {
    const cases = [1, 2, 3, 4, 6, 10].flatMap(n => [320, 358, 540, 900].map(width => ({n, width})));
    test.each(cases)('$n seats at $width px: everybody inside the frame, no disc on another', ({n, width}) => {
        const room = layRoom(width, {table: table(n, n > 1 && n < 5 ? 1 : 0, 1), cast: letters, delegations: {a: ['x', 'y', 'z']}});
        expect(room.spots.map(s => s.id).sort()).toEqual(letters);
        for (const s of room.spots) {
            expect(s.x - s.r).toBeGreaterThanOrEqual(0);
            expect(s.x + s.r).toBeLessThanOrEqual(width);
            expect(s.y - s.r).toBeGreaterThanOrEqual(0);
            expect(s.y + s.r).toBeLessThanOrEqual(room.height);
            for (const o of room.spots)
                if (o.id < s.id)
                    expect(Math.hypot(o.x - s.x, o.y - s.y), `${o.id} and ${s.id}`).toBeGreaterThan(o.r + s.r);
        }
    });
    test('a point on a token is the place where the token stands', () => {
        const room = layRoom(540, {table: table(3, 1, 1), cast: letters, delegations: {}});
        for (const s of room.spots)
            expect(placeAt(room, s.x, s.y, s.id), s.id).toEqual(s.place);
    });
    test('nobody at the door leaves an empty doorway, and somewhere to be dropped', () => {
        const room = layRoom(540, {table: table(2), cast: letters, delegations: {}});
        expect(placeAt(room, room.door.x + room.door.width / 2, room.outsideTop + 40, 'c')).toEqual({at: 'door'});
    });
    test.each([358, 606, 1100])('a third that sits takes the free chair: nobody else moves, the room stays as high (%d px)', width => {
        const two = layRoom(width, {table: table(2), cast: letters, delegations: {}}), three = layRoom(width, {table: table(3), cast: letters, delegations: {}});
        const spot = (room: typeof two, id: string) => {
            const s = room.spots.find(p => p.id === id);
            return [s?.x, s?.y];
        };
        expect(three.wall).toEqual(two.wall);
        expect(['a', 'b'].map(id => spot(three, id))).toEqual(['a', 'b'].map(id => spot(two, id)));
        expect(spot(three, 'c')).toEqual([two.free[0]?.x, two.free[0]?.y]);
        for (const b of two.behind)
            expect(b.y - 22).toBeGreaterThan(two.wall.y);
    });
    test.each([358, 606, 1100])('behind the ends of the table there is room for a name of two lines, a range and what it was (%d px)', width => {
        for (const n of [2, 3]) {
            const {wall, spots} = layRoom(width, {table: table(n, 2), cast: letters, delegations: {}});
            for (const s of spots.filter(p => p.place.at === 'observer'))
                expect(s.y - s.r - 60, s.id).toBeGreaterThanOrEqual(wall.y);
        }
    });
    test('many sit in columns wide enough for their names', () => {
        const many = 'abcdefghijklmno'.split('');
        for (const width of [358, 606, 900]) {
            const {spots} = layRoom(width, {table: {...table(0), seats: many, absent: []}, cast: many, delegations: {}});
            for (const s of spots)
                for (const o of spots)
                    if (o.id < s.id)
                        expect(Math.abs(o.x - s.x) >= (o.labelWidth + s.labelWidth) / 2 || Math.abs(o.y - s.y) >= 2 * s.r + 46, `${o.id} and ${s.id} at ${width}`).toBe(true);
        }
    });
});
