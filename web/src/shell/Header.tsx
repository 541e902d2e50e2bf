// SPDX-License-Identifier: Apache-2.0
// Title, date and whose account it is; language and light; which scenario.
import {memo} from './memo';
import type {Tree} from '../engine/tree';
import {isLang, LANGUAGES} from '../words/catalogue';
import {useWords} from '../words/context';
import {foreignTag, untranslated} from '../words/foreign';
import {useSession, useWatched} from './context';
import {THEMES, type Theme} from './theme';

const FEW = 3;

interface Props {
    tree: Tree | null;
    theme: Theme;
    onTheme: (t: Theme) => void;
    /** Where there is no scenario whose title could stand here. */
    heading?: string | undefined;
}

export const Header = memo(function Header({tree, theme, onTheme, heading}: Props) {
    const session = useSession();
    const state = useWatched(session, 'scenarios', 'scenario', 'lang', 'variation');
    const words = useWords();
    const {t} = words;
    const foreign = tree ? untranslated(tree, words.lang) : [];
    return (
        <header class="top">
            <div class="titles">
                <h1 lang={tree && !heading ? foreignTag(tree.scenario.title, words.lang) : undefined}>{heading ?? tree?.scenario.title ?? t('app.title')}</h1>
                {tree?.scenario.as_of && (
                    <p class={`as-of${state.variation.asOf === null ? ' soft' : ' marked'}`}>
                        {t('app.asOf', {date: words.date(state.variation.asOf ?? tree.scenario.as_of)})}
                        {state.variation.asOf !== null && <button type="button" class="link" onClick={() => session.lookAt(null)}>{t('timeline.back')}</button>}
                    </p>
                )}
                {tree && foreign.length > 0 && (
                    <p class="account soft">{words.tn('app.untranslated', foreign.length, {some: foreign.length > FEW ? t('app.untranslatedMore', {some: foreign.slice(0, FEW).join(' · ')}) : foreign.join(' · ')})}</p>
                )}
                {tree?.scenario.account && <p class="account soft"><strong>{t('app.account')}{words.lang === 'en' ? ': ' : '：'}</strong>{tree.scenario.account}</p>}
            </div>
            <div class="settings">
                {state.scenarios.length > 1 && (
                    <select class="button" aria-label={t('app.scenario')} value={state.scenario ?? ''} onChange={e => session.choose(e.currentTarget.value)}>
                        {state.scenarios.map(s => <option key={s.id} value={s.id}>{s.title}</option>)}
                    </select>
                )}
                <select class="button" aria-label={t('app.language')} value={state.lang} onChange={e => { if (isLang(e.currentTarget.value)) session.speak(e.currentTarget.value); }}>
                    {Object.entries(LANGUAGES).map(([tag, {name}]) => <option key={tag} value={tag} lang={tag}>{name}</option>)}
                </select>
                <select class="button" aria-label={t('app.theme')} value={theme} onChange={e => onTheme(e.currentTarget.value as Theme)}>
                    {THEMES.map(x => <option key={x} value={x}>{t(`app.theme.${x}`)}</option>)}
                </select>
                <button type="button" class="button" onClick={() => window.print()}>{t('app.print')}</button>
            </div>
        </header>
    );
});
