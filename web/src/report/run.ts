// SPDX-License-Identifier: Apache-2.0
// The report of a run, in the order in which it is read. A new part is a line here; `when` says whether the tree has what it shows.
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
import {answering} from '../shell/shown';
import type {Kind} from './kind';
import {Answered} from './Opening';
import {RoomSection} from './RoomSection';

export const run: Kind<Tree> = {
    about: 'report.meta',
    answered: ({tree}) => answering(tree).length > 0,
    Opening: Answered,
    parts: [
        {id: 'room', title: 'tab.room', Component: RoomSection},
        {id: 'forecast', title: 'tab.forecast', Component: Forecast, when: ({tree}) => hasForecast(tree)},
        {id: 'gains', title: 'tab.gains', Component: Gains},
        {id: 'issues', title: 'tab.issues', Component: Issues, when: ({tree}) => tree.issues.length > 0},
        {id: 'compare', title: 'tab.compare', Component: Compare, when: ({tree}) => hasCompare(tree)},
        {id: 'seats', title: 'tab.seats', Component: Seats, when: ({tree}) => Object.keys(tree.seats ?? {}).length > 0 && tree.table.candidates.length > 0},
        {id: 'power', title: 'tab.power', Component: Power, when: ({tree}) => hasPower(tree)},
        {id: 'claims', title: 'tab.claims', Component: Claims, when: ({tree}) => tree.claims.length > 0},
        {id: 'method', title: 'tab.method', Component: Method},
        {id: 'evidence', title: 'tab.evidence', Component: Evidence},
    ],
};
