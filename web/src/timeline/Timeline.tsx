// SPDX-License-Identifier: Apache-2.0
// The scenario through time: asked of the engine as a timeline, and of the one model picked with draws behind its points.
import type {Tree} from '../engine/tree';
import {useSession, useWatched} from '../shell/context';
import {Inquiring} from '../shell/Inquiring';
import {useInquiry} from '../shell/useInquiry';
import {useWords} from '../words/context';
import {Through} from './Through';
import './timeline.css';
import type {TimelineTree} from './tree';

const DRAWS = 300;

export function Timeline({tree}: {tree: Tree}) {
    const session = useSession();
    const {model, variation} = useWatched(session);
    const {t} = useWords();
    const one = tree.models.find(m => m.id === model && m.status !== 'undefined')?.id ?? null;
    const asked = useInquiry<TimelineTree>({kind: 'timeline'});
    const drawn = useInquiry<TimelineTree>(one === null ? null : {kind: 'timeline', models: [one]}, [DRAWS]);
    return (
        <section class="view timeline" aria-labelledby="timeline-title">
            <header>
                <h2 id="timeline-title">{t('timeline.title')}</h2>
                {asked.answer && asked.answer.states.length > 1 && <p class="soft note">{t('timeline.note')}</p>}
            </header>
            <Inquiring asked={asked.busy || asked.problem ? asked : drawn} />
            {asked.answer && (
                <div class={asked.current ? '' : 'old'}>
                    <Through tree={tree} time={asked.answer} drawn={drawn.current ? drawn.answer : null} model={one} looked={variation.asOf} onDay={day => session.lookAt(day)} />
                </div>
            )}
        </section>
    );
}
