// SPDX-License-Identifier: Apache-2.0
// How an answer is written: points with their sign, odds, or a place on an issue's own scale.
import type {Words} from '../words/catalogue';
import type {Asked} from './answer';

export interface Unit {
    say: (x: number | null | undefined) => string;
    /** As in a table of numbers: a digit more. */
    exact: (x: number | null | undefined) => string;
    /** How far it goes, without a sign; `most` is the widest beside it. */
    far: (x: number, most: number) => string;
    /** More is better for somebody: colour may say so. */
    signed: boolean;
}

export function unitOf(asked: Asked, words: Words): Unit {
    if (asked.unit === 'share')
        return {say: words.odds, exact: words.odds, far: x => words.odds(x), signed: false};
    if (asked.unit === 'scale' && asked.scale) {
        const span = Math.abs(asked.scale[1] - asked.scale[0]);
        return {say: x => words.value(x, span), exact: x => words.decimal(x, span >= 20 ? 1 : 2), far: (x, most) => words.value(x, Math.min(span, most)), signed: false};
    }
    if (asked.unit === 'points')
        return {say: words.points, exact: x => words.decimal(x, 1), far: (x, most) => words.value(x, most), signed: /^gain/.test(asked.of)};
    return {say: x => words.value(x), exact: x => words.decimal(x, 1), far: (x, most) => words.value(x, most), signed: false};
}
