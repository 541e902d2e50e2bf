// SPDX-License-Identifier: Apache-2.0
// The parts of a report, in the order in which they are read. A new one is a line here; `when` says whether the tree has what it shows.
import type {ComponentType} from 'preact';
import {Claims} from '../claims/Claims';
import {Compare, hasCompare} from '../compare/Compare';
import type {Tree} from '../engine/tree';
import {Evidence} from '../evidence/Evidence';
import {Forecast, hasForecast} from '../forecast/Forecast';
import {Gains} from '../gains/Gains';
import {Issues} from '../issues/Issues';
import {Method} from '../method/Method';
import {hasPower, Power} from '../power/Power';
import {Seats} from '../seats/Seats';
import type {Key} from '../words/en';
import {RoomSection} from './RoomSection';

export interface Section { id: string; title: Key; Component: ComponentType<{tree: Tree}>; when: (tree: Tree) => boolean }

const SECTIONS: Section[] = [
    {id: 'room', title: 'tab.room', Component: RoomSection, when: () => true},
    {id: 'forecast', title: 'tab.forecast', Component: Forecast, when: hasForecast},
    {id: 'gains', title: 'tab.gains', Component: Gains, when: () => true},
    {id: 'issues', title: 'tab.issues', Component: Issues, when: tree => tree.issues.length > 0},
    {id: 'compare', title: 'tab.compare', Component: Compare, when: hasCompare},
    {id: 'seats', title: 'tab.seats', Component: Seats, when: tree => Object.keys(tree.seats ?? {}).length > 0 && tree.table.candidates.length > 0},
    {id: 'power', title: 'tab.power', Component: Power, when: hasPower},
    {id: 'claims', title: 'tab.claims', Component: Claims, when: tree => tree.claims.length > 0},
    {id: 'method', title: 'tab.method', Component: Method, when: () => true},
    {id: 'evidence', title: 'tab.evidence', Component: Evidence, when: () => true},
];

export function sectionsOf(tree: Tree): Section[] {
    return SECTIONS.filter(s => s.when(tree));
}
