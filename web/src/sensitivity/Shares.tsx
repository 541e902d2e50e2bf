// SPDX-License-Identifier: Apache-2.0
// Shares of the answer's spread, alone and together with others, with their intervals: by input, by actor, by issue; the model beside.
import {scaleLinear} from 'd3-scale';
import {useState} from 'preact/hooks';
import type {Tree} from '../engine/tree';
import type {Asked} from '../evidence/asked';
import {useStill} from '../shell/still';
import {useWords} from '../words/context';
import type {Sensitivity} from './answer';
import {FactorName} from './FactorName';
import {nameOf} from './names';
import {questionText} from './question';
import {choiceOf, shareRows, type Grouping} from './rows';
import {ShareRow} from './ShareRow';
import {Stands} from './Stands';
import {SupportKey} from './SupportKey';
import {unitOf} from './unit';

const FEW = 10, FEW_ON_PAPER = 24;
/* Below this nobody looks anything up. */
const SMALL = 0.01;
/* An actor's or an issue's inputs are too many to show. */
const MOST_CARDS = 24;

interface Props {
    tree: Tree;
    answer: Sensitivity;
    model: string | null;
    /** One grouping, with none to choose: in a report, below another. */
    only?: Grouping;
}

export function Shares({tree, answer, model, only}: Props) {
    const words = useWords();
    const {t} = words;
    const still = useStill();
    const [chosen, setBy] = useState<Grouping>('input');
    const [all, setAll] = useState(false);
    const by = only ?? chosen, first = by === 'input' || only === undefined;
    const unit = unitOf(answer.question, words);
    const reached = answer.models.find(m => m.id === model) ?? answer.answer;
    const rows = shareRows(answer, model, by), choice = first ? choiceOf(answer, model) : null;
    if (!rows.length)
        return <p class="soft">{reached.status === 'no_variance' ? t('moves.nothing') : t('moves.undefined', {why: reached.why ?? ''})}</p>;
    const shown = all ? rows : rows.filter(r => r.total.value >= SMALL).slice(0, still ? FEW_ON_PAPER : FEW);
    const ends = [...shown, ...(choice ? [choice] : [])].map(r => r.total.high ?? r.total.value);
    const x = scaleLinear().domain([0, Math.min(1, Math.max(0.1, ...ends))]).range([0, 100]).clamp(true).nice(4);
    const question = questionText(answer.question, tree, words);
    const shareOf = (input: string, paths: string[]) => (total: string, alone: string): Asked => ({
        kind: 'read', title: t('asked.share', {question, input}), number: total, says: [t('asked.shareSays', {total, first: alone, rows: answer.rows ?? 0})], paths: paths.length > MOST_CARDS ? [] : paths,
    });
    return (
        <>
            {first && <Stands tree={tree} question={answer.question} says={model === null ? 'moves.spread' : 'moves.spreadOne'} x={unit.say(reached.mean)} sd={unit.far(reached.sd ?? 0, reached.sd ?? 0)} />}
            {only === undefined && <div class="sorting by" role="group" aria-label={t('moves.by')}>
                {(['input', 'actor', 'issue'] as const).map(g => (
                    <button type="button" class="button small" key={g} aria-pressed={by === g} onClick={() => { setBy(g); setAll(false); }}>{t(`moves.by.${g}`)}</button>
                ))}
            </div>}
            <ol class="factors shares">
                <li class="axis" aria-hidden="true">
                    <span class="track">{x.ticks(4).map(v => <span key={v} class={v === 0 ? 'first' : ''} style={{left: `${x(v)}%`}}>{words.odds(v)}</span>)}</span>
                    <span class="value">{t('moves.share')}</span>
                </li>
                {choice && <ShareRow {...choice} asked={shareOf(t('asked.shareModel'), [])} x={x} id="model" name={<span class="what"><i class="model" /><span class="name">{t('moves.model')}</span></span>} />}
                {shown.map(r => (
                    <ShareRow key={r.factor.id} asked={shareOf(nameOf(r.factor, tree, words), r.factor.inputs)} first={r.first} total={r.total} x={x} id={r.factor.id} name={
                        <FactorName tree={tree} factor={r.factor}>
                            {r.atLow !== null && r.atHigh !== null && <span class="soft ways">{t('moves.ways', {low: unit.say(r.atLow), high: unit.say(r.atHigh)})}</span>}
                        </FactorName>
                    } />
                ))}
            </ol>
            {!still && rows.length > shown.length && <p class="soft rest"><button type="button" class="link" onClick={() => setAll(true)}>{t('moves.more', {n: rows.length - shown.length})}</button></p>}
            <ul class="key">
                <li><svg width="30" height="14"><rect x="0" y="2" width="26" height="4.5" class="k-total" /></svg>{t('moves.key.total')}</li>
                <li><svg width="30" height="14"><rect x="0" y="7.5" width="18" height="4.5" class="k-first" /></svg>{t('moves.key.first')}</li>
                <li><svg width="22" height="14"><path d="M1 7h20M1 4v6M21 4v6" class="k-whisker" /></svg>{t('moves.key.interval')}</li>
                <SupportKey rows={shown.map(r => r.factor)} />
            </ul>
            {first && <p class="soft note">{t('moves.rows', {rows: answer.rows ?? 0, n: answer.solves})}</p>}
        </>
    );
}
