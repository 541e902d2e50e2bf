// SPDX-License-Identifier: Apache-2.0
// The session for every component below, and redrawing when it changes.
import {createContext} from 'preact';
import {useContext, useEffect, useState} from 'preact/hooks';
import type {Session, State} from './session';

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
    const session = useContext(SessionContext);
    if (!session)
        throw new Error('no session above this component');
    return session;
}

export function useWatched(session: Session): State {
    const [state, set] = useState(session.state);
    useEffect(() => {
        set(session.state);
        return session.subscribe(() => set(session.state));
    }, [session]);
    return state;
}
