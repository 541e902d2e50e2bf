// SPDX-License-Identifier: Apache-2.0
// The answer in two sentences, above everything: is there a deal, and what of it; whose yes it needs, and who blocks.
import {memo} from './memo';
import type {Model, Tree} from '../engine/tree';
import {spread} from '../engine/spread';
import {Asks} from '../evidence/Asks';
import {Say} from '../glossary/Say';
import {blockerName} from '../words/blocker';
import type {Words} from '../words/catalogue';
import {useWords} from '../words/context';
import {rangeOf} from './range';
import {gainOf, shownModels} from './shown';

/* So few issues are named. */
const FEW = 2;

/** Those whose yes is needed, who give it and lose by the models' middle all the same: how much worse off no deal would leave them. */
export function yesThoughLosing(tree: Tree, models: readonly Model[], model: string | null): {name: string; x: number}[] {
    return tree.table.ratifiers.flatMap(({actor}) => {
        const gain = gainOf(tree, model, actor), saved = spread(models.map(m => m.gains[actor]?.no_deal)), name = tree.actors.find(a => a.id === actor)?.name;
        return name && gain && saved && Math.round(gain.middle) < 0 && saved.middle >= 1 && !models.some(m => m.agreement.blocked_by.includes(actor)) ? [{name, x: saved.middle}] : [];
    });
}

function issuesSay(tree: Tree, models: readonly Model[], words: Words): string {
    const under = tree.issues.map(i => ({issue: i, n: models.filter(m => m.outcome[i.id]?.settled).length}));
    const always = under.filter(u => u.n === models.length && u.n > 0), never = under.filter(u => u.n === 0), some = under.length - always.length - never.length;
    const named = (what: string) => always.length > 0 && always.length <= FEW && always.length < under.length
        ? words.t('answer.which', {what, who: words.list(always.map(u => u.issue.title))}) : what;
    const one = models.length === 1;
    const parts = [
        always.length ? named(words.tn(one ? 'answer.settle' : 'answer.every', always.length)) : '',
        some ? words.tn('answer.someModels', some) : '',
        never.length ? words.tn(one ? 'answer.open' : 'answer.never', never.length) : '',
    ].filter(Boolean);
    return words.tn('answer.issuesOf', under.length, {list: words.lang === 'en' ? words.list(parts) : parts.join('，')});
}

export const Answer = memo(function Answer({tree, model}: {tree: Tree; model: string | null}) {
    const words = useWords();
    const models = shownModels(tree, model);
    const defined = models.filter(m => m.status !== 'undefined' && m.agreement.reached !== null);
    const agreed = defined.filter(m => m.agreement.reached);
    const all = models.length === 1 ? words.t('answer.this') : words.t('answer.all', {n: defined.length});
    /* Full where every model that agrees settles every issue. */
    const kind = words.t(agreed.every(m => tree.issues.every(i => m.outcome[i.id]?.settled)) ? 'answer.deal.full' : 'answer.deal.partial');
    const deal = !tree.table.seats.length ? words.t('room.nobody')
        : agreed.length === defined.length ? words.t('answer.agree.all', {all, deal: kind})
            : agreed.length ? words.t('answer.agree.some', {n: agreed.length, total: defined.length, deal: kind})
                : words.t('answer.agree.none', {all});
    const odds = spread(defined.map(m => m.agreement.probability));
    const blockers = new Map<string, number>();
    for (const m of models)
        for (const b of m.agreement.blocked_by)
            blockers.set(b, (blockers.get(b) ?? 0) + 1);
    const name = (id: string) => blockerName(tree, id, words);
    return (
        <div class="answer" id="answer">
            <p class="deal">
                <strong><Say text={deal} /></strong>{odds && <span class="soft">{' '}(<Asks of={{kind: 'deal'}} text={words.t('answer.chance', {odds: rangeOf(words.odds(odds.low), words.odds(odds.high))})} />{tree.draws_done > 0 && <>{words.lang === 'en' ? ', ' : '，'}<Say text={words.t('answer.draws', {n: words.count(tree.draws_done)})} /></>})</span>}
                {words.lang === 'en' ? '. ' : '。'}
                <Say text={issuesSay(tree, defined, words)} />
            </p>
            {blockers.size > 0 && (
                <p class="blocked">
                    {[...blockers].map(([who, n]) => n === models.length ? words.t('answer.blocked', {who: name(who)})
                        : words.t('answer.blocked.some', {who: name(who), n, total: models.length})).join(' · ')}
                </p>
            )}
            {yesThoughLosing(tree, defined, model).map(y => <p class="yes soft" key={y.name}><Say text={words.t('answer.yes', {name: y.name, x: words.count(Math.round(y.x))})} /></p>)}
        </div>
    );
});
