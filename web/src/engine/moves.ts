// SPDX-License-Identifier: Apache-2.0
// Moving a chair: a table before, a table after. No results here, only who is where.
import type {Table} from './variation';

export type Place =
    | {at: 'seat'}
    | {at: 'observer'; patron: string}
    | {at: 'door'}
    | {at: 'outside'};

export const DEFAULT_SHARE = 0.5;

export function placeOf(t: Table, actor: string): Place {
    if (t.seats.includes(actor))
        return {at: 'seat'};
    const observed = t.observers.find(o => o.actor === actor);
    if (observed)
        return {at: 'observer', patron: observed.patron};
    return {at: isRatifier(t, actor) ? 'door' : 'outside'};
}

export function samePlace(a: Place, b: Place): boolean {
    return a.at === b.at && (a.at !== 'observer' || b.at !== 'observer' || a.patron === b.patron);
}

export function isRatifier(t: Table, actor: string): boolean {
    return t.ratifiers.some(r => r.actor === actor);
}

/** Who is elsewhere than before, or is asked for its yes where it was not. */
export function movedBetween(before: Table, now: Table): string[] {
    const named = (t: Table) => [...t.seats, ...t.observers.map(o => o.actor), ...t.ratifiers.map(r => r.actor), ...t.absent];
    return [...new Set([...named(before), ...named(now)])].filter(a => !samePlace(placeOf(before, a), placeOf(now, a)) || isRatifier(before, a) !== isRatifier(now, a));
}

/** Whom the file neither seats nor leaves out (a candidate, a parliament): nobody pushes it away by leaving it where it was. */
function isBystander(file: Table, actor: string): boolean {
    return !file.seats.includes(actor) && !file.absent.includes(actor) && !file.observers.some(o => o.actor === actor);
}

/** The table with the actor taken off everything but the list of those who must agree. */
function without(t: Table, actor: string): Table {
    return {
        seats: t.seats.filter(a => a !== actor),
        /* Those who stood behind it go outside with it. */
        observers: t.observers.filter(o => o.actor !== actor && o.patron !== actor),
        ratifiers: t.ratifiers,
        absent: [...t.absent.filter(a => a !== actor), ...t.observers.filter(o => o.patron === actor).map(o => o.actor)],
    };
}

export function setRatifier(t: Table, actor: string, on: boolean, tolerance = 0): Table {
    const others = t.ratifiers.filter(r => r.actor !== actor);
    return {...t, ratifiers: on ? [...others, {actor, tolerance}] : others};
}

/** `file` gives the tolerance and the share that the file has for this actor. */
export function move(t: Table, actor: string, to: Place, file: Table = t): Table {
    if (to.at === 'seat' && t.seats.includes(actor))
        return t;
    const rest = to.at === 'observer' && placeOf(t, actor).at !== 'seat'
        ? {...t, observers: t.observers.filter(o => o.actor !== actor), absent: t.absent.filter(a => a !== actor)}
        : without(t, actor);
    /* A right to refuse that the file gives comes back with the chair. */
    const right = file.ratifiers.find(r => r.actor === actor);
    const asked = right && !isRatifier(rest, actor) ? setRatifier(rest, actor, true, right.tolerance) : rest;
    const away = isBystander(file, actor) ? rest : {...rest, absent: [...rest.absent, actor]};
    switch (to.at) {
    case 'seat': {
        /* A seat of the file keeps its side of the table. */
        const order = [...file.seats, ...rest.seats.filter(a => !file.seats.includes(a))];
        const seats = [...rest.seats, actor];
        return {...asked, seats: [...order.filter(a => seats.includes(a)), ...seats.filter(a => !order.includes(a))]};
    }
    case 'observer': {
        const share = file.observers.find(o => o.actor === actor)?.share ?? DEFAULT_SHARE;
        return {...asked, observers: [...rest.observers, {actor, patron: to.patron, share}]};
    }
    case 'door': {
        const tolerance = file.ratifiers.find(r => r.actor === actor)?.tolerance ?? 0;
        return setRatifier(away, actor, true, tolerance);
    }
    case 'outside':
        /* What is seen is what holds: whoever must agree stands at the door, whoever is outside need not be asked. */
        return setRatifier(away, actor, false);
    }
}

/** The same places as they stand in the picture, the farthest up first: up from the door or from outside leads to the table. */
export function placesUpright(t: Table, actor: string): Place[] {
    const [seat, ...others] = placesFor(t, actor);
    const behind = others.filter(p => p.at === 'observer');
    return [...behind, ...(seat ? [seat] : []), ...others.filter(p => p.at !== 'observer')];
}

/** Where an actor can go, the table first. */
export function placesFor(t: Table, actor: string): Place[] {
    return [
        {at: 'seat'},
        ...t.seats.filter(s => s !== actor).map(patron => ({at: 'observer' as const, patron})),
        {at: 'door'},
        {at: 'outside'},
    ];
}
