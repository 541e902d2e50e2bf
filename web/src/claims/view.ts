// SPDX-License-Identifier: Apache-2.0
// A claim under the models shown: its odds, under how many it holds, and which group that puts it in.
import {spread, type Spread} from '../engine/spread';
import type {Claim, Tree} from '../engine/tree';
import {shownModels} from '../shell/shown';

export interface ClaimView {
    claim: Claim;
    /** Odds over the models shown; null while nothing is drawn. */
    odds: Spread | null;
    pooled: number | null;
    holds: number;
    defined: number;
}

export function viewOf(tree: Tree, model: string | null, claim: Claim): ClaimView {
    const models = shownModels(tree, model);
    const at = models.map(m => claim.at_point[m.id] ?? null).filter(x => x !== null);
    const odds = spread(models.map(m => claim.probability[m.id]?.p));
    const one = models.length === 1 ? models[0] : undefined;
    const pooled = one ? claim.probability[one.id]?.p ?? null : claim.probability['pooled']?.p ?? null;
    return {claim, odds, pooled, holds: at.filter(Boolean).length, defined: at.length};
}

export type Group = 'likely' | 'depends' | 'unlikely' | 'unknown';

/** By odds where there are draws, else by how many models hold it at the middle values. */
export function groupOf(v: ClaimView): Group {
    if (v.pooled !== null && v.odds)
        return v.odds.low >= 0.5 && v.pooled >= 0.6 ? 'likely' : v.odds.high <= 0.5 && v.pooled <= 0.4 ? 'unlikely' : 'depends';
    return v.defined === 0 ? 'unknown' : v.holds === v.defined ? 'likely' : v.holds === 0 ? 'unlikely' : 'depends';
}
