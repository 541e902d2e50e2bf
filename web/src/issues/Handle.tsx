// SPDX-License-Identifier: Apache-2.0
// Something on a scale that can be taken by hand or moved by the arrow keys.
import {useRef} from 'preact/hooks';

interface Props {
    kind: 'dot' | 'low' | 'high';
    /** Share of the track, 0 to 1. */
    at: number;
    value: number;
    text: string;
    label: string;
    scale: readonly [number, number];
    step: number;
    size?: number;
    onMove: (to: number, how: 'moving' | 'landed' | false) => void;
    onCancel: () => void;
}

export function Handle({kind, at, value, text, label, scale, step, size, onMove, onCancel}: Props) {
    const last = useRef(value);
    const press = (e: PointerEvent) => {
        if (e.button !== 0)
            return;
        const handle = e.currentTarget as HTMLElement;
        const track = handle.parentElement?.getBoundingClientRect();
        if (!track?.width)
            return;
        handle.setPointerCapture(e.pointerId);
        handle.focus();
        const grip = e.clientX - (track.left + at * track.width);
        let moved = false;
        const move = (m: PointerEvent) => {
            if (!moved && Math.abs(m.clientX - e.clientX) < 3)
                return;
            moved = true;
            last.current = scale[0] + ((m.clientX - grip - track.left) / track.width) * (scale[1] - scale[0]);
            onMove(last.current, 'moving');
        };
        const done = (cancelled: boolean) => {
            handle.removeEventListener('pointermove', move);
            handle.removeEventListener('pointerup', up);
            handle.removeEventListener('pointercancel', cancel);
            if (cancelled)
                onCancel();
            else if (moved)
                onMove(last.current, 'landed');
        };
        const up = () => done(false), cancel = () => done(true);
        handle.addEventListener('pointermove', move);
        handle.addEventListener('pointerup', up);
        handle.addEventListener('pointercancel', cancel);
    };
    const key = (e: KeyboardEvent) => {
        const direction = {ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1}[e.key] ?? 0;
        const far = e.shiftKey ? 10 : 1;
        const to = e.key === 'Home' ? scale[0] : e.key === 'End' ? scale[1] : value + direction * step * far;
        if (!direction && e.key !== 'Home' && e.key !== 'End')
            return;
        e.preventDefault();
        onMove(to, false);
    };
    return (
        <span
            class={`handle ${kind}`} role="slider" tabIndex={0} aria-label={label} aria-valuenow={value} aria-valuetext={text}
            aria-valuemin={Math.min(...scale)} aria-valuemax={Math.max(...scale)} style={{left: `${at * 100}%`, ...(size ? {'--size': `${size}px`} : {})}}
            onPointerDown={press} onKeyDown={key}
        />
    );
}
