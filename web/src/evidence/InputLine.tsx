// SPDX-License-Identifier: Apache-2.0
// An input in one glance: its name, number and range, in whose voice and from where; it opens its own card.
import type {ComponentChildren} from 'preact';
import type {Input, Tree} from '../engine/tree';
import {useWords} from '../words/context';
import {pathInWords} from '../words/paths';
import {parseCite, sourceInWords} from './cite';
import {voiceOf} from './voice';

export function InputLine({tree, input, onOpen, children}: {tree: Tree; input: Input; onOpen: (title: string) => void; children?: ComponentChildren}) {
    const words = useWords();
    const {t} = words;
    const title = pathInWords(input.path, tree, words);
    const sources = [...new Set(input.cite.map(c => sourceInWords(tree.documents?.find(d => d.id === parseCite(c)?.document), c, words)))];
    const ranged = input.low !== null && input.high !== null && input.low !== input.high;
    return (
        <li class="input line" data-path={input.path}>
            <p class="title">
                <button type="button" class="link" onClick={() => onOpen(title)}>{title}</button>
                <span class="num"> {words.value(input.point)}{ranged && <span class="soft"> ({t('evidence.range', {low: words.value(input.low), high: words.value(input.high)})})</span>}</span>
                {children && <span class="num moved">{children}</span>}
            </p>
            <p class="soft">{t('evidence.voice', {who: voiceOf(input, tree, words)})} · {sources.length ? words.list(sources) : t('asked.uncited')}</p>
        </li>
    );
}
