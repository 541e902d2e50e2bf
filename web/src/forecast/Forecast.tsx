// SPDX-License-Identifier: Apache-2.0
// The forecast to quote: every issue on its own scale, and how such forecasts fared before.
import {Bar, KeyMark, Line, Lines, Mark} from '../chart/Lines';
import {scaleOf} from '../chart/scale';
import type {Issue, Tree} from '../engine/tree';
import {useWords} from '../words/context';
import {titleIn} from '../words/models';
import {ForecastPast} from './ForecastPast';

export function hasForecast(tree: Tree): boolean {
    return tree.issues.some(i => tree.forecast?.issues[i.id]?.median != null);
}

export function Forecast({tree}: {tree: Tree}) {
    const {t, lang} = useWords();
    const {forecast} = tree;
    if (!forecast)
        return null;
    const title = titleIn(tree, forecast.model ?? '', lang);
    return (
        <section class="view forecasts" aria-labelledby="forecast-title">
            <header><h2 id="forecast-title">{t('forecast.title')}</h2><p class="soft note">{t('forecast.note', {title})}</p></header>
            <ul class="key">
                <li><KeyMark bars={['whisker', 'half']} />{t('forecast.key.range')}</li>
                <li><KeyMark kind="settled" />{t('forecast.key.settles')}</li>
                <li><KeyMark kind="open" />{t('forecast.key.open')}</li>
                <li><KeyMark kind="quo" />{t('forecast.key.quo')}</li>
            </ul>
            <Lines>
                {tree.issues.map(i => <ForecastLine key={i.id} tree={tree} issue={i} />)}
                <li aria-hidden="true"><span class="ends"><span>{t('forecast.low')}</span><span>{t('forecast.high')}</span></span></li>
            </Lines>
            {forecast.record && <ForecastPast tree={tree} record={forecast.record} title={title} />}
        </section>
    );
}

function ForecastLine({tree, issue}: {tree: Tree; issue: Issue}) {
    const words = useWords();
    const f = tree.forecast?.issues[issue.id];
    if (f?.median == null)
        return null;
    const [low, high] = issue.scale, x = scaleOf(low, high);
    const say = (v: number | null) => words.value(v, Math.abs(high - low));
    return (
        <Line
            name={issue.title} value={f.settled === false ? `${words.t('issues.forecastOpenShort')} (${say(f.median)})` : say(f.median)} strong={f.settled === true} asked={{kind: 'forecast', issue: issue.id}}
            says={words.t('forecast.says', {issue: issue.title, x: say(f.median), low: say(f.q10), high: say(f.q90)})}
        >
            <Mark kind="quo" x={x} at={issue.status_quo} />
            <Bar kind="whisker" x={x} from={f.q10} to={f.q90} />
            <Bar kind="half" x={x} from={f.q25} to={f.q75} />
            <Mark kind={f.settled ? 'settled' : 'open'} x={x} at={f.median} />
        </Line>
    );
}
