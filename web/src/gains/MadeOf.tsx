// SPDX-License-Identifier: Apache-2.0
// What gains are made of, a small chart an actor: what is agreed, standing and face pile up from nought to either side.
import {scaleLinear} from 'd3-scale';
import {Bar, KeyMark, Line, Lines, Mark} from '../chart/Lines';
import type {Scale} from '../chart/scale';
import type {Actor, Gain, Model} from '../engine/tree';
import {signOf} from '../shell/shown';
import {useWords} from '../words/context';
import {modelLabel} from '../words/models';

const KINDS = ['outcome', 'standing', 'face'] as const;

/** From where to where each part reaches: those above nought on one side, those below on the other. */
export function piled(g: Pick<Gain, 'outcome' | 'standing' | 'face'>): {kind: (typeof KINDS)[number]; from: number; to: number}[] {
    let up = 0, down = 0;
    return KINDS.flatMap(kind => {
        const x = kind === 'face' ? -(g.face ?? 0) : g[kind] ?? 0;
        if (x === 0)
            return [];
        const from = x > 0 ? up : down;
        if (x > 0)
            up += x;
        else
            down += x;
        return [{kind, from, to: from + x}];
    });
}

/** Standing or face beside what is agreed; without them a chart would repeat the table. */
export function hasParts(actor: Actor, models: readonly Model[]): boolean {
    return models.some(m => m.gains[actor.id]?.standing || m.gains[actor.id]?.face);
}

export function MadeOf({actors, models}: {actors: Actor[]; models: Model[]}) {
    const {t} = useWords();
    const shown = actors.filter(a => hasParts(a, models));
    const gains = shown.flatMap(a => models.flatMap(m => m.gains[a.id] ?? []));
    const ends = gains.flatMap(g => [...piled(g).flatMap(p => [p.from, p.to]), g.draws?.q10 ?? 0, g.draws?.q90 ?? 0]);
    const scale = scaleLinear().domain([Math.min(0, ...ends), Math.max(10, ...ends)]).range([0, 100]).nice(4);
    return (
        <>
            <p class="soft note">{t('gains.madeOfSays')}</p>
            <ul class="key">
                {KINDS.map(k => <li key={k}><KeyMark bars={[k]} />{t(`gains.key.${k}`)}</li>)}
                <li><KeyMark kind="net" bars={['whisker']} />{t('gains.key.sum')}</li>
            </ul>
            <div class="made-of">{shown.map(a => <OneMade key={a.id} actor={a} models={models} x={v => scale(v)} />)}</div>
        </>
    );
}

function OneMade({actor, models, x}: {actor: Actor; models: Model[]; x: Scale}) {
    const words = useWords();
    return (
        <figure>
            <h4>{actor.name} <small class="soft">{words.t(`role.${actor.role}`)}</small></h4>
            <Lines>
                {models.map(m => {
                    const g = m.gains[actor.id], name = modelLabel(m, words.lang);
                    return g && (
                        <Line key={m.id} name={name} value={words.points(g.total)} sign={signOf(g.total)} asked={{kind: 'gain', actor: actor.id, model: m.id}} says={words.t('compare.says', {model: name, x: words.points(g.total)})}>
                            <Mark kind="zero" x={x} at={0} />
                            {piled(g).map(p => <Bar key={p.kind} kind={p.kind} x={x} from={p.from} to={p.to} />)}
                            <Bar kind="whisker" x={x} from={g.draws?.q10} to={g.draws?.q90} />
                            <Mark kind="net" x={x} at={g.total} />
                        </Line>
                    );
                })}
            </Lines>
        </figure>
    );
}
