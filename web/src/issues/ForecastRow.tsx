// SPDX-License-Identifier: Apache-2.0
// The forecast with a track record, as a band: half of such issues ended in the dark part, eight of ten in the whole.
import type {Forecast, Issue} from '../engine/tree';
import {Asks} from '../evidence/Asks';
import {useWords} from '../words/context';

export function ForecastRow({issue, forecast}: {issue: Issue; forecast: Forecast | null | undefined}) {
    const words = useWords();
    const f = forecast?.issues[issue.id];
    if (f?.median == null || f.q10 == null || f.q90 == null)
        return null;
    const [lo, hi] = issue.scale, span = hi - lo;
    const box = (a: number, b: number) => ({left: `${((a - lo) / span) * 100}%`, width: `${((b - a) / span) * 100}%`});
    const open = f.settled === false;
    const text = words.t('issues.forecastSays', {middle: words.value(f.median, span), low: words.value(f.q10, span), high: words.value(f.q90, span)});
    return (
        <div class="forecast">
            <span class="who soft">{words.t('issues.forecast')}</span>
            <span class="track" role="img" aria-label={text} title={text}>
                <span class="eight" style={box(f.q10, f.q90)} />
                {f.q25 != null && f.q75 != null && <span class="half" style={box(f.q25, f.q75)} />}
                <span class="median" style={{left: `${((f.median - lo) / span) * 100}%`}} />
            </span>
            <span class="value num"><Asks of={{kind: 'forecast', issue: issue.id}} class={open ? 'soft' : ''} text={open ? words.t('issues.forecastOpen', {x: words.value(f.median, span)}) : words.value(f.median, span)} /></span>
        </div>
    );
}
