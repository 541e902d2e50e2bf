// SPDX-License-Identifier: Apache-2.0
// Each model's error less the baseline's on the same issues, with its interval: filled where that is clear of nothing.
import {scaleLinear} from 'd3-scale';
import {Asks} from '../evidence/Asks';
import {useWords} from '../words/context';
import {scoredName, scoreOf, verdictOf, type Backtest, type Difference, type Scored} from './backtest';

export function Differences({tree, what, says, rows}: {tree: Backtest; /** Compared with whom, and how, in words. */ what: string; says: string; rows: (Scored & {difference: {crps: Difference}})[]}) {
    const words = useWords();
    const {t} = words;
    const ends = rows.flatMap(({difference: {crps: d}}) => [d.low ?? 0, d.high ?? 0, d.mean ?? 0]);
    const x = scaleLinear().domain([Math.min(0, ...ends), Math.max(0, ...ends)]).range([2, 98]).nice(6);
    return (
        <>
            <ol class="factors differences">
                <li class="axis" aria-hidden="true"><span class="track">{x.ticks(6).map(v => <span key={v} class={v === 0 ? 'zero' : ''} style={{left: `${x(v)}%`}}>{words.points(v)}</span>)}</span></li>
                {rows.map(m => {
                    const d = m.difference.crps, verdict = verdictOf(d), mean = words.signedDecimal(d.mean, 1), range = t('evidence.range', {low: words.signedDecimal(d.low, 1), high: words.signedDecimal(d.high, 1)});
                    return (
                        <li key={m.id} class={`factor ${verdict === 'better' ? 'up' : verdict === 'worse' ? 'down' : 'even'}`} data-model={m.id}>
                            <span class="what"><span><span class="name">{scoredName(m, words)}</span><span class="soft ways">{t(`record.${verdict}`)}</span></span></span>
                            <span class="track" aria-hidden="true">
                                <span class="zero" style={{left: `${x(0)}%`}} />
                                {d.low !== null && d.high !== null && <span class="whisker" style={{left: `${x(d.low)}%`, width: `${x(d.high) - x(d.low)}%`}} />}
                                <span class={`diamond ${verdict}`} style={{left: `${x(d.mean ?? 0)}%`}} />
                            </span>
                            <span class="value num"><Asks of={scoreOf(tree, m, what, mean, words, range, says)} text={`${mean}, ${range}`} class="block"><strong>{mean}</strong><span class="sub">{range}</span></Asks></span>
                        </li>
                    );
                })}
            </ol>
            <ul class="key">
                <li class="up"><svg width="14" height="14"><path d="M7 1 13 7 7 13 1 7Z" fill="var(--sign)" /></svg>{t('record.better')}</li>
                <li class="even"><svg width="14" height="14"><path d="M7 1.5 12.5 7 7 12.5 1.5 7Z" fill="var(--paper)" stroke="var(--sign)" stroke-width="1.6" /></svg>{t('record.open')}</li>
                <li class="down"><svg width="14" height="14"><path d="M7 1.5 12.5 7 7 12.5 1.5 7Z" fill="var(--sign-wash)" stroke="var(--sign)" stroke-width="1.8" /></svg>{t('record.worse')}</li>
            </ul>
        </>
    );
}
