// SPDX-License-Identifier: Apache-2.0
// One actor's gain over the dates, against the status quo of each day: filled above nothing, hollow below.
import type {ScaleLinear} from 'd3-scale';
import {Asks} from '../evidence/Asks';
import {signOf} from '../shell/shown';
import {useWords} from '../words/context';
import type {Frame} from './frame';
import {datedRead} from './dated';
import {Plot} from './Plot';
import {bandPath, stepPath, stepsOf, type Step} from './steps';
import type {Stop} from './stops';
import type {TimelineTree, TimeState} from './tree';

interface Props {
    tree: TimelineTree;
    drawn: TimelineTree | null;
    actor: {id: string; name: string};
    model: string | null;
    frame: Frame;
    y: ScaleLinear<number, number>;
    height: number;
    stops: readonly Stop[];
    state: TimeState | null;
    varied: boolean;
    onDay: (date: string) => void;
}

export function gainIn(state: TimeState | null | undefined, model: string | null, actor: string): number | null {
    return (model === null ? state?.gains[actor]?.middle : state?.models[model]?.gains[actor]) ?? null;
}

export function GainChart({tree, drawn, actor, model, frame, y, height, stops, state, varied, onDay}: Props) {
    const words = useWords();
    const steps = stepsOf(frame, tree.states);
    const value = (s: Step) => gainIn(s.state, model, actor.id);
    const interval = (s: Step) => model === null ? s.state.gains[actor.id] && {q10: s.state.gains[actor.id]?.low ?? null, q90: s.state.gains[actor.id]?.high ?? null}
        : drawn?.states[s.index]?.models[model]?.draws?.gains[actor.id];
    const now = gainIn(state, model, actor.id), range = state?.gains[actor.id];
    const reading = words.points(now), said = range ? words.t('evidence.range', {low: words.points(range.low), high: words.points(range.high)}) : '';
    const dated = datedRead(words.t('asked.gain', {name: actor.name}), reading, model === null ? said : '', state, words);
    const up = (s: Step) => Math.max(0, value(s) ?? 0), down = (s: Step) => Math.min(0, value(s) ?? 0);
    return (
        <article class={`gain-over ${signOf(now)}`} data-actor={actor.id}>
            <Plot
                {...{frame, height, stops, state, varied, onDay}} label={`${actor.name}: ${reading}`}
                beside={(
                    <p class={`who num${frame.roomy ? '' : ' inside'}`} style={frame.roomy ? {left: `${frame.width - frame.right + 12}px`, width: `${frame.right - 12}px`} : {}}>
                        <Asks of={dated} text={reading}><strong>{reading}</strong></Asks> <span class="name">{actor.name}</span>
                        {model === null && said && <span class="soft"> <Asks of={dated} text={said} /></span>}
                    </p>
                )}
            >
                <path class="fill gain" d={bandPath(steps, () => 0, up, y)} />
                <path class="fill loss" d={bandPath(steps, () => 0, down, y)} />
                <path class="whisker" d={bandPath(steps, s => interval(s)?.q10, s => interval(s)?.q90, y)} />
                <line class="zero" x1={frame.left} x2={frame.width - frame.right} y1={y(0)} y2={y(0)} />
                <path class="edge" d={stepPath(steps, value, y)} />
            </Plot>
        </article>
    );
}
