// SPDX-License-Identifier: Apache-2.0
// The recorded answers (tests/trees), as the page takes them.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {RecordedInquiry, Recording} from '../../src/engine/recorded';
import type {Tree} from '../../src/engine/tree';
import {NONE, tableOf} from '../../src/engine/variation';
import {TOP} from './support';

function tree(name: string, lang: string): Tree {
    return JSON.parse(readFileSync(join(TOP, 'web/tests/trees', `${name}.${lang}.json`), 'utf8')) as Tree;
}

/** What the views ask beside: of the file, at its points. */
export function inquiries(...langs: string[]): RecordedInquiry[] {
    const dated = langs.flatMap(lang => (['timeline', 'leverage'] as const).map(kind => ({variation: NONE, inquiry: {kind}, tree: tree(kind, lang)})));
    return [...dated, ...sensitivities()];
}

export function recordings(...langs: string[]): Recording[] {
    return langs.flatMap(lang => {
        const seated = tree('ukraine', lang);
        return [{variation: NONE, tree: tree('none', lang)}, {variation: {...NONE, table: tableOf(seated.table)}, tree: seated}];
    });
}

/** What the view of what moves an answer asks beside; its trees have no words that the page shows. */
function sensitivities(): RecordedInquiry[] {
    const found = JSON.parse(readFileSync(join(TOP, 'web/tests/trees/sensitivity.json'), 'utf8')) as Omit<RecordedInquiry, 'variation'>[];
    return found.map(r => ({...r, variation: NONE}));
}

export function backtest(): unknown {
    return JSON.parse(readFileSync(join(TOP, 'web/tests/trees/backtest.json'), 'utf8'));
}
