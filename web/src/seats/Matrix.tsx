// SPDX-License-Identifier: Apache-2.0
// A row for each who may sit, a column for each who feels it: the middle model, and from the lowest to the highest.
import {largestOf, PointsCell, Table} from '../chart/Table';
import type {Tree} from '../engine/tree';
import type {Spread} from '../engine/spread';
import {useWords} from '../words/context';

interface Props { over?: 'orders'; tree: Tree; columns: string[]; caption: string; cell: (sits: string, feels: string) => Spread | null }

export function Matrix({over, tree, columns, caption, cell}: Props) {
    const words = useWords();
    const {t} = words;
    const name = (id: string) => tree.actors.find(a => a.id === id)?.name ?? id;
    const who = tree.table.candidates;
    const largest = largestOf(who.flatMap(a => columns.map(b => cell(a, b)?.middle)));
    const range = (s: Spread) => t('evidence.range', {low: words.points(s.low), high: words.points(s.high)});
    return (
        <Table caption={caption} kind="matrix">
            <thead><tr><th scope="col">{t('seats.whenSits')}</th>{columns.map(b => <th scope="col" class="n" key={b}>{name(b)}</th>)}</tr></thead>
            <tbody>
                {who.map(a => (
                    <tr key={a}>
                        <th scope="row">{name(a)}</th>
                        {columns.map(b => {
                            const s = cell(a, b);
                            return <PointsCell key={b} x={s?.middle} largest={largest} asked={{kind: 'seat', sits: a, feels: b, ...(over ? {over} : {})}} {...(s && s.n > 1 ? {sub: range(s)} : {})} />;
                        })}
                    </tr>
                ))}
            </tbody>
        </Table>
    );
}
