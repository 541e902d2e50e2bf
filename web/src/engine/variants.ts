// SPDX-License-Identifier: Apache-2.0
// A variation as a file has it (docs/variation.md), read back; what the page cannot show as chairs and estimates it leaves to the command line.
import type {Ratifier} from './tree';
import {withEverybody, type Estimate, type Table, type Variation} from './variation';

/** `variation` null: not one that the page can show. */
export interface Variant { name: string; variation: Variation | null }

type Json = Record<string, unknown>;

const isObject = (x: unknown): x is Json => typeof x === 'object' && x !== null && !Array.isArray(x);
const onlyOf = (x: Json, keys: string[]) => Object.entries(x).every(([k, v]) => v === null || keys.includes(k));
const names = (x: unknown): x is string[] => Array.isArray(x) && x.every(v => typeof v === 'string');

function estimateOf(x: unknown): Estimate | null {
    if (typeof x === 'number')
        return x;
    if (!isObject(x) || typeof x['low'] !== 'number' || typeof x['high'] !== 'number')
        return null;
    const {low, high, mode, shape} = x;
    if (typeof mode === 'number' && onlyOf(x, ['low', 'mode', 'high']))
        return {low, mode, high};
    return shape === 'uniform' && onlyOf(x, ['low', 'high', 'shape']) ? {low, high, shape} : null;
}

function ratifiersOf(x: unknown): Ratifier[] | null {
    if (!Array.isArray(x))
        return null;
    const read = x.map(v => (typeof v === 'string' ? {actor: v, tolerance: 0}
        : isObject(v) && typeof v['actor'] === 'string' ? {actor: v['actor'], tolerance: typeof v['tolerance'] === 'number' ? v['tolerance'] : 0} : null));
    return read.every(v => v !== null) ? read : null;
}

function tableOf(x: Json, file: Table): Table | null {
    const observers = x['observers'] ?? [], ratifiers = ratifiersOf(x['ratifiers'] ?? file.ratifiers);
    const good = onlyOf(x, ['seats', 'observers', 'ratifiers', 'absent']) && names(x['seats']) && names(x['absent'] ?? []) && Array.isArray(observers);
    if (!good || !ratifiers)
        return null;
    const read = observers.map(o => (isObject(o) && typeof o['actor'] === 'string' && typeof o['patron'] === 'string' && typeof o['share'] === 'number'
        ? {actor: o['actor'], patron: o['patron'], share: o['share']} : null));
    return read.every(o => o !== null) ? withEverybody({seats: x['seats'] as string[], observers: read, ratifiers, absent: (x['absent'] ?? []) as string[]}, file) : null;
}

export function readVariation(x: unknown, file: Table): Variation | null {
    if (!isObject(x) || !onlyOf(x, ['as_of', 'table', 'changes', 'levers']))
        return null;
    const asOf = x['as_of'] ?? null, changes: Record<string, Estimate> = {}, levers: Record<string, boolean> = {};
    const table = x['table'] == null ? null : isObject(x['table']) ? tableOf(x['table'], file) : undefined;
    if ((asOf !== null && typeof asOf !== 'string') || table === undefined || (table === null && x['table'] != null))
        return null;
    for (const [path, value] of Object.entries(x['changes'] ?? {})) {
        const estimate = estimateOf(value);
        if (estimate === null)
            return null;
        changes[path] = estimate;
    }
    for (const [lever, how] of Object.entries(x['levers'] ?? {})) {
        if (how !== 'pulled' && how !== 'dropped')
            return null;
        levers[lever] = how === 'pulled';
    }
    return {asOf, table, changes, levers};
}
