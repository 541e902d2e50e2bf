// SPDX-License-Identifier: Apache-2.0
// What happened, in order: each day with its events and levers, and the inputs that it changed; choosing one looks at that day.
import type {Tree} from '../engine/tree';
import {voiceOf} from '../evidence/voice';
import {useSession} from '../shell/context';
import {useWords} from '../words/context';
import {pathInWords, spanOfPath} from '../words/paths';
import type {Stop} from './stops';
import type {Lever} from './tree';

interface Props { tree: Tree; stops: readonly Stop[]; at: number; varied: boolean; onDay: (date: string) => void }

export function Happened({tree, stops, at, varied, onDay}: Props) {
    const session = useSession();
    const words = useWords();
    const {t} = words;
    const name = (id: string | null) => tree.actors.find(a => a.id === id)?.name ?? id ?? '';
    const span = (path: string) => spanOfPath(path, tree);
    const lever = (l: Lever, ends: boolean) => (
        <p key={l.id} class="by soft">
            <span>{t(ends ? 'timeline.leverEnds' : l.state === 'threatened' ? 'timeline.leverThreat' : l.state === 'dropped' ? 'timeline.leverDropped' : 'timeline.leverBegins', {by: name(l.by), on: name(l.on), what: l.title})}</span>
        </p>
    );
    return (
        <ol class="happened">
            {stops.map((s, i) => (
                <li key={s.date} class={`${i === at ? 'at' : ''}${i === at && varied ? ' varied' : ''}`} data-date={s.date}>
                    <button type="button" class="number num" aria-pressed={i === at} aria-label={`${i + 1}. ${t('timeline.lookAt', {date: words.date(s.date)})}`} onClick={() => onDay(s.date)}>{i + 1}</button>
                    <div>
                        <p class="when soft num">{words.date(s.date)}</p>
                        {s.events.map(e => (
                            <p key={e.title} class="what">
                                {e.cite.length ? <button type="button" class="link" onClick={() => session.set({drawer: {what: e.title, paths: [], cites: e.cite, voice: voiceOf({voice: null, cite: e.cite}, tree, words)}})}>{e.title}</button> : e.title}
                            </p>
                        ))}
                        {s.begins.map(l => lever(l, false))}
                        {s.ends.map(l => lever(l, true))}
                        {!s.events.length && !s.begins.length && !s.ends.length && <p class="soft">{t(i === 0 ? 'timeline.before' : 'timeline.fileDay')}</p>}
                        {s.state && s.state.changed.length > 0 && (
                            <ul class="changes">
                                {s.state.changed.map(c => (
                                    <li key={c.path}>{pathInWords(c.path, tree, words)} <b class="num"><button type="button" class="asks-n" data-asked="input" onClick={() => session.set({drawer: {what: pathInWords(c.path, tree, words), paths: [c.path], cites: s.events.flatMap(e => e.cite)}})}>{words.value(c.before, span(c.path))} → {words.value(c.after, span(c.path))}</button></b></li>
                                ))}
                            </ul>
                        )}
                    </div>
                </li>
            ))}
        </ol>
    );
}
