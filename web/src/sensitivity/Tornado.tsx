// SPDX-License-Identifier: Apache-2.0
// The tornado: from where the answer stands to where each input alone would take it, from its low end and from its high one.
import {scaleLinear} from 'd3-scale';
import {useState} from 'preact/hooks';
import type {Tree} from '../engine/tree';
import {useStill} from '../shell/still';
import {useWords} from '../words/context';
import type {Sensitivity} from './answer';
import {Stands} from './Stands';
import {SupportKey} from './SupportKey';
import {questionText} from './question';
import {pointOf, tornadoRows} from './rows';
import {TornadoRow} from './TornadoRow';
import {unitOf} from './unit';

const FEW = 12, FEW_ON_PAPER = 24;
/* Room on either side, in percent, for the number at the end of a bar. */
const MARGIN = 11;

export function Tornado({tree, answer, model}: {tree: Tree; answer: Sensitivity; model: string | null}) {
    const words = useWords();
    const {t} = words;
    const still = useStill();
    const [all, setAll] = useState(false);
    const point = pointOf(answer, model), rows = tornadoRows(answer, model);
    const unit = unitOf(answer.question, words);
    if (point === null)
        return <p class="soft">{t('moves.undefined', {why: answer.answer.why ?? ''})}</p>;
    if (!rows.length)
        return <p class="soft">{t('moves.nothing')}</p>;
    const ends = rows.flatMap(r => [r.atLow, r.atHigh]);
    const x = scaleLinear().domain([Math.min(point, ...ends), Math.max(point, ...ends)]).range([MARGIN, 100 - MARGIN]);
    const most = rows[0]?.swing ?? 0;
    const shown = all ? rows : rows.slice(0, still ? FEW_ON_PAPER : FEW);
    const unmoved = answer.factors.length - rows.length;
    return (
        <>
            <Stands tree={tree} question={answer.question} says={model === null ? 'moves.stands' : 'moves.standsOne'} x={unit.say(point)} />
            <ol class={`factors tornado${unit.signed ? '' : ' plain'}`}>
                <li class="axis" aria-hidden="true">
                    <span class="track">
                        {x.ticks(5).filter(v => Math.abs(x(v) - x(point)) > 9).map(v => <span key={v} style={{left: `${x(v)}%`}}>{unit.say(v)}</span>)}
                        <span class="here" style={{left: `${x(point)}%`}}>{unit.say(point)}</span>
                    </span>
                    <span class="value">{t('moves.swing')}</span>
                </li>
                {shown.map(r => <TornadoRow key={r.factor.id} question={questionText(answer.question, tree, words)} tree={tree} row={r} point={point} x={x} unit={unit} most={most} />)}
            </ol>
            <p class="soft rest">
                {!still && rows.length > FEW && <button type="button" class="link" onClick={() => setAll(!all)}>{all ? t('gains.fewer') : t('moves.more', {n: rows.length - FEW})}</button>}
                {!still && rows.length > FEW && unmoved > 0 && ' · '}
                {unmoved > 0 && words.tn('moves.still', unmoved)}
            </p>
            <ul class="key">
                <li><svg width="30" height="14" class="up"><rect x="1" y="2" width="22" height="10" class="k-more" /></svg>{t(unit.signed ? 'moves.key.better' : 'moves.key.more')}</li>
                <li><svg width="30" height="14" class="down"><rect x="1" y="2" width="22" height="10" class="k-less" /></svg>{t(unit.signed ? 'moves.key.worse' : 'moves.key.less')}</li>
                <li>{t('moves.key.ends')}</li>
                <SupportKey rows={shown.map(r => r.factor)} />
            </ul>
        </>
    );
}
