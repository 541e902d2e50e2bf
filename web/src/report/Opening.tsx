// SPDX-License-Identifier: Apache-2.0
// The beginning of a report: what it is of, and of a run the answer in sentences.
import type {ComponentChildren} from 'preact';
import {digestOf, type Digest} from '../digest/digest';
import type {Tree} from '../engine/tree';
import {Answer} from '../shell/Answer';
import {useWords} from '../words/context';
import type {Key} from '../words/en';
import {variedText} from './varied';

export function Meta({tree, about, models}: {tree: Tree; about: Key; models: number}) {
    const words = useWords();
    const {t} = words;
    const varied = variedText(tree, words);
    return (
        <div class="meta">
            <p class="soft">{[t(about), ...(models ? [words.tn('app.models', models)] : [])].join(' · ')}</p>
            {varied && <p class="varied"><strong>{t('report.varied')}{words.lang === 'en' ? ': ' : '：'}</strong>{varied}</p>}
            {tree.partial && <p class="partial">{t('report.partial', {n: tree.draws_done, of: tree.draws})}</p>}
        </div>
    );
}

/** One line of an answer in sentences. */
export function Said({topic, children}: {topic: string; children: ComponentChildren}) {
    return <div><dt>{topic}</dt><dd>{children}</dd></div>;
}

export function Answered({tree}: {tree: Tree}) {
    const words = useWords();
    const {t} = words;
    const {before, after} = digestOf(tree, words);
    const {inputs, cited, judged, unsupported} = tree.evidence;
    const row = (d: Digest) => <Said key={d.topic} topic={t(d.topic)}>{d.text}</Said>;
    return (
        <dl class="digest">
            {before.map(row)}
            <Said topic={t('digest.deal')}><Answer tree={tree} model={null} /></Said>
            {after.map(row)}
            <Said topic={t('digest.rests')}>{t('app.rests', {inputs, cited, judged, unsupported})}</Said>
        </dl>
    );
}
