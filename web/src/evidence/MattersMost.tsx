// SPDX-License-Identifier: Apache-2.0
// The inputs that the gains hang on most, cited or not, as the run found them.
import type {Tree} from '../engine/tree';
import {useSession} from '../shell/context';
import {useWords} from '../words/context';
import {pathInWords} from '../words/paths';

const MOST = 10;

export function MattersMost({tree}: {tree: Tree}) {
    const session = useSession();
    const words = useWords();
    const {t} = words;
    const matters = tree.evidence.matters_most ?? [];
    if (!matters.length)
        return <p class="soft">{t('evidence.todoNone')}</p>;
    return (
        <ol class="matters">
            {matters.slice(0, MOST).map(m => {
                const title = pathInWords(m.input, tree, words);
                return (
                    <li key={m.input}>
                        <button type="button" class="link" onClick={() => session.set({drawer: {what: title, paths: [m.input]}})}>{title}</button>
                        <span class="soft num">{t('evidence.effect', {percent: words.odds(m.total_effect)})} · {t(m.cited ? 'evidence.isCited' : 'evidence.notCited')}</span>
                    </li>
                );
            })}
        </ol>
    );
}
