// SPDX-License-Identifier: Apache-2.0
// Where the models part: all of them on the issue of the widest spread, by kind of assumption, and every spread.
import {Bar, Line, Lines, Mark} from '../chart/Lines';
import {scaleOf} from '../chart/scale';
import type {Compare as Compared, Issue, Model, Tree} from '../engine/tree';
import {answering} from '../shell/shown';
import {useWords} from '../words/context';
import {modelLabel} from '../words/models';
import {said} from '../words/said';
import {Spreads} from './Spreads';

export function hasCompare(tree: Tree): boolean {
    return tree.issues.some(i => i.id === tree.compare?.widest);
}

export function Compare({tree}: {tree: Tree}) {
    const {t} = useWords();
    const issue = tree.issues.find(i => i.id === tree.compare?.widest);
    if (!issue || !tree.compare)
        return null;
    return (
        <section class="view compare" aria-labelledby="compare-title">
            <header><h2 id="compare-title">{t('compare.title')}</h2><p class="soft note">{t('compare.note')}</p></header>
            <Apart tree={tree} issue={issue} />
            <Spreads tree={tree} compare={tree.compare satisfies Compared} />
        </section>
    );
}

function Apart({tree, issue}: {tree: Tree; issue: Issue}) {
    const words = useWords();
    const models = answering(tree);
    const kinds = [...new Set(models.map(m => m.assumption ?? ''))];
    const [low, high] = issue.scale, x = scaleOf(low, high);
    const say = (v: number | null | undefined) => words.value(v, Math.abs(high - low));
    const line = (m: Model) => {
        const o = m.outcome[issue.id], name = modelLabel(m, words.lang);
        return (
            <Line key={m.id} name={name} value={say(o?.solution)} says={words.t('compare.says', {model: name, x: say(o?.solution)})}>
                <Mark kind="quo" x={x} at={issue.status_quo} />
                <Bar kind="whisker" x={x} from={o?.solution_draws?.q10} to={o?.solution_draws?.q90} />
                <Mark kind="mid" x={x} at={o?.solution} />
            </Line>
        );
    };
    return (
        <figure>
            <h3>{issue.title}</h3>
            <Lines>
                {kinds.map(kind => [
                    kind && <li key={`kind ${kind}`}><span class="kind">{said(kind, words.lang)}</span></li>,
                    ...models.filter(m => (m.assumption ?? '') === kind).map(line),
                ])}
                <li aria-hidden="true"><span class="ends num">{[low, (low + high) / 2, high].map(v => <span key={v}>{say(v)}</span>)}</span></li>
            </Lines>
        </figure>
    );
}
