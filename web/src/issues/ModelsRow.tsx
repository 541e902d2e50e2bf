// SPDX-License-Identifier: Apache-2.0
// Where the models end an issue: filled where it settles, hollow where it was proposed and stays open; the draws behind.
import {area, curveStep} from 'd3-shape';
import type {Issue, Model} from '../engine/tree';
import {spread} from '../engine/spread';
import {useSession} from '../shell/context';
import {useStill} from '../shell/still';
import {useWords} from '../words/context';
import {modelLabel} from '../words/models';
import {marksOf} from './outcomes';

export function ModelsRow({issue, models, near}: {issue: Issue; models: Model[]; near: number}) {
    const session = useSession();
    const still = useStill();
    const words = useWords();
    const [lo, hi] = issue.scale, span = hi - lo;
    const pc = (v: number) => `${(((v - lo) / span) * 100).toFixed(2)}%`;
    const marks = marksOf(issue, models, near);
    const both = marks.some(m => m.settled) && marks.some(m => !m.settled);
    const drawn = models.map(m => m.outcome[issue.id]?.draws);
    const low = spread(drawn.map(d => d?.q10)), high = spread(drawn.map(d => d?.q90));
    const heap = models.map(m => m.outcome[issue.id]?.distribution).find(d => d && d.length > 1);
    const top = heap ? Math.max(...heap.map(d => d[1])) : 0;
    const shape = heap && top > 0
        ? area().x(d => ((d[0] - lo) / span) * 100).y0(20).y1(d => 20 - (d[1] / top) * 18).curve(curveStep)(heap) : null;
    return (
        <div class={`models${both ? ' both' : ''}`}>
            <span class="who soft">{words.t('issues.model')}</span>
            <span class="track">
                {shape && <svg class="heap" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true"><path d={shape} /></svg>}
                {low && high && <span class="draws" style={{left: pc(low.low), width: `${((high.high - low.low) / span) * 100}%`}} />}
                {marks.map(m => {
                    const names = words.list(m.models.map(x => modelLabel(x, words.lang)));
                    const text = `${names}: ${words.value(m.at, span)}${m.settled ? '' : ` (${words.t('issues.open')})`}`;
                    if (still)
                        return <span key={`${m.settled ? 's' : 'o'}${m.at}`} class={`mark ${m.settled ? 'settled' : 'open'}`} style={{left: pc(m.at)}} title={text}>{models.length > 1 ? m.models.length : ''}<span class="visually-hidden"> {text}</span></span>;
                    return (
                        <button
                            type="button" key={`${m.settled ? 's' : 'o'}${m.at}`} class={`mark ${m.settled ? 'settled' : 'open'}`} style={{left: pc(m.at)}}
                            title={text} onClick={() => session.set({model: m.models.length === 1 && models.length > 1 ? m.models[0]?.id ?? null : null})}
                        >{models.length > 1 ? m.models.length : ''}<span class="visually-hidden"> {text}</span></button>
                    );
                })}
            </span>
            <span class="head soft">{words.t('issues.wants')}</span>
            <span class="head soft cares-head">{words.t('issues.cares')}</span>
        </div>
    );
}
