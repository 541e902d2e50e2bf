// SPDX-License-Identifier: Apache-2.0
// What a change did to the deal: whether there is one, what settles, where the models end an issue, who blocks.
import {spread} from '../engine/spread';
import type {Issue, Model} from '../engine/tree';
import {placeOf} from '../issues/outcomes';
import type {Side, Sides} from './sides';

/* A middle that moves by less of the scale is the same place to the eye. */
const NEAR = 0.01;

export interface CountMove { from: number; to: number; total: number }

export function agreement({before, now}: Sides): CountMove[] {
    const reached = (side: Side) => side.models.filter(m => m.agreement.reached).length;
    const from = reached(before), to = reached(now);
    return from === to ? [] : [{from, to, total: now.models.length}];
}

export interface OddsMove { from: [low: number, high: number]; to: [low: number, high: number] }

export function agreementOdds({before, now, drawnAlike}: Sides): OddsMove[] {
    const odds = (side: Side) => spread(side.models.map(m => m.agreement.probability));
    const a = odds(before), b = odds(now), percent = (p: number) => Math.round(100 * p);
    return drawnAlike && a && b && (percent(a.low) !== percent(b.low) || percent(a.high) !== percent(b.high))
        ? [{from: [a.low, a.high], to: [b.low, b.high]}] : [];
}

const settledUnder = (side: Side, issue: Issue) => side.models.filter(m => m.outcome[issue.id]?.settled).length;

export interface IssueCount extends CountMove { issue: Issue }

/** Largest change first. */
export function settling({before, now}: Sides): IssueCount[] {
    return now.tree.issues
        .map(issue => ({issue, from: settledUnder(before, issue), to: settledUnder(now, issue), total: now.models.length}))
        .filter(s => s.from !== s.to)
        .sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from));
}

export interface PlaceMove { issue: Issue; from: number; to: number; /** Under no model or under every one, before and now. */ stays: 'open' | 'settled' | null }

const spanOf = (issue: Issue) => Math.abs(issue.scale[1] - issue.scale[0]) || 1;
const middlePlace = (models: readonly Model[], issue: Issue) => spread(models.map(m => placeOf(m.outcome[issue.id])))?.middle;

/** Where the models' middle place moved, the longest way of its scale first. */
export function places({before, now}: Sides): PlaceMove[] {
    return now.tree.issues
        .flatMap((issue): PlaceMove[] => {
            const from = middlePlace(before.models, issue), to = middlePlace(now.models, issue);
            if (from === undefined || to === undefined || Math.abs(to - from) / spanOf(issue) < NEAR)
                return [];
            const was = settledUnder(before, issue), is = settledUnder(now, issue);
            return [{issue, from, to, stays: was + is === 0 ? 'open' : was === before.models.length && is === now.models.length ? 'settled' : null}];
        })
        .sort((a, b) => Math.abs(b.to - b.from) / spanOf(b.issue) - Math.abs(a.to - a.from) / spanOf(a.issue));
}

export interface PlaceCount { issue: Issue; n: number; total: number }

/** Issues whose middle stays while some models end them elsewhere. */
export function placesUnderSome(sides: Sides): PlaceCount[] {
    const moved = new Set(places(sides).map(p => p.issue.id));
    return sides.now.tree.issues.filter(i => !moved.has(i.id)).flatMap(issue => {
        const n = sides.pairs.filter(([a, b]) => {
            const from = placeOf(a.outcome[issue.id]), to = placeOf(b.outcome[issue.id]);
            return from != null && to != null && Math.abs(to - from) / spanOf(issue) >= NEAR;
        }).length;
        return n ? [{issue, n, total: sides.pairs.length}] : [];
    });
}

export interface BlockMove extends CountMove { who: string }

export function blockers({before, now}: Sides): BlockMove[] {
    const count = (side: Side, who: string) => side.models.filter(m => m.agreement.blocked_by.includes(who)).length;
    const all = new Set([before, now].flatMap(side => side.models.flatMap(m => m.agreement.blocked_by)));
    return [...all].map(who => ({who, from: count(before, who), to: count(now, who), total: now.models.length})).filter(b => b.from !== b.to)
        .sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from));
}
