// SPDX-License-Identifier: Apache-2.0
// The best table for each aim, model by model.
import {Table} from '../chart/Table';
import type {BestTable, Model, Tree} from '../engine/tree';
import {Asks} from '../evidence/Asks';
import {useWords} from '../words/context';
import type {Key} from '../words/en';
import {modelLabel} from '../words/models';
import {AIMS} from './cells';

export function BestByModel({tree, models}: {tree: Tree; models: Model[]}) {
    const words = useWords();
    const {t} = words;
    const name = (id: string) => tree.actors.find(a => a.id === id)?.name ?? id;
    const worth = ({aim, value}: BestTable) => aim === 'agreement' ? words.odds(value) : aim === 'settled' ? words.decimal(value, 0) : words.signedDecimal(value, 1);
    return (
        <Table caption={t('seats.bestSays')} kind="best-by-model">
            <thead><tr><th scope="col">{t('gains.model')}</th><th scope="col">{t('seats.who')}</th><th scope="col" class="n">{t('seats.value')}</th></tr></thead>
            {AIMS.map(aim => {
                const rows = models.flatMap(model => (tree.seats?.[model.id]?.best_tables ?? []).filter(b => b.aim === aim).map(best => ({model, best})));
                return rows.length > 0 && (
                    <tbody key={aim}>
                        <tr><th class="group" colSpan={3} scope="rowgroup">{t(`seats.aim.${aim}` satisfies Key)}</th></tr>
                        {rows.map(({model, best}) => (
                            <tr key={model.id}>
                                <th scope="row">{modelLabel(model, words.lang)}</th>
                                <td>{best.seats.length ? best.seats.map(name).join(' · ') : t('seats.nobody')}</td>
                                <td class="n"><Asks of={{kind: 'best', aim, seats: best.seats, model: model.id}} text={worth(best)} /></td>
                            </tr>
                        ))}
                    </tbody>
                );
            })}
        </Table>
    );
}
