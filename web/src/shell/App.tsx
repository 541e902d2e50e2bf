// SPDX-License-Identifier: Apache-2.0
// The page: the table beside the views, the answer above. What the hand looks at is drawn first, the rest a frame behind it.
import {useEffect, useMemo} from 'preact/hooks';
import type {VNode} from 'preact';
import {Drawer} from '../evidence/Drawer';
import type {Tree} from '../engine/tree';
import {isEmpty} from '../engine/variation';
import {Gains} from '../gains/Gains';
import {Levers} from '../levers/Levers';
import {Story} from '../story/Story';
import {Affected} from '../table/Affected';
import {Key} from '../table/Key';
import {Picture} from '../table/Picture';
import {makeWords} from '../words/catalogue';
import {WordsContext} from '../words/context';
import {Answer} from './Answer';
import {Cast} from './Cast';
import './app.css';
import {behind} from './behind';
import {SessionContext, SourceContext, useSession, useWatched} from './context';
import {Edits} from './Edits';
import {Foot} from './Foot';
import {Header} from './Header';
import {ModelPicker} from './ModelPicker';
import type {Session} from './session';
import {Shielded} from './Shielded';
import {Status} from './Status';
import {Tabs} from './Tabs';
import {useTheme} from './theme';
import {useLate} from './useLate';
import {usePrinting} from './usePrinting';
import {useWide} from './useWide';
import {useShortcuts} from './useShortcuts';

export function App({session}: {session: Session}) {
    const {tree, model, lang, problem, variation} = useWatched(session, 'tree', 'model', 'lang', 'problem', 'variation');
    const [theme, setTheme] = useTheme();
    const words = useMemo(() => makeWords(lang), [lang]);
    const later = useMemo(() => behind(session), [session]);
    const printing = usePrinting();
    const wide = useWide() && !printing;
    const late = useLate(session);
    useShortcuts(session);
    useEffect(() => later.follow(), [later]);
    useEffect(() => { document.documentElement.lang = lang; }, [lang]);
    const changed = !isEmpty(variation);
    const title = tree?.scenario.title;
    useEffect(() => {
        if (title !== undefined)
            document.title = `${title} · Summitry`;
    }, [title]);
    const behindIt = (draw: Drawing) => <SourceContext.Provider value={later}><AsOfLater draw={draw} /></SourceContext.Provider>;
    return (
        <SessionContext.Provider value={session}>
            <WordsContext.Provider value={words}>
                <a class="skip" href="#answer" onClick={e => { e.preventDefault(); document.getElementById('answer')?.scrollIntoView(); }}>{words.t('app.skip')}</a>
                {behindIt(t => <Header tree={t} theme={theme} onTheme={setTheme} />)}
                <Said />
                {tree && <Shielded name={words.t('tab.evidence')} at={tree}><Drawer tree={tree} /></Shielded>}
                {!tree && <main class="loading"><p>{problem ? '' : words.t('app.loading')}</p><Status /></main>}
                {tree && (
                    <main class={`session${late ? ' late' : ''}`}>
                        <div class="room-side">
                            <div class="lead"><h2>{words.t('answer.lead')}</h2><p class="soft">{words.t('answer.hint')}</p></div>
                            <Picture tree={tree} />
                            <Key />
                            <Edits />
                            {behindIt((t, m) => t && (
                                <>
                                    <Levers tree={t} printing={printing} />
                                    <Affected tree={t} model={m} />
                                </>
                            ))}
                        </div>
                        <div class="answer-side">
                            <div class="middle">
                                {behindIt(later => <Shielded name={words.tn('story.title', 1)} at={later}><Story /></Shielded>)}
                                <Cast tree={tree} model={model} changed={changed} />
                                <Answer tree={tree} model={model} />
                                <Status />
                                <ModelPicker tree={tree} model={model} />
                                {wide && <Gains tree={tree} />}
                            </div>
                            <div class="last">
                                <SourceContext.Provider value={later}><Tabs all={printing} without={wide ? 'gains' : null} /></SourceContext.Provider>
                            </div>
                        </div>
                        {behindIt(t => t && <Foot tree={t} />)}
                    </main>
                )}
            </WordsContext.Provider>
        </SessionContext.Provider>
    );
}

type Drawing = (tree: Tree | null, model: string | null) => VNode | null;

function AsOfLater({draw}: {draw: Drawing}) {
    const {tree, model} = useWatched(useSession(), 'tree', 'model');
    return draw(tree, model);
}

/** For those who hear the page: what just happened. */
function Said() {
    const {said} = useWatched(useSession(), 'said');
    return <p class="visually-hidden" aria-live="assertive">{said}</p>;
}
