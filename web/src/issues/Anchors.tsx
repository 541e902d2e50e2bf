// SPDX-License-Identifier: Apache-2.0
// What the points of an issue's scale mean: under the scale where there is room, else as a list.
import type {Issue} from '../engine/tree';
import {useWords} from '../words/context';

export function Anchors({issue}: {issue: Issue}) {
    const words = useWords();
    const [lo, hi] = issue.scale;
    const anchors = [...issue.anchors].sort((a, b) => a[0] - b[0]);
    const at = (v: number) => ((v - lo) / (hi - lo)) * 100;
    const widths = shares(anchors.map(([v]) => at(v)));
    return (
        <ul class="anchors">
            {anchors.map(([v, text], i) => (
                <li key={v} class={at(v) < 8 ? 'at-left' : at(v) > 92 ? 'at-right' : 'at-middle'} style={{'--at': `${at(v)}%`, '--width': `${widths[i] ?? 0}%`}}>
                    <span class="tick num">{words.value(v, Math.abs(hi - lo))}</span> <span class="text">{text}</span>
                </li>
            ))}
        </ul>
    );
}

/** Widths of the texts: each from half way to its neighbours, none so narrow that words break. In percent, of places in percent. */
export function shares(places: number[]): number[] {
    const least = Math.min(21, 100 / Math.max(1, places.length));
    const middle = (a: number | undefined, b: number | undefined, end: number) => (a === undefined || b === undefined ? end : (a + b) / 2);
    const widths = places.map((p, i) => middle(p, places[i + 1], 100) - middle(places[i - 1], p, 0));
    const lack = widths.reduce((sum, w) => sum + Math.max(0, least - w), 0);
    const spare = widths.reduce((sum, w) => sum + Math.max(0, w - least), 0);
    return widths.map(w => (w < least ? least : w - (spare > 0 ? (lack * (w - least)) / spare : 0)));
}
