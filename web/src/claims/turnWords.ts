// SPDX-License-Identifier: Apache-2.0
// What would have to be true, as a sentence: the input and the value at which a verdict turns; and under which models it does.
import type {Tree} from '../engine/tree';
import type {Words} from '../words/catalogue';
import {modelLabel} from '../words/models';
import {pathInWords, spanOfPath} from '../words/paths';
import type {Turn} from './flips';
import {onItsScale} from './scale';

/** `many`: several models are shown, so that it is said under which of them; else `under` is empty. */
export function turnInWords(turn: Turn, tree: Tree, words: Words, many: boolean): {text: string; under: string} {
    const {t} = words, span = spanOfPath(turn.path, tree);
    const text = t('claims.flip', {
        input: pathInWords(turn.path, tree, words), to: onItsScale(turn.path, turn.to, words.near(turn.to, turn.from, span), tree, words), from: words.near(turn.from, turn.to, span),
    });
    const formulas = tree.models.filter(m => m.formula && m.status !== 'undefined').length;
    const model = tree.models.find(m => m.id === turn.models[0]), first = model ? modelLabel(model, words.lang) : turn.models[0] ?? '';
    const under = !many ? '' : turn.most ? t('claims.flipMost') : turn.models.length === 0 ? ''
        : turn.models.length === 1 ? t('claims.flipUnderOnly', {model: first}) : words.tn('claims.flipUnderSome', turn.models.length, {model: first, of: formulas});
    return {text, under};
}
