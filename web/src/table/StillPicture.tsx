// SPDX-License-Identifier: Apache-2.0
// The table as a picture to look at: the same room, chairs and discs, and nobody to be moved.
import type {Tree} from '../engine/tree';
import {isRatifier} from '../engine/moves';
import {tableOf} from '../engine/variation';
import {gainOf, signOf} from '../shell/shown';
import {useWords} from '../words/context';
import {venueName} from '../words/foreign';
import {Backdrop} from './Backdrop';
import {castOf} from './cast';
import {layRoom} from './layout';
import './picture.css';
import {useWidth} from './useWidth';

const WIDEST = 600;

/* Discs are set by left and top: what a transform moves is cut on paper where it would have stood without. */
export function StillPicture({tree}: {tree: Tree}) {
    const words = useWords();
    const {ref, width} = useWidth<HTMLDivElement>(WIDEST);
    const table = tableOf(tree.table);
    const name = (id: string) => tree.actors.find(a => a.id === id)?.name ?? id;
    const room = layRoom(Math.min(width, WIDEST), {table, cast: castOf(tree, table), delegations: tree.table.delegations});
    return (
        <div class="picture still" ref={ref}>
            <div class="stage" style={{height: `${room.height}px`}} role="group" aria-label={words.t('room.title')}>
                <Backdrop
                    room={room} hover={null} dragging={false} venue={venueName(tree.table)}
                    names={c => name(c.person === null ? c.of : tree.table.delegations[c.of]?.[c.person] ?? c.of)}
                />
                <span class="sign outside-sign" style={{top: `${room.outsideTop + 6}px`}}>{words.t('room.outside')}</span>
                {!room.doorstep && <span class="sign door-sign" style={{top: `${room.outsideTop - 17}px`, left: `${room.door.x + room.door.width / 2}px`}}>{words.t('room.door')}</span>}
                {room.spots.map(spot => {
                    const gain = gainOf(tree, null, spot.id);
                    const low = words.points(gain?.low), high = words.points(gain?.high);
                    return (
                        <div
                            key={spot.id} data-actor={spot.id} data-place={spot.place.at} class={`token ${signOf(gain?.middle)} ${spot.place.at}${spot.labelAbove ? ' above' : ''}`}
                            style={{left: `${(spot.x - spot.r).toFixed(1)}px`, top: `${(spot.y - spot.r).toFixed(1)}px`, '--r': `${spot.r}px`, '--w': `${spot.labelWidth}px`}}
                        >
                            <span class="disc"><span class="gain">{words.points(gain?.middle)}</span>{isRatifier(table, spot.id) && <span class="seal" aria-hidden="true">✓</span>}</span>
                            <span class="tag">
                                <span class="name">{name(spot.id)}</span>
                                <span class="sub">{gain && low !== high ? words.t('evidence.range', {low, high}) : ' '}</span>
                            </span>
                        </div>
                    );
                })}
            </div>
        </div>
    );
}
