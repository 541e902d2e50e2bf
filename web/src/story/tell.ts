// SPDX-License-Identifier: Apache-2.0
// What a change cost whom, told from the answer before and after: a line a kind, the first of each, and all of them.
import type {Tree} from '../engine/tree';
import type {Words} from '../words/catalogue';
import type {Key} from '../words/en';
import {headlineOf, movedIn, type Headline} from './headline';
import {KINDS} from './kinds';
import {sidesOf} from './sides';

export interface Line { id: string; title: Key; all: string[]; /** How many of them are told at first. */ most: number; /** Told only at first. */ brief: boolean }

export interface Story { headline: Headline; lines: Line[] }

/** `changes`: how many things differ from the file; where all are moves of actors the headline says what became of each. */
export function tell(base: Tree, tree: Tree, model: string | null, words: Words, changes = 1): Story {
    const sides = sidesOf(base, tree, model);
    const lines = KINDS.flatMap(({id, title, most, brief = false, tell: say}): Line[] => {
        const all = say(sides, model, words);
        return all.length ? [{id, title, all, most, brief}] : [];
    });
    const moved = movedIn(base, tree);
    return {headline: headlineOf(sides, words, changes <= Math.max(1, moved.length) ? moved : []), lines};
}
