// SPDX-License-Identifier: Apache-2.0
// Everything about chairs in numbers: costs, both matrices, best tables, model by model.
import type {Model, Tree} from '../engine/tree';
import {More} from '../shell/More';
import {useStill} from '../shell/still';
import {useWords} from '../words/context';
import {modelLabel} from '../words/models';
import {BestByModel} from './BestByModel';
import {seatGain, shapleyValue} from './cells';
import {Costs} from './Costs';
import {Matrix} from './Matrix';

export function InFull({tree, models, columns}: {tree: Tree; models: Model[]; columns: string[]}) {
    const words = useWords();
    const {t} = words;
    const still = useStill();
    const sampled = models.filter(m => tree.seats?.[m.id]?.exact === false);
    return (
        <>
            {still && <Matrix tree={tree} columns={columns} caption={t('seats.matrixSays')} cell={(a, b) => seatGain(tree, models, a, b)} />}
            <More title={t('seats.costs')}><Costs tree={tree} models={models} /></More>
            <More title={t('seats.shapley')}>
                <Matrix over="orders" tree={tree} columns={columns} caption={t('seats.shapleySays')} cell={(a, b) => shapleyValue(tree, models, a, b)} />
                {sampled.length > 0 && <p class="soft note">{t('seats.sampled', {models: words.list(sampled.map(m => modelLabel(m, words.lang)))})}</p>}
            </More>
            {models.some(m => tree.seats?.[m.id]?.best_tables.length) && <More title={t('seats.bestByModel')}><BestByModel tree={tree} models={models} /></More>}
        </>
    );
}
