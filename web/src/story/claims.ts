// SPDX-License-Identifier: Apache-2.0
// Which sentences a change made more or less likely; while nothing is drawn, under how many models they hold.
import {viewOf} from '../claims/view';
import type {Claim} from '../engine/tree';
import type {Sides} from './sides';

/* Odds from differently many draws differ a little by themselves: more than this is no accident. */
const BEYOND_NOISE = 0.1;

export interface ClaimMove {
    claim: Claim;
    /** Odds where both sides are drawn, else the share of the models under which it holds. */
    from: number;
    to: number;
    models: {from: number; to: number; total: number} | null;
}

export function claims(sides: Sides, model: string | null): ClaimMove[] {
    return sides.now.tree.claims
        .flatMap((claim): ClaimMove[] => {
            const old = sides.before.tree.claims.find(c => c.id === claim.id);
            if (!old)
                return [];
            const a = viewOf(sides.before.tree, model, old), b = viewOf(sides.now.tree, model, claim);
            if (a.pooled !== null && b.pooled !== null && (sides.drawnAlike || Math.abs(b.pooled - a.pooled) > BEYOND_NOISE))
                return Math.round(100 * a.pooled) !== Math.round(100 * b.pooled) ? [{claim, from: a.pooled, to: b.pooled, models: null}] : [];
            if (!a.defined || !b.defined || a.holds === b.holds)
                return [];
            return [{claim, from: a.holds / a.defined, to: b.holds / b.defined, models: {from: a.holds, to: b.holds, total: b.defined}}];
        })
        .sort((x, y) => Math.abs(y.to - y.from) - Math.abs(x.to - x.from));
}
