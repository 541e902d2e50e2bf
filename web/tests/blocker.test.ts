// SPDX-License-Identifier: Apache-2.0
import {expect, test} from 'vitest';
import type {Tree} from '../src/engine/tree';
import {blockerName} from '../src/words/blocker';
import {makeWords} from '../src/words/catalogue';

const tree = {
    actors: [{id: 'us', name: 'United States'}],
    constraints: [{id: 'two_sides', title: null, because: 'It takes two sides'}, {id: 'warrant', title: 'The warrant', because: 'Long words'}],
} as unknown as Tree;
const words = makeWords('en');

test('what blocks is named: an actor, a condition by its title, else by its reason, else by its id in words', () => {
    expect(blockerName(tree, 'us', words)).toBe('United States');
    expect(blockerName(tree, 'constraint:two_sides', words)).toContain('“It takes two sides”');
    expect(blockerName(tree, 'constraint:warrant', words)).toContain('“The warrant”');
    expect(blockerName({...tree, constraints: undefined} as unknown as Tree, 'constraint:air_bases', words)).toContain('“air bases”');
});
