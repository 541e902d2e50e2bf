// SPDX-License-Identifier: Apache-2.0
// The words of a citation as the tree holds them: the documents were at hand when it was made.
import {parseCite} from '../evidence/cite';
import type {Engine, Passage} from '../engine/engine';
import type {Tree} from '../engine/tree';

export function quotedIn(tree: Tree): NonNullable<Engine['passage']> {
    const found = new Map<string, Passage>();
    for (const source of tree.inputs.flatMap(i => i.sources ?? [])) {
        const place = parseCite(source.cite);
        if (place && source.quoted)
            found.set(`${place.document} ${place.start} ${place.end}`, {from: place.start, text: source.quoted, lang: null});
    }
    return (_, document, from, to) => {
        for (const [key, passage] of found) {
            const [name, start, end] = key.split(' ');
            if (name === document && Number(start) >= from && Number(end) <= to)
                return Promise.resolve(passage);
        }
        return Promise.resolve(null);
    };
}
