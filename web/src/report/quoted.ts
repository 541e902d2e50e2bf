// SPDX-License-Identifier: Apache-2.0
// The words of a citation as the tree holds them: the documents were at hand when it was made.
import {parseCite} from '../evidence/cite';
import {AROUND} from '../evidence/Quotation';
import type {Engine, Passage} from '../engine/engine';
import type {Input, Tree} from '../engine/tree';

/** Events and levers cite as inputs do; of two accounts each difference has both inputs. */
type Sourced = Pick<Input, 'sources'>;

export function quotedIn(tree: Tree): NonNullable<Engine['passage']> {
    const found = new Map<string, Passage>();
    const {events = [], levers = [], differences = []} = tree as Tree & {events?: Sourced[]; levers?: Sourced[]; differences?: {a: Sourced; b: Sourced}[]};
    for (const source of [...tree.inputs, ...events, ...levers, ...differences.flatMap(d => [d.a, d.b])].flatMap(i => i.sources ?? [])) {
        const place = parseCite(source.cite);
        if (place && source.quoted)
            found.set(`${place.document} ${place.start} ${place.end}`, {from: place.start, text: source.quoted, lang: null});
    }
    return (_, document, from, to) => {
        let nearest: Passage | null = null, least = Infinity;
        for (const [key, passage] of found) {
            const [name, start, end] = key.split(' ');
            /* Others may lie in the same stretch: whose own place was meant. */
            const off = Math.abs(to - AROUND - Number(end)) + (from > 0 ? Math.abs(from + AROUND - Number(start)) : 0);
            if (name === document && Number(start) >= from && Number(end) <= to && off < least)
                [nearest, least] = [passage, off];
        }
        return Promise.resolve(nearest);
    };
}
