// SPDX-License-Identifier: Apache-2.0
// The state in the address: what follows # is a view, so that a link is one. The token stays where it is, before #.
import {NONE, type Estimate, type Table, type Variation} from '../engine/variation';

export interface Place {
    scenario: string | null;
    lang: string | null;
    tab: string | null;
    model: string | null;
    /** Draws asked for; null: the engine's own number. */
    draws: number | null;
    /** What is asked of in the view of what moves it. */
    question: string | null;
    variation: Variation;
    /** What of an address was not understood. */
    ignored?: string[];
}

const NAME = /^[a-z][a-z0-9_-]*$/;
const names = (text: string) => text.split('.').filter(n => NAME.test(n));

function numberOf(text: string | undefined, otherwise: number): number {
    const x = Number(text);
    return text !== undefined && text !== '' && Number.isFinite(x) ? x : otherwise;
}

function tableText(t: Table): [string, string][] {
    return [
        ['seats', t.seats.join('.')],
        ['observers', t.observers.map(o => `${o.actor}@${o.patron}*${o.share}`).join('~')],
        ['door', t.ratifiers.map(r => (r.tolerance ? `${r.actor}*${r.tolerance}` : r.actor)).join('~')],
        ['absent', t.absent.join('.')],
    ];
}

function readTable(q: URLSearchParams): Table | null {
    if (!q.has('seats'))
        return null;
    const observers = (q.get('observers') ?? '').split('~').flatMap(text => {
        const [who = '', share] = text.split('*');
        const [actor = '', patron = ''] = who.split('@');
        return NAME.test(actor) && NAME.test(patron) ? [{actor, patron, share: numberOf(share, 0.5)}] : [];
    });
    const ratifiers = (q.get('door') ?? '').split('~').flatMap(text => {
        const [actor = '', tolerance] = text.split('*');
        return NAME.test(actor) ? [{actor, tolerance: numberOf(tolerance, 0)}] : [];
    });
    return {seats: names(q.get('seats') ?? ''), observers, ratifiers, absent: names(q.get('absent') ?? '')};
}

function estimateText(e: Estimate): string {
    if (typeof e === 'number')
        return String(e);
    return 'mode' in e ? `${e.low}~${e.mode}~${e.high}` : `${e.low}~${e.high}`;
}

function readEstimate(text: string): Estimate | null {
    const parts = text.split('~').map(Number);
    const [a, b, c] = parts;
    if (!parts.every(Number.isFinite) || a === undefined)
        return null;
    if (b === undefined)
        return a;
    return c === undefined ? {low: a, high: b, shape: 'uniform'} : {low: a, mode: b, high: c};
}

export function writeAddress(p: Place): string {
    const q: [string, string][] = [];
    for (const [key, value] of [['scenario', p.scenario], ['lang', p.lang], ['view', p.tab], ['model', p.model], ['draws', p.draws === null ? null : String(p.draws)], ['of', p.question?.replace(': ', '.').replace(':', '.') ?? null]] as const)
        if (value)
            q.push([key, value]);
    if (p.variation.asOf !== null)
        q.push(['day', p.variation.asOf]);
    if (p.variation.table)
        q.push(...tableText(p.variation.table));
    for (const [path, e] of Object.entries(p.variation.changes))
        q.push([`set.${path}`, estimateText(e)]);
    for (const [lever, on] of Object.entries(p.variation.levers))
        q.push([`lever.${lever}`, on ? '1' : '0']);
    return q.filter(([k, v]) => v !== '' || k === 'seats').map(([k, v]) => `${k}=${encodeURIComponent(v).replace(/%40/g, '@').replace(/%2A/g, '*')}`).join('&');
}

function drawsOf(text: string | null): number | null {
    return text !== null && /^\d{1,7}$/.test(text) ? Math.min(1000000, Number(text)) : null;
}

function dayOf(text: string | null): string | null {
    return text !== null && /^\d{4}-\d\d-\d\d$/.test(text) ? text : null;
}

/** gain.ukraine, outcome.territory, claim.win_win: as a claim names it, fit for an address. */
function questionOf(text: string | null): string | null {
    const [, kind, id] = /^(gain|outcome|claim)\.([a-z][a-z0-9_-]*)$/.exec(text ?? '') ?? [];
    return kind && id ? `${kind}:${kind === 'claim' ? '' : ' '}${id}` : null;
}

const PLAIN = ['scenario', 'lang', 'view', 'model'];
const OTHERS = ['draws', 'of', 'day', 'seats', 'observers', 'door', 'absent'];

/** How many a part of the address names; what is read of it must be as many. */
function count(text: string | null, separator: string): number {
    return text ? text.split(separator).length : 0;
}

/** Keys and values that mean nothing here, as they stand in the address. */
function ignoredOf(q: URLSearchParams, place: Place): string[] {
    const {table} = place.variation;
    const read: Record<string, boolean> = {
        draws: place.draws !== null, of: place.question !== null, day: place.variation.asOf !== null,
        seats: table?.seats.length === count(q.get('seats'), '.'), absent: table?.absent.length === count(q.get('absent'), '.'),
        observers: table?.observers.length === count(q.get('observers'), '~'), door: table?.ratifiers.length === count(q.get('door'), '~'),
    };
    return [...q].filter(([key, value]) => {
        if (PLAIN.includes(key))
            return !/^[A-Za-z0-9_-]{1,64}$/.test(value);
        if (OTHERS.includes(key))
            return !read[key];
        return !(key.startsWith('set.') && Object.hasOwn(place.variation.changes, key.slice(4)))
            && !(key.startsWith('lever.') && Object.hasOwn(place.variation.levers, key.slice(6)));
    }).map(([key, value]) => (value ? `${key}=${value}` : key).slice(0, 60));
}

export function readAddress(hash: string): Place {
    const q = new URLSearchParams(hash.replace(/^#/, ''));
    const changes: Record<string, Estimate> = {};
    const levers: Record<string, boolean> = {};
    for (const [key, value] of q) {
        const path = /^set\.([a-z][a-z0-9_.-]*)$/.exec(key)?.[1];
        const e = path ? readEstimate(value) : null;
        if (path && e !== null)
            changes[path] = e;
        const lever = /^lever\.([a-z][a-z0-9_-]*)$/.exec(key)?.[1];
        if (lever)
            levers[lever] = value === '1';
    }
    const plain = (key: string) => {
        const text = q.get(key);
        return text && /^[A-Za-z0-9_-]{1,64}$/.test(text) ? text : null;
    };
    const place: Place = {
        scenario: plain('scenario'), lang: plain('lang'), tab: plain('view'), model: plain('model'), draws: drawsOf(q.get('draws')), question: questionOf(q.get('of')),
        variation: {...NONE, asOf: dayOf(q.get('day')), table: readTable(q), changes, levers},
    };
    const ignored = ignoredOf(q, place);
    return ignored.length ? {...place, ignored} : place;
}
