// SPDX-License-Identifier: Apache-2.0
// What would have to be true for the verdict to turn: a sentence for each input, and a button that tries it.
import type {Claim, Tree} from '../engine/tree';
import {useSession} from '../shell/context';
import {shownModels} from '../shell/shown';
import {useStill} from '../shell/still';
import {useWords} from '../words/context';
import {modelLabel} from '../words/models';
import {pathInWords, spanOfPath} from '../words/paths';
import {estimateAt, turnsOf, type Turn} from './flips';
import {onItsScale} from './scale';

const FEW = 5;

export function Flips({tree, claim, model, onTried}: {tree: Tree; claim: Claim; model: string | null; onTried: () => void}) {
    const session = useSession();
    const words = useWords();
    const still = useStill();
    const {t} = words;
    const turns = turnsOf(claim, model).slice(0, FEW);
    const many = shownModels(tree, model).length > 1;
    if (!turns.length)
        return null;
    const formulas = tree.models.filter(m => m.formula && m.status !== 'undefined').length;
    const label = (id: string) => {
        const m = tree.models.find(x => x.id === id);
        return m ? modelLabel(m, words.lang) : id;
    };
    const under = (turn: Turn) => {
        const first = label(turn.models[0] ?? '');
        if (turn.most)
            return t('claims.flipMost');
        return turn.models.length === 1 ? t('claims.flipUnderOnly', {model: first}) : words.tn('claims.flipUnderSome', turn.models.length, {model: first, of: formulas});
    };
    const attempt = (path: string, to: number, text: string) => {
        session.change(path, estimateAt(tree.inputs.find(i => i.path === path), to));
        session.say(t('claims.tried', {what: text}));
        onTried();
    };
    return (
        <details class="flips" open={still}><summary>{t('claims.flips')}</summary>
            <p class="soft">{t('claims.flipsNote')}</p>
            <ul>
                {turns.map(f => {
                    const span = spanOfPath(f.path, tree);
                    const text = t('claims.flip', {input: pathInWords(f.path, tree, words), to: onItsScale(f.path, f.to, words.near(f.to, f.from, span), tree, words), from: words.near(f.from, f.to, span)});
                    return (
                        <li key={f.path}>
                            <span>{text}{many && (f.most || f.models.length > 0) && <span class="soft"> {under(f)}</span>}</span>
                            {!still && <button type="button" class="button small" aria-label={`${t('claims.try')}: ${text}`} onClick={() => attempt(f.path, f.to, text)}>{t('claims.try')}</button>}
                        </li>
                    );
                })}
            </ul>
        </details>
    );
}
