// SPDX-License-Identifier: Apache-2.0
// The table as a picture whose chairs can be moved by mouse, finger and keyboard.
import {memo} from '../shell/memo';
import {useRef, useState} from 'preact/hooks';
import {isRatifier, move, placeOf, placesUpright, samePlace, type Place} from '../engine/moves';
import type {Tree} from '../engine/tree';
import {tableOf} from '../engine/variation';
import {useSession, useWatched} from '../shell/context';
import {drawWithAnswer} from '../shell/pace';
import {gainOf} from '../shell/shown';
import {useWords} from '../words/context';
import {venueName} from '../words/foreign';
import {Backdrop} from './Backdrop';
import {Card} from './Card';
import {castOf} from './cast';
import {layRoom, placeAt} from './layout';
import './picture.css';
import {Token} from './Token';
import {useDrag} from './useDrag';
import {useWidth} from './useWidth';

export const Picture = memo(function Picture({tree}: {tree: Tree}) {
    const session = useSession();
    const state = useWatched(session, 'model', 'base', 'variation');
    const words = useWords();
    const {ref, width} = useWidth<HTMLDivElement>(560);
    const [lifted, setLifted] = useState<{id: string; to: Place} | null>(null);
    const [focused, setFocused] = useState<string | null>(null);
    const [card, setCard] = useState<string | null>(null);
    const tokens = useRef<HTMLDivElement>(null);

    const fileTable = tableOf((state.base ?? tree).table);
    const now = session.table() ?? fileTable;
    const preview = lifted ? move(now, lifted.id, lifted.to, fileTable) : now;
    const name = (id: string) => tree.actors.find(a => a.id === id)?.name ?? id;
    const cast = castOf(tree, now);
    const room = layRoom(width, {table: preview, cast, delegations: tree.table.delegations});
    /* Always in the same order: a node that is moved in the document loses the keyboard. */
    const still = [...room.spots].sort((a, b) => cast.indexOf(a.id) - cast.indexOf(b.id));
    const where = (p: Place) => words.t(`room.place.${p.at}`, p.at === 'observer' ? {patron: name(p.patron)} : {});

    const foreseen = useRef<{id: string; to: Place} | null>(null);
    function foresee(id: string, to: Place): void {
        const last = foreseen.current;
        if (last?.id === id && samePlace(last.to, to))
            return;
        foreseen.current = {id, to};
        if (!samePlace(placeOf(now, id), to))
            session.foresee(move(now, id, to, fileTable));
    }
    function settle(id: string, to: Place): void {
        const before = placeOf(now, id);
        foreseen.current = null;
        if (!samePlace(before, to)) {
            drawWithAnswer(session);
            session.seat(move(now, id, to, fileTable));
            session.say(words.t('room.dropped', {name: name(id), place: where(to)}));
        }
    }
    const {dragged, press} = useDrag(() => ref.current?.getBoundingClientRect() ?? null, {
        click: id => setCard(card === id ? null : id),
        over: at => foresee(at.id, placeAt(room, at.x, at.y, at.id)),
        drop: at => settle(at.id, placeAt(room, at.x, at.y, at.id)),
    });
    const hover = dragged ? placeAt(room, dragged.x, dragged.y, dragged.id) : null;

    function focus(id: string): void {
        tokens.current?.querySelector<HTMLElement>(`[data-actor="${CSS.escape(id)}"]`)?.focus();
    }
    function key(id: string, e: KeyboardEvent): void {
        const step = ['ArrowRight', 'ArrowDown'].includes(e.key) ? 1 : ['ArrowLeft', 'ArrowUp'].includes(e.key) ? -1 : 0;
        if (lifted?.id === id) {
            if (step) {
                const places = placesUpright(now, id);
                const at = places.findIndex(p => samePlace(p, lifted.to));
                const to = places[at + step] ?? lifted.to;
                setLifted({id, to});
                foresee(id, to);
                session.say(words.t('room.lifted', {name: name(id), place: where(to)}));
            } else if (e.key === 'Enter' || e.key === ' ') {
                settle(id, lifted.to);
                setLifted(null);
            } else if (e.key === 'Escape') {
                setLifted(null);
                session.say(words.t('room.putBack', {name: name(id)}));
            } else {
                return;
            }
        } else if (step) {
            const order = room.spots.map(s => s.id);
            const next = order[(order.indexOf(id) + step + order.length) % order.length];
            if (next)
                focus(next);
        } else if (e.key === 'Enter') {
            const to = placeOf(now, id);
            setCard(null);
            setLifted({id, to});
            session.say(words.t('room.lifted', {name: name(id), place: where(to)}));
        } else if (e.key === ' ') {
            setCard(card === id ? null : id);
        } else {
            return;
        }
        e.preventDefault();
        e.stopPropagation();
    }

    const tabbable = focused && room.spots.some(s => s.id === focused) ? focused : room.spots[0]?.id;
    const shownCard = card && room.spots.find(s => s.id === card);
    return (
        <div class={`picture${dragged ? ' dragging' : ''}`} ref={ref}>
            <p class="visually-hidden" id="room-help">{words.t('room.help')}</p>
            <div class="stage" style={{height: `${room.height}px`}} ref={tokens} role="group" aria-label={words.t('room.title')} aria-describedby="room-help">
                <Backdrop
                    room={room} hover={hover ?? lifted?.to ?? null} dragging={dragged !== null || lifted !== null}
                    venue={venueName(tree.table)}
                    names={c => name(c.person === null ? c.of : tree.table.delegations[c.of]?.[c.person] ?? c.of)}
                />
                <span class="sign outside-sign" style={{top: `${room.outsideTop + 6}px`}}>{words.t('room.outside')}</span>
                {(!room.doorstep || dragged || lifted) && <span class="sign door-sign" style={{top: `${room.outsideTop - 17}px`, left: `${room.door.x + room.door.width / 2}px`}}>{words.t('room.door')}</span>}
                {still.map(spot => {
                    const gain = gainOf(tree, state.model, spot.id);
                    const before = state.base ? gainOf(state.base, state.model, spot.id) : null;
                    return (
                        <Token
                            key={spot.id} spot={spot} name={name(spot.id)} gain={gain} before={before}
                            ratifies={isRatifier(preview, spot.id)}
                            where={where(spot.place)}
                            lifted={lifted?.id === spot.id} open={card === spot.id}
                            at={dragged?.id === spot.id ? dragged : null}
                            tabbable={spot.id === tabbable}
                            on={{
                                pointerdown: e => press(spot.id, spot, e),
                                keydown: e => key(spot.id, e),
                                focus: () => setFocused(spot.id),
                            }}
                        />
                    );
                })}
                {(hover ?? lifted) && (
                    <span class="hint" role="presentation">
                        {name(dragged?.id ?? lifted?.id ?? '')} → {dropText(hover ?? lifted?.to ?? {at: 'outside'}, name, words.t)}
                    </span>
                )}
                {shownCard && (
                    <Card
                        tree={tree} table={now} file={fileTable} actor={shownCard.id} spot={shownCard} room={room}
                        onMove={to => settle(shownCard.id, to)} onClose={() => { setCard(null); focus(shownCard.id); }}
                    />
                )}
            </div>
        </div>
    );
});

type T = ReturnType<typeof useWords>['t'];

function dropText(p: Place, name: (id: string) => string, t: T): string {
    return t(`room.drop.${p.at}`, p.at === 'observer' ? {patron: name(p.patron)} : {});
}
