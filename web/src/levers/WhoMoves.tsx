// SPDX-License-Identifier: Apache-2.0
// Who can move whom, and at what cost: for each lever, and for all of one actor on another, what it does to whom it is on, to who turns it, and to whom else most.
import {Fragment} from 'preact';
import {largestOf, PointsCell, Table} from '../chart/Table';
import type {Tree} from '../engine/tree';
import {Asks} from '../evidence/Asks';
import {useSession} from '../shell/context';
import {useWords} from '../words/context';
import {effectOf, movedBy, rangeOfPoints} from './effects';
import type {LeverageTree, LeverTurn} from './tree';

const MOST = 2, PLACE = '\u0001';

export function WhoMoves({tree, own}: {tree: Tree; own: LeverageTree}) {
    const words = useWords();
    const {t} = words;
    const largest = largestOf(own.turns.flatMap(turn => [turn.on, turn.by].map(a => turn.gains[a ?? '']?.middle)));
    const cell = (turn: LeverTurn, actor: string | null) => {
        const g = turn.gains[actor ?? ''], range = rangeOfPoints(g?.low, g?.high, words);
        return <PointsCell x={g?.middle} largest={largest} sub={words.points(g?.low) === range ? undefined : range} asked={effectOf(turn, own.levers, actor ?? '', words.signedDecimal(g?.middle, 1), tree, words)} />;
    };
    return (
        <Table caption={t('levers.table')} kind="who-moves">
            <thead><tr>
                <th scope="col" class="n">{t('levers.head.n')}</th><th scope="col">{t('levers.head.who')}</th><th scope="col">{t('levers.head.what')}</th>
                <th scope="col" class="n">{t('levers.head.on')}</th><th scope="col" class="n">{t('levers.head.by')}</th><th scope="col">{t('levers.head.others')}</th>
            </tr></thead>
            <tbody>
                {own.turns.map((turn, k) => (
                    <tr key={k} data-turn={k + 1}>
                        <td class="n">{k + 1}</td>
                        <th scope="row"><Whose tree={tree} turn={turn} /></th>
                        <td><What own={own} turn={turn} /></td>
                        {cell(turn, turn.on)}{cell(turn, turn.by)}
                        <td><Others tree={tree} own={own} turn={turn} /></td>
                    </tr>
                ))}
            </tbody>
        </Table>
    );
}

function Whose({tree, turn}: {tree: Tree; turn: LeverTurn}) {
    const name = (id: string | null) => tree.actors.find(a => a.id === id)?.name ?? id ?? '';
    return <>{useWords().t('levers.whose', {by: name(turn.by), on: name(turn.on)})}</>;
}

/** What is turned: one lever opens what it rests on; several are told by their numbers. */
function What({own, turn}: {own: LeverageTree; turn: LeverTurn}) {
    const session = useSession();
    const words = useWords();
    const [first] = turn.levers, lever = own.levers.find(l => l.id === first?.id);
    if (turn.levers.length !== 1 || !lever || !first)
        return <>{words.t('levers.together', {list: words.list(turn.levers.map(l => String(numberOf(own, l.id))))})}</>;
    const open = () => session.set({drawer: {what: lever.title, paths: Object.keys(lever.adds), cites: lever.cite}});
    return <><button type="button" class="link" onClick={open}>{lever.title}</button> <small>{words.t(first.to === 'pulled' ? 'levers.pull' : 'levers.drop')}</small></>;
}

function numberOf(own: LeverageTree, lever: string): number {
    return own.turns.findIndex(turn => turn.levers.length === 1 && turn.levers[0]?.id === lever) + 1;
}

function Others({tree, own, turn}: {tree: Tree; own: LeverageTree; turn: LeverTurn}) {
    const words = useWords();
    const others = movedBy(turn, tree, Infinity).filter(m => m.actor !== turn.on && m.actor !== turn.by);
    if (!others.length)
        return <span class="soft">{words.t('levers.noOther')}</span>;
    const rest = others.length - MOST;
    const shown = others.slice(0, MOST), named = shown.map(m => `${tree.actors.find(a => a.id === m.actor)?.name ?? m.actor} ${PLACE}`);
    const between = words.list(rest > 0 ? [...named, words.t('digest.more', {n: rest})] : named).split(PLACE);
    return (
        <span>
            {between.map((text, k) => {
                const m = shown[k], points = rangeOfPoints(m?.low, m?.high, words);
                return <Fragment key={k}>{text}{m && <Asks of={effectOf(turn, own.levers, m.actor, points, tree, words)} text={points} />}</Fragment>;
            })}
        </span>
    );
}
