// SPDX-License-Identifier: Apache-2.0
// The models: the forecast to quote, where they part, and what each assumes.
import {Compare, hasCompare} from '../compare/Compare';
import type {Tree} from '../engine/tree';
import {Forecast, hasForecast} from '../forecast/Forecast';
import {Method} from './Method';
import './method.css';

export function Models({tree}: {tree: Tree}) {
    return (
        <div class="models-view">
            {hasForecast(tree) && <Forecast tree={tree} />}
            {hasCompare(tree) && <Compare tree={tree} />}
            <Method tree={tree} />
        </div>
    );
}
