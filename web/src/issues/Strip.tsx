// SPDX-License-Identifier: Apache-2.0
// One issue: where the models end it, who wants what on the scale, and what the scale means.
import {useState} from 'preact/hooks';
import type {Issue, Model, Tree} from '../engine/tree';
import {spread} from '../engine/spread';
import {Asks} from '../evidence/Asks';
import {outcomeOfIssue} from '../sensitivity/question';
import {rangeOf} from '../shell/range';
import {useSession} from '../shell/context';
import {More} from '../shell/More';
import {Say} from '../glossary/Say';
import {useStill} from '../shell/still';
import {useWidth} from '../table/useWidth';
import {useWords} from '../words/context';
import {ActorRow} from './ActorRow';
import {BeforeRow} from './BeforeRow';
import {changesOf} from './before';
import {Anchors} from './Anchors';
import {ModelsRow} from './ModelsRow';
import {ForecastRow} from './ForecastRow';
import {Outcomes} from './Outcomes';
import {limitsPassed} from './outcomes';

export function Strip({tree, issue, models, before, all}: {tree: Tree; issue: Issue; models: Model[]; /** The file's, where the page is not as the file. */ before: Model[] | null; all: boolean}) {
    const session = useSession();
    const words = useWords();
    const still = useStill();
    const {t} = words;
    const {ref, width} = useWidth<HTMLDivElement>(600);
    const [more, setMore] = useState(false);
    const name = (id: string) => tree.actors.find(a => a.id === id)?.name ?? id;
    const span = Math.abs(issue.scale[1] - issue.scale[0]);
    const seats = new Set([...tree.table.seats, ...tree.table.observers.map(o => o.actor), ...tree.table.ratifiers.map(r => r.actor)]);
    const delegates = new Set(Object.values(tree.table.delegations).flat());
    const stances = issue.stances.filter(s => !delegates.has(s.actor));
    const close = stances.filter(s => seats.has(s.actor)), others = stances.filter(s => !seats.has(s.actor));
    const settled = models.filter(m => m.outcome[issue.id]?.settled);
    const ends = spread(settled.map(m => m.outcome[issue.id]?.point));
    const where = ends ? rangeOf(words.value(ends.low, span), words.value(ends.high, span)) : '';
    const odds = spread(models.map(m => m.outcome[issue.id]?.draws?.settled));
    const passed = limitsPassed(issue, models);
    const verdict = settled.length === models.length ? t(models.length === 1 ? 'issues.settlesOne' : 'issues.settlesAll', {total: models.length, where})
        : settled.length ? t('issues.settles', {n: settled.length, total: models.length, where})
            : t(models.length === 1 ? 'issues.open' : 'issues.openAll', {total: models.length});
    const mute = models.filter(m => m.outcome[issue.id]?.point == null).length;
    const was = before ? changesOf(issue, before, models, words) : '';
    const near = 26 / Math.max(120, width < 544 ? width - 190 : width - 270);
    const limits = passed.length && settled.length < models.length
        ? t('issues.limit', {who: words.list(passed.map(([a, n]) => models.length === 1 ? name(a) : t('issues.past', {name: name(a), n})))}) : '';
    const shown = more || all ? [...close, ...others] : close;
    const lo = issue.scale[0];
    return (
        <article class={`strip ${settled.length === models.length ? 'done' : settled.length ? 'some' : 'none'}`} data-issue={issue.id}>
            <header>
                <h3>{issue.title}</h3>
                <p><strong><Asks of={{kind: 'outcome', issue: issue.id}} text={verdict} /></strong>{limits && <span class="soft"> · <Say text={limits} /></span>}{mute > 0 && <span class="soft"> · {t('issues.noAnswerN', {n: mute})}</span>}{odds && <span class="soft"> · <Asks of={{kind: 'outcome', issue: issue.id}} text={t('issues.settledDraws', {odds: rangeOf(words.odds(odds.low), words.odds(odds.high))})} /></span>}</p>
                {was && <p class="changed">{was}</p>}
            </header>
            <div class="scale" ref={ref}><div class="lanes">
                {issue.status_quo != null && (
                    <div class="quo" aria-hidden="true"><span style={{left: `${((issue.status_quo - lo) / (issue.scale[1] - lo)) * 100}%`}}><em>{t('issues.quo')}</em></span></div>
                )}
                <ModelsRow issue={issue} models={models} near={near} />
                {before && <BeforeRow issue={issue} before={before} models={models} near={near} />}
                <ForecastRow issue={issue} forecast={tree.forecast} />
                {shown.map(s => <ActorRow key={s.actor} tree={tree} issue={issue} stance={s} seated={tree.table.seats.includes(s.actor)} name={name(s.actor)} />)}
            </div>
                <Anchors issue={issue} />
            </div>
            {!still && <p class="links">
                {others.length > 0 && !all && (
                    <button type="button" class="link" aria-expanded={more} onClick={() => setMore(!more)}>{more ? t('issues.hideOthers') : words.tn('issues.others', others.length)}</button>
                )}
                <button type="button" class="link" onClick={() => session.set({tab: 'moves', question: outcomeOfIssue(issue.id)})}>{t('moves.ask')}</button>
            </p>}
            {models.length > 1 && <More title={t('issues.byModel')} level={4}><Outcomes issue={issue} models={models} /></More>}
        </article>
    );
}
