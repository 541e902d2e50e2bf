// SPDX-License-Identifier: Apache-2.0
// Everybody's gain under each model, in numbers.
import {largestOf, ModelHeads, PointsCell, Table} from '../chart/Table';
import type {Actor, Model} from '../engine/tree';
import {useWords} from '../words/context';

export function GainTable({actors, models}: {actors: Actor[]; models: Model[]}) {
    const words = useWords();
    const {t} = words;
    const largest = largestOf(actors.flatMap(a => models.map(m => m.gains[a.id]?.total)));
    return (
        <Table caption={t('gains.byModelSays')}>
            <thead><tr><th scope="col">{t('gains.actor')}</th><ModelHeads models={models} /></tr></thead>
            <tbody>
                {actors.map(a => (
                    <tr key={a.id}>
                        <th scope="row">{a.name}<small>{t(`role.${a.role}`)}</small></th>
                        {models.map(m => <PointsCell key={m.id} x={m.gains[a.id]?.total} largest={largest} asked={{kind: 'gain', actor: a.id, model: m.id}} />)}
                    </tr>
                ))}
            </tbody>
        </Table>
    );
}
