// SPDX-License-Identifier: Apache-2.0
// One input of a tornado: a bar to where its low end takes the answer and one to where its high end does.
import type {ScaleLinear} from 'd3-scale';
import type {Tree} from '../engine/tree';
import {Asks} from '../evidence/Asks';
import {useWords} from '../words/context';
import {FactorName} from './FactorName';
import {inputText, nameOf} from './names';
import type {Ends} from './rows';
import type {Unit} from './unit';

interface Props { /** What was asked, in words. */ question: string; tree: Tree; row: Ends; point: number; x: ScaleLinear<number, number>; unit: Unit; most: number }

/* A bar shorter than this, in percent, has no number at its end. */
const SHORT = 0.8;

export function TornadoRow({question, tree, row, point, x, unit, most}: Props) {
    const words = useWords();
    const {factor, atLow, atHigh, swing} = row;
    const here = x(point);
    const bars = [{end: 'low', to: atLow, input: factor.low}, {end: 'high', to: atHigh, input: factor.high}]
        .map(b => ({...b, at: x(b.to), text: inputText(factor.id, b.input, tree, words)}))
        .filter(b => Math.abs(b.at - here) >= SHORT);
    const [a, b] = bars;
    const split = a && b && (a.at - here) * (b.at - here) > 0;
    return (
        <li class={`factor${split ? ' split' : ''}`} data-factor={factor.id} data-low={atLow} data-high={atHigh}>
            <FactorName tree={tree} factor={factor} />
            <span class="track" aria-hidden="true">
                {bars.map(bar => {
                    const right = bar.at > here;
                    return (
                        <span key={bar.end} class={`end ${bar.end} ${right ? 'up' : 'down'}`}>
                            <span class="bar" style={{left: `${Math.min(here, bar.at)}%`, width: `${Math.abs(bar.at - here)}%`}} />
                            <span class={`at num ${right ? 'right' : 'left'}`} style={{left: `${bar.at}%`}}>{bar.text}</span>
                        </span>
                    );
                })}
                <span class="here" style={{left: `${here}%`}} />
            </span>
            <span class="value num"><strong><Asks text={unit.far(swing, most)} of={{
                kind: 'read', title: words.t('asked.swing', {question, input: nameOf(factor, tree, words)}), number: unit.far(swing, most),
                says: [words.t('asked.swingSays', {low: unit.say(atLow), high: unit.say(atHigh)})], paths: factor.inputs,
            }} /></strong></span>
            <span class="visually-hidden">
                {words.t('moves.sentence', {
                    name: nameOf(factor, tree, words), low: inputText(factor.id, factor.low, tree, words), atLow: unit.say(atLow),
                    high: inputText(factor.id, factor.high, tree, words), atHigh: unit.say(atHigh),
                })}
            </span>
        </li>
    );
}
