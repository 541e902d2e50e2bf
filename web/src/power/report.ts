// SPDX-License-Identifier: Apache-2.0
// The report of `power --html`: what votes and vetoes of the procedure decide.
import type {Tree} from '../engine/tree';
import type {Kind} from '../report/kind';
import {hasPower, Power} from './Power';

export const power: Kind<Tree> = {
    about: 'power.about',
    answered: ({tree}) => hasPower(tree),
    parts: [{id: 'power', title: 'tab.power', Component: Power}],
};
