// SPDX-License-Identifier: Apache-2.0
// The session for every component below, and redrawing when what a component reads of it changes.
import {createContext} from 'preact';
import {useContext, useEffect, useState} from 'preact/hooks';
import type {Session, State} from './session';

export const SessionContext = createContext<Session | null>(null);

/** What components hear the state from: the session, or something that follows it (shell/behind.ts). */
export interface Source { readonly state: State; subscribe(listener: () => void): () => void }

export const SourceContext = createContext<Source | null>(null);

export function useSession(): Session {
    const session = useContext(SessionContext);
    if (!session)
        throw new Error('no session above this component');
    return session;
}

/** The state, or these parts of it: the component is drawn again when they change. The keys named are always the same. */
export function useWatched<K extends keyof State>(session: Session, ...keys: K[]): Pick<State, K> {
    const source = useContext(SourceContext) ?? session;
    const [state, set] = useState(source.state);
    useEffect(() => {
        const look = () => set(shown => (keys.length ? keys.some(k => shown[k] !== source.state[k]) : shown !== source.state) ? source.state : shown);
        look();
        return source.subscribe(look);
    }, [source]);
    return state;
}
