// SPDX-License-Identifier: Apache-2.0
// Which part of what a claim is scored as turned: parts that a reader could check against the tree, counted over the models.
import type {Claim, Condition, Model, Num, Quantity} from '../engine/tree';
import {EVEN} from '../engine/spread';
import type {Side, Sides} from './sides';

const EQUAL = 1e-9;

/** A quantity at the inputs' middle values under one model; null where the tree does not hold it. */
function valueOf(q: Quantity | number, side: Side, model: Model): Num {
    if (typeof q === 'number')
        return q;
    const gains = q.actors.map(a => model.gains[a]), totals = gains.map(g => g?.total);
    const known = totals.filter((x): x is number => typeof x === 'number'), first = gains[0];
    switch (q.what) {
    case 'gain': return q.part === null ? first?.total ?? null
        : q.part === 'outcome' || q.part === 'standing' || q.part === 'face' ? first?.[q.part] ?? null : null;
    case 'gain_no_deal': return first?.no_deal ?? null;
    case 'shortfall': return first?.shortfall ?? null;
    case 'least_gain': return known.length && known.length === totals.length ? Math.min(...known) : null;
    case 'total_gain': return known.length && known.length === totals.length ? known.reduce((a, b) => a + b, 0) : null;
    case 'outcome': return q.issue === null ? null : model.outcome[q.issue]?.point ?? null;
    case 'settled_share': {
        const settled = side.tree.issues.map(i => model.outcome[i.id]?.settled);
        return settled.length && settled.every(s => typeof s === 'boolean') ? 100 * settled.filter(Boolean).length / settled.length : null;
    }
    default: return null;
    }
}

function compares({left, is, right}: Condition, side: Side, model: Model): boolean | null {
    if (left === undefined || right === undefined)
        return null;
    const a = valueOf(left, side, model);
    const b = Array.isArray(right) ? right[0] : valueOf(right, side, model), top = Array.isArray(right) ? right[1] : b;
    if (a === null || b === null || top === null)
        return null;
    switch (is) {
    case 'above': return a > b;
    case 'below': return a < b;
    case 'at_least': return a >= b;
    case 'at_most': return a <= b;
    case 'equals': return Math.abs(a - b) <= EQUAL;
    case 'between': return a >= b && a <= top;
    default: return null;
    }
}

/** Three-valued, as the engine has it. */
export function holdsAt(c: Condition, side: Side, model: Model): boolean | null {
    const parts = () => (c.parts ?? []).map(p => holdsAt(p, side, model));
    const among = (list: (boolean | null)[], decides: boolean) => list.includes(decides) ? decides : list.includes(null) ? null : !decides;
    switch (c.kind) {
    case 'all': return among(parts(), false);
    case 'any': return among(parts(), true);
    case 'not': { const [p = null] = parts(); return p === null ? null : !p; }
    case 'agreement': return model.agreement.reached === null ? null : model.agreement.reached === (c.wanted ?? true);
    case 'settled': return model.outcome[c.issue ?? '']?.settled ?? null;
    case 'seated': return (c.actors ?? []).every(a => side.tree.table.seats.includes(a));
    case 'win_win': return among((c.actors ?? []).map(a => { const x = model.gains[a]?.total; return x == null ? null : x > EVEN; }), false);
    case 'compare': return compares(c, side, model);
    }
}

export interface Turned { part: Condition; from: number; to: number; total: number }

/** Of the parts that all have to hold, the one that turned under most models in the claim's direction. */
export function turnedPart(claim: Claim, sides: Sides, rises: boolean): Turned | null {
    if (!claim.holds)
        return null;
    const parts = claim.holds.kind === 'all' ? claim.holds.parts ?? [] : [claim.holds];
    const count = (part: Condition, side: Side) => side.models.filter(m => holdsAt(part, side, m)).length;
    const [first] = parts
        .map(part => ({part, from: count(part, sides.before), to: count(part, sides.now), total: sides.now.models.length}))
        .filter(p => rises ? p.to > p.from : p.to < p.from)
        .sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from));
    return first ?? null;
}
