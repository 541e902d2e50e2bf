// SPDX-License-Identifier: Apache-2.0
// Who gains and who loses: a row an actor, its models as ticks, their middle as a dot, the file's as a ghost.
import {memo} from '../shell/memo';
import {scaleLinear} from 'd3-scale';
import {useState} from 'preact/hooks';
import {EVEN, type Spread} from '../engine/spread';
import type {Tree} from '../engine/tree';
import {useSession, useWatched} from '../shell/context';
import {More} from '../shell/More';
import {OnlyChanged} from '../shell/OnlyChanged';
import {useStill} from '../shell/still';
import {answering, drawsOf, gainOf, sameAsSeat, shownModels} from '../shell/shown';
import {useWords} from '../words/context';
import {whyInWords} from '../words/why';
import {GainKey} from './GainKey';
import {GainRow} from './GainRow';
import {GainTable} from './GainTable';
import {hasParts, MadeOf} from './MadeOf';
import './gains.css';
import {Parts} from './Parts';

const ROLES = ['seat', 'delegate', 'observer', 'absent', 'out'];

export const Gains = memo(function Gains({tree}: {tree: Tree}) {
    const session = useSession();
    const state = useWatched(session, 'model', 'sort', 'pinned', 'base');
    const words = useWords();
    const still = useStill();
    const [open, setOpen] = useState<string | null>(null);
    const [only, setOnly] = useState(false);
    const {model, sort, pinned, base} = state;
    const models = shownModels(tree, model), answers = answering(tree);
    const rows = tree.actors
        .filter(a => !sameAsSeat(tree, a.id))
        .map(a => ({
            actor: a, gain: gainOf(tree, model, a.id), draws: drawsOf(tree, model, a.id),
            before: base && base !== tree ? gainOf(base, model, a.id) : null, drawsBefore: base ? drawsOf(base, model, a.id) : null,
            values: models.map(m => m.gains[a.id]?.total ?? null),
        }))
        .filter(r => r.gain && hasStake(tree, r.actor.id))
        .sort((a, b) => Number(pinned.includes(b.actor.id)) - Number(pinned.includes(a.actor.id))
            || (sort === 'room' ? ROLES.indexOf(a.actor.role) - ROLES.indexOf(b.actor.role) : 0)
            || (b.gain?.middle ?? 0) - (a.gain?.middle ?? 0));
    const ends = rows.flatMap(r => [r.gain?.low ?? 0, r.gain?.high ?? 0, r.before?.low ?? 0, r.before?.high ?? 0, r.draws?.low ?? 0, r.draws?.high ?? 0, r.drawsBefore?.low ?? 0, r.drawsBefore?.high ?? 0]);
    const x = scaleLinear().domain([Math.min(-10, ...ends), Math.max(10, ...ends)]).range([0, 100]).nice(6);
    const answered = models.filter(m => Object.keys(m.gains).length > 0 && answers.includes(m));
    const actors = rows.map(r => r.actor);
    const varied = !still && base !== null && base !== tree, shown = only && varied ? rows.filter(r => r.before && r.gain && differs(r.before, r.gain)) : rows;
    const why = whyInWords(models.find(m => m.why)?.why ?? null, tree, words);
    return (
        <section class="view gains" aria-labelledby="gains-title">
            <header>
                <h2 id="gains-title">{words.t('gains.title')}</h2>
                <p class="soft note">{words.t('gains.note')}</p>
                {!still && <div class="sorting" role="group" aria-label={words.t('gains.sort')}>
                    {(['gain', 'room'] as const).map(s => (
                        <button type="button" class="button small" key={s} aria-pressed={sort === s} onClick={() => session.set({sort: s})}>{words.t(`gains.sort.${s}`)}</button>
                    ))}
                    {varied && <OnlyChanged on={only} onTurn={setOnly} />}
                </div>}
            </header>
            {rows.length > 0 && shown.length === 0 && <p class="empty">{words.t('changed.nothing')}</p>}
            {rows.length === 0 && <p class="empty">{tree.issues.every(i => i.status_quo === null) ? words.t('gains.noQuo') : words.t('gains.none', {why})}</p>}
            {rows.length > 0 && (
                <>
                    <ol class="rows">
                        <li class="axis" aria-hidden="true">
                            <span class="track">{x.ticks(5).map((t, _, all) => <span key={t} class={t === 0 ? 'zero' : Math.round(t / ((all[1] ?? 1) - (all[0] ?? 0))) % 2 ? 'minor' : ''} style={{left: `${x(t)}%`}}>{words.points(t)}</span>)}</span>
                        </li>
                        {shown.map(r => (
                            <GainRow
                                key={r.actor.id} {...r} x={x} total={models.length} pinned={pinned.includes(r.actor.id)} open={open === r.actor.id}
                                onOpen={() => setOpen(open === r.actor.id ? null : r.actor.id)}
                                onPin={() => session.set({pinned: pinned.includes(r.actor.id) ? pinned.filter(p => p !== r.actor.id) : [...pinned, r.actor.id]})}
                            >
                                {open === r.actor.id && <Parts tree={tree} models={models} actor={r.actor.id} />}
                            </GainRow>
                        ))}
                    </ol>
                    <GainKey many={models.length > 1} before={rows.some(r => r.before)} draws={rows.some(r => r.draws)} />
                    {answered.length > 1 && <More title={words.t('gains.byModel')}><GainTable actors={actors} models={answered} /></More>}
                    {actors.some(a => hasParts(a, answered)) && <More title={words.t('gains.madeOf')}><MadeOf actors={actors} models={answered} /></More>}
                </>
            )}
        </section>
    );
});

/** Somebody for whom nothing is at stake at all (no stance, no standing) has a gain of zero everywhere and no row. */
function hasStake(tree: Tree, actor: string): boolean {
    return tree.models.some(m => {
        const g = m.gains[actor];
        return g && (g.total || g.shortfall || g.no_deal);
    });
}

/** Whether a reader sees another middle or another range. */
function differs(a: Spread, b: Spread): boolean {
    return [a.low - b.low, a.middle - b.middle, a.high - b.high].some(d => Math.abs(d) >= EVEN);
}
