// SPDX-License-Identifier: Apache-2.0
// Notices are worded from their code, with names for ids; every code that the engine gives has words.
import {readdirSync, readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import type {Tree} from '../src/engine/tree';
import {makeWords} from '../src/words/catalogue';
import en from '../src/words/en';
import {noticesInWords} from '../src/words/notice';

const tree = {
    actors: [{id: 'ru', name: '俄羅斯'}], issues: [{id: 'land', title: '領土'}], documents: [{id: 'd', title: '公報'}],
} as unknown as Tree;
const said = (code: string, facts: Record<string, string | number>, lang: 'en' | 'zh-Hant', line: number | null = null) =>
    noticesInWords({notices: ['as the engine says it'], notice_parts: [{code, line, column: line, ...facts}]}, tree, makeWords(lang))[0];

test('a notice is said with names, and where it stands in the file', () => {
    expect(said('issue_without_weight', {issue: 'land'}, 'zh-Hant', 12)).toBe('在座無人在「領土」上有分量：該議題維持現狀。（檔案第 12 行）');
    expect(said('document_not_at_hand', {document: 'd', citations: 1}, 'en')).toBe('“公報” is not at hand: 1 citation is unseen.');
    expect(said('answer_without_position', {role: 'ratifier', actor: 'ru'}, 'zh-Hant')).toBe('俄羅斯須予同意，但它對任何議題皆無立場，因而從不阻擋。');
    expect(said('limit_in_range', {input: 'stances.ru.land.limit'}, 'en')).toBe('俄羅斯 on 領土: limit lies inside the range of the position: it may refuse what it wants.');
    expect(said('blocker_undefined', {constraint: 'law'}, 'zh-Hant')).toBe('law可能阻擋協議，卻無從詢問：它所需的數值沒有定義。');
});

test('a code that is not known leaves the sentence as it is', () => {
    expect(said('of_a_later_engine', {issue: 'land'}, 'zh-Hant')).toBe('as the engine says it');
    expect(noticesInWords({notices: ['of an older program']}, tree, makeWords('zh-Hant'))).toEqual(['of an older program']);
});

test('every code of the engine has words', () => {
    const sources = ['../src/scenario', '../src/analysis'].flatMap(dir => readdirSync(dir).filter(f => f.endsWith('.c')).map(f => readFileSync(`${dir}/${f}`, 'utf8'))).join('\n');
    const codes = [...sources.matchAll(/\(SmyiNote\)\{\s*"(\w+)"|\.note = \{\s*"(\w+)"|smyi_notice_add_plain\(\s*&lists,\s*(?:\w+ \? "(\w+)" : )?"(\w+)"/g)].flatMap(m => m.slice(1).filter(Boolean));
    expect(codes.length).toBeGreaterThan(20);
    for (const code of codes)
        expect(Object.keys(en).some(k => k === `notice.${code}` || k.startsWith(`notice.${code}.`)), code).toBe(true);
});
