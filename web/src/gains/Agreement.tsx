// SPDX-License-Identifier: Apache-2.0
// A square a model, those that gain first: whether they agree is seen before it is read.
import type {Num} from '../engine/tree';
import {signOf} from '../shell/shown';

const RANK = {up: 0, even: 1, none: 1, down: 2};

export function Agreement({values}: {values: Num[]}) {
    const signs = values.filter(v => v !== null).map(signOf).sort((a, b) => RANK[a] - RANK[b]);
    return <span class="squares" aria-hidden="true">{signs.map((s, i) => <i key={i} class={s} />)}</span>;
}
