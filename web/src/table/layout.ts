// SPDX-License-Identifier: Apache-2.0
// Where everybody stands in the picture: seats round the table, observers behind, the door, those outside. Pixels in, pixels out.
import type {Place} from '../engine/moves';
import {isRatifier} from '../engine/moves';
import type {Table} from '../engine/variation';

export interface Spot { id: string; x: number; y: number; r: number; place: Place; labelAbove: boolean; labelWidth: number }
export interface Chair { x: number; y: number; turn: number; of: string; person: number | null }
export interface Behind { patron: string; x: number; y: number }
/** A chair that stands free, for whoever is brought to it. */
export interface Free { x: number; y: number; r: number }

export interface Room {
    width: number;
    height: number;
    wall: {x: number; y: number; width: number; height: number};
    /** Where somebody set down must agree; what of it is open, which is little while nobody stands there; and where the next one would stand then. */
    door: {x: number; width: number};
    opening: {x: number; width: number};
    doorstep: Free | null;
    table: {x: number; y: number; rx: number; ry: number};
    spots: Spot[];
    chairs: Chair[];
    behind: Behind[];
    free: Free[];
    outsideTop: number;
}

export interface Cast {
    table: Table;
    /** Whom the picture shows: who may sit, and whoever is anywhere in the table. */
    cast: string[];
    delegations: Record<string, string[]>;
}

/** A name, a range, and what it was. */
const LABEL = 52;
/** How far behind a chair its observer stands, in radii; how narrow a column of names may be. */
const BEHIND = 1.85, NARROWEST = 76;
/** How wide a door stands open that nobody is at. */
const AJAR = 52;

interface Seat { x: number; y: number; angle: number }

/** n points at equal distances along an ellipse, clockwise: an even number from its left end, an odd one ending at the bottom, the side of the door. */
function round(n: number, rx: number, ry: number): Seat[] {
    const steps = 720;
    const along = [0];
    const from = n % 2 === 0 ? Math.PI : Math.PI / 2;
    const at = (k: number) => from + (k / steps) * 2 * Math.PI;
    const point = (angle: number) => ({x: rx * Math.cos(angle), y: ry * Math.sin(angle)});
    for (let k = 1; k <= steps; k++) {
        const a = point(at(k - 1)), b = point(at(k));
        along.push((along[k - 1] ?? 0) + Math.hypot(a.x - b.x, a.y - b.y));
    }
    const whole = along[steps] ?? 0;
    return Array.from({length: n}, (_, i) => {
        const want = (whole * (n % 2 === 0 ? i : (i + 1) % n)) / n;
        const k = along.findIndex(d => d >= want - 1e-9);
        return {...point(at(k)), angle: at(k)};
    });
}

function perimeter(a: number, b: number): number {
    return Math.PI * (3 * (a + b) - Math.sqrt((3 * a + b) * (a + 3 * b)));
}

function chairsAt(angle: number, table: Room['table'], people: string[], of: string): Chair[] {
    const n = Math.max(1, people.length);
    return Array.from({length: n}, (_, k) => {
        const turn = angle + ((k - (n - 1) / 2) * 27) / Math.max(38, (table.rx * Math.abs(Math.sin(angle)) + table.ry * Math.abs(Math.cos(angle))));
        return {
            x: table.x + (table.rx + 9) * Math.cos(turn), y: table.y + (table.ry + 9) * Math.sin(turn),
            turn: Math.atan2(Math.sin(turn) * table.rx, Math.cos(turn) * table.ry), of, person: people.length ? k : null,
        };
    });
}

/** Up to four sit left, right, before and behind the table, always in this order: who sits down moves nobody else. */
const FEW = 4;

function cross(n: number, rx: number, ry: number): Seat[] {
    return [[-rx, 0], [rx, 0], [0, ry], [0, -ry]].slice(0, n).map(([x = 0, y = 0]) => ({x, y, angle: Math.atan2(y / Math.max(ry, 1), x / Math.max(rx, 1))}));
}

/** Many sit along a long table, each label in a column of its own: clockwise from the left end. */
function along(n: number, width: number, rowHeight: number): {seats: Seat[]; pitch: number; ry: number} {
    const columns = Math.max(2, Math.min(Math.ceil((n - 2) / 2), Math.floor(width / NARROWEST)));
    const ends = Math.max(1, Math.ceil((n - 2 * columns) / 2));
    const pitch = width / columns, ry = ((ends + 1) / 2) * rowHeight;
    const left = Math.min(ends, Math.ceil((n - 2) / 2)), right = Math.min(ends, n - left);
    const top = Math.ceil((n - left - right) / 2), bottom = n - left - right - top;
    const row = (k: number, y: number, turn: 1 | -1) => Array.from({length: k}, (_, i) => ({x: turn * (i - (k - 1) / 2) * pitch, y}));
    const end = (k: number, x: number, turn: 1 | -1) => Array.from({length: k}, (_, i) => ({x, y: turn * (i - (k - 1) / 2) * rowHeight}));
    const far = width / 2 - Math.min(pitch, 2 * NARROWEST) / 2;
    const seats = [...end(left, -far, -1), ...row(top, -ry, 1), ...end(right, far, 1), ...row(bottom, ry, -1)];
    return {seats: seats.map(p => ({...p, angle: Math.atan2(p.y / ry, p.x / far)})), pitch, ry};
}

export function layRoom(width: number, {table, cast, delegations}: Cast): Room {
    const roomy = width >= 520;
    const n = table.seats.length;
    const few = n <= FEW, many = n > 7;
    const r = many ? (roomy ? 27 : 21) : Math.round(Math.min(width > 1000 ? 56 : 46, Math.max(27, width / 16)));
    const pad = roomy ? 16 : 8;
    const long = many ? along(n, width - 2 * pad, 2 * r + LABEL + 8) : null;
    const half = long ? Math.min(64, long.pitch / 2 - 2) : roomy ? Math.max(64, Math.round(r * 1.85)) : 50;
    const rx = long ? Math.max(...long.seats.map(p => p.x)) : Math.min(width / 2 - pad - half, 330);
    const apart = 2 * half + 6;
    let ry = long ? long.ry : few ? r + (roomy ? 60 : 52) : Math.max(roomy ? 120 : 104, rx * 0.5);
    while (!few && !long && perimeter(rx, ry) < n * apart && ry < 420)
        ry += 6;
    const watched = table.observers.length > 0;
    const seats = long?.seats ?? (few ? cross(n, rx, ry) : round(n, rx, ry));
    const isUp = (y: number) => y < -ry * (long ? 0.99 : 0.1);
    /* How far the picture reaches over and under the middle of the table: seats, their labels, the table itself. As far for two as for three. */
    const held = few ? [...seats, ...cross(3, rx, ry)] : seats;
    const reach = (side: -1 | 1) => Math.max(ry - r - 30, ...held.map(p => side * p.y + r + (isUp(p.y) === (side < 0) ? LABEL : 4)));
    const raised = few && n < FEW ? Math.round(BEHIND * r + (watched ? r * 0.74 + LABEL + 10 : 28)) : 0;
    const above = Math.max(raised, reach(-1) + (raised ? 0 : watched ? 44 : 12));
    const below = reach(1) + (watched && !few ? 40 : 20);
    const wall = {x: pad / 2, y: 2, width: width - pad, height: above + below};
    const centre = {x: width / 2, y: wall.y + above};
    const top = {x: centre.x, y: centre.y, rx: Math.max(34, rx - r - 30), ry: Math.max(30, ry - r - 22)};

    const spots: Spot[] = [], chairs: Chair[] = [], behind: Behind[] = [];
    table.seats.forEach((id, i) => {
        const p = seats[i] ?? {x: 0, y: 0, angle: 0};
        const angle = Math.atan2(p.y / ry, p.x / rx);
        const up = isUp(p.y);
        const spot = {id, x: centre.x + p.x, y: centre.y + p.y, r, place: {at: 'seat' as const}, labelAbove: up, labelWidth: 2 * half};
        spots.push(spot);
        chairs.push(...chairsAt(angle, top, delegations[id] ?? [], id));
        const side = Math.abs(p.x) < rx * 0.25 ? 1 : Math.sign(p.x);
        /* Above those at the ends, beside those on the long sides, clear of a label that stands there. */
        const beside = Math.abs(p.x) < rx * 0.6;
        behind.push({patron: id, x: beside ? spot.x + side * (up && few ? 1.8 * half : r * 2.1) : spot.x, y: beside ? spot.y : spot.y - (few ? r * BEHIND : r * 2 + 8)});
        table.observers.filter(o => o.patron === id).forEach((o, k) => {
            const b = behind[behind.length - 1];
            if (b)
                spots.push({id: o.actor, x: b.x + side * -k * r * 1.6, y: b.y - (k % 2) * 8, r: r * 0.74, place: {at: 'observer', patron: id}, labelAbove: true, labelWidth: few ? 2 * half : 1.5 * half});
        });
    });

    const floor = wall.y + wall.height;
    const standing = cast.filter(a => !table.seats.includes(a) && !table.observers.some(o => o.actor === a));
    const door = standing.filter(a => isRatifier(table, a));
    const out = standing.filter(a => !isRatifier(table, a));
    const step = roomy ? 2 * half - 4 : 86;
    const perRow = Math.max(1, Math.floor((width - pad) / step));
    const row = 2 * r + LABEL + 14;
    const first = floor + r + 26;
    /* Those at the door in the middle of the first row, the others left and right of them, then further rows. */
    const beside = out.slice(0, Math.max(0, perRow - door.length));
    const left = Math.floor(beside.length / 2);
    const line = [...beside.slice(0, left), ...door, ...beside.slice(left)];
    const rows = [line];
    for (let k = beside.length; k < out.length; k += perRow)
        rows.push(out.slice(k, k + perRow));
    const gap = Math.min(step * 1.2, (width - pad) / Math.max(1, line.length));
    const doorAt = width / 2 + (left + (Math.max(1, door.length) - 1) / 2 - (Math.max(1, line.length + (door.length ? 0 : 1)) - 1) / 2) * gap;
    const doorWidth = Math.max(1, door.length) * gap - 6, ajar = door.length ? doorWidth : Math.min(doorWidth, AJAR);
    rows.forEach((ids, k) => ids.forEach((id, i) => {
        const shift = k === 0 && !door.length && i >= left ? 1 : 0;
        const n0 = k === 0 && !door.length ? ids.length + 1 : ids.length;
        const far = k === 0 && !door.length ? Math.min(gap, (width - pad) / n0) : gap;
        spots.push({
            id, x: width / 2 + (i + shift - (n0 - 1) / 2) * far, y: first + k * row, r,
            place: {at: isRatifier(table, id) ? 'door' : 'outside'}, labelAbove: false, labelWidth: Math.min(2 * half, step),
        });
    }));
    return {
        width, height: first + (rows.length - 1) * row + r + LABEL + 14, wall,
        door: {x: doorAt - doorWidth / 2, width: doorWidth}, opening: {x: doorAt - ajar / 2, width: ajar}, doorstep: door.length ? null : {x: doorAt, y: first, r}, table: top, spots, chairs, behind, free: few ? cross(3, rx, ry).slice(n, standing.length + n).map(p => ({x: centre.x + p.x, y: centre.y + p.y, r})) : [], outsideTop: floor,
    };
}

/** The place under a point: the door's mat, behind somebody's chair, inside the walls, or outside. */
export function placeAt(room: Room, x: number, y: number, actor: string): Place {
    const {wall, door} = room;
    if (y > wall.y + wall.height - 10)
        return x > door.x && x < door.x + door.width && y < room.outsideTop + 110 ? {at: 'door'} : {at: 'outside'};
    if (x < 0 || x > room.width || y < -40)
        return {at: 'outside'};
    const near = room.behind
        .filter(b => b.patron !== actor)
        .map(b => ({...b, far: Math.hypot(b.x - x, b.y - y)}))
        .sort((a, b) => a.far - b.far)[0];
    return near && near.far < 34 ? {at: 'observer', patron: near.patron} : {at: 'seat'};
}
