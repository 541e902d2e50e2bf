// SPDX-License-Identifier: Apache-2.0
// The tree of a back-test (docs/backtest.md), and what the charts read out of it. Nothing is scored here.
import type {NoticePart, Num} from '../engine/tree';
import type {Asked} from '../evidence/asked';
import type {Words} from '../words/catalogue';
import {modelLabel} from '../words/models';
import {said} from '../words/said';

export interface Interval { low: Num; high: Num }

export interface Difference { n: number; groups: number; mean: Num; low: Num; high: Num; p: Num }

export interface Scored {
    id: string;
    model: string;
    title: string;
    distribution: boolean;
    fitted: {how: string; folds: number} | null;
    n: number;
    statuses: Record<string, number>;
    why: string | null;
    mae: Num;
    rmse: Num;
    hit10: Num;
    crps: Num;
    log: Num;
    brier: Num;
    pit: Num[] | null;
    coverage: {level: number; covered: Num; width: Num}[] | null;
    reliability: {from: number; to: number; n: number; forecast: Num; came: Num}[] | null;
    interval: {crps: Interval; mae: Interval} | null;
    difference: {crps: Difference; absolute_error: Difference} | null;
}

export interface Backtest {
    summitry: string;
    seed: number;
    resamples: number;
    folds: number;
    baseline: string;
    cases: {issues: number; scored: number; groups: number; unknown_outcome: number; too_few_actors: number; with_status_quo: number; capability: string; sha256: string};
    models: Scored[];
    notices: string[];
    notice_parts?: NoticePart[];
}

/** Those with a forecast to score, the least error first. */
export function ranked(b: Backtest): Scored[] {
    return b.models.filter(m => m.n > 0 && m.crps !== null).sort((x, y) => (x.crps ?? 0) - (y.crps ?? 0));
}

/** Those without any forecast, by what they say of it. */
export function silent(b: Backtest): [why: string, models: Scored[]][] {
    const whys = new Map<string, Scored[]>();
    for (const m of b.models.filter(o => o.n === 0))
        whys.set(m.why ?? '', [...whys.get(m.why ?? '') ?? [], m]);
    return [...whys];
}

/** Those compared with the baseline, the best first; a model that says what the baseline says is no comparison. */
export function compared(b: Backtest): (Scored & {difference: {crps: Difference}})[] {
    return ranked(b)
        .filter((m): m is Scored & {difference: {crps: Difference; absolute_error: Difference}} => m.difference !== null && m.difference.crps.mean !== null && !(m.difference.crps.low === 0 && m.difference.crps.high === 0))
        .sort((x, y) => (x.difference.crps.mean ?? 0) - (y.difference.crps.mean ?? 0));
}

/** Those whose chances can be checked; of a model that was refitted out of fold, that row is the fair one. */
export function calibrated(b: Backtest): Scored[] {
    return ranked(b).filter(m => m.pit !== null && !isInSample(b, m));
}

/** Fitted to what it forecasts, while a row beside it was not: that one is the fair one. */
function isInSample(b: Backtest, m: Scored): boolean {
    return b.models.some(o => o !== m && o.model === m.model && o.fitted?.how === 'out_of_fold' && m.fitted?.how !== 'out_of_fold');
}

export type Verdict = 'better' | 'worse' | 'open';

/** Whether the interval of a difference is clear of nothing; less is better. */
export function verdictOf(d: Difference): Verdict {
    return d.high !== null && d.high < 0 ? 'better' : d.low !== null && d.low > 0 ? 'worse' : 'open';
}

/** "Probabilistic Condorcet · uniform", "Heaped compromise · refitted". */
export function scoredName(m: Pick<Scored, 'id' | 'model' | 'title'>, words: Words): string {
    const name = modelLabel({id: m.model, title: m.title}, words.lang), variant = m.id.slice(m.model.length + 1);
    return variant === '' ? name : `${name} · ${variant === 'cv' ? words.t('record.cv') : said(variant, words.lang)}`;
}

/** The least error among those with a forecast of every issue; none that is in-sample. */
export function fairest(b: Backtest): Scored | null {
    return ranked(b).find(m => m.n === b.cases.scored && !isInSample(b, m)) ?? null;
}

/** Where a score comes from: what was scored and how, and what it is a number of. */
export function scoreOf(b: Backtest, m: Scored, what: string, number: string, words: Words, ...says: string[]): Asked {
    const {cases} = b;
    return {
        kind: 'read', title: `${scoredName(m, words)}: ${what}`, number,
        says: [...says, words.t('record.own.cases', {scored: cases.scored, issues: cases.issues, groups: cases.groups, unknown: cases.unknown_outcome, few: cases.too_few_actors})],
    };
}
