// SPDX-License-Identifier: Apache-2.0
// What is asked about, under each model: what a mean over the models hides.
import {Table} from '../chart/Table';
import type {PartProps} from '../report/kind';
import {useWords} from '../words/context';
import {modelLabel} from '../words/models';
import {said} from '../words/said';
import type {Sensitivity} from './answer';
import {unitOf} from './unit';

export function ModelTable({own}: PartProps<Pick<Sensitivity, 'models' | 'question'>>) {
    const words = useWords();
    const {t} = words;
    const unit = unitOf(own.question, words), drawn = own.models.some(m => m.sd != null);
    return (
        <section class="view" aria-labelledby="models-title">
            <header><h2 id="models-title">{t('moves.byModel')}</h2></header>
            <Table caption={t('moves.byModel.says')}>
                <thead><tr><th scope="col">{t('gains.model')}</th><th scope="col" class="n">{t('moves.answer')}</th>{drawn && <th scope="col" class="n">{t('moves.head.sd')}</th>}<th scope="col" /></tr></thead>
                <tbody>
                    {own.models.map(m => (
                        <tr key={m.id}>
                            <th scope="row">{modelLabel(m, words.lang)}</th><td class="n">{unit.exact(m.mean ?? m.point)}</td>
                            {drawn && <td class="n">{unit.exact(m.sd)}</td>}<td>{m.why ? said(m.why, words.lang) : ''}</td>
                        </tr>
                    ))}
                </tbody>
            </Table>
        </section>
    );
}
