// SPDX-License-Identifier: Apache-2.0
// One actor on one issue: what it wants and how sure that is, what it would accept, what it says, how much it cares.
import {useState} from 'preact/hooks';
import type {Issue, Stance, Tree} from '../engine/tree';
import {useSession} from '../shell/context';
import {useStill} from '../shell/still';
import {useWords} from '../words/context';
import {moveHigh, moveLow, moveMiddle, readingFrom, readingMoved, readingOf, snap, stepOf, type Reading} from './estimate';
import {Handle} from './Handle';

interface Props { tree: Tree; issue: Issue; stance: Stance; seated: boolean; name: string }

const CARES: [number, number] = [0, 100];

export function ActorRow({tree, issue, stance, seated, name}: Props) {
    const session = useSession();
    const still = useStill();
    const words = useWords();
    const {base, variation} = session.state;
    const path = `stances.${stance.actor}.${issue.id}.position`, caresPath = `stances.${stance.actor}.${issue.id}.salience`;
    const [held, setHeld] = useState<{from: Reading; now: Reading} | null>(null);
    const input = tree.inputs.find(i => i.path === path), cares = tree.inputs.find(i => i.path === caresPath);
    /* What the hand has set holds at once, before the answer to it has come. */
    const shown = held?.now ?? readingFrom(variation.changes[path], input?.shape ?? '') ?? readingOf({...stance.position, shape: input?.shape ?? ''});
    if (!shown)
        return null;
    const span = issue.scale[1] - issue.scale[0];
    const at = (v: number) => Math.min(1, Math.max(0, (v - issue.scale[0]) / span));
    const pc = (v: number) => `${(at(v) * 100).toFixed(2)}%`;
    const filling = {name, issue: issue.title};
    const filed = path in variation.changes ? base?.issues.find(i => i.id === issue.id)?.stances.find(s => s.actor === stance.actor)?.position : undefined;
    const before = filed ? readingOf({...filed, shape: base?.inputs.find(i => i.path === path)?.shape ?? ''}) : null, was = before?.point;
    const changed = path in variation.changes || caresPath in variation.changes;
    const size = seated ? 11 + 15 * Math.sqrt(stance.weight ?? 0) : 11;
    const mover = (how: typeof moveMiddle) => (to: number, live: 'moving' | 'landed' | false) => {
        const from = held?.from ?? shown;
        const e = how(from, to, issue.scale);
        const now = readingFrom(e, from.shape) ?? from;
        setHeld(live === 'moving' ? {from, now} : null);
        session.change(path, e, live);
    };
    const turn = (to: number) => {
        const from = readingFrom(variation.changes[caresPath], cares?.shape ?? '') ?? readingOf(cares);
        if (from)
            session.change(caresPath, moveMiddle(from, to, CARES));
    };
    const say = (v: number) => words.value(v, span);
    const moved = before && readingMoved(before, shown, say);
    return (
        <div class={`actor${seated ? ' seated' : ''}${changed ? ' changed' : ''}`} data-actor={stance.actor}>
            <span class="who">{name}{changed && (
                <button type="button" class="back" aria-label={words.t('edit.undoThis')} title={words.t('edit.undoThis')}
                    onClick={() => { session.unchange(path, caresPath); }}>↺</button>
            )}</span>
            <span class="track">
                {stance.limit && <span class="limit" style={{left: pc(stance.limit[0]), width: `${(at(stance.limit[1]) - at(stance.limit[0])) * 100}%`}} />}
                {shown.high > shown.low && <span class="range" style={{left: pc(shown.low), width: `${(at(shown.high) - at(shown.low)) * 100}%`}} />}
                {stance.stated != null && <span class="stated" style={{left: pc(stance.stated)}} title={words.t('issues.saysPublic', {x: say(stance.stated)})} />}
                {was != null && <span class="was" style={{left: pc(was)}} />}
                {input && !still && shown.high > shown.low && (
                    <>
                        <Handle kind="low" at={at(shown.low)} value={snap(shown.low, issue.scale)} text={say(shown.low)} label={words.t('issues.low', filling)} scale={issue.scale} step={stepOf(issue.scale)} onMove={mover(moveLow)} onCancel={() => setHeld(null)} />
                        <Handle kind="high" at={at(shown.high)} value={snap(shown.high, issue.scale)} text={say(shown.high)} label={words.t('issues.high', filling)} scale={issue.scale} step={stepOf(issue.scale)} onMove={mover(moveHigh)} onCancel={() => setHeld(null)} />
                    </>
                )}
                {input && !still ? (
                    <Handle kind="dot" at={at(shown.point)} value={snap(shown.point, issue.scale)} text={say(shown.point)} size={size} label={words.t('issues.position', filling)} scale={issue.scale} step={stepOf(issue.scale)} onMove={mover(moveMiddle)} onCancel={() => setHeld(null)} />
                ) : <span class="handle dot fixed" style={{left: pc(shown.point), '--size': `${size}px`}} />}
            </span>
            <button
                type="button" class="value num" title={words.t('evidence.why')}
                onClick={() => session.set({drawer: {what: words.t('issues.position', filling), paths: [path, caresPath, `stances.${stance.actor}.${issue.id}.limit`, `stances.${stance.actor}.${issue.id}.stated`]}})}
            >{say(shown.point)}{moved && <span class="sub">{moved.is === null ? words.t('edit.was', {x: moved.was}) : words.t('edit.rangeWas', {is: moved.is, x: moved.was})}</span>}</button>
            {still ? <span class="cares still num" style={{'--cares': `${stance.salience ?? 0}%`}}><i />{words.value(stance.salience)}</span> : <input
                class="cares" type="range" min="0" max="100" step="1" value={Math.round(stance.salience ?? 0)} disabled={!cares}
                aria-label={words.t('issues.salience', filling)} title={`${words.t('issues.cares')} ${words.value(stance.salience)}`}
                style={{'--cares': `${stance.salience ?? 0}%`}}
                onChange={e => turn(Number(e.currentTarget.value))}
            />}
        </div>
    );
}
