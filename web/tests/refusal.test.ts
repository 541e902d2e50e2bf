// SPDX-License-Identifier: Apache-2.0
// What the program refuses is worded from its code, with names for the ids that its sentence quotes.
import {expect, test} from 'vitest';
import type {Tree} from '../src/engine/tree';
import {makeWords} from '../src/words/catalogue';
import {refusalInWords} from '../src/words/refusal';

const tree = {actors: [{id: 'us', name: '美國'}, {id: 'eu', name: '歐盟'}], issues: [{id: 'land', title: '領土'}]} as unknown as Tree;
const said = (code: string, message: string, lang: 'en' | 'zh-Hant' = 'zh-Hant') => refusalInWords({kind: 'refused', code, message}, tree, makeWords(lang));

test('what a hand can cause is said with names', () => {
    expect(said('duplicate', 'table.seats names "us" twice')).toBe('美國：重複列出；列一次即可。');
    expect(said('unknown', 'there is no actor "xx" in this file', 'en')).toBe('xx: The file as it is now does not know it.');
    expect(said('range', 'changes.stances.us.land.position is 300; it goes from 0 to 100')).toBe('美國在領土上的立場為 300；其範圍為 0 至 100。');
    expect(said('conflict', 'the patron of the observer "eu", "us", does not sit')).toMatch(/^歐盟[和、與]美國：這些更動互相牴觸/);
    expect(said('missing', 'table.seats is empty: nobody weighs anything')).toBe('缺少必要的項目：至少須有一方在座。');
    expect(said('type', 'changes.stances.us.land.position is "x"; it takes a number or an estimate', 'en')).toMatch(/: This is no number and no estimate\.$/);
    expect(said('conflict', 'changes.stances.us.land.salience is no estimate', 'en')).toMatch(/: This is no number and no estimate\.$/);
    expect(said('changed_file', '"a.summit.yaml" was changed by somebody else since it was read')).toMatch(/^a\.summit\.yaml：檔案讀取之後已被他人更改/);
});

test('an error that is not known stands as the program says it', () => {
    expect(said('of_a_later_program', 'no')).toBe(null);
    expect(refusalInWords({kind: 'refused', message: 'no'}, tree, makeWords('en'))).toBe(null);
});
