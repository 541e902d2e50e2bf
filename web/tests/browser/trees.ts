// SPDX-License-Identifier: Apache-2.0
// The recorded answers (tests/trees), as the page takes them.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Recording} from '../../src/engine/recorded';
import type {Tree} from '../../src/engine/tree';
import {NONE, tableOf} from '../../src/engine/variation';
import {TOP} from './support';

function tree(seat: string, lang: string): Tree {
    return JSON.parse(readFileSync(join(TOP, 'web/tests/trees', `${seat}.${lang}.json`), 'utf8')) as Tree;
}

export function recordings(...langs: string[]): Recording[] {
    return langs.flatMap(lang => {
        const seated = tree('ukraine', lang);
        return [{variation: NONE, tree: tree('none', lang)}, {variation: {...NONE, table: tableOf(seated.table)}, tree: seated}];
    });
}
