// SPDX-License-Identifier: Apache-2.0
// A gain model by model, each row with the parts that it adds up from: issue by issue, what no deal costs, standing, face.
import {Table} from '../chart/Table';
import type {Issue, Model} from '../engine/tree';
import {signOf} from '../shell/shown';
import {useWords} from '../words/context';
import {modelLabel} from '../words/models';
import {Asks} from './Asks';
import {columnsOf} from './parts';

export function GainModels({models, issues, actor}: {models: Model[]; issues: Issue[]; actor: string}) {
    const words = useWords();
    const {t} = words;
    const columns = columnsOf(models, issues, actor, words);
    return (
        <>
            <h3>{t('asked.parts')}</h3>
            <Table caption={t('asked.partsNote')} kind="gain-models">
                <thead><tr><th scope="col">{t('gains.model')}</th><th scope="col" class="n">{t('gains.part.total')}</th>{columns.map(c => <th scope="col" class="turned" key={c.id}><span>{c.title}</span></th>)}</tr></thead>
                <tbody>
                    {models.map(m => {
                        const g = m.gains[actor], text = words.points(g?.total);
                        return g && (
                            <tr key={m.id}>
                                <th scope="row">{modelLabel(m, words.lang)}</th>
                                <td class={`n ${signOf(g.total)}`}><Asks of={{kind: 'gain', actor, model: m.id}} text={text}><strong>{text}</strong></Asks></td>
                                {columns.map(c => <td class="n" key={c.id}>{words.points(c.of(g))}</td>)}
                            </tr>
                        );
                    })}
                </tbody>
            </Table>
        </>
    );
}
