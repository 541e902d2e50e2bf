// SPDX-License-Identifier: Apache-2.0
// What to look up next: inputs without a citation, by how much of the answer hangs on them, with what would settle each.
import type {Input, Tree} from '../engine/tree';
import {tornadoRows} from '../sensitivity/rows';
import type {Sensitivity} from '../sensitivity/answer';
import type {Words} from '../words/catalogue';
import type {Key} from '../words/en';

export interface Todo { input: Input; /** Of the largest there is, cited ones among them: 0 to 1. */ size: number; text: string }

const MOST = 10;

function listed(tree: Tree, found: {path: string; size: number; text: string}[]): Todo[] {
    const largest = Math.max(...found.map(f => f.size));
    return found
        .flatMap(({path, size, text}) => {
            const input = tree.inputs.find(i => i.path === path);
            return input && input.support !== 'cited' && size > 0 ? [{input, size: size / largest, text}] : [];
        })
        .sort((a, b) => b.size - a.size)
        .slice(0, MOST);
}

/** By their share of the spread of all gains together, as the run has it; empty where it was not asked. */
export function todoOf(tree: Tree, words: Words): Todo[] {
    return listed(tree, (tree.evidence.matters_most ?? []).map(m => ({path: m.input, size: m.total_effect ?? 0, text: words.odds(m.total_effect)})));
}

/** By how far each alone takes one answer. */
export function todoBySwing(tree: Tree, answer: Sensitivity, words: Words): Todo[] {
    const rows = tornadoRows(answer, null), most = rows[0]?.swing ?? 0;
    return listed(tree, rows.map(r => ({
        path: r.factor.id, size: r.swing,
        text: answer.question.unit === 'share' ? words.odds(r.swing) : words.value(r.swing, most),
    })));
}

const SEEK: [RegExp, Key][] = [
    [/\.status_quo$/, 'evidence.seek.status_quo'],
    [/\.position$/, 'evidence.seek.position'],
    [/\.salience$/, 'evidence.seek.salience'],
    [/\.limit$/, 'evidence.seek.limit'],
    [/\.stated$/, 'evidence.seek.stated'],
    [/\.capability$/, 'evidence.seek.capability'],
    [/\.face$/, 'evidence.seek.face'],
    [/^no_deal\./, 'evidence.seek.no_deal'],
    [/^standing\./, 'evidence.seek.standing'],
];

/** What kind of sentence would be worth a citation. */
export function seek(path: string, words: Words): string | null {
    const key = SEEK.find(([pattern]) => pattern.test(path))?.[1];
    return key ? words.t(key) : null;
}
