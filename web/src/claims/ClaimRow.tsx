// SPDX-License-Identifier: Apache-2.0
// One sentence: who said it, the odds under each model on a line from never to always, what would turn it.
import {heaps, tallness} from '../engine/heaps';
import type {Tree} from '../engine/tree';
import {Asks} from '../evidence/Asks';
import {claimOf} from '../sensitivity/question';
import {rangeOf} from '../shell/range';
import {useSession} from '../shell/context';
import {shownModels} from '../shell/shown';
import {useWords} from '../words/context';
import type {ClaimView} from './view';
import {Flips} from './Flips';
import {scoredAs} from './scored';

/* Odds nearer than this are one mark. */
const NEAR = 0.012;

interface Props { tree: Tree; view: ClaimView; before: number | null; model: string | null; tried: boolean; onTried: () => void }

export function ClaimRow({tree, view, before, model, tried, onTried}: Props) {
    const session = useSession();
    const words = useWords();
    const {t} = words;
    const {claim, odds, pooled, holds, defined} = view;
    const voice = claim.voice === 'author' ? t('claims.author') : tree.actors.find(a => a.id === claim.voice)?.name ?? claim.voice;
    const models = shownModels(tree, model);
    const moved = before !== null && pooled !== null && words.odds(before) !== words.odds(pooled);
    const pc = (p: number) => `${(p * 100).toFixed(2)}%`;
    const range = odds && odds.n > 1 && words.odds(odds.low) !== words.odds(odds.high) ? rangeOf(words.odds(odds.low), words.odds(odds.high)) : '';
    const said = pooled !== null ? words.odds(pooled) : defined ? `${holds}/${defined}` : '–';
    return (
        <li class={`claim${moved ? ' moved' : ''}${tried ? ' tried' : ''}`} data-claim={claim.id}>
            <div class="text">
                <p class="says">{claim.says}</p>
                {claim.holds && <p class="scored">{t('claims.scored', {what: scoredAs(claim.holds, tree, words)})}</p>}
                <p class="soft">
                    <button type="button" class="link" onClick={() => session.set({drawer: {what: claim.says, paths: [], cites: claim.cite, voice}})}>{t('claims.said', {who: voice})}</button>
                    <span class="asks"> · <button type="button" class="link" onClick={() => session.set({tab: 'moves', question: claimOf(claim.id)})}>{t('moves.ask')}</button></span>
                    {holds > 0 && holds < defined && models.length > 1 && <> · {t('claims.models', {n: holds, total: defined})}</>}
                </p>
                <Flips tree={tree} claim={claim} model={model} onTried={onTried} />
            </div>
            <div class="line" aria-hidden="true">
                <span class="half" />
                {odds && <span class="range" style={{left: pc(odds.low), width: pc(odds.high - odds.low)}} />}
                {heaps(models.map(m => claim.probability[m.id]?.p), NEAR).map((h, i) => <span class="tick" key={i} style={{left: pc(h.at), '--tall': tallness(h.n, models.length)}} />)}
                {moved && <span class="ghost" style={{left: pc(before)}} />}
                {pooled !== null && <span class="dot" style={{left: pc(pooled)}} />}
            </div>
            <div class="odds num">
                <Asks of={{kind: 'claim', claim: claim.id}} text={[said, range].filter(Boolean).join(', ')} class="block"><strong>{said}</strong>{range && <span class="sub">{range}</span>}</Asks>
                {moved && <Asks of={{kind: 'claim', claim: claim.id, before: true}} text={t('edit.was', {x: words.odds(before)})} class="sub was" />}
            </div>
        </li>
    );
}
