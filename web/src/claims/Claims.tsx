// SPDX-License-Identifier: Apache-2.0
// What was said, in whose voice, and the odds that it holds: sorted by how far it holds.
import {useEffect, useState} from 'preact/hooks';
import type {Tree} from '../engine/tree';
import {useSession, useWatched} from '../shell/context';
import {More} from '../shell/More';
import {OnlyChanged} from '../shell/OnlyChanged';
import {answering, shownModels} from '../shell/shown';
import {useStill} from '../shell/still';
import {useWords} from '../words/context';
import type {Key} from '../words/en';
import {ClaimRow} from './ClaimRow';
import './claims.css';
import {ClaimsSheet} from './ClaimsSheet';
import {OddsTable} from './OddsTable';
import {TurnsSheet} from './TurnsSheet';
import {groupOf, viewOf} from './view';

export function Claims({tree}: {tree: Tree}) {
    const {model, base, past} = useWatched(useSession(), 'model', 'base', 'past');
    const words = useWords();
    const {t} = words;
    const [only, setOnly] = useState(false);
    const still = useStill();
    const answers = answering(tree), answered = shownModels(tree, model).filter(m => answers.includes(m));
    const [tried, setTried] = useState<string | null>(null);
    /* A claim that is tried may go to another group: the eye goes along. */
    useEffect(() => {
        if (tried !== null)
            document.querySelector(`[data-claim="${CSS.escape(tried)}"]`)?.scrollIntoView({block: 'nearest'});
    }, [tried, tree]);
    useEffect(() => { if (past.length === 0) setTried(null); }, [past.length]);
    const views = tree.claims.map(c => viewOf(tree, model, c));
    const before = (id: string) => {
        const claim = base !== tree ? base?.claims.find(c => c.id === id) : undefined;
        return claim && base ? viewOf(base, model, claim).pooled : null;
    };
    const varied = !still && base !== null && base !== tree;
    const shown = only && varied ? views.filter(v => { const was = before(v.claim.id); return was !== null && v.pooled !== null && words.odds(was) !== words.odds(v.pooled); }) : views;
    const groups = (['likely', 'depends', 'unlikely', 'unknown'] as const).map(group => ({
        group, rows: shown.filter(v => groupOf(v) === group).sort((a, b) => (b.pooled ?? 0) - (a.pooled ?? 0)),
    }));
    return (
        <section class="view claims" aria-labelledby="claims-title">
            <header>
                <h2 id="claims-title">{t('claims.title')}</h2>
                <p class="soft note">{t('claims.note')}</p>
                {varied && <div class="sorting"><OnlyChanged on={only} onTurn={setOnly} /></div>}
            </header>
            {!shown.length && views.length > 0 && <p class="empty">{t('changed.nothing')}</p>}
            {still ? <><ClaimsSheet tree={tree} model={model} groups={groups} /><TurnsSheet tree={tree} model={model} views={groups.flatMap(g => g.rows)} /></> : groups.map(({group, rows}) => rows.length > 0 && (
                <div class={`group ${group}`} key={group}>
                    <h3>{t(`claims.holds.${group}` satisfies Key)} <span class="soft">{rows.length}</span></h3>
                    <ol>{rows.map(v => <ClaimRow key={v.claim.id} tree={tree} view={v} before={before(v.claim.id)} model={model} tried={tried === v.claim.id} onTried={() => setTried(v.claim.id)} />)}</ol>
                </div>
            ))}
            {!still && answered.length > 1 && <More title={t('claims.byModel')}><OddsTable claims={tree.claims} models={answered} /></More>}
        </section>
    );
}
