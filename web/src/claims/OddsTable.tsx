// SPDX-License-Identifier: Apache-2.0
// The odds of each claim under each model, in numbers.
import {ModelHeads, Table} from '../chart/Table';
import type {Claim, Model} from '../engine/tree';
import {Asks} from '../evidence/Asks';
import {useWords} from '../words/context';

export function OddsTable({claims, models}: {claims: Claim[]; models: Model[]}) {
    const {t} = useWords();
    return (
        <Table caption={t('claims.byModelSays')}>
            <thead><tr><th scope="col">{t('claims.claim')}</th><ModelHeads models={models} /></tr></thead>
            <tbody>{claims.map(c => <tr key={c.id}><th scope="row">{c.says}</th>{models.map(m => <OddsCell key={m.id} claim={c} model={m} />)}</tr>)}</tbody>
        </Table>
    );
}

/** Above even odds reads as gain does, below as loss; the number says it too. */
export function OddsCell({claim, model}: {claim: Claim; model: Model}) {
    const words = useWords();
    const {t} = words;
    const odds = claim.probability[model.id], verdict = claim.at_point[model.id];
    const p = odds?.p;
    if (p == null)
        return <td class="n">{typeof verdict === 'boolean' ? t(verdict ? 'claims.holdsCell' : 'claims.failsCell') : words.odds(null)}</td>;
    const shade = p >= 0.9 ? 'up size-3' : p >= 0.6 ? 'up size-1' : p > 0.4 ? '' : p > 0.1 ? 'down size-1' : 'down size-3';
    return <td class={`n ${shade}`}><Asks of={{kind: 'claim', claim: claim.id, model: model.id}} text={words.odds(p)} />{(odds?.undefined ?? 0) > 0 && <small>{t('claims.undefined', {odds: words.odds(odds?.undefined)})}</small>}</td>;
}
