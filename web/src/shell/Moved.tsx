// SPDX-License-Identifier: Apache-2.0
// What a change cost whom: those whose gain moved most against the file, in words.
import {memo} from './memo';
import type {Tree} from '../engine/tree';
import {useWords} from '../words/context';
import {gainOf, signOf} from './shown';

const MOST = 4;

export const Moved = memo(function Moved({tree, base, model}: {tree: Tree; base: Tree; model: string | null}) {
    const words = useWords();
    const moved = tree.actors
        .filter(a => a.role !== 'delegate')
        .flatMap(a => {
            const from = gainOf(base, model, a.id)?.middle, to = gainOf(tree, model, a.id)?.middle;
            return from != null && to != null && words.points(from) !== words.points(to) ? [{name: a.name, from, to, party: a.role !== 'out'}] : [];
        })
        .sort((a, b) => Number(b.party) - Number(a.party) || Math.abs(b.to - b.from) - Math.abs(a.to - a.from))
        .slice(0, MOST);
    return (
        <p class="moved-line">
            <strong>{words.t('answer.after')}</strong>
            {moved.length === 0 && <span>{words.t('answer.same')}</span>}
            {moved.map(m => (
                <span key={m.name} class={signOf(m.to - m.from)}>{m.name} <span class="num soft">{words.points(m.from)} →</span> <b class="num">{words.points(m.to)}</b></span>
            ))}
        </p>
    );
});
