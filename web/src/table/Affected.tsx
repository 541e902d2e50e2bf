// SPDX-License-Identifier: Apache-2.0
// Those who are no candidates for a seat and feel the result all the same.
import {memo} from '../shell/memo';
import type {Tree} from '../engine/tree';
import {Asks} from '../evidence/Asks';
import {gainOf, signOf} from '../shell/shown';
import {useWords} from '../words/context';
import './affected.css';

export const Affected = memo(function Affected({tree, model}: {tree: Tree; model: string | null}) {
    const words = useWords();
    const inPicture = new Set([...tree.table.candidates, ...tree.table.absent, ...tree.table.seats]);
    const others = tree.actors
        .filter(a => a.role === 'out' && !inPicture.has(a.id))
        .map(a => ({...a, gain: gainOf(tree, model, a.id)}))
        .filter(a => a.gain);
    if (!others.length)
        return null;
    return (
        <div class="affected">
            <h3>{words.t('room.affected')}</h3>
            <ul>
                {others.map(a => (
                    <li key={a.id} class={signOf(a.gain?.middle)}><span class="chip num"><Asks of={{kind: 'gain', actor: a.id}} text={words.points(a.gain?.middle)} /></span> {a.name}</li>
                ))}
            </ul>
        </div>
    );
});
