// SPDX-License-Identifier: Apache-2.0
// What is changed against the file: the day, who sits, estimates, levers. The engine gets it; the address holds it.
import {movedBetween} from './moves';
import type {Observer, Ratifier, TableOf} from './tree';

/** An estimate as the scenario file writes it. */
export type Estimate =
    | number
    | {low: number; mode: number; high: number}
    | {low: number; high: number; shape: 'uniform'};

export interface Table {
    seats: string[];
    observers: Observer[];
    ratifiers: Ratifier[];
    absent: string[];
}

export interface Variation {
    /** The day looked at, as 2025-08-15; null: the file's. */
    asOf: string | null;
    /** null: the file's table. */
    table: Table | null;
    changes: Readonly<Record<string, Estimate>>;
    /** Levers pulled (true) or let go (false) against the file. */
    levers: Readonly<Record<string, boolean>>;
}

export const NONE: Variation = {asOf: null, table: null, changes: {}, levers: {}};

export function isEmpty(v: Variation): boolean {
    return v.asOf === null && !v.table && Object.keys(v.changes).length === 0 && Object.keys(v.levers).length === 0;
}

/** How many things are changed: the day, each actor that is elsewhere than in the file, each estimate, each lever. */
export function changesIn(v: Variation, file: Table | null): number {
    const moved = v.table ? Math.max(1, file ? movedBetween(file, v.table).length : 0) : 0;
    return (v.asOf === null ? 0 : 1) + moved + Object.keys(v.changes).length + Object.keys(v.levers).length;
}

const keys = new WeakMap<Variation, string>();

/** The same variation always gives the same text: a key for caches, and equality. */
export function keyOf(v: Variation): string {
    const known = keys.get(v);
    if (known !== undefined)
        return known;
    const sorted = <T>(o: Readonly<Record<string, T>>) =>
        Object.fromEntries(Object.entries(o).sort(([a], [b]) => (a < b ? -1 : 1)));
    const key = JSON.stringify([v.asOf, v.table, sorted(v.changes), sorted(v.levers)]);
    keys.set(v, key);
    return key;
}

export function tableOf(t: TableOf): Table {
    return {seats: t.seats, observers: t.observers, ratifiers: t.ratifiers, absent: t.absent};
}

/** Who has a role in the file and none here is left out: an address may name only those who sit. */
export function withEverybody(table: Table, file: Table): Table {
    const named = new Set([...table.seats, ...table.absent, ...table.observers.map(o => o.actor)]);
    const missing = [...file.seats, ...file.observers.map(o => o.actor), ...file.absent].filter(a => !named.has(a));
    return missing.length ? {...table, absent: [...table.absent, ...missing]} : table;
}

const asSet = (xs: string[]) => [...xs].sort().join(' ');

/** Who sits where, whatever the order: a chair moved and moved back is no change. */
export function sameTable(a: Table, b: Table): boolean {
    return asSet(a.seats) === asSet(b.seats)
        && asSet(a.absent) === asSet(b.absent)
        && asSet(a.ratifiers.map(r => `${r.actor}:${r.tolerance}`)) === asSet(b.ratifiers.map(r => `${r.actor}:${r.tolerance}`))
        && asSet(a.observers.map(o => `${o.actor}@${o.patron}*${o.share}`))
            === asSet(b.observers.map(o => `${o.actor}@${o.patron}*${o.share}`));
}
