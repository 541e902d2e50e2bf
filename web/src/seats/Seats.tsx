// SPDX-License-Identifier: Apache-2.0
// What each chair is worth to whom: a matrix whose cells explain themselves, and the best tables.
import {useRef, useState} from 'preact/hooks';
import type {Tree} from '../engine/tree';
import type {Spread} from '../engine/spread';
import {titleOf} from '../evidence/told';
import {useSession, useWatched} from '../shell/context';
import {answering, sameAsSeat, shownModels, signOf} from '../shell/shown';
import {useStill} from '../shell/still';
import {useWords} from '../words/context';
import {BestTables} from './BestTables';
import {seatGain, standing} from './cells';
import {InFull} from './InFull';
import './seats.css';

export function Seats({tree}: {tree: Tree}) {
    const session = useSession();
    const {model, stage} = useWatched(session, 'model', 'stage');
    const words = useWords();
    const {t} = words;
    const [at, setAt] = useState<[string, string] | null>(null);
    const grid = useRef<HTMLTableElement>(null);
    const still = useStill();
    const answers = answering(tree), models = shownModels(tree, model).filter(m => answers.includes(m));
    const who = tree.table.candidates;
    const name = (id: string) => tree.actors.find(a => a.id === id)?.name ?? id;
    const others = tree.actors.filter(a => ['out', 'delegate'].includes(a.role) && !sameAsSeat(tree, a.id) && !who.includes(a.id) && seatGain(tree, models, who[0] ?? '', a.id)).map(a => a.id);
    const cell = (a: string, b: string) => seatGain(tree, models, a, b);
    const range = (s: Spread) => s.n > 1 && words.points(s.low) !== words.points(s.high) ? t('seats.range', {low: words.points(s.low), high: words.points(s.high)}) : '';
    const points = (x: number) => words.tn('unit.points', Math.round(Math.abs(x)), {x: words.points(x)});
    const own = (a: string, s: Spread) => {
        const stands = standing(tree, models, a) ?? 0, sits = tree.table.seats.includes(a);
        const says = t(sits ? 'seats.selfIn' : 'seats.selfOut', {a: name(a), x: points(s.middle), range: range(s)});
        const all = words.points(stands) === words.points(s.middle) && words.points(s.low) === words.points(s.high);
        return stands === 0 ? says : `${says}${words.lang === 'en' ? ' ' : ''}${all ? t('seats.onlyStanding') : t('seats.ofStanding', {s: points(stands)})}`;
    };
    const sentence = (a: string, b: string) => {
        const s = cell(a, b);
        return !s ? '–' : a === b ? own(a, s) : t('seats.cell', {a: name(a), b: name(b), x: points(s.middle), range: range(s)});
    };
    const go = (e: KeyboardEvent, r: number, c: number) => {
        const [dr, dc] = {ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1]}[e.key] ?? [0, 0];
        const target = grid.current?.querySelector<HTMLElement>(`[data-cell="${r + (dr ?? 0)}-${c + (dc ?? 0)}"]`);
        if (target && (dr || dc)) {
            e.preventDefault();
            target.focus();
        }
    };
    const columns = [...who, ...others];
    const ready = tree.seats !== null && models.some(m => tree.seats?.[m.id]);
    return (
        <section class="view seats" aria-labelledby="seats-title">
            <header><h2 id="seats-title">{t('seats.title')}</h2><p class="soft note">{t('seats.note')}</p></header>
            {!ready && <p class="empty soft">{t(stage && !stage.last ? 'seats.coming' : 'seats.none')}</p>}
            {ready && still && <BestTables tree={tree} models={models} />}
            {ready && !still && (
                <>
                    <p class="explain" role="status">{at ? sentence(...at) : <span class="soft">{t('seats.hover')}</span>}</p>
                    <div class="scroll" tabIndex={0} role="region" aria-label={t('seats.title')}>
                        <table class="num grid" ref={grid} onMouseLeave={() => setAt(null)}>
                            <thead>
                                <tr><th scope="col" class="corner"><span>{t('seats.sits')}</span></th>{columns.map(b => <th scope="col" key={b} class={who.includes(b) ? '' : 'other'}><span>{name(b)}</span></th>)}</tr>
                            </thead>
                            <tbody>
                                {who.map((a, r) => (
                                    <tr key={a}>
                                        <th scope="row">{name(a)}{tree.table.seats.includes(a) && <small class="soft"> {t('role.seat')}</small>}</th>
                                        {columns.map((b, c) => {
                                            const s = cell(a, b);
                                            return (
                                                <td key={b} class={`${signOf(s?.middle)} strength-${strength(s)}${a === b ? ' self' : ''}`}>
                                                    <button
                                                        type="button" data-cell={`${r}-${c}`} tabIndex={r === 0 && c === 0 ? 0 : -1} aria-label={sentence(a, b)}
                                                        onMouseEnter={() => setAt([a, b])} onFocus={() => setAt([a, b])} onClick={() => { setAt([a, b]); if (s) session.set({drawer: {what: titleOf({kind: 'seat', sits: a, feels: b}, tree, words), paths: [], asked: {kind: 'seat', sits: a, feels: b}}}); }} onKeyDown={e => go(e, r, c)}
                                                    >{words.points(s?.middle)}</button>
                                                </td>
                                            );
                                        })}
                                    </tr>
                                ))}
                            </tbody>
                        </table>
                    </div>
                    <BestTables tree={tree} models={models} />
                </>
            )}
            {ready && <InFull tree={tree} models={models} columns={columns} />}
        </section>
    );
}

function strength(s: Spread | null): number {
    const x = Math.abs(s?.middle ?? 0);
    return x > 10 ? 3 : x > 3 ? 2 : x > 0.5 ? 1 : 0;
}
