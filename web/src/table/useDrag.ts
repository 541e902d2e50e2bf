// SPDX-License-Identifier: Apache-2.0
// Moving a token with mouse or finger: a press that stays is a click, one that goes is a drag.
import {useRef, useState} from 'preact/hooks';

export interface Dragged { id: string; x: number; y: number }

const SLACK = 5;

/** Coordinates are those of the picture: `origin` gives its corner on the screen. */
export function useDrag(origin: () => DOMRect | null, on: {click: (id: string) => void; over: (at: Dragged) => void; drop: (at: Dragged) => void}) {
    const [dragged, setDragged] = useState<Dragged | null>(null);
    const handlers = useRef(on);
    handlers.current = on;

    function press(id: string, at: {x: number; y: number}, e: PointerEvent): void {
        if (e.button !== 0)
            return;
        const target = e.currentTarget as HTMLElement;
        const start = {x: e.clientX, y: e.clientY};
        const corner = origin();
        if (!corner)
            return;
        const grip = {x: e.clientX - corner.x - at.x, y: e.clientY - corner.y - at.y};
        let last: Dragged | null = null;
        target.setPointerCapture(e.pointerId);
        const move = (m: PointerEvent) => {
            if (!last && Math.hypot(m.clientX - start.x, m.clientY - start.y) < SLACK)
                return;
            const now = origin() ?? corner;
            last = {id, x: m.clientX - now.x - grip.x, y: m.clientY - now.y - grip.y};
            handlers.current.over(last);
            setDragged(last);
        };
        const done = (cancelled: boolean) => {
            target.removeEventListener('pointermove', move);
            target.removeEventListener('pointerup', up);
            target.removeEventListener('pointercancel', cancel);
            /* The drop first: it says when the page draws. */
            if (!cancelled && last)
                handlers.current.drop(last);
            setDragged(null);
            if (!cancelled && !last)
                handlers.current.click(id);
        };
        const up = () => done(false);
        const cancel = () => done(true);
        target.addEventListener('pointermove', move);
        target.addEventListener('pointerup', up);
        target.addEventListener('pointercancel', cancel);
    }
    return {dragged, press};
}
