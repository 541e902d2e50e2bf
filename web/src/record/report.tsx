// SPDX-License-Identifier: Apache-2.0
// The report of `backtest --html`: what it was scored on, the charts as on the page, and what a reader must know of them.
import type {Kind, PartProps} from '../report/kind';
import {Said} from '../report/Opening';
import '../shell/factors.css';
import {useWords} from '../words/context';
import {said} from '../words/said';
import {fairest, scoredName, type Backtest} from './backtest';
import {OwnTable} from './OwnTable';
import './record.css';

function Scoring({own}: PartProps<Backtest>) {
    const words = useWords();
    const {t} = words;
    const {cases} = own, best = fairest(own), base = own.models.find(m => m.id === own.baseline);
    const two = (x: number | null | undefined) => words.decimal(x, 2), signed = (x: number | null | undefined) => words.signedDecimal(x, 2);
    const d = best && best.id !== own.baseline ? best.difference?.crps : null;
    return (
        <dl class="digest">
            {best && (
                <Said topic={t('record.best')}>
                    {t('record.best.says', {name: scoredName(best, words), crps: two(best.crps), mae: two(best.mae)})}
                    {d && base && ` ${t('record.best.against', {base: scoredName(base, words), d: signed(d.mean), low: signed(d.low), high: signed(d.high)})}`}
                </Said>
            )}
            <Said topic={t('record.scored')}>{t('record.own.cases', {scored: cases.scored, issues: cases.issues, groups: cases.groups, unknown: cases.unknown_outcome, few: cases.too_few_actors})} {t('record.withQuo', {n: cases.with_status_quo})}</Said>
            <Said topic={t('record.capability')}>{t(cases.capability === 'equal' ? 'record.capability.equal' : 'record.capability.column')}</Said>
            <Said topic={t('record.intervals')}>{t('record.intervals.say', {n: own.resamples, folds: own.folds})}</Said>
        </dl>
    );
}

function Record({own}: PartProps<Backtest>) {
    const words = useWords();
    const {t} = words;
    const lost = own.models.filter(m => (m.statuses['not_converged'] ?? 0) > 0), silent = own.models.filter(m => m.why && m.n > 0);
    return (
        <section class="view charted record" aria-labelledby="record-title">
            <header><h2 id="record-title">{t('record.reportTitle')}</h2></header>
            <OwnTable tree={own} />
            <ul class="soft notices">
                {silent.map(m => <li key={m.id}>{t('record.missing', {name: scoredName(m, words), n: m.statuses['undefined'] ?? 0, why: said(m.why ?? '', words.lang)})}</li>)}
                {lost.map(m => <li key={m.id}>{t('record.lost', {name: scoredName(m, words), n: m.statuses['not_converged'] ?? 0})}</li>)}
                <li>{t('record.table')} <code>{own.cases.sha256}</code></li>
            </ul>
        </section>
    );
}

export const backtest: Kind<Backtest> = {
    heading: 'record.heading',
    hash: own => own.cases.sha256,
    about: 'record.note',
    Opening: Scoring,
    parts: [{id: 'record', title: 'record.reportTitle', Component: Record}],
};
