// SPDX-License-Identifier: Apache-2.0
// The views beside the table. A new one is a folder and a line here; `when` says whether the tree has what it shows.
import type {ComponentType} from 'preact';
import type {Tree} from '../engine/tree';
import {Gains} from '../gains/Gains';
import type {Key} from '../words/en';

export interface View {
    id: string;
    title: Key;
    Component: ComponentType<{tree: Tree}>;
    when: (tree: Tree) => boolean;
}

export const VIEWS: View[] = [
    {id: 'gains', title: 'tab.gains', Component: Gains, when: () => true},
];
