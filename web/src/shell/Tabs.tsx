// SPDX-License-Identifier: Apache-2.0
// The views, one at a time on the screen and all of them on paper.
import {useWords} from '../words/context';
import {useSession, useWatched} from './context';
import {memo} from './memo';
import {VIEWS} from './views';

interface Props { all: boolean; without: string | null }

export const Tabs = memo(function Tabs({all, without}: Props) {
    const session = useSession();
    const {tab, tree} = useWatched(session, 'tab', 'tree');
    const {t} = useWords();
    if (!tree)
        return null;
    const views = VIEWS.filter(v => v.when(tree) && v.id !== without);
    const chosen = views.find(v => v.id === tab) ?? views[0];
    const step = (e: KeyboardEvent, at: number) => {
        const by = e.key === 'ArrowRight' ? 1 : e.key === 'ArrowLeft' ? -1 : 0;
        const next = views[(at + by + views.length) % views.length];
        if (!by || !next)
            return;
        e.preventDefault();
        session.set({tab: next.id});
        document.getElementById(`tab-${next.id}`)?.focus();
    };
    return (
        <>
            <div class="tabs" role="tablist">
                {views.map((v, i) => (
                    <button
                        type="button" role="tab" key={v.id} id={`tab-${v.id}`} aria-selected={v === chosen} aria-controls={`view-${v.id}`}
                        tabIndex={v === chosen ? 0 : -1} onClick={() => session.set({tab: v.id})} onKeyDown={e => step(e, i)}
                    >{t(v.title)}</button>
                ))}
            </div>
            {views.filter(v => all || v === chosen).map(v => (
                <div role="tabpanel" key={v.id} id={`view-${v.id}`} aria-labelledby={`tab-${v.id}`}><v.Component tree={tree} /></div>
            ))}
        </>
    );
});
