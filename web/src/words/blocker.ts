// SPDX-License-Identifier: Apache-2.0
// Who or what blocks, by name: an actor, or a condition of the file by its title, else by its reason.
import type {Tree} from '../engine/tree';
import type {Words} from './catalogue';

const CONSTRAINT = 'constraint:';

export function blockerName(tree: Tree, who: string, words: Words): string {
    const actor = tree.actors.find(a => a.id === who)?.name;
    if (actor !== undefined || !who.startsWith(CONSTRAINT))
        return actor ?? who;
    const id = who.slice(CONSTRAINT.length), c = tree.constraints?.find(x => x.id === id);
    return words.t('answer.condition', {what: c?.title ?? c?.because ?? id.replace(/_/g, ' ')});
}
