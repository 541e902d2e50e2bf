// SPDX-License-Identifier: Apache-2.0
// One actor in the picture: its gain in a disc (filled: gains, hollow: loses), its name, what it was in the file.
import type {Spread} from '../engine/spread';
import {signOf} from '../shell/shown';
import {useWords} from '../words/context';
import type {Spot} from './layout';

interface Props {
    spot: Spot;
    name: string;
    gain: Spread | null;
    before: Spread | null;
    ratifies: boolean;
    where: string;
    lifted: boolean;
    at: {x: number; y: number} | null;
    tabbable: boolean;
    open: boolean;
    on: {
        pointerdown: (e: PointerEvent) => void;
        keydown: (e: KeyboardEvent) => void;
        focus: () => void;
    };
}

export function Token({spot, name, gain, before, ratifies, where, lifted, at, tabbable, open, on}: Props) {
    const words = useWords();
    const sign = signOf(gain?.middle);
    const moved = before && gain && words.points(before.middle) !== words.points(gain.middle);
    const x = at?.x ?? spot.x, y = at?.y ?? spot.y;
    const classes = ['token', sign, spot.place.at, lifted ? 'lifted' : '', at ? 'dragged' : '', spot.labelAbove ? 'above' : ''];
    return (
        <button
            type="button"
            class={classes.filter(Boolean).join(' ')}
            data-actor={spot.id}
            data-place={spot.place.at}
            aria-haspopup="dialog"
            aria-expanded={open}
            tabIndex={tabbable ? 0 : -1}
            style={{transform: `translate(${x.toFixed(1)}px,${y.toFixed(1)}px)`, '--r': `${spot.r}px`, '--w': `${spot.labelWidth}px`}}
            onPointerDown={on.pointerdown}
            onKeyDown={on.keydown}
            onFocus={on.focus}
        >
            <span class="disc"><span class="gain">{words.points(gain?.middle)}</span>{ratifies && <span class="seal" aria-hidden="true">✓</span>}</span>
            <span class="tag">
                <span class="name">{name}</span><span class="visually-hidden">, {where}, </span>
                <span class="sub">
                    {gain && gain.n > 1 && words.points(gain.low) !== words.points(gain.high)
                        ? words.t('evidence.range', {low: words.points(gain.low), high: words.points(gain.high)}) : ' '}
                </span>
                {moved && <span class="sub moved"><span class="visually-hidden">, </span>{words.t('edit.was', {x: words.points(before.middle)})}</span>}
            </span>
        </button>
    );
}
