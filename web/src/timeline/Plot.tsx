// SPDX-License-Identifier: Apache-2.0
// The ground of every chart: a column for the day looked at, hairlines for the stops, and the pointer that chooses a day.
import type {ComponentChildren} from 'preact';
import {extentOf, stopUnder, type Frame} from './frame';
import {timeOf, type Stop} from './stops';
import type {TimeState} from './tree';

interface Props {
    frame: Frame;
    height: number;
    stops: readonly Stop[];
    state: TimeState | null;
    /** Another day than the file's. */
    varied: boolean;
    onDay: (date: string) => void;
    label: string;
    children: ComponentChildren;
    beside?: ComponentChildren;
}

export function Plot({frame, height, stops, state, varied, onDay, label, children, beside}: Props) {
    const [a, b] = frame.x.range() as [number, number];
    const column = state && extentOf(frame, state);
    const choose = (e: MouseEvent) => {
        const box = (e.currentTarget as Element).getBoundingClientRect();
        const stop = stopUnder(frame, stops, (e.clientX - box.left) * frame.width / box.width);
        if (stop)
            onDay(stop.date);
    };
    return (
        <div class="plot" style={{height: `${height}px`}}>
            {/* The keyboard has the stops of the axis, which do the same. */}
            <svg width={frame.width} height={height} role="img" aria-label={label} onClick={choose}>
                {column && <rect class={`day${varied ? ' varied' : ''}`} x={column[0]} y={0} width={Math.max(3, column[1] - column[0])} height={height} />}
                {stops.filter(s => timeOf(s.date) >= frame.from && s.state).map(s => <line key={s.date} class="hair" x1={frame.x(timeOf(s.date))} x2={frame.x(timeOf(s.date))} y1={0} y2={height} />)}
                {children}
                <rect class="catch" x={a} y={0} width={b - a} height={height} />
            </svg>
            {beside}
        </div>
    );
}
