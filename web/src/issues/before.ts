// SPDX-License-Identifier: Apache-2.0
// What a change did to an issue: under how many models it settled before, and where their middle was.
import {spread} from '../engine/spread';
import type {Issue, Model} from '../engine/tree';
import type {Words} from '../words/catalogue';
import {marksOf, placeOf} from './outcomes';

/* Less of the scale is the same place to the eye. */
const NEAR = 0.01;

export function changesOf(issue: Issue, before: readonly Model[], models: readonly Model[], words: Words): string {
    const settled = (list: readonly Model[]) => list.filter(m => m.outcome[issue.id]?.settled).length;
    const middle = (list: readonly Model[]) => spread(list.map(m => placeOf(m.outcome[issue.id])))?.middle;
    const span = Math.abs(issue.scale[1] - issue.scale[0]) || 1, from = middle(before), to = middle(models);
    return [
        settled(before) !== settled(models) ? words.t('changed.settled', {n: settled(before), total: before.length}) : '',
        from !== undefined && to !== undefined && Math.abs(to - from) / span >= NEAR ? words.t('changed.place', {from: words.near(from, to, span), to: words.near(to, from, span)}) : '',
    ].filter(Boolean).join(' · ');
}

/** Whether the marks of a strip would be others. */
export function marksMoved(issue: Issue, before: readonly Model[], models: readonly Model[], near: number): boolean {
    const said = (list: readonly Model[]) => JSON.stringify(marksOf(issue, list, near).map(m => [m.settled, m.models.map(x => x.id).sort()]));
    const span = Math.abs(issue.scale[1] - issue.scale[0]) || 1;
    const place = (list: readonly Model[], id: string) => placeOf(list.find(m => m.id === id)?.outcome[issue.id]) ?? NaN;
    return said(before) !== said(models) || models.some(m => Math.abs(place(models, m.id) - place(before, m.id)) / span >= NEAR);
}
