// SPDX-License-Identifier: Apache-2.0
// The axis of dates: every day on which something is dated as a numbered stop that can be chosen, and levers as bars for as long as they hold.
import {useRef} from 'preact/hooks';
import {useWords} from '../words/context';
import {linesOf, type Frame} from './frame';
import {spreadOut, timeOf, type Stop} from './stops';
import type {Lever} from './tree';

interface Props {
    frame: Frame;
    stops: readonly Stop[];
    levers: readonly Lever[];
    /** Index of the stop looked at. */
    at: number;
    varied: boolean;
    onDay: (date: string) => void;
    titleOf: (stop: Stop) => string;
}

const BADGE = 20, AXIS = 42, BAR = 13;

export function DateBar({frame, stops, levers, at, varied, onDay, titleOf}: Props) {
    const words = useWords();
    const group = useRef<HTMLDivElement>(null);
    const [a, b] = frame.x.range() as [number, number];
    const shown = stops.map((stop, i) => ({stop, i})).filter(({stop}) => timeOf(stop.date) >= frame.from);
    const wanted = shown.map(({stop}) => frame.x(timeOf(stop.date)) - BADGE / 2);
    const places = spreadOut(wanted, BADGE + 1, frame.width - BADGE);
    const ticks = frame.x.ticks(Math.max(2, Math.floor((b - a) / 90)));
    const bars = lanesOf(levers, frame, words.lang === 'en' ? 1 : 1.05);
    const height = AXIS + 20 + bars.lanes * BAR + (bars.lanes ? 4 : 0);
    const key = (e: KeyboardEvent) => {
        const by = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[e.key] ?? 0;
        const to = e.key === 'Home' ? 0 : e.key === 'End' ? stops.length - 1 : Math.max(0, Math.min(stops.length - 1, at + by));
        const stop = stops[to];
        if ((!by && e.key !== 'Home' && e.key !== 'End') || !stop)
            return;
        e.preventDefault();
        onDay(stop.date);
        requestAnimationFrame(() => group.current?.querySelector<HTMLElement>(`[data-date="${stop.date}"]`)?.focus());
    };
    return (
        <div class="axis-of-dates" style={{height: `${height}px`}}>
            <svg width={frame.width} height={height} aria-hidden="true">
                {ticks.map(d => (
                    <g key={+d} class="date-tick"><line x1={frame.x(d)} x2={frame.x(d)} y1={AXIS} y2={AXIS + 5} />
                        <text x={frame.x(d)} y={AXIS + 16} text-anchor={frame.x(d) < a + 14 ? 'start' : 'middle'}>{words.tick(d, spanOf(frame))}</text></g>
                ))}
                <line class="axis-line" x1={a} x2={b} y1={AXIS} y2={AXIS} />
                {shown.map(({stop, i}, k) => {
                    const x = frame.x(timeOf(stop.date)), px = (places[k] ?? 0) + BADGE / 2;
                    return <path key={stop.date} class={`lead${i === at ? ' at' : ''}${stop.state ? ' turns' : ''}`} d={`M${px} ${BADGE}V${BADGE + 4}L${x} ${AXIS - 7}V${AXIS}`} />;
                })}
                {bars.bars.map(({lever, x0, x1, lane, label}) => {
                    const y = AXIS + 22 + lane * BAR;
                    return (
                        <g key={lever.id} class={`lever-bar ${lever.state === 'threatened' || lever.state === 'dropped' ? 'hollow' : 'full'}`}>
                            <rect x={x0} y={y} width={Math.max(4, x1 - x0)} height={BAR - 5} rx={2} />
                            {label && <text x={label.x} y={y + BAR - 6} text-anchor={label.anchor}>{lever.title}</text>}
                        </g>
                    );
                })}
            </svg>
            <div role="radiogroup" aria-label={words.t('timeline.day')} ref={group} onKeyDown={key}>
                {shown.map(({stop, i}, k) => (
                    <button
                        type="button" role="radio" key={stop.date} data-date={stop.date} aria-checked={i === at} tabIndex={i === at || (k === 0 && !shown.some(s => s.i === at)) ? 0 : -1}
                        class={`stop num${i === at && varied ? ' varied' : ''}${stop.state ? ' turns' : ''}`} style={{left: `${places[k] ?? 0}px`}}
                        aria-label={`${i + 1}. ${words.date(stop.date)}: ${titleOf(stop)}`} title={`${words.date(stop.date)}: ${titleOf(stop)}`} onClick={() => onDay(stop.date)}
                    >{i + 1}</button>
                ))}
            </div>
        </div>
    );
}

function spanOf(frame: Frame): number {
    const [from, to] = frame.x.domain();
    return +(to ?? 0) - +(from ?? 0);
}

interface Bar { lever: Lever; x0: number; x1: number; lane: number; label: {x: number; anchor: 'start' | 'end'} | null }

/** Bars in as few rows as hold them with their names; a name that fits nowhere is left to the list. */
function lanesOf(levers: readonly Lever[], frame: Frame, wide: number): {bars: Bar[]; lanes: number} {
    const [a, b] = frame.x.range() as [number, number];
    const lanes: [number, number][][] = [];
    const bars = levers
        .filter(l => l.from !== null)
        .sort((l, m) => ((l.from ?? '') < (m.from ?? '') ? -1 : 1))
        .flatMap((lever): Bar[] => {
            const x0 = Math.max(a, frame.x(timeOf(lever.from ?? ''))), x1 = lever.ends === null ? b : Math.min(b, frame.x(timeOf(lever.ends)));
            if (x1 < a || x0 > b)
                return [];
            let need = 0;
            while (linesOf(lever.title, need + 1, 11 * wide) > 1)
                need += 8;
            need += 8;
            const end = Math.max(x1, x0 + 4);
            const label = frame.width - end > need + 4 ? {x: end + 4, anchor: 'start' as const} : x0 > need + 4 ? {x: x0 - 4, anchor: 'end' as const} : null;
            const from = label?.anchor === 'end' ? x0 - need - 4 : x0, to = label?.anchor === 'start' ? end + need + 4 : end;
            let lane = lanes.findIndex(taken => taken.every(([p, q]) => to + 4 < p || from > q + 4));
            if (lane < 0)
                lane = lanes.push([]) - 1;
            lanes[lane]?.push([from, to]);
            return [{lever, x0, x1: end, lane, label}];
        });
    return {bars, lanes: lanes.length};
}
