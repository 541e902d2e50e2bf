// SPDX-License-Identifier: Apache-2.0
// The session as the open view sees it: a chair that moved and a new answer a frame later than the table does, anything else at once.
import {afterFrame} from '../engine/frame';
import type {Source} from './context';
import type {Session, State} from './session';

/* What a hand does in the view itself. */
const AT_ONCE = ['tab', 'model', 'lang', 'scenario', 'sort', 'pinned', 'question', 'drawer', 'draws'] as const satisfies (keyof State)[];

export function behind(session: Session): Source & {follow: () => () => void} {
    const listeners = new Set<() => void>();
    let state = session.state;
    let forget: (() => void) | null = null;
    const show = () => {
        forget?.();
        forget = null;
        state = session.state;
        for (const listener of listeners)
            listener();
    };
    const look = () => {
        const {state: next} = session;
        if (state.tree && next.tree && AT_ONCE.every(k => next[k] === state[k]) && next.variation.changes === state.variation.changes)
            forget ??= afterFrame(show);
        else
            show();
    };
    return {
        get state() { return state; },
        subscribe(listener) {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
        follow() {
            const leave = session.subscribe(look);
            look();
            return () => {
                leave();
                forget?.();
                forget = null;
            };
        },
    };
}
