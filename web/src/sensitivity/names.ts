// SPDX-License-Identifier: Apache-2.0
// What a factor is called in the page's language, and an input's number in its own unit.
import type {Num, Tree} from '../engine/tree';
import type {Words} from '../words/catalogue';
import {pathInWords} from '../words/paths';
import type {Factor} from './answer';

export function nameOf(f: Pick<Factor, 'id' | 'kind' | 'inputs' | 'title'>, tree: Tree, words: Words): string {
    switch (f.kind) {
    case 'actor': return tree.actors.find(a => a.id === f.id)?.name ?? f.title;
    case 'issue': return tree.issues.find(i => i.id === f.id)?.title ?? f.title;
    case 'chance': return words.t('moves.chance');
    case 'together': return words.tn('moves.together', f.inputs.length - 1, {input: pathInWords(f.inputs[0] ?? f.id, tree, words)});
    case 'input': return pathInWords(f.id, tree, words);
    }
}

/** An input in the file's unit: as many digits as its issue's scale, or its own range, has use for. */
export function inputText(path: string, x: Num, tree: Tree, words: Words): string {
    const issue = tree.issues.find(i => path.split('.').includes(i.id));
    const onScale = issue && /\.(position|limit|stated|status_quo)$/.test(path);
    return words.value(x, onScale ? Math.abs(issue.scale[1] - issue.scale[0]) : 100);
}
