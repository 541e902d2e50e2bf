// SPDX-License-Identifier: Apache-2.0
// One issue over the dates: the models' range as a band, their middle where most of them settle, the status quo throughout.
import {scaleLinear} from 'd3-scale';
import type {Issue} from '../engine/tree';
import {Asks} from '../evidence/Asks';
import {rangeOf} from '../shell/range';
import type {Words} from '../words/catalogue';
import {useWords} from '../words/context';
import {datedRead} from './dated';
import {linesOf, type Frame} from './frame';
import {Plot} from './Plot';
import {bandPath, stepPath, stepsOf, type Step} from './steps';
import {answersOf, quoOver, type Stop} from './stops';
import type {TimelineTree, TimeState} from './tree';

interface Props {
    tree: TimelineTree;
    /** With draws of the one model picked; null: none. */
    drawn: TimelineTree | null;
    issue: Pick<Issue, 'id' | 'title' | 'scale' | 'anchors'>;
    model: string | null;
    frame: Frame;
    stops: readonly Stop[];
    state: TimeState | null;
    varied: boolean;
    onDay: (date: string) => void;
}

const TEXT = 11, LINE = 13;

export function IssueChart({tree, drawn, issue, model, frame, stops, state, varied, onDay}: Props) {
    const words = useWords();
    const [lo, hi] = issue.scale, span = Math.abs(hi - lo);
    const anchors = [...issue.anchors].sort((a, b) => (hi > lo ? b[0] - a[0] : a[0] - b[0]));
    const room = frame.right - 14;
    const tall = frame.roomy ? anchors.map(([, text]) => linesOf(text, room, TEXT) * LINE + 3) : [];
    const steps = stepsOf(frame, tree.states);
    const quo = quoOver(tree, issue.id);
    const of = (s: Step) => s.state.outcome[issue.id];
    const settles = (s: TimeState) => model === null
        ? (s.outcome[issue.id]?.settled ?? 0) * 2 > answersOf(s) : s.models[model]?.outcome[issue.id]?.settled === true;
    const value = (s: TimeState) => (model === null ? s.outcome[issue.id]?.middle : s.models[model]?.outcome[issue.id]?.point) ?? null;
    const interval = (s: Step) => model === null ? undefined : drawn?.states[s.index]?.models[model]?.draws?.outcome[issue.id];
    const say = (v: number | null | undefined) => words.value(v, span);
    /* What settles on no day has no line of its own to be followed: a lower chart, and an outline where its proposals lie. */
    const ever = steps.some(s => settles(s.state));
    const height = Math.max((ever ? 124 : 68) + (frame.roomy ? 0 : 8), tall.reduce((a, b) => a + b, 0));
    const y = scaleLinear().domain([lo, hi]).range([height - 8, frame.roomy ? 8 : LINE + 4]);
    const reading = readingOf(issue, model, state, words);
    const tops = stacked(anchors.map(([v], i) => y(v) - (tall[i] ?? 0) / 2), tall, height);
    return (
        <article class={`over${ever ? '' : ' open'}`} data-issue={issue.id}>
            <header><h4>{issue.title}</h4><p class={`num reading${state && settles(state) ? ' settled' : ''}`}>{reading && <Asks of={datedRead(words.t('asked.outcome', {issue: issue.title}), reading, '', state, words)} text={reading} />}</p></header>
            <Plot
                {...{frame, height, stops, state, varied, onDay}} label={`${issue.title}: ${reading}`}
                beside={anchors.map(([v, text], i) => (
                    <span key={v} class={`anchor${frame.roomy ? '' : ' inside'}`} style={frame.roomy
                        ? {left: `${frame.width - frame.right + 12}px`, width: `${room}px`, top: `${tops[i] ?? 0}px`}
                        : {left: `${frame.left + 2}px`, top: `${y(v) - LINE - 2}px`, right: '8px'}}>{text}</span>
                ))}
            >
                {anchors.map(([v]) => (
                    <g key={v} class="rung">
                        <line x1={frame.left} x2={frame.width - frame.right + (frame.roomy ? 6 : 0)} y1={y(v)} y2={y(v)} />
                        <text x={frame.left - 6} y={y(v)}>{say(v)}</text>
                    </g>
                ))}
                <path class="range" d={bandPath(steps, s => of(s)?.low, s => of(s)?.high, y)} />
                {model !== null && drawn && <path class="interval" d={bandPath(steps, s => interval(s)?.q10, s => interval(s)?.q90, y)} />}
                <path class="quo" d={stepPath(steps, s => quo[s.index], y)} />
                <path class="middle" d={stepPath(steps, s => (settles(s.state) ? value(s.state) : null), y)} />
                {steps.filter((s, i) => settles(s.state) && (i === 0 || !settles(steps[i - 1]?.state ?? s.state) || s.state === state)).map(s => (
                    <rect key={s.x0} class="settled-at" x={s.x0 - 3.5} y={y(value(s.state) ?? 0) - 3.5} width={7} height={7} rx={1.5} />
                ))}
            </Plot>
        </article>
    );
}

/** Where the models that settle an issue settle it, in order. */
function settledAt(state: TimeState, issue: string): number[] {
    return Object.values(state.models).flatMap(m => {
        const of = m.outcome[issue];
        return of?.settled && of.point !== null ? [of.point] : [];
    }).sort((a, b) => a - b);
}

/** Where an issue stands on the day looked at, in words. */
export function readingOf(issue: Props['issue'], model: string | null, state: TimeState | null, words: Words): string {
    const {t} = words, span = Math.abs(issue.scale[1] - issue.scale[0]);
    const say = (v: number | null | undefined) => words.value(v, span);
    const now = state?.outcome[issue.id], one = model !== null && state ? state.models[model]?.outcome[issue.id] : undefined;
    if (!state || !now)
        return '';
    if (one)
        return one.point === null ? t('model.status.undefined') : one.settled ? t('issues.settlesOne', {where: say(one.point)}) : t('issues.open');
    const total = answersOf(state), at = settledAt(state, issue.id);
    const where = rangeOf(say(at[0]), say(at.at(-1)));
    return now.settled === 0 ? t('issues.openAll', {total}) : t(now.settled === total ? 'issues.settlesAll' : 'issues.settles', {n: now.settled, total, where});
}

/** Tops of boxes of their own heights, each near where it wants to be, none on another. */
export function stacked(wanted: readonly number[], tall: readonly number[], most: number): number[] {
    const tops: number[] = [];
    wanted.forEach((w, i) => tops.push(Math.max(w, i ? (tops[i - 1] ?? 0) + (tall[i - 1] ?? 0) : 0)));
    for (let i = tops.length - 1; i >= 0; i--) {
        const under = i + 1 < tops.length ? tops[i + 1] ?? most : most;
        tops[i] = Math.min(tops[i] ?? 0, under - (tall[i] ?? 0));
    }
    return tops;
}
