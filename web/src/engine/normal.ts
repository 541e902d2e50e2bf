// SPDX-License-Identifier: Apache-2.0
// A tree in which what has not been computed, or is another command's, is empty rather than null, so that views need not ask.
import type {Evidence, TableOf, Tree} from './tree';

type Loose<T> = {[K in keyof T]: T[K] | null | undefined};

const NO_SCENARIO: Tree['scenario'] = {id: '', title: '', as_of: null, sha256: '', account: null};
const NO_TABLE: TableOf = {seats: [], observers: [], ratifiers: [], absent: [], candidates: [], delegations: {}, venue: null};
const NO_EVIDENCE: Evidence = {inputs: 0, cited: 0, judged: 0, unsupported: 0};

export function normal(tree: Tree): Tree {
    const loose = tree as Loose<Tree>;
    const claims = (tree.claims as Loose<Tree>['claims']) ?? [];
    return {
        ...tree,
        scenario: loose.scenario ?? NO_SCENARIO,
        table: loose.table ?? NO_TABLE,
        evidence: loose.evidence ?? NO_EVIDENCE,
        actors: loose.actors ?? [],
        issues: (loose.issues ?? []).map(i => {
            const loose = i as Loose<typeof i>;
            return loose.anchors && loose.stances ? i : {...i, anchors: loose.anchors ?? [], stances: loose.stances ?? []};
        }),
        /* Of two accounts the key counts them. */
        inputs: Array.isArray(loose.inputs) ? loose.inputs : [],
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
