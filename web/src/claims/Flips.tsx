// SPDX-License-Identifier: Apache-2.0
// What would have to be true for the verdict to turn: a sentence for each input, and a button that tries it.
import type {Claim, Tree} from '../engine/tree';
import {useSession} from '../shell/context';
import {shownModels} from '../shell/shown';
import {useWords} from '../words/context';
import {estimateAt, FEW_TURNS, turnsOf} from './flips';
import {turnInWords} from './turnWords';

export function Flips({tree, claim, model, onTried}: {tree: Tree; claim: Claim; model: string | null; onTried: () => void}) {
    const session = useSession();
    const words = useWords();
    const {t} = words;
    const turns = turnsOf(claim, model).slice(0, FEW_TURNS);
    const many = shownModels(tree, model).length > 1;
    if (!turns.length)
        return null;
    const attempt = (path: string, to: number, text: string) => {
        session.change(path, estimateAt(tree.inputs.find(i => i.path === path), to));
        session.say(t('claims.tried', {what: text}));
        onTried();
    };
    return (
        <details class="flips"><summary>{t('claims.flips')}</summary>
            <p class="soft">{t('claims.flipsNote')}</p>
            <ul>
                {turns.map(f => {
                    const {text, under} = turnInWords(f, tree, words, many);
                    return (
                        <li key={f.path}>
                            <span>{text}{under && <span class="soft"> {under}</span>}</span>
                            <button type="button" class="button small" aria-label={`${t('claims.try')}: ${text}`} onClick={() => attempt(f.path, f.to, text)}>{t('claims.try')}</button>
                        </li>
                    );
                })}
            </ul>
        </details>
    );
}
