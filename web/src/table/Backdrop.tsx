// SPDX-License-Identifier: Apache-2.0
// What stands still in the picture: the room and its door, the table, chairs and who sits on them, lines to patrons.
import type {Place} from '../engine/moves';
import type {Room} from './layout';
import {useWords} from '../words/context';
import {foreignTag} from '../words/foreign';

interface Props { room: Room; venue: string; hover: Place | null; dragging: boolean; names: (chair: {of: string; person: number | null}) => string }

function walls({wall}: Room, door: Room['door']): string {
    const {x, y, width, height} = wall, c = 14, bottom = y + height, right = x + width;
    return `M${door.x} ${bottom}H${x + c}Q${x} ${bottom} ${x} ${bottom - c}V${y + c}Q${x} ${y} ${x + c} ${y}H${right - c}`
        + `Q${right} ${y} ${right} ${y + c}V${bottom - c}Q${right} ${bottom} ${right - c} ${bottom}H${door.x + door.width}`;
}

export function Backdrop({room, venue, hover, dragging, names}: Props) {
    const words = useWords();
    const {wall, table} = room, door = dragging ? room.door : room.opening;
    const bottom = wall.y + wall.height;
    return (
        <svg class="backdrop" width={room.width} height={room.height} aria-hidden="true">
            <rect class={`floor${hover?.at === 'seat' ? ' target' : ''}`} x={wall.x} y={wall.y} width={wall.width} height={wall.height} rx={14} />
            <path class="wall" d={walls(room, door)} />
            <path class="swing" d={`M${door.x} ${bottom}v22M${door.x + door.width} ${bottom}v22`} />
            {dragging && room.doorstep && <circle class={`free${hover?.at === 'door' ? ' target' : ''}`} cx={room.doorstep.x} cy={room.doorstep.y} r={room.doorstep.r} />}
            {hover?.at === 'door' && !room.doorstep && <rect class="mat" x={door.x} y={bottom - 4} width={door.width} height={112} rx={10} />}
            <ellipse class="under" cx={table.x} cy={table.y + 4} rx={table.rx} ry={table.ry} />
            <ellipse class="top" cx={table.x} cy={table.y} rx={table.rx} ry={table.ry} />
            <text class="venue" lang={foreignTag(venue, words.lang)} x={table.x} y={table.y + 4}>{venue}</text>
            {room.free.map(f => <circle key={`${f.x}`} class={`free${hover?.at === 'seat' ? ' target' : ''}`} cx={f.x} cy={f.y} r={f.r} />)}
            {room.chairs.map((c, i) => (
                <g key={`${c.of}-${i}`} class={`chair${c.person === null ? '' : ' person'}`} transform={`translate(${c.x.toFixed(1)},${c.y.toFixed(1)}) rotate(${((c.turn * 180) / Math.PI).toFixed(1)})`}>
                    <title>{names(c)}</title>
                    <path class="back" d="M7 -8.5Q11 0 7 8.5" />
                    <circle class="head" r={6.6} />
                </g>
            ))}
            {room.spots.map(s => s.place.at === 'observer' && (
                <line key={s.id} class="behind" x1={s.x} y1={s.y} {...to(room, s.place.patron)} />
            ))}
            {dragging && room.behind.map(b => (
                <circle key={b.patron} class={`watch${hover?.at === 'observer' && hover.patron === b.patron ? ' target' : ''}`} cx={b.x} cy={b.y} r={22} />
            ))}
        </svg>
    );
}

function to(room: Room, patron: string): {x2: number; y2: number} {
    const p = room.spots.find(s => s.id === patron);
    return {x2: p?.x ?? 0, y2: p?.y ?? 0};
}
