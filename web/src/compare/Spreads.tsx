// SPDX-License-Identifier: Apache-2.0
// How far apart the models lie, issue by issue.
import {Table} from '../chart/Table';
import type {Compare, Tree} from '../engine/tree';
import {useWords} from '../words/context';

export function Spreads({tree, compare}: {tree: Tree; compare: Compare}) {
    const words = useWords();
    const {t} = words;
    return (
        <Table caption={t('compare.table')}>
            <thead><tr><th scope="col">{t('compare.issue')}</th>{(['lowest', 'highest', 'apart', 'n'] as const).map(k => <th scope="col" class="n" key={k}>{t(`compare.${k}`)}</th>)}</tr></thead>
            <tbody>
                {tree.issues.map(i => {
                    const row = compare.issues[i.id], span = Math.abs(i.scale[1] - i.scale[0]);
                    return (
                        <tr key={i.id}>
                            <th scope="row">{i.title}</th>
                            <td class="n">{words.value(row?.low, span)}</td><td class="n">{words.value(row?.high, span)}</td>
                            <td class="n">{words.decimal(row?.spread, 0)}</td><td class="n">{words.count(row?.models ?? 0)}</td>
                        </tr>
                    );
                })}
            </tbody>
        </Table>
    );
}
