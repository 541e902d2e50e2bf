// SPDX-License-Identifier: Apache-2.0
// The days on which something is dated, and where they lie on an axis. No results here.
import type {DatedEvent, Lever, TimelineTree, TimeState} from './tree';
import type {Num} from '../engine/tree';
import type {Filling} from '../words/catalogue';
import type {Key} from '../words/en';

export interface Stop {
    date: string;
    events: DatedEvent[];
    begins: Lever[];
    ends: Lever[];
    /** The state that holds from this day. */
    state: TimeState | null;
}

const DAY_MS = 86_400_000;

export const timeOf = (date: string) => Date.parse(`${date}T00:00:00Z`);
export const dateOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The state that holds on a day. */
export function stateOn(tree: TimelineTree, date: string | null): TimeState | null {
    return tree.states.find(s => date !== null && (s.from === null || s.from <= date) && (s.next === null || date < s.next)) ?? tree.states.find(s => s.as_of) ?? tree.states[0] ?? null;
}

/** Every day on which something is dated, and the day that the file looks at; one day earlier, where what held before is known. */
export function stopsOf(tree: TimelineTree): Stop[] {
    const dates = new Set<string>(tree.events.map(e => e.date));
    for (const l of tree.levers) {
        if (l.from !== null)
            dates.add(l.from);
        if (l.ends !== null && l.from !== null)
            dates.add(l.ends);
    }
    if (tree.day !== null)
        dates.add(tree.day);
    const sorted = [...dates].sort();
    const first = sorted[0];
    if (first !== undefined && tree.states[0]?.from === null && tree.states.length > 1)
        sorted.unshift(dateOf(timeOf(first) - DAY_MS));
    return sorted.map(date => ({
        date,
        events: tree.events.filter(e => e.date === date),
        begins: tree.levers.filter(l => l.from === date),
        ends: tree.levers.filter(l => l.ends === date),
        state: tree.states.find(s => s.from === date) ?? null,
    }));
}

/** The last stop up to a day; the first where the day is before all. */
export function stopAt(stops: readonly Stop[], date: string | null): number {
    return Math.max(0, stops.filter(s => date !== null && s.date <= date).length - 1);
}

/**
 * From when on the stops crowd: the day after which the most stops lie in the least time. Null where they are spread about evenly.
 */
export function crowdedFrom(stops: readonly Stop[]): string | null {
    const times = stops.map(s => timeOf(s.date));
    const first = times[0], last = times[times.length - 1];
    if (first === undefined || last === undefined || last === first || times.length < 5)
        return null;
    const gaps = times.map((t, i) => (times.length - i) / times.length - (last - t) / (last - first));
    const best = Math.max(...gaps);
    return best > 0.3 ? stops[gaps.indexOf(best)]?.date ?? null : null;
}

/** The status quo of an issue in each state: the answer's own in the state looked at, from there by what changed. */
export function quoOver(tree: TimelineTree, issue: string): Num[] {
    const path = `issues.${issue}.status_quo`;
    const at = Math.max(0, tree.states.findIndex(s => s.as_of));
    const quo: Num[] = tree.states.map(() => tree.issues.find(i => i.id === issue)?.status_quo ?? null);
    for (let s = at; s > 0; s--) {
        const change = tree.states[s]?.changed.find(c => c.path === path);
        quo[s - 1] = change ? change.before : quo[s] ?? null;
    }
    for (let s = at + 1; s < tree.states.length; s++) {
        const change = tree.states[s]?.changed.find(c => c.path === path);
        quo[s] = change ? change.after : quo[s - 1] ?? null;
    }
    return quo;
}

/** Places as near to those wanted as can be while each keeps its distance from the next; all within 0 to `most`. */
export function spreadOut(wanted: readonly number[], apart: number, most: number): number[] {
    const step = wanted.length > 1 ? Math.min(apart, most / (wanted.length - 1)) : apart;
    /* Blocks of touching places, each at the mean of what its members want. */
    const blocks: {n: number; sum: number; first: number}[] = [];
    wanted.forEach(w => {
        blocks.push({n: 1, sum: w, first: w});
        for (;;) {
            const last = blocks[blocks.length - 1], before = blocks[blocks.length - 2];
            if (!last)
                break;
            const width = (last.n - 1) * step;
            last.first = Math.max(0, Math.min(most - width, last.sum / last.n - width / 2));
            if (!before || before.first + before.n * step <= last.first)
                break;
            before.sum += last.sum;
            before.n += last.n;
            blocks.pop();
        }
    });
    return blocks.flatMap(b => Array.from({length: b.n}, (_, k) => b.first + k * step));
}

/** How many models have an answer in a state. */
export function answersOf(state: TimeState): number {
    return Object.values(state.models).filter(m => m.status !== 'undefined').length;
}

/** Whether anything that is shown of an issue differs between two states. */
export function moves(tree: TimelineTree, issue: string, model: string | null): boolean {
    const seen = new Set(tree.states.map(s => {
        const o = s.outcome[issue], m = model === null ? null : s.models[model]?.outcome[issue];
        return JSON.stringify([o?.low, o?.middle, o?.high, o?.settled, m?.point]);
    }));
    return seen.size > 1;
}

/** What a stop is called: its first event, else the lever that begins or ends, else what day it is. */
export function titleOf(stop: Stop, stops: readonly Stop[], fileDay: string | null, t: (key: Key, filling?: Filling) => string): string {
    const ends = stop.ends.map(l => t('timeline.ends', {what: l.title}));
    return stop.events[0]?.title ?? stop.begins[0]?.title ?? ends[0] ?? t(stop === stops[0] && stop.date !== fileDay ? 'timeline.before' : 'timeline.fileDay');
}
