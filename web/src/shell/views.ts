// SPDX-License-Identifier: Apache-2.0
// The views beside the table. A new one is a folder and a line here; `when` says whether the tree has what it shows.
import type {ComponentType} from 'preact';
import type {Tree} from '../engine/tree';
import {Claims} from '../claims/Claims';
import {Evidence} from '../evidence/Evidence';
import {Gains} from '../gains/Gains';
import {Issues} from '../issues/Issues';
import {Models} from '../method/Models';
import {hasPower, Power} from '../power/Power';
import {Seats} from '../seats/Seats';
import {TrackRecord} from '../record/TrackRecord';
import {Moves} from '../sensitivity/Moves';
import {Timeline} from '../timeline/Timeline';
import type {Key} from '../words/en';

export interface View {
    id: string;
    title: Key;
    Component: ComponentType<{tree: Tree}>;
    when: (tree: Tree) => boolean;
}

export const VIEWS: View[] = [
    {id: 'gains', title: 'tab.gains', Component: Gains, when: () => true},
    {id: 'issues', title: 'tab.issues', Component: Issues, when: tree => tree.issues.length > 0},
    {id: 'claims', title: 'tab.claims', Component: Claims, when: tree => tree.claims.length > 0},
    {id: 'seats', title: 'tab.seats', Component: Seats, when: tree => tree.table.candidates.length > 1},
    {id: 'timeline', title: 'tab.timeline', Component: Timeline, when: () => true},
    {id: 'moves', title: 'tab.moves', Component: Moves, when: tree => tree.inputs.length > 0},
    {id: 'power', title: 'tab.power', Component: Power, when: hasPower},
    {id: 'models', title: 'tab.models', Component: Models, when: tree => tree.models.length > 0},
    {id: 'evidence', title: 'tab.evidence', Component: Evidence, when: tree => tree.inputs.length > 0},
    {id: 'record', title: 'tab.record', Component: TrackRecord, when: tree => tree.forecast?.record != null},
];
