// SPDX-License-Identifier: Apache-2.0
// One factor's share of the spread: what it does with others above, alone below, each with its interval.
import type {ScaleLinear} from 'd3-scale';
import type {ComponentChild} from 'preact';
import type {Asked} from '../evidence/asked';
import {Asks} from '../evidence/Asks';
import {useWords} from '../words/context';
import type {Known} from './rows';

interface Props { /** Where its number comes from. */ asked: (total: string, first: string) => Asked; id: string; name: ComponentChild; first: Known; total: Known; x: ScaleLinear<number, number> }

export function ShareRow({asked, id, name, first, total, x}: Props) {
    const words = useWords();
    const range = (k: Known) => k.low === null || k.high === null ? '' : words.t('evidence.range', {low: words.odds(Math.max(0, k.low)), high: words.odds(Math.max(0, k.high))});
    const lone = Math.max(0, first.value);
    return (
        <li class={`factor${id === 'model' ? ' choice' : ''}`} data-factor={id} data-total={total.value}>
            {name}
            <span class="track" aria-hidden="true">
                <Bar kind="total" known={total} x={x} />
                <Bar kind="first" known={first} x={x} />
            </span>
            <span class="value num"><Asks of={asked(words.odds(total.value), words.odds(lone))} text={[words.odds(total.value), range(total)].filter(Boolean).join(', ')} class="block"><strong>{words.odds(total.value)}</strong><span class="sub">{range(total)}</span></Asks></span>
            <span class="visually-hidden">{words.t('moves.shareSentence', {total: words.odds(total.value), range: range(total), first: words.odds(lone)})}</span>
        </li>
    );
}

function Bar({kind, known, x}: {kind: 'first' | 'total'; known: Known; x: ScaleLinear<number, number>}) {
    const low = x(Math.max(0, known.low ?? known.value)), high = x(Math.max(0, known.high ?? known.value));
    return (
        <>
            <span class={`bar ${kind}`} style={{width: `${x(Math.max(0, known.value))}%`}} />
            {known.low !== null && high > 0 && <span class={`whisker ${kind}`} style={{left: `${low}%`, width: `${high - low}%`}} />}
        </>
    );
}
