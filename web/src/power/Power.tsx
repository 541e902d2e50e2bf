// SPDX-License-Identifier: Apache-2.0
// Voting power: weights, and how often each member decides.
import {Table} from '../chart/Table';
import {Asks} from '../evidence/Asks';
import type {Player, Tree} from '../engine/tree';
import {More} from '../shell/More';
import {useWords} from '../words/context';

export function hasPower(tree: Tree): boolean {
    return (tree.power?.players.length ?? 0) > 0;
}

export function Power({tree}: {tree: Tree}) {
    const words = useWords();
    const {t} = words;
    const {power} = tree;
    if (!power)
        return null;
    const share = (x: number | null) => words.decimal(x == null ? null : 100 * x, 2);
    const percent = `${words.decimal(power.passes == null ? null : 100 * power.passes, 1)}\u202f%`;
    const says = t('power.says', {percent, criteria: words.list(power.criteria.map(c => t('power.criterion', {quota: c.quota, total: c.total})))});
    const ranked = [...power.players].sort((a, b) => (b.penrose ?? 0) - (a.penrose ?? 0));
    const top = ranked[0]?.penrose, bottom = ranked[ranked.length - 1]?.penrose;
    const level = (x: number | undefined | null) => words.list(ranked.filter(p => p.penrose === x).map(p => p.name));
    const plain = top === bottom ? t('power.plainOne') : t('power.plain', {most: level(top), least: level(bottom)});
    const index = (title: string, p: Player, x: number | null) => (
        <td class="n">{x == null ? share(x) : <Asks text={share(x)} of={{
            kind: 'read', title: `${title}: ${p.name}`, number: share(x), says: [t('power.termsSay'), says], paths: tree.inputs.map(i => i.path).filter(i => i === `actors.${p.actor}.capability`),
        }} />}</td>
    );
    return (
        <section class="view power" aria-labelledby="power-title">
            <header><h2 id="power-title">{t('power.title')}</h2></header>
            <p class="lead-in"><strong>{plain}</strong></p>
            <p class="soft">{says}{!power.exact && <> {t('power.sampled')}</>}</p>
            <More title={t('power.terms')}><p>{t('power.termsSay')}</p></More>
            <Table caption={t('power.table')}>
                <thead>
                    <tr>
                        <th scope="col">{t('power.member')}</th>{power.criteria.map((_, i) => <th scope="col" class="n" key={i}>{t('power.votes')}</th>)}
                        <th scope="col" class="n">Shapley-Shubik</th><th scope="col" class="n">Penrose</th><th scope="col" class="n">Banzhaf</th>
                    </tr>
                </thead>
                <tbody>
                    {power.players.map(p => (
                        <tr key={p.actor}>
                            <th scope="row">{p.name}{p.veto && <small>{t('power.veto')}</small>}</th>
                            {p.weights.map((w, i) => <td class="n" key={i}>{w}</td>)}
                            {index('Shapley-Shubik', p, p.shapley_shubik)}{index('Penrose', p, p.penrose)}{index('Banzhaf', p, p.banzhaf)}
                        </tr>
                    ))}
                </tbody>
            </Table>
        </section>
    );
}
