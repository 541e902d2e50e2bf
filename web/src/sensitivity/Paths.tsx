// SPDX-License-Identifier: Apache-2.0
// Mean changes along random paths (Morris): how far each input takes the answer, which way on average, and how much that hangs on the others.
import {scaleLinear} from 'd3-scale';
import type {Tree} from '../engine/tree';
import {useWords} from '../words/context';
import type {Sensitivity} from './answer';
import {FactorName} from './FactorName';
import {pathRows} from './rows';
import {SupportKey} from './SupportKey';
import {unitOf} from './unit';

const MOST = 24;

export function Paths({tree, answer}: {tree: Tree; answer: Sensitivity}) {
    const words = useWords();
    const {t} = words;
    const rows = pathRows(answer).slice(0, MOST), unit = unitOf(answer.question, words), most = rows[0]?.size ?? 0;
    if (!rows.length)
        return <p class="soft">{t('moves.nothing')}</p>;
    const x = scaleLinear().domain([0, most]).range([0, 95]).nice(4);
    return (
        <>
            <p class="soft lead-in">{t('moves.paths.note')}</p>
            <ol class="factors shares">
                <li class="axis" aria-hidden="true"><span class="track">{x.ticks(4).map(v => <span key={v} class={v === 0 ? 'first' : ''} style={{left: `${x(v)}%`}}>{unit.far(v, most)}</span>)}</span><span class="value">{t('moves.paths.size')}</span></li>
                {rows.map(r => (
                    <li key={r.factor.id} class="factor" data-factor={r.factor.id} data-size={r.size}>
                        <FactorName tree={tree} factor={r.factor}><span class="soft ways">{t('moves.paths.ways', {mean: unit.say(r.mean).replace('-', '\u2212'), spread: unit.far(r.spread, most)})}</span></FactorName>
                        <span class="track" aria-hidden="true"><span class="bar total" style={{width: `${x(r.size)}%`}} /></span>
                        <span class="value num"><strong>{unit.far(r.size, most)}</strong></span>
                    </li>
                ))}
            </ol>
            <ul class="key"><SupportKey rows={rows.map(r => r.factor)} /></ul>
        </>
    );
}
