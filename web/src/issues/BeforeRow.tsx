// SPDX-License-Identifier: Apache-2.0
// Where the models ended an issue in the file, as ghosts below where they end it now; nothing where that is the same.
import type {Issue, Model} from '../engine/tree';
import {useWords} from '../words/context';
import {modelLabel} from '../words/models';
import {marksMoved} from './before';
import {marksOf} from './outcomes';

export function BeforeRow({issue, before, models, near}: {issue: Issue; before: Model[]; models: Model[]; near: number}) {
    const words = useWords();
    if (!marksMoved(issue, before, models, near))
        return null;
    const [lo, hi] = issue.scale, span = hi - lo;
    return (
        <div class="before">
            <span class="who">{words.t('changed.before')}</span>
            <span class="track">
                {marksOf(issue, before, near).map(m => {
                    const what = `${words.list(m.models.map(x => modelLabel(x, words.lang)))}: ${words.value(m.at, span)}${m.settled ? '' : ` (${words.t('issues.open')})`}`;
                    const text = words.t('changed.beforeMark', {what});
                    return (
                        <span key={`${m.settled ? 's' : 'o'}${m.at}`} class={`ghost ${m.settled ? 'settled' : 'open'}`} style={{left: `${(((m.at - lo) / span) * 100).toFixed(2)}%`}} title={text}>
                            {before.length > 1 ? m.models.length : ''}<span class="visually-hidden"> {text}</span>
                        </span>
                    );
                })}
            </span>
        </div>
    );
}
