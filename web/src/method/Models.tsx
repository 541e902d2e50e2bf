// SPDX-License-Identifier: Apache-2.0
// The models: the forecast to quote, where they part, and what each assumes.
import {Compare, hasCompare} from '../compare/Compare';
import type {Tree} from '../engine/tree';
import {Forecast, hasForecast} from '../forecast/Forecast';
import {useStill} from '../shell/still';
import {useWords} from '../words/context';
import {Method} from './Method';
import './method.css';

export function Models({tree}: {tree: Tree}) {
    const {t} = useWords();
    const still = useStill();
    return (
        <div class="models-view">
            {hasForecast(tree) && (still ? <Forecast tree={tree} /> : <p class="soft">{t('forecast.elsewhere')}</p>)}
            {hasCompare(tree) && <Compare tree={tree} />}
            <Method tree={tree} />
        </div>
    );
}
