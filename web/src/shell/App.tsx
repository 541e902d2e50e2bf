// SPDX-License-Identifier: Apache-2.0
// The page: the table beside the views, the answer above, all of it redrawn when the session changes.
import {useEffect, useState} from 'preact/hooks';
import {Drawer} from '../evidence/Drawer';
import {keyOf} from '../engine/variation';
import {Gains} from '../gains/Gains';
import {Levers} from '../levers/Levers';
import {Affected} from '../table/Affected';
import {Key} from '../table/Key';
import {Picture} from '../table/Picture';
import {makeWords} from '../words/catalogue';
import {WordsContext} from '../words/context';
import {Answer} from './Answer';
import './app.css';
import {SessionContext, useWatched} from './context';
import {Edits} from './Edits';
import {Foot} from './Foot';
import {Header} from './Header';
import {ModelPicker} from './ModelPicker';
import {Moved} from './Moved';
import type {Session} from './session';
import {Status} from './Status';
import {Tabs} from './Tabs';
import {useTheme} from './theme';
import {usePrinting} from './usePrinting';
import {useWide} from './useWide';
import {useShortcuts} from './useShortcuts';

export function App({session}: {session: Session}) {
    const state = useWatched(session);
    const [theme, setTheme] = useTheme();
    const [words, setWords] = useState(() => makeWords(state.lang));
    const printing = usePrinting();
    const wide = useWide() && !printing;
    useShortcuts(session);
    useEffect(() => {
        setWords(makeWords(state.lang));
        document.documentElement.lang = state.lang;
    }, [state.lang]);
    const {tree} = state;
    useEffect(() => {
        if (tree)
            document.title = `${tree.scenario.title} · Summitry`;
    }, [tree]);
    return (
        <SessionContext.Provider value={session}>
            <WordsContext.Provider value={words}>
                <a class="skip" href="#answer" onClick={e => { e.preventDefault(); document.getElementById('answer')?.scrollIntoView(); }}>{words.t('app.skip')}</a>
                <Header tree={tree} theme={theme} onTheme={setTheme} />
                <p class="visually-hidden" aria-live="assertive">{state.said}</p>
                {tree && <Drawer tree={tree} />}
                {!tree && <main class="loading"><p>{state.problem ? '' : words.t('app.loading')}</p><Status /></main>}
                {tree && (
                    <main class={`session${state.of === keyOf(state.variation) ? '' : ' late'}`}>
                        <div class="room-side">
                            <div class="lead"><h2>{words.t('answer.lead')}</h2><p class="soft">{words.t('answer.hint')}</p></div>
                            <Picture tree={tree} />
                            <Key />
                            <Edits />
                            <Levers tree={tree} printing={printing} />
                            <Affected tree={tree} model={state.model} />
                        </div>
                        <div class="answer-side">
                            <div class="middle">
                                <Answer tree={tree} model={state.model} />
                                {state.base && state.base !== tree && <Moved tree={tree} base={state.base} model={state.model} />}
                                <Status />
                                <ModelPicker tree={tree} model={state.model} />
                                {wide && <Gains tree={tree} />}
                            </div>
                            <div class="last"><Tabs tree={tree} all={printing} without={wide ? 'gains' : null} /></div>
                        </div>
                        <Foot tree={tree} />
                    </main>
                )}
            </WordsContext.Provider>
        </SessionContext.Provider>
    );
}
