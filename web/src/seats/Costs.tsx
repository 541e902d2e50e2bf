// SPDX-License-Identifier: Apache-2.0
// What a seat brings whoever takes it: in all under the middle model, how much of it is standing, then in all under each.
import {largestOf, ModelHeads, PointsCell, Table} from '../chart/Table';
import type {Model, Tree} from '../engine/tree';
import {Asks} from '../evidence/Asks';
import {useWords} from '../words/context';
import {seatGain, standing} from './cells';

export function Costs({tree, models}: {tree: Tree; models: Model[]}) {
    const words = useWords();
    const {t} = words;
    const cost = (m: Model, a: string) => tree.seats?.[m.id]?.seat_gain?.[a]?.[a];
    const who = tree.table.candidates;
    const largest = largestOf(who.flatMap(a => models.map(m => cost(m, a))));
    return (
        <Table caption={t('seats.costsSay')}>
            <thead><tr><th scope="col">{t('gains.actor')}</th><th scope="col" class="n">{t('seats.whole')}</th><th scope="col" class="n">{t('seats.standing')}</th><ModelHeads models={models} /></tr></thead>
            <tbody>
                {who.map(a => {
                    const actor = tree.actors.find(x => x.id === a);
                    return (
                        <tr key={a}>
                            <th scope="row">{actor?.name ?? a}{actor && <small>{t(`role.${actor.role}`)}</small>}</th>
                            <td class="n"><strong><Asks of={{kind: 'seat', sits: a, feels: a}} text={words.signedDecimal(seatGain(tree, models, a, a)?.middle, 1)} /></strong></td>
                            <td class="n"><Asks of={{kind: 'seat', sits: a, feels: a, over: 'standing'}} text={words.signedDecimal(standing(tree, models, a), 1)} /></td>
                            {models.map(m => <PointsCell key={m.id} x={cost(m, a)} largest={largest} asked={{kind: 'seat', sits: a, feels: a, model: m.id}} />)}
                        </tr>
                    );
                })}
            </tbody>
        </Table>
    );
}
