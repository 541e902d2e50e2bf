// SPDX-License-Identifier: Apache-2.0
// The claims of a report as one table: what was said and by whom, its odds and their range, the odds under each model.
import type {Tree} from '../engine/tree';
import {ModelHeads, Table} from '../chart/Table';
import {rangeOf} from '../shell/range';
import {useSession} from '../shell/context';
import {shownModels} from '../shell/shown';
import {useWords} from '../words/context';
import type {Key} from '../words/en';
import {OddsCell} from './OddsTable';
import {scoredAs} from './scored';
import type {ClaimView, Group} from './view';

interface Props { tree: Tree; model: string | null; groups: readonly {group: Group; rows: ClaimView[]}[] }

export function ClaimsSheet({tree, model, groups}: Props) {
    const {t} = useWords();
    const models = shownModels(tree, model), many = models.length > 1;
    return (
        <Table caption={t('claims.byModelSays')} kind="claim-sheet">
            <thead><tr><th scope="col">{t('claims.claim')}</th><th scope="col" class="n">{t('claims.odds')}</th>{many && <ModelHeads models={models} />}</tr></thead>
            {groups.map(({group, rows}) => rows.length > 0 && (
                <tbody key={group}>
                    <tr><th class="group" colSpan={many ? models.length + 2 : 2} scope="rowgroup">{t(`claims.holds.${group}` satisfies Key)} <span class="soft">{rows.length}</span></th></tr>
                    {rows.map(v => (
                        <tr key={v.claim.id} data-claim={v.claim.id}>
                            <th scope="row"><Said tree={tree} view={v} /></th>
                            <Odds view={v} />
                            {many && models.map(m => <OddsCell key={m.id} claim={v.claim} model={m} />)}
                        </tr>
                    ))}
                </tbody>
            ))}
        </Table>
    );
}

function Said({tree, view: {claim, holds, defined}}: {tree: Tree; view: ClaimView}) {
    const session = useSession();
    const words = useWords();
    const {t} = words;
    const voice = claim.voice === 'author' ? t('claims.author') : tree.actors.find(a => a.id === claim.voice)?.name ?? claim.voice;
    const facts = [
        holds > 0 && holds < defined ? t('claims.models', {n: holds, total: defined}) : '',
        claim.cite.length ? t('claims.cites', {list: claim.cite.join(', ')}) : '',
        claim.holds ? t('claims.scored', {what: scoredAs(claim.holds, tree, words)}) : '',
    ].filter(Boolean);
    return (
        <>
            <span class="says">{claim.says}</span>
            <span class="facts">
                <button type="button" class="link" onClick={() => session.set({drawer: {what: claim.says, paths: [], cites: claim.cite, voice}})}>{t('claims.said', {who: voice})}</button>
                {facts.map(f => ` · ${f}`).join('')}
            </span>
        </>
    );
}

function Odds({view: {odds, pooled, holds, defined}}: {view: ClaimView}) {
    const words = useWords();
    const low = words.odds(odds?.low ?? null), high = words.odds(odds?.high ?? null);
    return <td class="n odds"><strong>{pooled !== null ? words.odds(pooled) : defined ? `${holds}/${defined}` : '–'}</strong>{odds && odds.n > 1 && low !== high && <small>{rangeOf(low, high)}</small>}</td>;
}
