// SPDX-License-Identifier: Apache-2.0
// Every factor that moves the answer, in numbers; what does not is counted.
import {Table} from '../chart/Table';
import type {Num} from '../engine/tree';
import type {PartProps} from '../report/kind';
import type {Words} from '../words/catalogue';
import {useWords} from '../words/context';
import type {Key} from '../words/en';
import type {Factor, Index, Sensitivity} from './answer';
import {inputText, nameOf} from './names';
import {weightiest} from './rows';
import {unitOf, type Unit} from './unit';

interface Column { head: Key; cell: (f: Factor, words: Words, unit: Unit) => string }

const said = (pick: (f: Factor) => Num | undefined): Column['cell'] => (f, _, unit) => unit.exact(pick(f));
const share = (pick: (f: Factor) => Index | null | undefined): Column['cell'] => (f, words) => {
    const i = pick(f);
    return i?.value == null ? words.odds(null) : i.low == null || i.high == null ? words.odds(i.value)
        : `${words.odds(Math.max(0, i.value))} (${words.t('evidence.range', {low: words.odds(Math.max(0, i.low)), high: words.odds(Math.max(0, i.high))})})`;
};

const COLUMNS: Record<Sensitivity['method'], Column[]> = {
    sobol: [
        {head: 'moves.head.ifLow', cell: said(f => f.at_low)}, {head: 'moves.head.ifHigh', cell: said(f => f.at_high)},
        {head: 'moves.head.total', cell: share(f => f.total)}, {head: 'moves.head.first', cell: share(f => f.first)},
    ],
    tornado: [{head: 'moves.head.atLow', cell: said(f => f.at_low)}, {head: 'moves.head.atHigh', cell: said(f => f.at_high)}, {head: 'moves.swing', cell: said(f => f.swing)}],
    morris: [{head: 'moves.paths.size', cell: said(f => f.size)}, {head: 'moves.head.mean', cell: said(f => f.mean)}, {head: 'moves.head.varies', cell: said(f => f.spread)}],
};

export function FactorTable({tree, own}: PartProps<Sensitivity>) {
    const words = useWords();
    const {t} = words;
    const rows = weightiest(own, null), columns = COLUMNS[own.method], unit = unitOf(own.question, words);
    const still = own.factors.length - rows.length;
    const range = (f: Factor) => f.low === null || f.high === null ? '' : t('evidence.range', {low: inputText(f.id, f.low, tree, words), high: inputText(f.id, f.high, tree, words)});
    return (
        <section class="view" aria-labelledby="factors-title">
            <header><h2 id="factors-title">{t('moves.numbers')}</h2>{still > 0 && <p class="soft note">{words.tn(own.method === 'tornado' ? 'moves.still' : 'moves.unmoved', still)}</p>}</header>
            <Table caption={t(`moves.table.${own.method}`)}>
                <thead><tr><th scope="col">{t('moves.head.factor')}</th><th scope="col">{t('evidence.source')}</th><th scope="col" class="n">{t('evidence.rangeHead')}</th>{columns.map(c => <th scope="col" class="n" key={c.head}>{t(c.head)}</th>)}</tr></thead>
                <tbody>
                    {rows.map(({factor: f}) => (
                        <tr key={`${f.kind} ${f.id}`} data-factor={f.id}>
                            <th scope="row">{nameOf(f, tree, words)}</th>
                            <td>{f.kind === 'chance' ? '' : f.support === 'mixed' ? t('moves.cited', {n: f.cited, of: f.inputs.length}) : t(`evidence.${f.support}`)}</td>
                            <td class="n">{range(f)}</td>
                            {columns.map(c => <td class="n" key={c.head}>{c.cell(f, words, unit)}</td>)}
                        </tr>
                    ))}
                </tbody>
            </Table>
        </section>
    );
}
