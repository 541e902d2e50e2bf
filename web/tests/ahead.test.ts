// SPDX-License-Identifier: Apache-2.0
import {describe, expect, test} from 'vitest';
import {Ahead} from '../src/engine/ahead';

describe('what is fetched before it is asked', () => {
    test('is found once, and with it the others are forgotten', async () => {
        const ahead = new Ahead<number>();
        ahead.put('a', Promise.resolve(1));
        ahead.put('b', Promise.resolve(2));
        expect(await ahead.take('b')).toBe(2);
        expect(ahead.take('b')).toBeUndefined();
        expect(ahead.has('a')).toBe(false);
    });
    test('is asked again when it failed', async () => {
        const ahead = new Ahead<number>();
        const lost = Promise.reject(new Error('lost'));
        ahead.put('a', lost);
        await lost.catch(() => undefined);
        await Promise.resolve();
        expect(ahead.take('a')).toBeUndefined();
    });
});
