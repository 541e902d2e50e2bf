// SPDX-License-Identifier: Apache-2.0
// A view's own question: asked when the view is there, again when what is looked at changes; meanwhile the last answer stays.
import {useEffect, useState} from 'preact/hooks';
import type {Inquiry} from '../engine/engine';
import {useSession, useWatched} from './context';
import {inquire, recall, subjectOf, type Inquired} from './inquiries';

const NOTHING: Inquired<never> = {answer: null, draws: null, current: false, busy: false, progress: null, problem: null};

/**
 * @param inquiry null: nothing is asked
 * @param steps draws of each answer wanted, in order: [0, 300] gives points at once and odds behind them
 * @returns the answer, with `again` to ask after something went wrong
 */
export function useInquiry<T>(inquiry: Inquiry | null, steps: readonly number[] = [0]): Inquired<T> & {again: () => void} {
    const session = useSession();
    const state = useWatched(session);
    const [tries, setTries] = useState(0);
    const [now, show] = useState<Inquired<T>>(() => (inquiry ? recall<T>(session, inquiry, steps) : NOTHING));
    const subject = inquiry && subjectOf(session, inquiry), wanted = steps.join();
    const lost = now.problem?.kind === 'lost' && state.problem !== null;
    useEffect(() => {
        if (inquiry)
            return inquire<T>(session, inquiry, steps, show);
        show(NOTHING);
    }, [subject, wanted, state.draws, tries, lost]);
    /* Between a change and the effect that follows it, what is shown is already old. */
    const current = inquiry !== null && now.current && recall<T>(session, inquiry, steps).current;
    return {...now, current, again: () => setTries(tries + 1)};
}
