// SPDX-License-Identifier: Apache-2.0
// How forecasts of this kind fared on past decisions, beside the plain compromise.
import {Table} from '../chart/Table';
import type {ForecastRecord, Tree} from '../engine/tree';
import {useWords} from '../words/context';
import {titleIn} from '../words/models';
import {said} from '../words/said';

export function ForecastPast({tree, record, title}: {tree: Tree; record: ForecastRecord; title: string}) {
    const words = useWords();
    const {t, lang} = words;
    const {baseline} = record;
    const rows = [
        {title, mae: record.mae, crps: record.crps},
        ...(baseline ? [{title: titleIn(tree, baseline.model, lang), mae: baseline.mae, crps: baseline.crps}] : []),
    ];
    return (
        <div class="past">
            <h3>{t('forecast.record')}</h3>
            <p>
                {t('forecast.recordSays', {
                    n: record.issues ?? 0, data: said(record.data, lang), groups: record.groups ?? 0, how: said(record.how ?? '', lang), inside: words.odds(record.inside_80),
                })}{' '}
                <strong>{said(record.silent_on ?? '', lang)}</strong>
            </p>
            <Table caption={t('forecast.recordTable')}>
                <thead><tr><th scope="col">{t('forecast.model')}</th><th scope="col" class="n">{t('forecast.mae')}</th><th scope="col" class="n">{t('forecast.crps')}</th></tr></thead>
                <tbody>{rows.map(r => <tr key={r.title}><th scope="row">{r.title}</th><td class="n">{words.decimal(r.mae, 1)}</td><td class="n">{words.decimal(r.crps, 1)}</td></tr>)}</tbody>
            </Table>
        </div>
    );
}
