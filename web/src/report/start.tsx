// SPDX-License-Identifier: Apache-2.0
// Draws a report from the tree that its file holds.
import {render} from 'preact';
import {recordedEngine} from '../engine/recorded';
import {keyOf, NONE} from '../engine/variation';
import {Session} from '../shell/session';
import {nearestLang} from '../words/catalogue';
import {propsOf} from './kind';
import {kindNamed} from './kinds';
import {quotedIn} from './quoted';
import {Report} from './Report';

export function startReport(root: HTMLElement, text: string, name: string | undefined): void {
    const of = propsOf(JSON.parse(text) as never), {tree} = of;
    const engine = {...recordedEngine([{variation: NONE, tree}]), passage: quotedIn(tree)};
    const session = new Session(engine, {
        lang: nearestLang(tree.language ? [tree.language] : navigator.languages), scenario: tree.scenario.id, base: tree, tree, stage: {name: 'seats', last: true}, of: keyOf(NONE),
    });
    root.textContent = '';
    render(<Report session={session} kind={kindNamed(name)} of={of} />, root);
}
