// SPDX-License-Identifier: Apache-2.0
// The report of `timeline --html`: the charts as on the page, and every number behind them.
import {useState} from 'preact/hooks';
import type {Kind, PartProps} from '../report/kind';
import {useWords} from '../words/context';
import {DatedTables} from './DatedTables';
import {Through} from './Through';
import './timeline.css';
import type {TimelineTree} from './tree';

/* Looking at another day is reading: it changes what the charts say beside them, and nothing else. */
function Dated({tree, own}: PartProps<TimelineTree>) {
    const {t} = useWords();
    const [looked, look] = useState<string | null>(null);
    return (
        <section class="view timeline" aria-labelledby="timeline-title">
            <header><h2 id="timeline-title">{t('timeline.title')}</h2><p class="soft note">{t('timeline.stillNote')}</p></header>
            <Through tree={tree} time={own} drawn={null} model={null} looked={looked} onDay={look} />
        </section>
    );
}

export const timeline: Kind<TimelineTree> = {
    about: 'timeline.about',
    parts: [
        {id: 'timeline', title: 'timeline.title', Component: Dated},
        {id: 'dated', title: 'timeline.numbers', Component: DatedTables, when: ({own}) => own.states.length > 1},
    ],
};
