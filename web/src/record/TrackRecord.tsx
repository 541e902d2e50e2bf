// SPDX-License-Identifier: Apache-2.0
// How far the models can be trusted: how the forecast fared where it could be checked, and all models on one's own decisions.
import type {Tree} from '../engine/tree';
import {useWords} from '../words/context';
import {Fared} from './Fared';
import {Forecasts} from './Forecasts';
import {TableTried} from './TableTried';
import {Trying} from './Trying';
import '../shell/factors.css';
import './record.css';
import {useBacktest} from './useBacktest';
import {WithoutTable} from './WithoutTable';

export function TrackRecord({tree}: {tree: Tree}) {
    const {t} = useWords();
    const tried = useBacktest();
    const record = tree.forecast?.record ?? null;
    return (
        <section class="view charted record" aria-labelledby="record-title">
            <header><h2 id="record-title">{t('record.title')}</h2><p class="soft note">{t('record.note')}</p></header>
            {tree.forecast && record && <Fared tree={tree} forecast={tree.forecast} record={record} />}
            {tree.forecast?.model && <Forecasts tree={tree} forecast={tree.forecast} />}
            {tried.tables === null && tried.problem && <Trying tried={tried} />}
            {tried.tables?.length === 0 && <WithoutTable />}
            <TableTried tried={tried} />
        </section>
    );
}
