// SPDX-License-Identifier: Apache-2.0
// The report of `compare --html`: two accounts of one matter, what survives both, what turns the rest, on what they differ.
import type {Kind, PartProps} from '../report/kind';
import {Said} from '../report/Opening';
import {useWords} from '../words/context';
import {pathInWords} from '../words/paths';
import {conclusionsOf, Surviving, Turned} from './Conclusions';
import {Inputs, Roles} from './Differences';
import type {Account, CompareTree, Conclusion} from './tree';

const FEW = 3;

/** The inputs by how many conclusions each turns, alone or with others. */
function turners(conclusions: readonly Conclusion[]): [string, number][] {
    const counts = new Map<string, number>();
    for (const c of conclusions)
        for (const path of new Set([...c.turned_by?.from_a ?? [], ...c.turned_by?.from_b ?? [], ...c.turned_by?.together ?? []]))
            counts.set(path, (counts.get(path) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1]);
}

function Opening({tree, own}: PartProps<CompareTree>) {
    const words = useWords();
    const {t} = words;
    const all = conclusionsOf(own, tree), open = all.filter(c => !c.survives), by = turners(open).slice(0, FEW);
    const account = (x: Account) => x.account === null ? x.title : t('accounts.of', {title: x.title, account: x.account});
    return (
        <dl class="digest">
            <Said topic={t('accounts.first')}>{account(own.a)}</Said>
            <Said topic={t('accounts.second')}>{account(own.b)}</Said>
            <Said topic={t('accounts.both')}>{t('accounts.counted', {n: all.length - open.length, of: all.length})}</Said>
            {by.length > 0 && <Said topic={t('accounts.hangs')}>{words.list(by.map(([path, n]) => words.tn('accounts.turns', n, {input: pathInWords(path, tree, words)})))}</Said>}
        </dl>
    );
}

export const compare: Kind<CompareTree> = {
    about: 'accounts.about',
    Opening,
    parts: [
        {id: 'not', title: 'accounts.not', Component: Turned, when: ({tree, own}) => conclusionsOf(own, tree).some(c => !c.survives)},
        {id: 'both', title: 'accounts.both', Component: Surviving, when: ({tree, own}) => conclusionsOf(own, tree).some(c => c.survives)},
        {id: 'roles', title: 'accounts.roles', Component: Roles, when: ({own}) => own.roles.length > 0},
        {id: 'differing', title: 'accounts.inputs', Component: Inputs, when: ({own}) => own.differences.length > 0},
    ],
};
