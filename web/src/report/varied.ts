// SPDX-License-Identifier: Apache-2.0
// What a scenario was varied by, in one sentence.
import type {Tree, Varied} from '../engine/tree';
import type {Words} from '../words/catalogue';
import {pathInWords} from '../words/paths';

function estimate(e: NonNullable<Varied['changes']>[string], words: Words): string {
    const number = (x: number) => words.value(x, 1);
    if (typeof e === 'number')
        return number(e);
    return (['low', 'mode', 'mean', 'high'] as const).flatMap(k => e[k] === undefined ? [] : [number(e[k])]).join('..');
}

export function variedText(tree: Tree, words: Words): string {
    const v = tree.variation;
    const name = (id: string) => tree.actors.find(a => a.id === id)?.name ?? id;
    return [
        v?.as_of ? words.t('varied.asOf', {date: words.date(v.as_of)}) : '',
        v?.table?.seats ? words.t('varied.table', {names: words.list(v.table.seats.map(name))}) : '',
        ...Object.entries(v?.changes ?? {}).map(([path, e]) => words.t('varied.input', {input: pathInWords(path, tree, words), x: estimate(e, words)})),
        ...Object.entries(v?.levers ?? {}).map(([lever, how]) => words.t(how === 'dropped' ? 'varied.lever.dropped' : 'varied.lever.pulled', {lever})),
    ].filter(Boolean).join(words.lang === 'en' ? '; ' : '；');
}
