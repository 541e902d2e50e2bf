// SPDX-License-Identifier: Apache-2.0
// Each lever turned: whose gain it moves by how much, over the models; the numbers of all issues, gains and claims beside.
import type {ComponentChildren} from 'preact';
import {Bar, KeyMark, Line, Lines, Mark} from '../chart/Lines';
import {scaleOf} from '../chart/scale';
import {largestOf, PointsCell, Table} from '../chart/Table';
import type {Tree} from '../engine/tree';
import type {PartProps} from '../report/kind';
import {sameAsSeat, signOf} from '../shell/shown';
import {useWords} from '../words/context';
import {movedBy, settledBy, turnedBy} from './effects';
import './levers.css';
import type {LeverageTree, LeverTurn} from './tree';

const LEAST_ODDS = 0.005;

export function Charts({tree, own}: PartProps<LeverageTree>) {
    const {t} = useWords();
    const moved = own.turns.map(turn => movedBy(turn, tree, Infinity));
    const most = Math.max(1, ...moved.flat().flatMap(m => [Math.abs(m.low), Math.abs(m.high)]));
    return (
        <section class="view turned" aria-labelledby="turned-title">
            <header><h2 id="turned-title">{t('levers.each')}</h2><p class="soft note">{t('levers.eachNote')}</p></header>
            <ul class="key"><li><KeyMark bars={['whisker']} kind="mid" />{t('levers.key')}</li><li><KeyMark kind="quo" />{t('levers.keyNow')}</li></ul>
            {own.turns.map((turn, k) => <Turn key={k} n={k + 1} tree={tree} own={own} turn={turn} most={most} />)}
        </section>
    );
}

function Turn({n, tree, own, turn, most}: {n: number; tree: Tree; own: LeverageTree; turn: LeverTurn; most: number}) {
    const words = useWords();
    const {t} = words;
    const x = scaleOf(-most, most), settled = settledBy(turn), turned = turnedBy(turn), moved = movedBy(turn, tree, Infinity);
    const name = (id: string | null) => tree.actors.find(a => a.id === id)?.name ?? id ?? '';
    const titles = turn.levers.map(l => own.levers.find(o => o.id === l.id)?.title ?? l.id);
    const says = [...settled.map(s => t('levers.settles', {issue: tree.issues.find(i => i.id === s.issue)?.title ?? s.issue, n: s.after, was: s.before})), ...turned.map(says => t('levers.turns', {says}))];
    return (
        <figure>
            <h3><span class="num soft">{n}</span> {t('levers.whose', {by: name(turn.by), on: name(turn.on)})}</h3>
            <p class="soft">{words.list(titles)}</p>
            {says.length > 0 && <p>{says.join(words.lang === 'en' ? '; ' : '；')}</p>}
            {moved.length === 0 && <p class="soft">{t('levers.nothing')}</p>}
            <Lines>
                {moved.map(m => (
                    <Line key={m.actor} name={name(m.actor)} value={words.signedDecimal(m.middle, 1)} sign={signOf(m.middle)} strong={m.actor === turn.on || m.actor === turn.by}
                        says={t('levers.says', {name: name(m.actor), x: words.signedDecimal(m.middle, 1), low: words.points(m.low), high: words.points(m.high)})}
                    >
                        <Mark kind="quo" x={x} at={0} /><Bar kind="whisker" x={x} from={m.low} to={m.high} /><Mark kind="mid" x={x} at={m.middle} />
                    </Line>
                ))}
                {moved.length > 0 && <li aria-hidden="true"><span class="ends num">{[-most, 0, most].map(v => <span key={v}>{words.points(v)}</span>)}</span></li>}
            </Lines>
        </figure>
    );
}

export function Numbers({tree, own}: PartProps<LeverageTree>) {
    const words = useWords();
    const {t} = words, {turns} = own;
    const felt = tree.actors.filter(a => !sameAsSeat(tree, a.id) && turns.some(turn => turn.gains[a.id]?.middle != null));
    const largest = largestOf(turns.flatMap(turn => felt.map(a => turn.gains[a.id]?.middle)));
    const claims = turns[0]?.claims ?? [];
    const odds = (turn: LeverTurn, k: number) => (turn.claims[k]?.after ?? NaN) - (turn.claims[k]?.before ?? NaN);
    return (
        <section class="view" aria-labelledby="numbers-title">
            <header><h2 id="numbers-title">{t('levers.numbers')}</h2><p class="soft note">{t('levers.numbersNote')}</p></header>
            <Grid caption={t('levers.gainsTable')} head={t('gains.actor')} n={turns.length}>
                {felt.map(a => <tr key={a.id}><th scope="row">{a.name}</th>{turns.map((turn, k) => <PointsCell key={k} x={turn.gains[a.id]?.middle} largest={largest} />)}</tr>)}
            </Grid>
            <Grid caption={t('levers.issuesTable')} head={t('compare.issue')} n={turns.length}>
                {tree.issues.map(i => <tr key={i.id}><th scope="row">{i.title}</th>{turns.map((turn, k) => <td class="n" key={k}>{words.signedDecimal(turn.outcome[i.id]?.middle, 1)}<small>{t('levers.fromTo', {from: words.count(turn.outcome[i.id]?.settled_before ?? 0), to: words.count(turn.outcome[i.id]?.settled_after ?? 0)})}</small></td>)}</tr>)}
            </Grid>
            {claims.length > 0 && (
                <Grid caption={t('levers.claimsTable')} head={t('claims.claim')} n={turns.length}>
                    {claims.map((c, k) => <tr key={c.id}><th scope="row">{c.says}</th>{turns.map((turn, j) => <td class="n" key={j}>{Math.abs(odds(turn, k)) < LEAST_ODDS ? '·' : words.signedDecimal(100 * odds(turn, k), 0)}</td>)}</tr>)}
                </Grid>
            )}
        </section>
    );
}

function Grid({caption, head, n, children}: {caption: string; head: string; n: number; children: ComponentChildren}) {
    return (
        <Table caption={caption} kind="matrix">
            <thead><tr><th scope="col">{head}</th>{Array.from({length: n}, (_, k) => <th scope="col" class="n" key={k}>{k + 1}</th>)}</tr></thead>
            <tbody>{children}</tbody>
        </Table>
    );
}
