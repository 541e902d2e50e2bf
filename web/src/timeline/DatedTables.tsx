// SPDX-License-Identifier: Apache-2.0
// The numbers of a timeline, a column for each date from which something else holds: outcomes, gains, odds.
import type {ComponentChildren} from 'preact';
import {largestOf, PointsCell, Table} from '../chart/Table';
import type {PartProps} from '../report/kind';
import {sameAsSeat} from '../shell/shown';
import {useWords} from '../words/context';
import {answersOf} from './stops';
import type {TimelineTree, TimeState} from './tree';

export function DatedTables({tree, own}: PartProps<TimelineTree>) {
    const words = useWords();
    const {t} = words;
    const {states} = own;
    const felt = tree.actors.filter(a => !sameAsSeat(tree, a.id) && states.some(s => s.gains[a.id]?.middle != null));
    const largest = largestOf(states.flatMap(s => felt.map(a => s.gains[a.id]?.middle)));
    const drawn = own.draws > 0;
    const settles = (s: TimeState, issue: string) => (s.outcome[issue]?.settled ?? 0) * 2 > answersOf(s);
    return (
        <section class="view dated" aria-labelledby="dated-title">
            <header><h2 id="dated-title">{t('timeline.numbers')}</h2><p class="soft note">{t('timeline.numbersNote')}</p></header>
            <Dates caption={t('timeline.issuesTable')} head={t('compare.issue')} states={states}>
                {own.issues.map(i => (
                    <Row key={i.id} name={i.title} states={states} cell={s => (
                        <td class={`n ${settles(s, i.id) ? '' : 'soft'}`}>
                            {settles(s, i.id) ? words.value(s.outcome[i.id]?.middle, Math.abs(i.scale[1] - i.scale[0])) : t('timeline.open')}
                            <small>{t('timeline.of', {n: s.outcome[i.id]?.settled ?? 0, total: answersOf(s)})}</small>
                        </td>
                    )} />
                ))}
                <Row name={t('timeline.agreement')} states={states} cell={s => (
                    <td class="n">{s.agreement.probability?.middle == null ? t('timeline.of', {n: s.agreement.reached, total: answersOf(s)}) : words.odds(s.agreement.probability.middle)}</td>
                )} />
            </Dates>
            <Dates caption={t('timeline.gainsTable')} head={t('gains.actor')} states={states}>
                {felt.map(a => <Row key={a.id} name={a.name} states={states} cell={s => <PointsCell x={s.gains[a.id]?.middle} largest={largest} />} />)}
            </Dates>
            {states[0] && states[0].claims.length > 0 && (
                <Dates caption={t(drawn ? 'timeline.claimsTable' : 'timeline.claimsHeld', {total: answersOf(states[0])})} head={t('claims.claim')} states={states}>
                    {states[0].claims.map((c, k) => (
                        <Row key={c.id} name={c.says} states={states} cell={s => <td class="n">{drawn ? words.odds(s.claims[k]?.odds?.p) : words.value(s.claims[k]?.holds)}</td>} />
                    ))}
                </Dates>
            )}
        </section>
    );
}

function Dates({caption, head, states, children}: {caption: string; head: string; states: readonly TimeState[]; children: ComponentChildren}) {
    const words = useWords();
    return (
        <Table caption={caption} kind="matrix">
            <thead><tr>
                <th scope="col">{head}</th>
                {states.map(s => <th scope="col" key={s.from} class={`turned${s.as_of ? ' now' : ''}`}><span>{s.from === null ? words.t('timeline.before') : s.from}</span></th>)}
            </tr></thead>
            <tbody>{children}</tbody>
        </Table>
    );
}

function Row({name, states, cell}: {name: string; states: readonly TimeState[]; cell: (s: TimeState) => ComponentChildren}) {
    return <tr><th scope="row">{name}</th>{states.map(cell)}</tr>;
}
