// SPDX-License-Identifier: Apache-2.0
// Draws a report from the tree that its file holds.
import {render} from 'preact';
import {normal} from '../engine/normal';
import {recordedEngine} from '../engine/recorded';
import type {Tree} from '../engine/tree';
import {keyOf, NONE} from '../engine/variation';
import {Session} from '../shell/session';
import {nearestLang} from '../words/catalogue';
import {quotedIn} from './quoted';
import {Report} from './Report';

export function startReport(root: HTMLElement, text: string): void {
    const tree = normal(JSON.parse(text) as Tree);
    const engine = {...recordedEngine([{variation: NONE, tree}]), passage: quotedIn(tree)};
    const session = new Session(engine, {
        lang: nearestLang([tree.language]), scenario: tree.scenario.id, base: tree, tree, stage: {name: 'seats', last: true}, of: keyOf(NONE),
    });
    root.textContent = '';
    render(<Report session={session} tree={tree} />, root);
}
