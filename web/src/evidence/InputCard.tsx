// SPDX-License-Identifier: Apache-2.0
// One input: its name, its number and range, what supports it, in whose voice, and the words where they are at hand.
import type {Input, Tree} from '../engine/tree';
import {readingMoved, readingOf} from '../issues/estimate';
import {useSession} from '../shell/context';
import {useWords} from '../words/context';
import {foreignTag} from '../words/foreign';
import {pathInWords} from '../words/paths';
import {Quotation} from './Quotation';
import {voiceOf} from './voice';

export function InputCard({tree, input, brief = false}: {tree: Tree; input: Input; brief?: boolean}) {
    const session = useSession();
    const words = useWords();
    const {t} = words;
    const changed = input.path in session.state.variation.changes;
    const before = changed ? readingOf(session.state.base?.inputs.find(i => i.path === input.path)) : null, now = readingOf(input);
    const moved = before && now && readingMoved(before, now, words.value);
    const voice = voiceOf(input, tree, words);
    const title = pathInWords(input.path, tree, words);
    return (
        <li class={`input ${input.support}${changed ? ' changed' : ''}`} data-path={input.path}>
            <p class="title">
                {brief ? <button type="button" class="link" onClick={() => session.set({drawer: {what: title, paths: [input.path]}})}>{title}</button> : <strong>{title}</strong>}
                <span class="num"> {words.value(input.point)}</span>
                {input.low !== null && input.high !== null && input.low !== input.high && <span class="soft num"> ({t('evidence.range', {low: words.value(input.low), high: words.value(input.high)})})</span>}
                <span class={`support ${input.support}`}>{t(`evidence.${input.support}`)}</span>
                {changed && <span class="support mark">{t('evidence.changed')}{moved && `: ${moved.is === null ? t('edit.was', {x: moved.was}) : t('edit.rangeWas', {is: moved.is, x: moved.was})}`}</span>}
            </p>
            {!brief && (
                <>
                    <p class="soft">{t('evidence.voice', {who: voice})}{input.cite.length > 0 && <> · {t('evidence.reading')}</>}</p>
                    {input.judgement && <p lang={foreignTag(input.judgement, words.lang)}>{t('evidence.note.coder', {text: input.judgement})}</p>}
                    {input.cite.map(c => <Quotation key={c} cite={c} />)}
                </>
            )}
        </li>
    );
}
