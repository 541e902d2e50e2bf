// SPDX-License-Identifier: Apache-2.0
// Rows of a chart: a name, a track with bars and marks on it, a number. The marks' shapes are told apart without colour.
import type {ComponentChildren} from 'preact';
import type {Num} from '../engine/tree';
import type {Asked} from '../evidence/asked';
import {Asks} from '../evidence/Asks';
import './lines.css';
import {percent, type Scale} from './scale';

export function Lines({children, class: extra = ''}: {children: ComponentChildren; class?: string}) {
    return <ul class={`lines ${extra}`}>{children}</ul>;
}

interface RowProps {
    name: string;
    value: string;
    /** What the row shows, for whoever cannot see it. */
    says: string;
    strong?: boolean;
    sign?: string;
    /** What the number is of: it opens the drawer. */
    asked?: Asked | undefined;
    children: ComponentChildren;
}

export function Line({name, value, says, strong = false, sign = '', asked, children}: RowProps) {
    return (
        <li class={`${strong ? 'strong ' : ''}${sign}`}>
            <span class="name">{name}</span>
            <span class="track" role="img" aria-label={says}>{children}</span>
            <span class="value num">{asked ? <Asks of={asked} text={value} /> : value}</span>
        </li>
    );
}

export function Bar({kind, x, from, to}: {kind: string; x: Scale; from: Num | undefined; to: Num | undefined}) {
    if (from == null || to == null)
        return null;
    const a = x(Math.min(from, to)), b = x(Math.max(from, to));
    return <span class={`bar ${kind}`} style={{left: percent(a), width: percent(b - a)}} />;
}

export function Mark({kind, x, at}: {kind: string; x: Scale; at: Num | undefined}) {
    return at == null ? null : <span class={`point ${kind}`} style={{left: percent(x(at))}} />;
}

/** A mark as it stands in a key. */
export function KeyMark({kind, bars = []}: {kind?: string; bars?: string[]}) {
    return (
        <span class="lines-key" aria-hidden="true">
            {bars.map((b, i) => <span key={b} class={`bar ${b}`} style={{left: `${i * 22}%`, width: `${100 - i * 44}%`}} />)}
            {kind && <span class={`point ${kind}`} style={{left: '50%'}} />}
        </span>
    );
}
