// SPDX-License-Identifier: Apache-2.0
// The tabs in one line. What does not fit is a scroll to the side away, and a fading end with an arrow says so.
import {useLayoutEffect} from 'preact/hooks';
import {useWords} from '../words/context';
import {useSession} from './context';
import {useOverflow} from './useOverflow';
import type {View} from './views';

/* How much of the bar one press of the arrow goes on. */
const STEP = 0.7;

export function TabBar({views, chosen}: {views: readonly View[]; chosen: View | undefined}) {
    const session = useSession();
    const {t, lang} = useWords();
    const {ref, more, look} = useOverflow<HTMLDivElement>(`${lang} ${views.length}`);
    useLayoutEffect(() => {
        const bar = ref.current, tab = bar?.querySelector<HTMLElement>('[aria-selected=true]');
        if (!bar || !tab)
            return;
        const room = tab.clientWidth / 2;
        bar.scrollLeft = Math.max(Math.min(bar.scrollLeft, tab.offsetLeft - room), tab.offsetLeft + tab.offsetWidth + room - bar.clientWidth);
    }, [chosen, lang]);
    const step = (e: KeyboardEvent, at: number) => {
        const by = e.key === 'ArrowRight' ? 1 : e.key === 'ArrowLeft' ? -1 : 0;
        const next = views[(at + by + views.length) % views.length];
        if (!by || !next)
            return;
        e.preventDefault();
        session.set({tab: next.id});
        document.getElementById(`tab-${next.id}`)?.focus();
    };
    const go = (by: number) => () => ref.current?.scrollBy({left: by * STEP * ref.current.clientWidth, behavior: 'smooth'});
    return (
        <div class="tab-bar">
            <div class="tabs" role="tablist" ref={ref} onScroll={look}>
                {views.map((v, i) => (
                    <button
                        type="button" role="tab" key={v.id} id={`tab-${v.id}`} aria-selected={v === chosen} aria-controls={`view-${v.id}`}
                        tabIndex={v === chosen ? 0 : -1} onClick={() => session.set({tab: v.id})} onKeyDown={e => step(e, i)}
                    >{t(v.title)}</button>
                ))}
            </div>
            {more.back && <button type="button" class="on back" tabIndex={-1} aria-hidden="true" onClick={go(-1)}>‹</button>}
            {more.next && <button type="button" class="on next" tabIndex={-1} aria-hidden="true" onClick={go(1)}>›</button>}
        </div>
    );
}
