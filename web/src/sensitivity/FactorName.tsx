// SPDX-License-Identifier: Apache-2.0
// A factor's name with the mark of its support; it opens the inputs in question.
import type {Tree} from '../engine/tree';
import {useSession} from '../shell/context';
import {useWords} from '../words/context';
import type {Factor} from './answer';
import {nameOf} from './names';

export function FactorName({tree, factor, children}: {tree: Tree; factor: Pick<Factor, 'id' | 'kind' | 'inputs' | 'support' | 'cited' | 'title'>; children?: preact.ComponentChildren}) {
    const session = useSession();
    const words = useWords();
    const name = nameOf(factor, tree, words), n = factor.inputs.length;
    const known = tree.inputs.some(i => factor.inputs.includes(i.path));
    const support = factor.kind === 'chance' ? null : factor.support;
    const said = support === 'mixed' ? words.t('moves.cited', {n: factor.cited, of: n}) : support ? words.t(`evidence.${support}`) : '';
    return (
        <span class="what">
            {support && <i class={support} title={said} />}
            <span>
                {known ? <button type="button" class="link name" onClick={() => session.set({drawer: {what: name, paths: factor.inputs}})}>{name}</button> : <span class="name">{name}</span>}
                <span class="visually-hidden">{said && ` (${said})`}</span>
                {children}
            </span>
        </span>
    );
}
