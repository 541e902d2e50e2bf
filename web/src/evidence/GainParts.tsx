// SPDX-License-Identifier: Apache-2.0
// What a gain is made of: what is settled, standing, face: the middle of the models and their range.
import type {Tree} from '../engine/tree';
import {spread} from '../engine/spread';
import {useSession, useWatched} from '../shell/context';
import {shownModels, signOf} from '../shell/shown';
import {useWords} from '../words/context';

const PARTS = ['outcome', 'standing', 'face', 'total'] as const;

export function GainParts({tree, actor}: {tree: Tree; actor: string}) {
    const {model} = useWatched(useSession(), 'model');
    const words = useWords();
    const {t} = words;
    const gains = shownModels(tree, model).flatMap(m => m.gains[actor] ?? []);
    const rows = PARTS.map(part => ({part, s: spread(gains.map(g => part === 'face' ? (g.face == null ? null : 0 - g.face) : g[part]))}));
    return (
        <div class="gain-parts">
            <table class="num">
                <tbody>
                    {rows.map(({part, s}) => s && (
                        <tr key={part} class={part === 'total' ? 'sum' : ''}>
                            <th scope="row">{t(`gains.part.${part}`)}</th>
                            <td class={signOf(s.middle)}><strong>{words.points(s.middle)}</strong></td>
                            <td class="soft">{words.points(s.low) !== words.points(s.high) && t('evidence.range', {low: words.points(s.low), high: words.points(s.high)})}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
            {gains.length > 1 && <p class="soft">{t('evidence.gainNote')}</p>}
        </div>
    );
}
