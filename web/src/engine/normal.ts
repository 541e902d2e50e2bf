// SPDX-License-Identifier: Apache-2.0
// A tree in which what has not been computed, or is another command's, is empty rather than null, so that views need not ask.
import type {Tree} from './tree';

type Loose<T> = {[K in keyof T]: T[K] | null | undefined};

export function normal(tree: Tree): Tree {
    const loose = tree as Loose<Tree>;
    const claims = (tree.claims as Loose<Tree>['claims']) ?? [];
    return {
        ...tree,
        actors: loose.actors ?? [],
        issues: loose.issues ?? [],
        inputs: loose.inputs ?? [],
        claims: claims.map(c => {
            const loose = c as Loose<typeof c>;
            return {...c, probability: loose.probability ?? {}, at_point: loose.at_point ?? {}, cite: loose.cite ?? []};
        }),
        models: (loose.models ?? []).map(m => {
            const loose = m as Loose<typeof m>;
            return {...m, gains: loose.gains ?? {}, outcome: loose.outcome ?? {}, references: loose.references ?? []};
        }),
        notices: loose.notices ?? [],
    };
}
