// SPDX-License-Identifier: Apache-2.0
// The parts that a gain adds up from: what is settled, issue by issue where the tree splits it, what no deal costs, standing, face.
import type {Gain, Issue, Model, Num} from '../engine/tree';
import type {Words} from '../words/catalogue';

export interface Part { id: string; title: string; of: (g: Gain) => Num | undefined; /** Of the outcome part. */ within: boolean }

const minus = (x: Num | undefined) => x == null ? x : 0 - x;

/** Those that are something under some model. */
export function columnsOf(models: readonly Model[], issues: readonly Issue[], actor: string, words: Words): Part[] {
    const gains = models.flatMap(m => m.gains[actor] ?? []);
    const split = gains.some(g => g.outcome_by_issue);
    const outcome: Part[] = split ? [
        ...issues.map(i => ({id: `issue ${i.id}`, title: i.title, of: (g: Gain) => g.outcome_by_issue?.[i.id], within: true})),
        {id: 'no deal', title: words.t('asked.noDeal'), of: g => g.outcome_no_agreement, within: true},
    ] : [{id: 'outcome', title: words.t('gains.part.outcome'), of: g => g.outcome, within: false}];
    const all: Part[] = [
        ...outcome,
        {id: 'standing', title: words.t('gains.part.standing'), of: g => g.standing, within: false},
        {id: 'face', title: words.t('gains.part.face'), of: g => minus(g.face), within: false},
    ];
    return all.filter(p => gains.some(g => p.of(g)));
}
