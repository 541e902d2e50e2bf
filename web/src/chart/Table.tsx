// SPDX-License-Identifier: Apache-2.0
// A table of numbers that scrolls by itself, its caption first; cells of points shaded by sign and size.
import type {ComponentChildren} from 'preact';
import type {Model, Num} from '../engine/tree';
import type {Asked} from '../evidence/asked';
import {Asks} from '../evidence/Asks';
import {signOf} from '../shell/shown';
import {useWords} from '../words/context';
import {modelLabel} from '../words/models';
import './table.css';

export function Table({caption, kind = '', children}: {caption: string; kind?: string; children: ComponentChildren}) {
    return (
        <div class="scroll" role="region" tabIndex={0} aria-label={caption}>
            <table class={`data num ${kind}`}><caption>{caption}</caption>{children}</table>
        </div>
    );
}

/** Head cells, a model each, upright in a narrow column. */
export function ModelHeads({models}: {models: readonly Model[]}) {
    const words = useWords();
    return <>{models.map(m => <th scope="col" class="turned" key={m.id}><span>{modelLabel(m, words.lang)}</span></th>)}</>;
}

export function strengthOf(x: Num | undefined, largest: number): string {
    const share = largest > 0 ? Math.abs(x ?? 0) / largest : 0;
    return x == null || signOf(x) === 'even' ? '' : share > 0.66 ? 'size-3' : share > 0.33 ? 'size-2' : 'size-1';
}

export function PointsCell({x, largest, sub, asked}: {x: Num | undefined; largest: number; sub?: string | undefined; asked?: Asked}) {
    const words = useWords();
    const text = words.signedDecimal(x, 1), all = <>{text}{sub && <> <small>{sub}</small></>}</>;
    return <td class={`n ${signOf(x)} ${strengthOf(x, largest)}`}>{asked && x != null ? <Asks of={asked} text={sub ? `${text}, ${sub}` : text}>{all}</Asks> : all}</td>;
}

export function largestOf(values: readonly (Num | undefined)[]): number {
    return Math.max(0, ...values.map(v => Math.abs(v ?? 0)));
}
