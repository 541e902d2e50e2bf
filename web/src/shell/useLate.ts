// SPDX-License-Identifier: Apache-2.0
// True when the numbers shown have been those of the table before for longer than an eye takes.
import {useEffect, useState} from 'preact/hooks';
import {keyOf} from '../engine/variation';
import type {Session} from './session';

const LATE_MS = 150;

export function useLate(session: Session): boolean {
    const [late, setLate] = useState(false);
    useEffect(() => {
        let timer: ReturnType<typeof setTimeout> | undefined;
        const look = () => {
            const {of, variation} = session.state;
            if (of === keyOf(variation)) {
                clearTimeout(timer);
                timer = undefined;
                setLate(false);
            } else {
                timer ??= setTimeout(() => setLate(true), LATE_MS);
            }
        };
        look();
        const leave = session.subscribe(look);
        return () => {
            leave();
            clearTimeout(timer);
        };
    }, [session]);
    return late;
}
