// SPDX-License-Identifier: Apache-2.0
// What is worth a look, in the language chosen and with names for ids; a notice without a code that is known stands as the engine gives it.
import type {NoticePart, Tree} from '../engine/tree';
import type {Words} from './catalogue';
import en, {type Key} from './en';
import {pathInWords} from './paths';
import {said} from './said';

interface Noticed { notices: readonly string[]; notice_parts?: readonly NoticePart[] | undefined }

function isKey(key: string): key is Key {
    return key in en;
}

function named(fact: string, id: string, tree: Tree | null, words: Words): string {
    if (!tree)
        return id;
    switch (fact) {
        case 'actor': case 'speaks_for': return tree.actors.find(a => a.id === id)?.name ?? id;
        case 'issue': return tree.issues.find(i => i.id === id)?.title ?? id;
        case 'document': return tree.documents?.find(d => d.id === id)?.title ?? id;
        case 'constraint': return tree.constraints?.find(c => c.id === id)?.title ?? id;
        case 'input': case 'first': return pathInWords(id, tree, words);
        default: return id;
    }
}

const PLACE = new Set(['code', 'line', 'column']);

function inWords({code, line, ...facts}: NoticePart, tree: Tree | null, words: Words): string | null {
    const key = 'role' in facts ? `notice.${code}.${facts['role']}` : `notice.${code}`;
    if (!isKey(key))
        return null;
    const filling: Record<string, string | number> = {actor: '', constraint: ''};
    for (const [fact, value] of Object.entries(facts))
        if (!PLACE.has(fact))
            filling[fact] = typeof value === 'number' ? Number.isInteger(value) ? value : words.decimal(value, 3) : named(fact, value ?? '', tree, words);
    const counted = facts['citations'] ?? facts['found'] ?? facts['n'];
    const text = words.tn(key, typeof counted === 'number' ? counted : 2, filling);
    return line === null ? text : words.t('notice.at', {text, line: `${line}`});
}

/** The notices of an answer in their order; `tree` knows the names (null: nothing is named). */
export function noticesInWords(of: Noticed, tree: Tree | null, words: Words): string[] {
    return of.notices.map((text, i) => {
        const part = of.notice_parts?.[i];
        return (part && inWords(part, tree, words)) ?? said(text, words.lang);
    });
}
