// SPDX-License-Identifier: Apache-2.0
// Said against came: on the slope where as often as said.
import {useWords} from '../words/context';

export interface Spot { x: number; y: number; r: number; text: string }

const WIDTH = 210, PLOT = 120, LEFT = 38, TOP = 8, FOOT = 36, RIGHT = 16;

export function Slope({title, across, up, spots, label, hollow = false}: {title: string; across: string; up: string; spots: Spot[]; label: string; hollow?: boolean}) {
    const words = useWords();
    const x = (v: number) => LEFT + v * (WIDTH - LEFT - RIGHT), y = (v: number) => TOP + PLOT * (1 - v);
    return (
        <div class="plot">
            <h4>{title}</h4>
            <svg viewBox={`0 0 ${WIDTH} ${TOP + PLOT + FOOT}`} role="img" aria-label={`${label}. ${spots.map(s => s.text).join('; ')}`}>
                {[0, 0.5, 1].map(v => <path key={v} class="grid" d={`M${x(0)} ${y(v)}H${x(1)}M${x(v)} ${y(0)}V${y(1)}`} />)}
                <path class="level" d={`M${x(0)} ${y(0)}L${x(1)} ${y(1)}`} />
                {spots.map(s => <circle key={`${s.x} ${s.y}`} class={hollow ? 'spot hollow' : 'spot'} cx={x(s.x)} cy={y(s.y)} r={s.r}><title>{s.text}</title></circle>)}
                {[0, 0.5, 1].map(v => <text key={v} class="tick" x={LEFT - 6} y={y(v) + 4} text-anchor="end">{words.odds(v)}</text>)}
                {[0, 0.5, 1].map(v => <text key={v} class="tick" x={x(v)} y={TOP + PLOT + 14} text-anchor="middle">{words.odds(v)}</text>)}
                <text class="tick" x={(x(0) + x(1)) / 2} y={TOP + PLOT + 30} text-anchor="middle">{across}</text>
                <title>{up}</title>
            </svg>
        </div>
    );
}
