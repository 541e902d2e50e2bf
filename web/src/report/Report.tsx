// SPDX-License-Identifier: Apache-2.0
// A report: the page's views one below the other, to be read and printed; complete in one file, nothing to be moved.
import {useEffect, useMemo} from 'preact/hooks';
import {Drawer} from '../evidence/Drawer';
import {Method} from '../method/Method';
import '../shell/app.css';
import {SessionContext, useWatched} from '../shell/context';
import {Header} from '../shell/Header';
import type {Session} from '../shell/session';
import {answering} from '../shell/shown';
import {StillContext} from '../shell/still';
import {useTheme} from '../shell/theme';
import {makeWords} from '../words/catalogue';
import {WordsContext} from '../words/context';
import type {AnyKind, PartProps} from './kind';
import {Meta} from './Opening';
import './report.css';

interface Props { session: Session; kind: AnyKind; of: PartProps<never> }

export function Report({session, kind, of}: Props) {
    const {lang} = useWatched(session, 'lang');
    const [theme, setTheme] = useTheme();
    const words = useMemo(() => makeWords(lang), [lang]);
    useEffect(() => {
        document.documentElement.lang = lang;
    }, [lang]);
    const {tree} = of, {t} = words, {Opening} = kind;
    const answered = kind.answered?.(of) ?? true;
    const parts = answered ? kind.parts.filter(p => p.when?.(of) ?? true) : [];
    const sha = (kind.hash?.(of.own) ?? tree.scenario.sha256).slice(0, 12);
    return (
        <SessionContext.Provider value={session}>
            <WordsContext.Provider value={words}>
                <StillContext.Provider value={true}>
                    <a class="skip" href="#start">{t('app.skip')}</a>
                    <Header tree={tree} theme={theme} onTheme={setTheme} heading={kind.heading && t(kind.heading)} />
                    <Drawer tree={tree} />
                    <main class="report">
                        <Meta tree={tree} about={kind.about} models={kind.heading ? 0 : answering(tree).length} />
                        <div id="start">
                            {!answered && <><p>{t('report.nothing')}</p>{tree.models.length > 0 && <Method tree={tree} />}</>}
                            {answered && Opening && <Opening {...of} />}
                        </div>
                        {parts.length > 1 && <nav aria-label={t('report.parts')}>{parts.map(p => <a key={p.id} href={`#${p.id}-title`}>{t(p.title)}</a>)}</nav>}
                        {parts.map(({id, Component}) => <Component key={id} {...of} />)}
                        <footer class="foot soft"><p>{t('app.foot', {version: tree.summitry, seed: String(tree.seed), sha})}</p></footer>
                    </main>
                </StillContext.Provider>
            </WordsContext.Provider>
        </SessionContext.Provider>
    );
}
