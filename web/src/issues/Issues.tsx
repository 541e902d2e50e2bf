// SPDX-License-Identifier: Apache-2.0
// The issues, a strip each.
import type {Tree} from '../engine/tree';
import {useSession, useWatched} from '../shell/context';
import {shownModels} from '../shell/shown';
import {useWords} from '../words/context';
import './issues.css';
import {IssueKey} from './IssueKey';
import {Strip} from './Strip';

export function Issues({tree}: {tree: Tree}) {
    const {model} = useWatched(useSession());
    const {t} = useWords();
    const models = shownModels(tree, model);
    return (
        <section class="view issues" aria-labelledby="issues-title">
            <header><h2 id="issues-title">{t('issues.title')}</h2><p class="soft note">{t('issues.note')}</p></header>
            <IssueKey forecast={tree.forecast?.model != null} />
            {tree.issues.map(i => <Strip key={i.id} tree={tree} issue={i} models={models} all={tree.issues.length === 1} />)}
        </section>
    );
}
