// SPDX-License-Identifier: Apache-2.0
// What most models conclude from each of two accounts, and which input turns what does not survive both.
import {Table} from '../chart/Table';
import type {Tree} from '../engine/tree';
import type {PartProps} from '../report/kind';
import type {Words} from '../words/catalogue';
import {useWords} from '../words/context';
import type {Key} from '../words/en';
import {pathInWords} from '../words/paths';
import type {CompareTree, Conclusion, Side} from './tree';

/** A delegate gains what its seat gains. */
export function conclusionsOf(own: CompareTree, tree: Tree): Conclusion[] {
    return own.conclusions.filter(c => c.what !== 'gain' || tree.actors.find(a => a.id === c.id)?.role !== 'delegate');
}

export function Surviving(props: PartProps<CompareTree>) {
    return <Listed {...props} survives />;
}

export function Turned(props: PartProps<CompareTree>) {
    return <Listed {...props} survives={false} />;
}

function Listed({tree, own, survives}: PartProps<CompareTree> & {survives: boolean}) {
    const words = useWords();
    const {t} = words;
    const id = survives ? 'both' : 'not', rows = conclusionsOf(own, tree).filter(c => c.survives === survives);
    return (
        <section class="view" aria-labelledby={`${id}-title`}>
            <header><h2 id={`${id}-title`}>{t(`accounts.${id}`)}</h2><p class="soft note">{t(`accounts.${id}Note`)}</p></header>
            <Table caption={t('accounts.table')}>
                <thead><tr><th scope="col">{t('accounts.conclusion')}</th><th scope="col">{t('accounts.first')}</th><th scope="col">{t('accounts.second')}</th>{!survives && <th scope="col">{t('accounts.turnedBy')}</th>}</tr></thead>
                <tbody>
                    {rows.map(c => (
                        <tr key={`${c.what} ${c.id ?? ''}`} data-conclusion={c.id ?? c.what}>
                            <th scope="row">{c.what === 'agreement' ? t('accounts.agreement') : c.what === 'claim' ? t('accounts.claim', {says: c.says ?? ''}) : c.says}</th>
                            <Answer of={c} side={c.a} /><Answer of={c} side={c.b} />
                            {!survives && <td>{turnedBy(c, tree, words)}</td>}
                        </tr>
                    ))}
                </tbody>
            </Table>
        </section>
    );
}

function Answer({of, side}: {of: Conclusion; side: Side}) {
    const words = useWords();
    const text = side.answer === null ? words.t('accounts.undefined') : words.t(`accounts.is.${side.answer}` as Key);
    return <td>{text} <small class="num">{of.what === 'gain' ? words.points(side.number) : words.odds(side.number)}</small></td>;
}

function turnedBy(c: Conclusion, tree: Tree, words: Words): string {
    const by = c.turned_by, name = (path: string) => pathInWords(path, tree, words);
    if (!by?.searched)
        return words.t('accounts.unsearched');
    const either = (paths: readonly string[]) => paths.map(name).join(words.t('accounts.or'));
    if (by.from_a.length && by.from_a.join() === by.from_b.join())
        return words.t('accounts.inBoth', {list: either(by.from_a)});
    const said = [
        by.from_a.length ? words.t('accounts.inFirst', {list: either(by.from_a)}) : by.together.length ? words.t('accounts.together', {list: words.list(by.together.map(name))}) : words.t('accounts.nothing'),
        by.from_b.length ? words.t('accounts.inSecond', {list: either(by.from_b)}) : '',
    ];
    return said.filter(Boolean).join(words.lang === 'en' ? '; ' : '；');
}
