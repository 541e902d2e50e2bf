// SPDX-License-Identifier: Apache-2.0
// The inputs on which two accounts differ, largest first: both ranges on one line, and why each says so.
import {Bar, KeyMark, Line, Lines, Mark} from '../chart/Lines';
import {scaleOf} from '../chart/scale';
import {Table} from '../chart/Table';
import type {Tree} from '../engine/tree';
import type {PartProps} from '../report/kind';
import {useSession} from '../shell/context';
import {useWords} from '../words/context';
import {foreignTag} from '../words/foreign';
import '../levers/levers.css';
import {pathInWords, spanOfPath} from '../words/paths';
import type {CompareTree, Difference, RoleOf} from './tree';

export function Inputs({tree, own}: PartProps<CompareTree>) {
    const words = useWords();
    const {t} = words;
    const alone = own.inputs.only_a.length + own.inputs.only_b.length;
    return (
        <section class="view differing" aria-labelledby="differing-title">
            <header><h2 id="differing-title">{t('accounts.inputs')}</h2><p class="soft note">{t('accounts.inputsNote', {n: own.inputs.differ, same: own.inputs.same})}{alone > 0 && ` ${words.tn('accounts.alone', alone)}`}</p></header>
            <ul class="key"><li><KeyMark bars={['whisker']} kind="mid" />{t('accounts.first')}</li><li><KeyMark bars={['half']} kind="open" />{t('accounts.second')}</li></ul>
            {own.differences.map(d => <Row key={d.path} tree={tree} of={d} />)}
        </section>
    );
}

function Row({tree, of}: {tree: Tree; of: Difference}) {
    const session = useSession();
    const words = useWords();
    const {t} = words, {a, b} = of;
    const name = pathInWords(of.path, tree, words), span = spanOfPath(of.path, tree);
    const ends = [a, b].flatMap(i => [i.low, i.point, i.high]).filter(v => v !== null);
    const low = Math.min(...ends), high = Math.max(...ends), x = scaleOf(low - (high - low) / 20, high + (high - low) / 20);
    const value = t('accounts.values', {a: words.near(a.point ?? 0, b.point ?? 0, span), b: words.near(b.point ?? 0, a.point ?? 0, span)});
    const cites = [...new Set([...a.cite, ...b.cite])];
    const why = (key: 'accounts.whyFirst' | 'accounts.whySecond', text: string | null) => text !== null && <p class="soft" lang={foreignTag(text, words.lang)}>{t(key, {text})}</p>;
    return (
        <figure data-path={of.path}>
            <Lines>
                <Line name={name} value={value} says={t('accounts.says', {name, value})}>
                    <Bar kind="half" x={x} from={b.low} to={b.high} /><Bar kind="whisker" x={x} from={a.low} to={a.high} />
                    <Mark kind="mid" x={x} at={a.point} /><Mark kind="open" x={x} at={b.point} />
                </Line>
            </Lines>
            {why('accounts.whyFirst', a.judgement)}{why('accounts.whySecond', b.judgement)}
            {cites.length > 0 && <p><button type="button" class="link" aria-label={t('accounts.sourcesOf', {name})} onClick={() => session.set({drawer: {what: name, paths: [], cites}})}>{t('accounts.sources')}</button></p>}
        </figure>
    );
}

export function Roles({tree, own}: PartProps<CompareTree>) {
    const words = useWords();
    const {t} = words;
    const said = (r: RoleOf) => (r.role === null ? t('accounts.notThere') : t(`accounts.role.${r.role}`)) + (r.ratifier ? t('accounts.mustAgree') : '');
    return (
        <section class="view" aria-labelledby="roles-title">
            <header><h2 id="roles-title">{t('accounts.roles')}</h2></header>
            <Table caption={t('accounts.rolesTable')}>
                <thead><tr><th scope="col">{t('gains.actor')}</th><th scope="col">{t('accounts.first')}</th><th scope="col">{t('accounts.second')}</th></tr></thead>
                <tbody>{own.roles.map(r => <tr key={r.actor}><th scope="row">{tree.actors.find(a => a.id === r.actor)?.name ?? r.actor}</th><td>{said(r.a)}</td><td>{said(r.b)}</td></tr>)}</tbody>
            </Table>
        </section>
    );
}
