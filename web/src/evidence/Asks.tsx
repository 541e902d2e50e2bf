// SPDX-License-Identifier: Apache-2.0
// A result's number as a quiet button: it opens the drawer that says where this number comes from.
import type {ComponentChildren} from 'preact';
import {useSession} from '../shell/context';
import {useWords} from '../words/context';
import type {Asked} from './asked';
import './asks.css';
import {titleOf} from './told';

interface Props {
    of: Asked;
    /** The number as it is shown. */
    text: string;
    /** Where it stands among other things: how it is drawn. */
    children?: ComponentChildren;
    class?: string;
    /** In place of the words that name it. */
    label?: string;
}

export function Asks({of, text, children, class: extra = '', label}: Props) {
    const session = useSession();
    const words = useWords();
    const {tree} = session.state;
    if (!tree)
        return <>{children ?? text}</>;
    const name = of.kind === 'gain' && of.model === undefined && !of.before ? tree.actors.find(a => a.id === of.actor)?.name : undefined;
    return (
        <button
            type="button" class={`asks-n ${extra}`} data-asked={of.kind}
            aria-label={label ?? (name ? words.t('asked.forWhom', {number: text, name}) : words.t('asked.label', {number: text, what: titleOf(of, tree, words)}))}
            onClick={e => { e.stopPropagation(); session.set({drawer: {what: titleOf(of, tree, words), paths: [], asked: of}}); }}
        >{children ?? text}</button>
    );
}
