// SPDX-License-Identifier: Apache-2.0
// Whose voice an input is: as the file says; else the author's where words are cited, the coder's where none are.
import type {Input, Tree} from '../engine/tree';
import type {Words} from '../words/catalogue';

export function voiceOf(input: Pick<Input, 'voice' | 'cite'> & {support?: Input['support']}, tree: Pick<Tree, 'actors'>, words: Words): string {
    const {voice} = input;
    if (voice !== null && voice !== 'author')
        return tree.actors.find(a => a.id === voice)?.name ?? voice;
    return words.t(voice === 'author' || input.cite.length ? 'claims.author' : 'evidence.coder');
}
