// SPDX-License-Identifier: Apache-2.0
// One input that would help: from where to where, by how much under the models, where the answer leaps; and a way to try it.
import type {ScaleLinear} from 'd3-scale';
import type {Tree} from '../engine/tree';
import type {Asked} from '../evidence/asked';
import {Asks} from '../evidence/Asks';
import {useSession} from '../shell/context';
import {useStill} from '../shell/still';
import {useWords} from '../words/context';
import {pathInWords} from '../words/paths';
import type {Lever} from './answer';
import {FactorName} from './FactorName';
import {inputText} from './names';
import {leapOf} from './rows';
import type {Unit} from './unit';

interface Props { lever: Lever; tree: Tree; x: ScaleLinear<number, number>; unit: Unit }

export function LeverRow({lever, tree, x, unit}: Props) {
    const session = useSession();
    const still = useStill();
    const words = useWords();
    const {t} = words;
    const {mean, low, high} = lever.change;
    const support = lever.support ?? tree.inputs.find(i => i.path === lever.input)?.support ?? 'unsupported';
    const text = (v: number | null) => inputText(lever.input, v, tree, words);
    const leap = leapOf(lever);
    const way = t('moves.levers.way', {from: text(lever.point), to: text(lever.to)});
    const brings = unit.signed ? unit.say(mean) : `+${unit.far(mean ?? 0, mean ?? 0)}`;
    const helps: Asked = {
        kind: 'read', title: t('asked.helps', {input: pathInWords(lever.input, tree, words)}), number: brings,
        says: [t('asked.helpsSays', {way, range: low === null || high === null ? '' : t('seats.range', {low: unit.say(low), high: unit.say(high)})})], paths: [lever.input],
    };
    return (
        <li class="factor" data-factor={lever.input}>
            <FactorName tree={tree} factor={{id: lever.input, kind: 'input', inputs: [lever.input], support, cited: 0, title: lever.title}}>
                <span class="soft ways num">{way}{leap && ` · ${t('moves.levers.leap', {at: text(leap.at)})}`}</span>
            </FactorName>
            <span class="track up" aria-hidden="true">
                <span class="zero" style={{left: `${x(0)}%`}} />
                {low !== null && high !== null && <span class="range" style={{left: `${x(low)}%`, width: `${x(high) - x(low)}%`}} />}
                <span class="dot" style={{left: `${x(mean ?? 0)}%`}} />
            </span>
            <span class="value num"><strong><Asks of={helps} text={brings} /></strong></span>
            {!still && <button type="button" class="button small try" aria-label={t('moves.levers.tryThis', {input: pathInWords(lever.input, tree, words), way})} onClick={() => { if (lever.to !== null) session.change(lever.input, Number(lever.to.toPrecision(6))); }}>{t('moves.levers.try')}</button>}
        </li>
    );
}
