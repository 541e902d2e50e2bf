// SPDX-License-Identifier: Apache-2.0
// Each model's error with its interval: the whole forecast as a dot, its middle alone as a square.
import {scaleLinear} from 'd3-scale';
import {Asks} from '../evidence/Asks';
import {useWords} from '../words/context';
import {scoredName, scoreOf, type Backtest, type Scored} from './backtest';

export function Errors({tree, rows, most}: {tree: Backtest; rows: Scored[]; most: number}) {
    const words = useWords();
    const {t} = words;
    const ends = rows.flatMap(m => [m.crps ?? 0, m.mae ?? 0, m.interval?.crps.high ?? 0]);
    const x = scaleLinear().domain([0, Math.max(10, ...ends)]).range([0, 98]).nice(5);
    const far = (v: number | null | undefined) => words.decimal(v, 1);
    return (
        <>
            <ol class="factors errors">
                <li class="axis" aria-hidden="true"><span class="track">{x.ticks(5).map(v => <span key={v} class={v === 0 ? 'first' : ''} style={{left: `${x(v)}%`}}>{words.value(v)}</span>)}</span><span class="value">{t('record.crps.short')}</span></li>
                {rows.map(m => (
                    <li key={m.id} class="factor" data-model={m.id} data-crps={m.crps}>
                        <span class="what"><span><span class="name">{scoredName(m, words)}</span>{m.n < most && <span class="soft ways">{t('record.issues', {n: m.n})}</span>}</span></span>
                        <span class="track" role="img" aria-label={t('record.error.says', {crps: far(m.crps), low: far(m.interval?.crps.low), high: far(m.interval?.crps.high), mae: far(m.mae)})}>
                            <span class="rail" />
                            {m.interval?.crps.low != null && m.interval.crps.high != null && <span class="whisker" style={{left: `${x(m.interval.crps.low)}%`, width: `${x(m.interval.crps.high) - x(m.interval.crps.low)}%`}} />}
                            {m.mae !== null && m.mae !== m.crps && <span class="square" style={{left: `${x(m.mae)}%`}} />}
                            <span class="dot" style={{left: `${x(m.crps ?? 0)}%`}} />
                        </span>
                        <span class="value num"><strong><Asks of={scoreOf(tree, m, t('record.crps'), far(m.crps), words, t('record.error.says', {crps: far(m.crps), low: far(m.interval?.crps.low), high: far(m.interval?.crps.high), mae: far(m.mae)}), t('record.crps.note'))} text={far(m.crps)} /></strong></span>
                    </li>
                ))}
            </ol>
            <ul class="key">
                <li><svg width="24" height="14"><path d="M1 7h22M1 3.5v7M23 3.5v7" class="k-whisker" /><circle cx="12" cy="7" r="5" fill="var(--ink)" /></svg>{t('record.key.crps')}</li>
                <li><svg width="14" height="14"><rect x="2" y="2" width="10" height="10" fill="var(--paper)" stroke="var(--ink)" stroke-width="1.6" /></svg>{t('record.key.mae')}</li>
            </ul>
        </>
    );
}
