// SPDX-License-Identifier: Apache-2.0
// What a change cost whom, told from the answer before and after: a line a kind, the first of each, and all of them.
import type {Tree} from '../engine/tree';
import type {Words} from '../words/catalogue';
import type {Key} from '../words/en';
import {KINDS} from './kinds';
import {sidesOf} from './sides';

export interface Line { id: string; title: Key; all: string[]; /** How many of them are told at first. */ most: number }

export interface Story { lines: Line[]; /** Nobody's gain moves by the models' middle. */ noMiddle: boolean }

export function tell(base: Tree, tree: Tree, model: string | null, words: Words): Story {
    const sides = sidesOf(base, tree, model);
    const found = new Set<string>();
    const lines = KINDS.flatMap(({id, title, most, tell: say}): Line[] => {
        const all = say(sides, model, words);
        if (!all.length)
            return [];
        const line = {id, title: title(found), all, most};
        found.add(id);
        return [line];
    });
    return {lines, noMiddle: !found.has('better') && !found.has('worse')};
}
