// SPDX-License-Identifier: Apache-2.0
// What that forecast says here, issue by issue, each on its own scale.
import type {Forecast, Tree} from '../engine/tree';
import {Asks} from '../evidence/Asks';
import {useWords} from '../words/context';

export function Forecasts({tree, forecast}: {tree: Tree; forecast: Forecast}) {
    const words = useWords();
    const {t} = words;
    return (
        <div class="part">
            <h3>{t('record.here')}</h3>
            <p class="soft lead-in">{t('record.here.note')}</p>
            <ol class="factors foretold">
                {tree.issues.map(i => {
                    const f = forecast.issues[i.id], [lo, hi] = i.scale, span = hi - lo;
                    if (f?.median == null || f.q10 == null || f.q90 == null)
                        return null;
                    const at = (v: number) => Math.min(100, Math.max(0, ((v - lo) / span) * 100));
                    const box = (a: number, b: number) => ({left: `${Math.min(at(a), at(b))}%`, width: `${Math.abs(at(b) - at(a))}%`});
                    const say = (v: number | null) => words.value(v, Math.abs(span));
                    const says = f.settled === false ? t('issues.forecastOpen', {x: say(f.median)}) : say(f.median);
                    return (
                        <li key={i.id} class="factor">
                            <span class="what"><span class="name">{i.title}</span></span>
                            <span class="track" role="img" aria-label={t('issues.forecastSays', {middle: say(f.median), low: say(f.q10), high: say(f.q90)})}>
                                <span class="rail" />
                                <span class="eight" style={box(f.q10, f.q90)} />
                                {f.q25 != null && f.q75 != null && <span class="half" style={box(f.q25, f.q75)} />}
                                <span class="median" style={{left: `${at(f.median)}%`}} />
                                {i.status_quo !== null && <span class="quo" style={{left: `${at(i.status_quo)}%`}} />}
                            </span>
                            <span class="value num"><strong><Asks of={{kind: 'forecast', issue: i.id}} text={says}>{f.settled === false ? <small>{says}</small> : says}</Asks></strong><span class="sub">{t('evidence.range', {low: say(f.q10), high: say(f.q90)})}</span></span>
                        </li>
                    );
                })}
            </ol>
            <ul class="key">
                <li><svg width="26" height="14"><rect y="5" width="26" height="4" rx="2" fill="var(--line)" /><rect x="7" y="4" width="12" height="6" fill="var(--soft)" /></svg>{t('issues.key.forecast')}</li>
                <li><svg width="8" height="14"><path d="M4 0v14" stroke="var(--ink)" stroke-width="1.6" stroke-dasharray="3 2" /></svg>{t('issues.quo')}</li>
            </ul>
        </div>
    );
}
