// SPDX-License-Identifier: Apache-2.0
// Why the program refuses a change, in the language chosen: by the code of its error, with names for the ids that the error quotes.
import type {Problem} from '../engine/engine';
import type {Tree} from '../engine/tree';
import type {Words} from './catalogue';
import type {Key} from './en';
import {pathInWords} from './paths';

const REASONS: Partial<Record<string, Key>> = {
    unknown: 'refused.unknown', duplicate: 'refused.duplicate', conflict: 'refused.conflict', missing: 'refused.missing', range: 'refused.range',
    type: 'refused.type', syntax: 'refused.type', limit: 'refused.limit', nomem: 'refused.limit', busy: 'refused.limit', too_large: 'refused.limit',
    changed_file: 'refused.changed', io: 'refused.io',
};

/** "changes.stances.us.a.position is 300; it goes from 0 to 100": what, what it is, and what it may be. */
const SCALE = /^(?:changes\.)?([a-z_]+\.\S+) is ("?)([^";]+)\2; it goes from (\S+) to (\S+)$/;

function named(token: string, tree: Tree | null, words: Words): string {
    if (!tree)
        return token;
    return tree.actors.find(a => a.id === token)?.name ?? tree.issues.find(i => i.id === token)?.title
        ?? pathInWords(token.replace(/^changes\./, ''), tree, words);
}

/** What the sentence of an error is about: the path it begins with, and what stands in quotes. */
function subjects(message: string): string[] {
    const path = /^(?:changes\.)([a-z_]+\.\S+)/.exec(message)?.[1];
    return [...new Set([...path ? [path] : [], ...[...message.matchAll(/"([^"]+)"/g)].map(m => m[1] ?? '')])];
}

/** The reason, or null where the error's code is not known to the catalogue. */
export function refusalInWords({code, message}: Problem, tree: Tree | null, words: Words): string | null {
    const estimate = code === 'conflict' && message.startsWith('changes.'), key = estimate ? 'refused.type' : code ? REASONS[code] : undefined;
    if (!key)
        return null;
    const scale = SCALE.exec(message);
    if (scale) {
        const [, path = '', , is = '', low = '', high = ''] = scale;
        return words.t('refused.scale', {what: named(path, tree, words), is, low, high});
    }
    const what = subjects(message).map(token => named(token, tree, words)), text = words.t(key);
    return what.length ? words.t('refused.about', {what: words.list(what), text}) : text;
}
