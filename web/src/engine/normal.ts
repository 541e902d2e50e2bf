// SPDX-License-Identifier: Apache-2.0
// A tree in which maps that have not been computed are empty rather than null, so that views need not ask.
import type {Tree} from './tree';

type Loose<T> = {[K in keyof T]: T[K] | null | undefined};

export function normal(tree: Tree): Tree {
    const claims = (tree.claims as Loose<Tree>['claims']) ?? [];
    return {
        ...tree,
        claims: claims.map(c => {
            const loose = c as Loose<typeof c>;
            return {...c, probability: loose.probability ?? {}, at_point: loose.at_point ?? {}, cite: loose.cite ?? []};
        }),
        models: tree.models.map(m => {
            const loose = m as Loose<typeof m>;
            return {...m, gains: loose.gains ?? {}, outcome: loose.outcome ?? {}};
        }),
        notices: (tree as Loose<Tree>).notices ?? [],
    };
}
