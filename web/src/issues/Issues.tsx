// SPDX-License-Identifier: Apache-2.0
// The issues, a strip each.
import type {Tree} from '../engine/tree';
import {useSession, useWatched} from '../shell/context';
import {answering, shownModels} from '../shell/shown';
import {useStill} from '../shell/still';
import {useWords} from '../words/context';
import './issues.css';
import {IssueKey} from './IssueKey';
import {Strip} from './Strip';

export function Issues({tree}: {tree: Tree}) {
    const {model} = useWatched(useSession(), 'model', 'variation', 'base');
    const {t} = useWords();
    const still = useStill();
    const answers = answering(tree), models = shownModels(tree, model).filter(m => answers.includes(m));
    return (
        <section class="view issues" aria-labelledby="issues-title">
            <header><h2 id="issues-title">{t('issues.title')}</h2><p class="soft note">{t(still ? 'issues.stillNote' : 'issues.note')}</p></header>
            <IssueKey forecast={tree.forecast?.model != null} />
            {tree.issues.map(i => <Strip key={i.id} tree={tree} issue={i} models={models} all={still || tree.issues.length === 1} />)}
        </section>
    );
}
