// SPDX-License-Identifier: Apache-2.0
// A report: the page's views one below the other, to be read and printed; complete in one file, nothing to be moved.
import {useEffect, useMemo} from 'preact/hooks';
import type {Tree} from '../engine/tree';
import {Drawer} from '../evidence/Drawer';
import '../shell/app.css';
import {SessionContext, useWatched} from '../shell/context';
import {Header} from '../shell/Header';
import type {Session} from '../shell/session';
import {answering} from '../shell/shown';
import {StillContext} from '../shell/still';
import {useTheme} from '../shell/theme';
import {makeWords} from '../words/catalogue';
import {WordsContext} from '../words/context';
import {Method} from '../method/Method';
import {Meta, Opening} from './Opening';
import './report.css';
import {sectionsOf} from './sections';

export function Report({session, tree}: {session: Session; tree: Tree}) {
    const {lang} = useWatched(session);
    const [theme, setTheme] = useTheme();
    const words = useMemo(() => makeWords(lang), [lang]);
    useEffect(() => {
        document.documentElement.lang = lang;
    }, [lang]);
    const answered = answering(tree).length > 0;
    const sections = answered ? sectionsOf(tree) : [];
    return (
        <SessionContext.Provider value={session}>
            <WordsContext.Provider value={words}>
                <StillContext.Provider value={true}>
                    <a class="skip" href="#answer">{words.t('app.skip')}</a>
                    <Header tree={tree} theme={theme} onTheme={setTheme} />
                    <Drawer tree={tree} />
                    <main class="report">
                        <Meta tree={tree} />
                        {answered ? <Opening tree={tree} sections={sections} /> : <><p id="answer">{words.t('report.nothing')}</p>{tree.models.length > 0 && <Method tree={tree} />}</>}
                        {sections.map(({id, Component}) => <Component key={id} tree={tree} />)}
                        <footer class="foot soft"><p>{words.t('app.foot', {version: tree.summitry, seed: String(tree.seed), sha: tree.scenario.sha256.slice(0, 12)})}</p></footer>
                    </main>
                </StillContext.Provider>
            </WordsContext.Provider>
        </SessionContext.Provider>
    );
}
