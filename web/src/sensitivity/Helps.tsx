// SPDX-License-Identifier: Apache-2.0
// What could be done: each input moved alone to where it helps most, the actor's own and others' apart.
import {scaleLinear} from 'd3-scale';
import {useState} from 'preact/hooks';
import type {Tree} from '../engine/tree';
import {Inquiring} from '../shell/Inquiring';
import {useInquiry} from '../shell/useInquiry';
import {useStill} from '../shell/still';
import {useWords} from '../words/context';
import type {Lever, Levers} from './answer';
import {LeverRow} from './LeverRow';
import {gainOfActor, readQuestion} from './question';
import {helping} from './rows';
import {unitOf} from './unit';

const FEW = 6;
/* It takes no draws; asked with one it waits until the run is done with its own. */
const PATIENT = [1];

export function Helps({tree, who, of}: {tree: Tree; who: string; of: string}) {
    const {t} = useWords();
    const asked = useInquiry<Levers>({kind: 'levers', for: who, ...(of === gainOfActor(who) ? {} : {of})}, PATIENT);
    const kind = readQuestion(of)?.kind ?? 'gain';
    const name = tree.actors.find(a => a.id === who)?.name ?? who;
    return (
        <div class={`part${asked.current ? '' : ' stale'}`} data-part="levers" data-current={asked.current}>
            <h3>{t(`moves.levers.${kind}`, {name})}</h3>
            <Inquiring asked={asked} says={t('moves.levers.asking')} />
            {asked.answer && <HelpsChart tree={tree} answer={asked.answer} name={name} />}
        </div>
    );
}

export function HelpsChart({tree, answer, name}: {tree: Tree; answer: Levers; name: string}) {
    const words = useWords();
    const few = useStill() ? Infinity : FEW;
    const {t} = words;
    const {own, others, nobodys} = helping(answer), unit = unitOf({...answer.question, of: answer.question.of || 'gain'}, words);
    if (!own.length && !others.length && !nobodys.length)
        return <p class="soft">{t('moves.levers.none')}</p>;
    const ends = [...own.slice(0, few), ...others.slice(0, few), ...nobodys.slice(0, few)].flatMap(l => [l.change.low ?? 0, l.change.high ?? 0]);
    const x = scaleLinear().domain([Math.min(0, ...ends), Math.max(0, ...ends)]).range([3, 97]);
    return (
        <>
            <p class="soft lead-in">{t('moves.levers.note')}</p>
            {own.length > 0 && <Group title={t('moves.levers.own', {name})} levers={own} {...{tree, x, unit}} />}
            {others.length > 0 && <Group title={t('moves.levers.others')} levers={others} {...{tree, x, unit}} />}
            {nobodys.length > 0 && <Group title={t('moves.levers.nobody')} levers={nobodys} {...{tree, x, unit}} />}
            <ul class="key">
                <li><svg width="14" height="14" class="up"><circle cx="7" cy="7" r="5.5" class="k-more" /></svg>{t('moves.levers.key.mean')}</li>
                <li><svg width="24" height="14"><path d="M1 7h22" class="k-whisker" /></svg>{t('gains.key.range')}</li>
            </ul>
        </>
    );
}

type Shared = Pick<Parameters<typeof LeverRow>[0], 'tree' | 'x' | 'unit'>;

function Group({title, levers, tree, x, unit}: {title: string; levers: Lever[]} & Shared) {
    const {t} = useWords();
    const still = useStill();
    const [open, setAll] = useState(false);
    const all = open || still;
    const shown = all ? levers : levers.slice(0, FEW);
    return (
        <>
            <h4>{title}</h4>
            <ol class="factors helps">
                <li class="axis" aria-hidden="true"><span class="track">{x.ticks(4).map(v => <span key={v} class={v === 0 ? 'zero' : ''} style={{left: `${x(v)}%`}}>{unit.say(v)}</span>)}</span></li>
                {shown.map(l => <LeverRow key={l.input} lever={l} tree={tree} x={x} unit={unit} />)}
            </ol>
            {!still && levers.length > FEW && <p class="soft rest"><button type="button" class="link" onClick={() => setAll(!all)}>{all ? t('gains.fewer') : t('moves.more', {n: levers.length - FEW})}</button></p>}
        </>
    );
}
