// SPDX-License-Identifier: Apache-2.0
// When the page draws: after a drop it waits a blink for the answer, so that both are one picture.
import {options} from 'preact';
import type {Session} from './session';

/* A frame and a half: who waits longer is shown where the chair landed, and the answer when it comes. */
const BLINK_MS = 24;

let release: (() => void) | null = null;

/** Whatever changes now is drawn with the answer to it, or after a blink without it. */
export function drawWithAnswer(session: Session): void {
    release?.();
    const kept = {...options};
    const {tree, problem} = session.state;
    let draw: (() => void) | null = null;
    options.debounceRendering = waiting => { draw = waiting; };
    const leave = session.subscribe(() => {
        /* Once everybody has heard of it. */
        if (session.state.tree !== tree || session.state.problem !== problem)
            queueMicrotask(end);
    });
    const timer = setTimeout(end, BLINK_MS);
    release = end;
    function end(): void {
        if (release !== end)
            return;
        release = null;
        leave();
        clearTimeout(timer);
        delete options.debounceRendering;
        Object.assign(options, kept);
        draw?.();
    }
}
