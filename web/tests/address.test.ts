// SPDX-License-Identifier: Apache-2.0
import {describe, expect, test} from 'vitest';
import {NONE, type Variation} from '../src/engine/variation';
import {readAddress, writeAddress} from '../src/shell/address';

const full: Variation = {
    asOf: '2025-03-03',
    table: {
        seats: ['us', 'russia'], absent: ['uk'], observers: [{actor: 'eu', patron: 'us', share: 0.35}],
        ratifiers: [{actor: 'ukraine', tolerance: 5}, {actor: 'us', tolerance: 0}],
    },
    changes: {'stances.russia.territory.position': {low: 75, mode: 90.5, high: 100}, 'no_deal.us': -4, 'actors.uk.capability': {low: 1, high: 2, shape: 'uniform'}},
    levers: {more_arms: true, aid_pause: false},
};

describe('the address', () => {
    test('a link is a view: what is written is read back whole', () => {
        const place = {scenario: 'alaska-2025', lang: 'zh-Hant', tab: 'issues', model: 'nash', draws: 500, question: 'gain: ukraine', variation: full};
        expect(readAddress('#' + writeAddress(place))).toEqual(place);
    });
    test('a table at which nobody sits is not the file\'s table', () => {
        const variation = {...NONE, table: {seats: [], observers: [], ratifiers: [], absent: ['us']}};
        expect(readAddress(writeAddress({scenario: null, lang: null, tab: null, model: null, draws: null, question: null, variation})).variation).toEqual(variation);
    });
    test('what is not understood is told', () => {
        expect(readAddress('#view=gains&set.stances.us.a.position=abc&door=%25&seats=us.A&lever.cut=1&x=1&garbage').ignored)
            .toEqual(['set.stances.us.a.position=abc', 'door=%', 'seats=us.A', 'x=1', 'garbage']);
        expect(readAddress('#seats=us&door=us*5~eu&set.no_deal.us=1~2~3&lever.cut=0&day=2025-01-01&draws=100&of=gain.us').ignored).toBeUndefined();
    });
    test.each(['', '#', '#view=<script>&seats=..&set.x=abc&set.__proto__=1&lever.=1', '#%E0%A4%A', '#observers=@*~&seats=A B'])('nonsense %s does no harm', hash => {
        const place = readAddress(hash);
        expect(place.variation.changes).toEqual({});
        expect(place.tab === null || /^[a-z]+$/.test(place.tab)).toBe(true);
    });
});
