// SPDX-License-Identifier: Apache-2.0
// One actor's gain on the common axis.
import type {ScaleLinear} from 'd3-scale';
import type {ComponentChildren} from 'preact';
import {heaps, tallness} from '../engine/heaps';
import type {Spread} from '../engine/spread';
import type {Actor, Num} from '../engine/tree';
import {Asks} from '../evidence/Asks';
import {signOf} from '../shell/shown';
import {useStill} from '../shell/still';
import type {Words} from '../words/catalogue';
import {useWords} from '../words/context';
import {Agreement} from './Agreement';

/* Models nearer than this share of the axis are one mark. */
const NEAR = 0.012;

interface Props {
    actor: Actor;
    gain: Spread | null;
    before: Spread | null;
    draws: {low: number; high: number} | null;
    values: Num[];
    x: ScaleLinear<number, number>;
    total: number;
    pinned: boolean;
    open: boolean;
    onOpen: () => void;
    onPin: () => void;
    children: ComponentChildren;
}

export function rangeIn(gain: Spread, words: Words): string {
    return words.t('evidence.range', {low: words.points(gain.low), high: words.points(gain.high)});
}

export function GainRow({actor, gain, before, draws, values, x, total, pinned, open, onOpen, onPin, children}: Props) {
    const words = useWords();
    const still = useStill();
    if (!gain)
        return null;
    const sign = signOf(gain.middle), near = NEAR * (x.domain()[1] ?? 0) - NEAR * (x.domain()[0] ?? 0);
    const agree = total === 1 ? '' : gain.above === gain.n ? words.t('gains.all.up', {total: gain.n})
        : gain.below === gain.n ? words.t('gains.all.down', {total: gain.n})
            : gain.above > gain.below ? words.t('gains.agree.up', {n: gain.above, total: gain.n})
                : gain.below ? words.t('gains.agree.down', {n: gain.below, total: gain.n}) : words.t('gains.agree.even');
    const moved = before && words.points(before.middle) !== words.points(gain.middle);
    const range = words.points(gain.low) === words.points(gain.high) ? '' : rangeIn(gain, words);
    const rangeWas = before && rangeIn(before, words) !== rangeIn(gain, words) ? rangeIn(before, words) : '';
    const was = before && [moved ? words.points(before.middle) : '', rangeWas].filter(Boolean).join(' · ');
    return (
        <li class={`row ${sign}${was ? ' moved' : ''}`} data-actor={actor.id} data-middle={gain.middle}>
            <button type="button" class="who" aria-expanded={open} onClick={onOpen}>
                <span class="name">{actor.name}</span>
                <span class="role">{words.t(`role.${actor.role}`)}{actor.ratifier ? ` · ${words.t('role.ratifier')}` : ''}</span>
            </button>
            <span class="track" aria-hidden="true">
                <span class="zero" style={{left: `${x(0)}%`}} />
                {draws && <span class="draws" style={{left: `${x(draws.low)}%`, width: `${x(draws.high) - x(draws.low)}%`}} />}
                {moved && <span class="path" style={{left: `${Math.min(x(before.middle), x(gain.middle))}%`, width: `${Math.abs(x(before.middle) - x(gain.middle))}%`}} />}
                {moved && <span class="ghost" style={{left: `${x(before.middle)}%`}} />}
                {rangeWas && before && <span class="range-was" style={{left: `${x(before.low)}%`, width: `${x(before.high) - x(before.low)}%`}} />}
                <span class="range" style={{left: `${x(gain.low)}%`, width: `${x(gain.high) - x(gain.low)}%`}} />
                {total > 1 && heaps(values, near).map((h, i) => <span key={i} class={`tick ${signOf(h.at)}`} style={{left: `${x(h.at)}%`, '--tall': tallness(h.n, total)}} />)}
                <span class="dot" style={{left: `${x(gain.middle)}%`}} />
            </span>
            <span class="value num">
                <Asks of={{kind: 'gain', actor: actor.id}} text={[words.points(gain.middle), range].filter(Boolean).join(', ')} class="block">
                    <strong>{words.points(gain.middle)}</strong>
                    {range && <span class="sub">{range}</span>}
                </Asks>
                {was && <Asks of={{kind: 'gain', actor: actor.id, before: true}} text={words.t('edit.was', {x: was})} class="sub was" />}
            </span>
            <span class="agree soft">{total > 1 && <Agreement values={values} />}{agree}</span>
            {!still && <button type="button" class="pin" aria-pressed={pinned} aria-label={words.t(pinned ? 'gains.unpin' : 'gains.pin', {name: actor.name})} onClick={onPin}>
                <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><path d="M5 1h4l-.6 4.2L11 8H7.6L7 13l-.6-5H3l2.6-2.8Z" /></svg>
            </button>}
            {children}
        </li>
    );
}
