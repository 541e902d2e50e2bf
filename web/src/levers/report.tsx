// SPDX-License-Identifier: Apache-2.0
// The report of `leverage --html`: the answer in sentences, who can move whom, each lever's effect as a chart, every number.
import type {Kind, PartProps} from '../report/kind';
import {Said} from '../report/Opening';
import type {Tree} from '../engine/tree';
import type {Words} from '../words/catalogue';
import {useWords} from '../words/context';
import {movedBy} from './effects';
import type {LeverageTree, LeverTurn} from './tree';
import {Charts, Numbers} from './Turned';
import {WhoMoves} from './WhoMoves';

const FEW = 3;

/** "Secondary sanctions: Russia −8" */
function effect(turn: LeverTurn, own: LeverageTree, tree: Tree, words: Words): string {
    const most = movedBy(turn, tree, 1)[0], lever = own.levers.find(l => l.id === turn.levers[0]?.id);
    const name = tree.actors.find(a => a.id === most?.actor)?.name ?? '';
    return words.t('levers.effect', {lever: lever?.title ?? '', name, low: words.points(most?.low), high: words.points(most?.high)});
}

function Found({tree, own}: PartProps<LeverageTree>) {
    const words = useWords();
    const {t} = words;
    const size = (turn: LeverTurn) => Math.max(0, ...movedBy(turn, tree, 1).flatMap(m => [Math.abs(m.low), Math.abs(m.high)]));
    const alone = own.turns.filter(turn => turn.levers.length === 1);
    const moving = alone.filter(turn => size(turn) > 0).sort((a, b) => size(b) - size(a)), still = alone.length - moving.length;
    return (
        <dl class="digest">
            <Said topic={t('levers.levers')}>{t('levers.counted', {n: own.levers.length, k: own.levers.filter(l => l.in_force).length})}</Said>
            {moving.length > 0 && <Said topic={t('levers.most')}>{words.list(moving.slice(0, FEW).map(turn => effect(turn, own, tree, words)))}</Said>}
            {still > 0 && <Said topic={t('levers.least')}>{words.tn('levers.still', still)}</Said>}
            {own.turning && <Said topic={t('levers.toTurn')}><Turning own={own} /></Said>}
        </dl>
    );
}

function Turning({own}: {own: LeverageTree}) {
    const words = useWords();
    const {t} = words, {turning} = own;
    if (!turning)
        return null;
    const said = (levers: LeverTurn['levers']) => words.list(levers.map(l => t(l.to === 'pulled' ? 'levers.doPull' : 'levers.doDrop', {lever: own.levers.find(o => o.id === l.id)?.title ?? l.id})));
    return (
        <>
            {t(turning.wanted ? 'levers.toHold' : 'levers.toFail', {says: turning.says, odds: words.odds(turning.odds)})}{' '}
            {turning.sets.length === 0 ? t(turning.exact ? 'levers.noSet' : 'levers.noSetUpTo', {n: turning.largest})
                : turning.sets.slice(0, FEW).map(s => t('levers.set', {levers: said(s.levers), odds: words.odds(s.odds)})).join(words.lang === 'en' ? '; ' : '；')}
        </>
    );
}

function Who({tree, own}: PartProps<LeverageTree>) {
    const {t} = useWords();
    return (
        <section class="view" aria-labelledby="who-title">
            <header><h2 id="who-title">{t('levers.whoMoves')}</h2><p class="soft note">{t('levers.whoMovesNote')}</p></header>
            <WhoMoves tree={tree} own={own} />
        </section>
    );
}

export const leverage: Kind<LeverageTree> = {
    about: 'levers.about',
    answered: ({own}) => own.turns.length > 0,
    Opening: Found,
    parts: [
        {id: 'who', title: 'levers.whoMoves', Component: Who},
        {id: 'turned', title: 'levers.each', Component: Charts},
        {id: 'numbers', title: 'levers.numbers', Component: Numbers},
    ],
};
