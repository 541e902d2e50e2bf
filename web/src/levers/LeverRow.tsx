// SPDX-License-Identifier: Apache-2.0
// One lever: a switch, whose it is, what it does to which inputs, and what turning it would change.
import type {Tree} from '../engine/tree';
import {Asks} from '../evidence/Asks';
import {voiceOf} from '../evidence/voice';
import {useSession} from '../shell/context';
import {signOf} from '../shell/shown';
import {useWords} from '../words/context';
import {pathInWords} from '../words/paths';
import type {Lever} from '../timeline/tree';
import {effectOf, isPulled, movedBy, rangeOfPoints, settledBy, turnedBy} from './effects';
import type {LeverTurn} from './tree';

interface Props { tree: Tree; lever: Lever; set: boolean | undefined; turn: LeverTurn | undefined; current: boolean }

const MOST = 4;

export function LeverRow({tree, lever, set, turn, current}: Props) {
    const session = useSession();
    const words = useWords();
    const {t} = words;
    const name = (id: string | null) => tree.actors.find(a => a.id === id)?.name ?? id ?? '';
    const pulled = isPulled(lever, set) ?? lever.in_force;
    const changed = set !== undefined;
    const when = lever.from === null ? '' : lever.until === null ? t('levers.from', {from: words.date(lever.from)}) : t('levers.fromTo', {from: words.date(lever.from), to: words.date(lever.until)});
    const state = changed ? t(set ? 'levers.setOn' : 'levers.setOff') : t(lever.state === 'threatened' ? 'levers.threatened' : lever.in_force ? 'levers.inForce' : 'levers.notNow');
    const moved = turn ? movedBy(turn, tree, MOST) : [];
    const settled = turn ? settledBy(turn) : [], turned = turn ? turnedBy(turn) : [];
    const switchIt = () => {
        session.turn(lever.id, !pulled);
        session.say(t(pulled ? 'levers.saidOff' : 'levers.saidOn', {what: lever.title}));
    };
    return (
        <li class={`lever${changed ? ' changed' : ''}`} data-lever={lever.id}>
            <button type="button" role="switch" class="switch" aria-checked={pulled} aria-labelledby={`lever-${lever.id}`} onClick={switchIt}><span aria-hidden="true" /></button>
            <div>
                <p class="title"><strong id={`lever-${lever.id}`}>{lever.title}</strong>
                    {changed && <button type="button" class="link back" aria-label={`${t('edit.undoThis')}: ${lever.title}`} title={t('edit.undoThis')} onClick={() => session.turn(lever.id, null)}>↺</button>}</p>
                <p class="soft">
                    {t('levers.whose', {by: name(lever.by), on: name(lever.on)})} · <span class={changed ? 'mark-text' : ''}>{state}</span>{when && <> · <span class="num">{when}</span></>}
                    <button
                        type="button" class="link adds"
                        onClick={() => session.set({drawer: {what: lever.title, paths: Object.keys(lever.adds), cites: lever.cite, ...(lever.cite.length ? {voice: voiceOf({voice: null, cite: lever.cite}, tree, words)} : {})}})}
                    >{Object.entries(lever.adds).map(([path, by]) => `${pathInWords(path, tree, words)} ${words.points(by)}`).join(' · ')}</button>
                </p>
                {turn && (
                    <p class={`would${current ? '' : ' old'}`}>
                        <span class="soft">{t(turn.levers[0]?.to === 'pulled' ? 'levers.ifPulled' : 'levers.ifDropped')}</span>
                        {moved.length + settled.length + turned.length === 0 && <span class="soft">{t('levers.nothing')}</span>}
                        {moved.map(m => {
                            const points = rangeOfPoints(m.low, m.high, words);
                            return <span key={m.actor} class={signOf(m.middle || (Math.abs(m.low) > Math.abs(m.high) ? m.low : m.high))}>{name(m.actor)} <b class="num"><Asks of={effectOf(turn, [lever], m.actor, points, tree, words)} text={points} /></b></span>;
                        })}
                        {settled.map(s => <span key={s.issue}>{t('levers.settles', {issue: tree.issues.find(i => i.id === s.issue)?.title ?? s.issue, n: s.after, was: s.before})}</span>)}
                        {turned.length > 0 && <span title={turned.join('\n')}>{turned.length > 1 ? words.tn('levers.turnsN', turned.length, {says: turned[0] ?? ''}) : t('levers.turns', {says: turned[0] ?? ''})}</span>}
                    </p>
                )}
            </div>
        </li>
    );
}
