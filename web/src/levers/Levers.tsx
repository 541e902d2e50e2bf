// SPDX-License-Identifier: Apache-2.0
// What the actors can do to each other: each lever of the scenario as a switch, with what turning it would change.
import {memo} from '../shell/memo';
import {useEffect, useRef, useState} from 'preact/hooks';
import type {Tree} from '../engine/tree';
import {useSession, useWatched} from '../shell/context';
import {Inquiring} from '../shell/Inquiring';
import {useInquiry} from '../shell/useInquiry';
import {useWords} from '../words/context';
import {turnOf} from './effects';
import {LeverRow} from './LeverRow';
import './levers.css';
import type {LeverageTree} from './tree';

const WIDE = '(min-width: 62rem)';

export const Levers = memo(function Levers({tree, printing}: {tree: Tree; printing: boolean}) {
    const session = useSession();
    const {variation} = useWatched(session);
    const {t} = useWords();
    const [open, setOpen] = useState(() => matchMedia(WIDE).matches);
    const asked = useInquiry<LeverageTree>(open ? {kind: 'leverage'} : null);
    const last = useRef<LeverageTree | null>(null);
    useEffect(() => { if (asked.answer) last.current = asked.answer; }, [asked.answer]);
    const levers = asked.answer ?? last.current;
    /* Nothing to say: a scenario without levers, a page that cannot ask. */
    if (!session.engine.inquire || levers?.levers.length === 0 || (asked.problem && !levers))
        return null;
    return (
        <details class="levers" open={open || printing} onToggle={e => setOpen(e.currentTarget.open)}>
            <summary><h3>{t('levers.title')}</h3>{levers && <span class="soft num"> {levers.levers.length}</span>}</summary>
            <p class="soft note">{t('levers.note')}</p>
            {asked.problem && <Inquiring asked={asked} />}
            {!levers && <p class="soft">{t('inquiry.first')}</p>}
            {levers && (
                <ul>
                    {levers.levers.map(l => <LeverRow key={l.id} tree={tree} lever={l} set={variation.levers[l.id]} turn={turnOf(levers, l.id)} current={asked.current} />)}
                </ul>
            )}
        </details>
    );
});
