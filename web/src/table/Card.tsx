// SPDX-License-Identifier: Apache-2.0
// What opens on a click: who this is, the ways to move it without dragging, and where its numbers come from.
import {useEffect, useLayoutEffect, useRef} from 'preact/hooks';
import {isRatifier, placeOf, placesFor, samePlace, setRatifier, type Place} from '../engine/moves';
import type {Tree} from '../engine/tree';
import type {Table} from '../engine/variation';
import {Asks} from '../evidence/Asks';
import {rangeIn} from '../gains/GainRow';
import {useSession} from '../shell/context';
import {gainOf, signOf} from '../shell/shown';
import {useWords} from '../words/context';
import type {Room, Spot} from './layout';

/* Pixels between the disc and its card, and between the card and the window's edge. */
const GAP = 10, EDGE = 8;

interface Props {
    tree: Tree;
    table: Table;
    file: Table;
    actor: string;
    spot: Spot;
    room: Room;
    onMove: (to: Place) => void;
    onClose: () => void;
}

export function Card({tree, table, file, actor, spot, room, onMove, onClose}: Props) {
    const session = useSession();
    const words = useWords();
    const box = useRef<HTMLDivElement>(null);
    const close = useRef(onClose);
    close.current = onClose;
    const name = (id: string) => tree.actors.find(a => a.id === id)?.name ?? id;
    const place = placeOf(table, actor);
    const delegates = tree.table.delegations[actor] ?? [];
    const gain = gainOf(tree, session.state.model, actor), gained = gain ? words.points(gain.middle) : '';
    const observer = table.observers.find(o => o.actor === actor);
    useEffect(() => {
        box.current?.querySelector<HTMLElement>('.moves button')?.focus();
        const away = (e: PointerEvent) => {
            if (e.target instanceof Element && !box.current?.contains(e.target) && !e.target.closest('.token'))
                close.current();
        };
        document.addEventListener('pointerdown', away);
        return () => document.removeEventListener('pointerdown', away);
    }, [actor]);
    const width = Math.min(272, room.width - 8);
    /* On the window, not in the picture, whose column scrolls and would cut it off: under the disc if it fits, else over it, else where it is whole. */
    useLayoutEffect(() => {
        const place = () => {
            const card = box.current, stage = card?.parentElement?.getBoundingClientRect();
            if (!card || !stage)
                return;
            const tall = card.offsetHeight, y = stage.top + spot.y, under = y + spot.r + GAP, over = y - spot.r - GAP - tall;
            const top = under + tall + EDGE <= innerHeight || over < EDGE ? Math.min(under, innerHeight - tall - EDGE) : over;
            card.style.top = `${Math.max(EDGE, top)}px`;
            card.style.left = `${Math.max(EDGE, Math.min(innerWidth - width - EDGE, stage.left + spot.x - width / 2))}px`;
        };
        place();
        addEventListener('scroll', place, true);
        addEventListener('resize', place);
        return () => {
            removeEventListener('scroll', place, true);
            removeEventListener('resize', place);
        };
    }, [actor, spot.x, spot.y, spot.r, width, observer === undefined]);
    const text = (p: Place) => words.t(`room.drop.${p.at}`, p.at === 'observer' ? {patron: name(p.patron)} : {});
    return (
        <div
            class="card" role="dialog" aria-label={name(actor)} ref={box} style={{width: `${width}px`}}
            onKeyDown={e => { if (e.key === 'Escape') { e.stopPropagation(); onClose(); } }}
        >
            <strong>{name(actor)}</strong>
            {gain && <p class={`num ${signOf(gain.middle)}`}><Asks of={{kind: 'gain', actor}} text={gained} class="gained"><strong>{words.points(gain.middle)}</strong>{gain.low < gain.high && <span class="soft"> ({rangeIn(gain, words)})</span>}</Asks></p>}
            {delegates.length > 0 && <p class="soft">{delegates.map(name).join(' · ')}</p>}
            <p class="soft">{words.t('room.moveTo')}</p>
            <div class="moves">
                {placesFor(table, actor).map(p => (
                    <button
                        type="button" key={JSON.stringify(p)} aria-pressed={samePlace(p, place)}
                        onClick={() => { onMove(p); onClose(); }}
                    >{text(p)}</button>
                ))}
            </div>
            {observer && (
                <label class="share">
                    {words.t('room.share', {percent: words.odds(observer.share), patron: name(observer.patron)})}
                    <input
                        type="range" min="0" max="100" step="5" value={Math.round(observer.share * 100)}
                        onChange={e => session.seat({...table, observers: table.observers.map(o => o.actor === actor ? {...o, share: Number(e.currentTarget.value) / 100} : o)})}
                    />
                </label>
            )}
            {place.at !== 'door' && place.at !== 'outside' && (
                <label class="tick">
                    <input
                        type="checkbox" checked={isRatifier(table, actor)}
                        onChange={e => session.seat(setRatifier(table, actor, e.currentTarget.checked, file.ratifiers.find(r => r.actor === actor)?.tolerance ?? 0))}
                    /> {words.t('room.mustAgree')}
                </label>
            )}
            <button
                type="button" class="link"
                onClick={() => session.set({drawer: {what: words.t('asked.gain', {name: name(actor)}), paths: [], asked: {kind: 'gain', actor}}})}
            >{words.t('evidence.why')}</button>
        </div>
    );
}
