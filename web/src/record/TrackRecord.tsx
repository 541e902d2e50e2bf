// SPDX-License-Identifier: Apache-2.0
// How far the models can be trusted: how the forecast fared where it could be checked, and all models on one's own decisions.
import type {Tree} from '../engine/tree';
import {Inquiring} from '../shell/Inquiring';
import {useWords} from '../words/context';
import {Fared} from './Fared';
import {Forecasts} from './Forecasts';
import {OwnTable} from './OwnTable';
import '../shell/factors.css';
import './record.css';
import {useBacktest} from './useBacktest';
import {WithoutTable} from './WithoutTable';

export function TrackRecord({tree}: {tree: Tree}) {
    const {t} = useWords();
    const asked = useBacktest();
    const record = tree.forecast?.record ?? null;
    return (
        <section class="view charted record" aria-labelledby="record-title">
            <header><h2 id="record-title">{t('record.title')}</h2><p class="soft note">{t('record.note')}</p></header>
            {tree.forecast && record && <Fared tree={tree} forecast={tree.forecast} record={record} />}
            {tree.forecast?.model && <Forecasts tree={tree} forecast={tree.forecast} />}
            {asked.state === 'here' && <OwnTable tree={asked.tree} />}
            {asked.state === 'none' && <WithoutTable />}
            {(asked.state === 'asking' || asked.state === 'failed') && (
                <Inquiring
                    asked={{answer: null, draws: null, current: false, busy: true, progress: null, problem: asked.state === 'failed' ? asked.problem : null, again: () => undefined}}
                    says={t('record.asking')}
                />
            )}
        </section>
    );
}
