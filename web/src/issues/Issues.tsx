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
    const {model, base} = useWatched(useSession(), 'model', 'variation', 'base');
    const {t} = useWords();
    const still = useStill();
    const answers = answering(tree), models = shownModels(tree, model).filter(m => answers.includes(m));
    const file = base && base !== tree && !still ? base : null, answered = file ? answering(file) : [];
    const before = file ? shownModels(file, model).filter(m => answered.includes(m)) : null;
    return (
        <section class="view issues" aria-labelledby="issues-title">
            <header><h2 id="issues-title">{t('issues.title')}</h2><p class="soft note">{t(still ? 'issues.stillNote' : 'issues.note')}</p></header>
            <IssueKey forecast={tree.forecast?.model != null} />
            {tree.issues.map(i => <Strip key={i.id} tree={tree} issue={i} models={models} before={before} all={still || tree.issues.length === 1} />)}
        </section>
    );
}
