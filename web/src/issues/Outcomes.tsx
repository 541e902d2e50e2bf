// SPDX-License-Identifier: Apache-2.0
// One issue, a row a model: where it ends it, over the draws, and the chances of a model that gives them.
import {Bar, Line, Lines, Mark} from '../chart/Lines';
import {scaleOf} from '../chart/scale';
import type {Issue, Model} from '../engine/tree';
import {useWords} from '../words/context';
import {modelLabel} from '../words/models';
import {heapPath} from './heap';

export function Outcomes({issue, models}: {issue: Issue; models: readonly Model[]}) {
    const words = useWords();
    const [low, high] = issue.scale, x = scaleOf(low, high);
    return (
        <Lines class="outcomes">
            {models.map(m => {
                const o = m.outcome[issue.id], name = modelLabel(m, words.lang), settled = o?.settled === true;
                const value = o?.point == null ? words.t('issues.noAnswer') : settled ? words.value(o.point, Math.abs(high - low)) : words.t('issues.open');
                const heap = o?.distribution && heapPath(o.distribution, issue.scale);
                return [
                    heap && <li class="heap-row" key={`${m.id} heap`} aria-hidden="true"><span /><span class="track"><svg viewBox="0 0 100 100" preserveAspectRatio="none"><path d={heap} /></svg></span></li>,
                    <Line key={m.id} name={name} value={value} strong={settled} asked={{kind: 'outcome', issue: issue.id, model: m.id}} says={words.t('compare.says', {model: name, x: value})}>
                        <Mark kind="quo" x={x} at={issue.status_quo} />
                        <Bar kind={settled ? 'whisker' : 'faint'} x={x} from={o?.draws?.q10} to={o?.draws?.q90} />
                        <Mark kind={settled ? 'settled' : 'open'} x={x} at={settled ? o.point : o?.solution} />
                    </Line>,
                ];
            })}
        </Lines>
    );
}
