// SPDX-License-Identifier: Apache-2.0
// What would turn each claim, in a report: claims that the same changes turn stand together, and so the changes stand once.
import type {Tree} from '../engine/tree';
import {More} from '../shell/More';
import {shownModels} from '../shell/shown';
import {useWords} from '../words/context';
import {FEW_TURNS, turnsOf} from './flips';
import {turnInWords} from './turnWords';
import type {ClaimView} from './view';

interface Props { tree: Tree; model: string | null; views: readonly ClaimView[] }

export function TurnsSheet({tree, model, views}: Props) {
    const words = useWords();
    const {t} = words;
    const many = shownModels(tree, model).length > 1;
    const alike = new Map<string, {says: string[]; turns: {text: string; under: string}[]}>();
    for (const {claim} of views) {
        const turns = turnsOf(claim, model).slice(0, FEW_TURNS).map(f => turnInWords(f, tree, words, many)), key = JSON.stringify(turns);
        if (turns.length)
            alike.set(key, {says: [...alike.get(key)?.says ?? [], claim.says], turns});
    }
    if (!alike.size)
        return null;
    return (
        <More title={t('claims.flips')}>
            <p class="soft note">{t('claims.flipsNote')}</p>
            <dl class="turns-sheet">
                {[...alike].map(([key, {says, turns}]) => (
                    <div key={key}>
                        <dt>{says.map(s => <span key={s}>{s}</span>)}</dt>
                        <dd>{turns.map(({text, under}) => <p key={text}>{text}{under && <span class="soft"> {under}</span>}</p>)}</dd>
                    </div>
                ))}
            </dl>
        </More>
    );
}
