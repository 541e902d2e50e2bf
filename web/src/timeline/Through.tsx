// SPDX-License-Identifier: Apache-2.0
// A timeline drawn: the dates above, an issue a chart, an actor a chart, and what happened in words.
import {scaleLinear} from 'd3-scale';
import {useState} from 'preact/hooks';
import type {Tree} from '../engine/tree';
import {sameAsSeat} from '../shell/shown';
import {useStill} from '../shell/still';
import {usePrinting} from '../shell/usePrinting';
import {useWidth} from '../table/useWidth';
import {useWords} from '../words/context';
import {modelLabel} from '../words/models';
import {DateBar} from './DateBar';
import {frameOf} from './frame';
import {GainChart, gainIn} from './GainChart';
import {Happened} from './Happened';
import {IssueChart, readingOf} from './IssueChart';
import {crowdedFrom, moves, stateOn, stopAt, stopsOf, titleOf} from './stops';
import {TimelineKey} from './TimelineKey';
import type {TimelineTree} from './tree';

const GAIN_HEIGHT = 50;

interface Props {
    tree: Tree;
    time: TimelineTree;
    /** The one model with draws; null: none, or not yet. */
    drawn: TimelineTree | null;
    model: string | null;
    /** Another day than the file's; null: that one. */
    looked: string | null;
    onDay: (date: string | null) => void;
}

/* A sheet of A4 between its margins, in CSS pixels: it is not measured before it is printed. */
const SHEET = 690;

/* The charts are drawn in pixels for type of 16 px and grow with it: in very wide windows type is larger. */
function scaleOfType(): number {
    return CSS.supports('zoom', '2') ? Math.max(1, parseFloat(getComputedStyle(document.documentElement).fontSize) / 16) : 1;
}

export function Through({tree, time, drawn, model, looked, onDay}: Props) {
    const words = useWords();
    const {t} = words;
    const still = useStill();
    const {ref, width: measured} = useWidth<HTMLDivElement>(640);
    const printing = usePrinting(), scale = printing ? 1 : scaleOfType();
    const width = printing ? SHEET : Math.round(measured / scale);
    const [near, setNear] = useState(!still);
    const [more, setMore] = useState(false);
    const stops = stopsOf(time), crowded = crowdedFrom(stops);
    const day = looked ?? time.day;
    const at = stopAt(stops, day), stop = stops[at];
    const since = near && crowded !== null && stop !== undefined && stop.date >= crowded ? crowded : null;
    const frame = frameOf(width, stops, since);
    const state = stateOn(time, day), home = stateOn(time, time.day);
    const varied = looked !== null;
    const choose = (date: string) => onDay(date === time.day ? null : date);
    const step = (by: number) => { const s = stops[at + by]; if (s) choose(s.date); };
    const felt = tree.actors
        .filter(a => !sameAsSeat(tree, a.id) && time.states.some(s => s.gains[a.id]?.low || s.gains[a.id]?.high))
        .sort((a, b) => (gainIn(home, model, b.id) ?? 0) - (gainIn(home, model, a.id) ?? 0));
    const inRoom = new Set([...tree.table.candidates, ...tree.table.seats]);
    const shown = more || still ? felt : felt.filter(a => inRoom.has(a.id));
    const ends = shown.flatMap(a => time.states.flatMap(s => (model === null ? [s.gains[a.id]?.low, s.gains[a.id]?.high] : [gainIn(s, model, a.id)]))).filter(x => x != null);
    const y = scaleLinear().domain([Math.min(-10, ...ends), Math.max(10, ...ends)]).range([GAIN_HEIGHT - 3, 3]);
    const shared = {frame, stops, state, varied, onDay: choose, model, drawn};
    const moving = time.issues.filter(i => moves(time, i.id, model)), unmoved = time.issues.filter(i => !moving.includes(i));
    const one = tree.models.find(m => m.id === model);
    if (stops.length < 2 || !stop)
        return <p class="empty" ref={ref}>{t('timeline.none')}</p>;
    return (
        <div ref={ref} style={{'--scale': `${scale}`}}>
            {time.states.length < 2 && <p class="empty">{t('timeline.still')}</p>}
            <div class="date-bar">
                <div class="now">
                    <strong class={varied ? 'marked' : ''}>{words.date(day)}</strong>
                    <div class="buttons">
                        <button type="button" class="button small" disabled={at === 0} aria-label={t('timeline.earlier')} onClick={() => step(-1)}>←</button>
                        <button type="button" class="button small" disabled={at === stops.length - 1} aria-label={t('timeline.later')} onClick={() => step(1)}>→</button>
                        {crowded !== null && (
                            <button type="button" class="button small" aria-pressed={since !== null} onClick={() => { if (since === null && stop.date < crowded) choose(crowded); setNear(since === null); }}>
                                {t('timeline.since', {date: words.monthOf(crowded)})}
                            </button>
                        )}
                        {varied && <button type="button" class="button small" onClick={() => onDay(null)}>{t('timeline.back')}</button>}
                    </div>
                    <p class="title">{titleOf(stop, stops, time.day, t)}</p>
                </div>
                <DateBar frame={frame} stops={stops} levers={time.levers} at={at} varied={varied} onDay={choose} titleOf={s => titleOf(s, stops, time.day, t)} />
            </div>
            {time.states.length > 1 && (
                <>
                    <TimelineKey one={one ? modelLabel(one, words.lang) : null} drawn={drawn !== null} />
                    <h3>{t('timeline.issues')}</h3>
                    {moving.map(i => <IssueChart key={i.id} tree={time} issue={i} {...shared} />)}
                    {unmoved.length > 0 && (
                        <div class="unmoved">
                            <p class="soft">{t('timeline.unmoved')}</p>
                            <ul>{unmoved.map(i => <li key={i.id} data-issue={i.id}><h4>{i.title}</h4> <span class="num reading">{readingOf(i, model, state, words)}</span></li>)}</ul>
                        </div>
                    )}
                    <h3>{t('timeline.gains')} <span class="soft">{t('timeline.gainsNote')}</span></h3>
                    {shown.map(a => <GainChart key={a.id} tree={time} actor={a} y={y} height={GAIN_HEIGHT} {...shared} />)}
                    {!still && felt.some(a => !inRoom.has(a.id)) && <button type="button" class="link" aria-expanded={more} onClick={() => setMore(!more)}>{more ? t('gains.fewer') : t('gains.more', {n: felt.length})}</button>}
                </>
            )}
            <h3>{t('timeline.happened')}</h3>
            <Happened tree={tree} stops={stops} at={at} varied={varied} onDay={choose} />
        </div>
    );
}
