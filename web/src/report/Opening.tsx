// SPDX-License-Identifier: Apache-2.0
// The beginning of a report: what it is of, the answer in sentences, and the way to its parts.
import {digestOf, type Digest} from '../digest/digest';
import type {Tree} from '../engine/tree';
import {Answer} from '../shell/Answer';
import {answering} from '../shell/shown';
import {useWords} from '../words/context';
import type {Section} from './sections';
import {variedText} from './varied';

export function Meta({tree}: {tree: Tree}) {
    const words = useWords();
    const {t} = words;
    const varied = variedText(tree, words), n = answering(tree).length;
    return (
        <div class="meta">
            <p class="soft">
                {[t('report.meta'), words.tn('app.models', n)].join(' · ')}
            </p>
            {varied && <p class="varied"><strong>{t('report.varied')}{words.lang === 'en' ? ': ' : '：'}</strong>{varied}</p>}
            {tree.partial && <p class="partial">{t('report.partial', {n: tree.draws_done, of: tree.draws})}</p>}
        </div>
    );
}

export function Opening({tree, sections}: {tree: Tree; sections: Section[]}) {
    const words = useWords();
    const {t} = words;
    const {before, after} = digestOf(tree, words);
    const {inputs, cited, judged, unsupported} = tree.evidence;
    const row = (d: Digest) => <div key={d.topic}><dt>{t(d.topic)}</dt><dd>{d.text}</dd></div>;
    return (
        <>
            <dl class="digest">
                {before.map(row)}
                <div><dt>{t('digest.deal')}</dt><dd><Answer tree={tree} model={null} /></dd></div>
                {after.map(row)}
                <div><dt>{t('digest.rests')}</dt><dd>{t('app.rests', {inputs, cited, judged, unsupported})}</dd></div>
            </dl>
            <nav aria-label={t('report.parts')}>{sections.map(s => <a key={s.id} href={`#${s.id}-title`}>{t(s.title)}</a>)}</nav>
        </>
    );
}
