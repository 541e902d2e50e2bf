// SPDX-License-Identifier: Apache-2.0
// The forecast's record: how far off it was, beside the plain compromise, and how often its range held what came.
import type {Forecast, ForecastRecord, Tree} from '../engine/tree';
import type {Asked} from '../evidence/asked';
import {Asks} from '../evidence/Asks';
import {useWords} from '../words/context';
import {modelLabel} from '../words/models';
import {said} from '../words/said';

export function Fared({tree, forecast, record}: {tree: Tree; forecast: Forecast; record: ForecastRecord}) {
    const words = useWords();
    const {t} = words;
    const titleOf = (id: string) => modelLabel(tree.models.find(m => m.id === id) ?? {id, title: forecast.model === id ? forecast.title ?? id : id}, words.lang);
    const name = titleOf(forecast.model ?? ''), {baseline} = record;
    const most = Math.max(record.mae ?? 0, record.crps ?? 0, baseline?.mae ?? 0, baseline?.crps ?? 0) * 1.12 || 1;
    const far = (x: number | null | undefined) => words.decimal(x, 1);
    const rows = [
        {id: 'mae', title: t('record.off'), note: t('record.off.note'), own: record.mae, base: baseline?.mae ?? null},
        {id: 'crps', title: t('record.crps'), note: t('record.crps.note'), own: record.crps, base: baseline?.crps ?? null},
    ];
    const read = (what: string, number: string): Asked => ({
        kind: 'read', title: t('asked.record', {what}), number,
        says: [t('record.data', {n: record.issues ?? 0, groups: record.groups ?? 0, data: said(record.data, words.lang), how: said(record.how ?? '', words.lang)}), record.silent_on ? said(record.silent_on, words.lang) : ''],
    });
    return (
        <div class="part">
            <h3>{t('record.fared', {name})}</h3>
            <p class="lead-in">{t('record.data', {n: record.issues ?? 0, groups: record.groups ?? 0, data: said(record.data, words.lang), how: said(record.how ?? '', words.lang)})}</p>
            <ol class="factors fared">
                {rows.map(r => r.own != null && (
                    <li key={r.id} class="factor">
                        <span class="what"><span><span class="name">{r.title}</span><span class="soft ways">{r.note}</span></span></span>
                        <span class="track" role="img" aria-label={t('record.pair', {name, x: far(r.own), base: baseline ? titleOf(baseline.model) : '', y: far(r.base)})}>
                            <span class="bar own" style={{width: `${(100 * r.own) / most}%`}} />
                            {r.base != null && <span class="bar base" style={{width: `${(100 * r.base) / most}%`}} />}
                        </span>
                        <span class="value num"><strong><Asks of={read(r.title, far(r.own))} text={far(r.own)} /></strong>{r.base != null && <span class="sub"><Asks of={read(`${r.title}, ${titleOf(baseline?.model ?? '')}`, far(r.base))} text={far(r.base)} /></span>}</span>
                    </li>
                ))}
                {record.inside_80 != null && (
                    <li class="factor">
                        <span class="what"><span><span class="name">{t('record.inside')}</span><span class="soft ways">{t('record.inside.note')}</span></span></span>
                        <span class="track inside" role="img" aria-label={t('record.inside.says', {share: words.odds(record.inside_80)})}>
                            <span class="bar whole" /><span class="bar own" style={{width: `${100 * record.inside_80}%`}} /><span class="claimed" style={{left: '80%'}} />
                        </span>
                        <span class="value num"><strong><Asks of={read(t('record.inside'), words.odds(record.inside_80))} text={words.odds(record.inside_80)} /></strong></span>
                    </li>
                )}
            </ol>
            <ul class="key">
                <li><svg width="24" height="14"><rect y="3" width="24" height="8" class="k-own" /></svg>{name}</li>
                {baseline && <li><svg width="24" height="14"><rect x=".75" y="3" width="22.5" height="8" class="k-base" /></svg>{t('record.baseline', {name: titleOf(baseline.model)})}</li>}
                {record.inside_80 != null && <li><svg width="8" height="14"><path d="M4 0v14" class="k-claimed" /><path d="M4 0v14" /></svg>{t('record.claimed')}</li>}
            </ul>
            {record.silent_on && <p class="caution">{said(record.silent_on, words.lang)}</p>}
        </div>
    );
}
