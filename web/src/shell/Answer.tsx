// SPDX-License-Identifier: Apache-2.0
// The answer in two sentences, above everything: is there a deal, and what of it.
import {memo} from './memo';
import type {Tree} from '../engine/tree';
import {spread} from '../engine/spread';
import {useWords} from '../words/context';
import {shownModels} from './shown';

export const Answer = memo(function Answer({tree, model}: {tree: Tree; model: string | null}) {
    const words = useWords();
    const models = shownModels(tree, model);
    const defined = models.filter(m => m.status !== 'undefined' && m.agreement.reached !== null);
    const agreed = defined.filter(m => m.agreement.reached);
    const one = models.length === 1;
    const all = one ? words.t('answer.this') : words.t('answer.all', {n: defined.length});
    const deal = !tree.table.seats.length ? words.t('room.nobody')
        : agreed.length === defined.length ? words.t('answer.agree.all', {all})
            : agreed.length ? words.t('answer.agree.some', {n: agreed.length, total: defined.length})
                : words.t('answer.agree.none', {all});
    const odds = spread(defined.map(m => m.agreement.probability));
    const settled = tree.issues.map(i => defined.filter(m => m.outcome[i.id]?.settled).length);
    const always = settled.filter(n => n === defined.length && n > 0).length, never = settled.filter(n => n === 0).length;
    const blockers = new Map<string, number>();
    for (const m of models)
        for (const b of m.agreement.blocked_by)
            blockers.set(b, (blockers.get(b) ?? 0) + 1);
    const name = (id: string) => tree.actors.find(a => a.id === id)?.name ?? id.replace(/^constraint:/, '');
    return (
        <div class="answer" id="answer">
            <p class="deal">
                <strong>{deal}</strong>{odds && <span class="soft">{' '}({words.t('answer.chance', {odds: rangeOf(words.odds(odds.low), words.odds(odds.high))})})</span>}
                {words.lang === 'en' ? '. ' : '。'}
                {one ? words.t('answer.issues.one', {always, n: settled.length, never})
                    : words.t('answer.issues', {always, n: settled.length, some: settled.length - always - never, never})}
                {words.lang === 'en' ? '.' : '。'}
            </p>
            {blockers.size > 0 && (
                <p class="blocked">
                    {[...blockers].map(([who, n]) => n === models.length ? words.t('answer.blocked', {who: name(who)})
                        : words.t('answer.blocked.some', {who: name(who), n, total: models.length})).join(' · ')}
                </p>
            )}
        </div>
    );
});

export function rangeOf(low: string, high: string): string {
    return low === high ? low : `${low} – ${high}`;
}
