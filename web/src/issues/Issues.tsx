// SPDX-License-Identifier: Apache-2.0
// The issues, a strip each.
import {useState} from 'preact/hooks';
import type {Tree} from '../engine/tree';
import {useSession, useWatched} from '../shell/context';
import {answering, shownModels} from '../shell/shown';
import {OnlyChanged} from '../shell/OnlyChanged';
import {useStill} from '../shell/still';
import {useWords} from '../words/context';
import {changesOf, marksMoved} from './before';
import './issues.css';
import {IssueKey} from './IssueKey';
import {Strip} from './Strip';

/* Marks nearer than this share of the scale are one heap. */
const NEAR = 0.05;

export function Issues({tree}: {tree: Tree}) {
    const {model, base} = useWatched(useSession(), 'model', 'variation', 'base');
    const words = useWords();
    const {t} = words;
    const [only, setOnly] = useState(false);
    const still = useStill();
    const answers = answering(tree), models = shownModels(tree, model).filter(m => answers.includes(m));
    const file = base && base !== tree && !still ? base : null, answered = file ? answering(file) : [];
    const before = file ? shownModels(file, model).filter(m => answered.includes(m)) : null;
    const shown = only && before ? tree.issues.filter(i => changesOf(i, before, models, words) || marksMoved(i, before, models, NEAR)) : tree.issues;
    return (
        <section class="view issues" aria-labelledby="issues-title">
            <header>
                <h2 id="issues-title">{t('issues.title')}</h2>
                <p class="soft note">{t(still ? 'issues.stillNote' : 'issues.note')}</p>
                {before && <div class="sorting"><OnlyChanged on={only} onTurn={setOnly} /></div>}
            </header>
            <IssueKey forecast={tree.forecast?.model != null} />
            {!shown.length && tree.issues.length > 0 && <p class="empty">{t('changed.nothing')}</p>}
            {shown.map(i => <Strip key={i.id} tree={tree} issue={i} models={models} before={before} all={still || tree.issues.length === 1} />)}
        </section>
    );
}
