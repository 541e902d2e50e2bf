// SPDX-License-Identifier: Apache-2.0
// The views, one at a time on the screen and all of them on paper.
import type {Tree} from '../engine/tree';
import {useWords} from '../words/context';
import {useSession, useWatched} from './context';
import {VIEWS} from './views';

export function Tabs({tree, all, without}: {tree: Tree; all: boolean; without: string | null}) {
    const session = useSession();
    const {tab} = useWatched(session);
    const {t} = useWords();
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
}
