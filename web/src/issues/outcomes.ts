// SPDX-License-Identifier: Apache-2.0
// Models that end an issue at the same place are one mark with their number in it.
import type {Issue, IssueOutcome, Model, Num} from '../engine/tree';

export interface Mark { at: number; models: Model[]; settled: boolean }

/** Where a model ends an issue: what settles, or what was proposed and stays open. */
export function placeOf(o: IssueOutcome | undefined): Num | undefined {
    return o?.settled ? o.point : o?.solution;
}

/** `near`: share of the scale within which two marks would lie on one another. */
export function marksOf(issue: Issue, models: readonly Model[], near: number): Mark[] {
    const span = Math.abs(issue.scale[1] - issue.scale[0]) || 1;
    const marks: Mark[] = [];
    const placed = models
        .flatMap(model => {
            const o = model.outcome[issue.id];
            const at = placeOf(o);
            return o && at != null ? [{model, at, settled: o.settled === true}] : [];
        })
        .sort((a, b) => a.at - b.at);
    for (const {model, at, settled} of placed) {
        const last = marks.filter(m => m.settled === settled).pop();
        if (last && Math.abs(at - last.at) / span < near) {
            last.at = (last.at * last.models.length + at) / (last.models.length + 1);
            last.models.push(model);
        } else {
            marks.push({at, models: [model], settled});
        }
    }
    return marks;
}

/** Whose limits the models' proposals pass, and under how many of them. */
export function limitsPassed(issue: Issue, models: readonly Model[]): [actor: string, n: number][] {
    const count = new Map<string, number>();
    for (const m of models)
        for (const actor of m.outcome[issue.id]?.outside_limit_of ?? [])
            count.set(actor, (count.get(actor) ?? 0) + 1);
    return [...count].sort((a, b) => b[1] - a[1]);
}
