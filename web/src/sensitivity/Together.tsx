// SPDX-License-Identifier: Apache-2.0
// All inputs at once: a rough answer from few rows, then a finer one in its place. One after the other, being of one kind.
import {useEffect, useState} from 'preact/hooks';
import type {Tree} from '../engine/tree';
import {useSession, useWatched} from '../shell/context';
import {Inquiring} from '../shell/Inquiring';
import {recall, subjectOf} from '../shell/inquiries';
import type {Session} from '../shell/session';
import {useInquiry} from '../shell/useInquiry';
import {useWords} from '../words/context';
import type {Sensitivity} from './answer';
import {Shares} from './Shares';

const ROUGH = 64, FINE = 512;
/* It takes no draws; asked with one it waits until the run is done with its own. */
const PATIENT = [1];

const inquiryOf = (of: string, rows: number) => ({kind: 'sensitivity', of, method: 'sobol', rows} as const);

interface Shown { answer: Sensitivity; subject: string }

export function Together({tree, of, ready}: {tree: Tree; of: string; ready: boolean}) {
    const session = useSession();
    const {model} = useWatched(session);
    const {t} = useWords();
    const subject = subjectOf(session, inquiryOf(of, ROUGH));
    const [shown, show] = useState<Shown | null>(() => known(session, of, subject));
    const current = shown?.subject === subject;
    const take = (answer: Sensitivity) => show({answer, subject});
    return (
        <div class={`part${current ? '' : ' stale'}`} data-part="sobol" data-current={current} data-rows={shown?.answer.rows ?? ''}>
            <h3>{t('moves.together.title')}</h3>
            {ready ? <Rough of={of} onAnswer={take} /> : !shown && <p class="soft">{t('moves.together.waits')}</p>}
            {shown && <Shares tree={tree} answer={shown.answer} model={model} />}
        </div>
    );
}

/** What was answered before, the finest there is: on paper nothing is asked first. */
function known(session: Session, of: string, subject: string): Shown | null {
    const found = [FINE, ROUGH].map(rows => recall<Sensitivity>(session, inquiryOf(of, rows), PATIENT)).find(x => x.current);
    return found?.answer ? {answer: found.answer, subject} : null;
}

interface Asker { of: string; onAnswer: (answer: Sensitivity) => void }

function Rough({of, onAnswer}: Asker) {
    const {draws} = useWatched(useSession());
    const {t} = useWords();
    const asked = useInquiry<Sensitivity>(inquiryOf(of, ROUGH), PATIENT);
    const answer = asked.current ? asked.answer : null;
    useEffect(() => { if (answer) onAnswer(answer); }, [answer]);
    /* Whoever asks for few draws has a slow machine. */
    return answer && (draws === null || draws >= FINE)
        ? <Fine of={of} onAnswer={onAnswer} />
        : <Inquiring asked={asked} says={t('moves.together.asking')} />;
}

function Fine({of, onAnswer}: Asker) {
    const {t} = useWords();
    const asked = useInquiry<Sensitivity>(inquiryOf(of, FINE), PATIENT);
    const answer = asked.current ? asked.answer : null;
    useEffect(() => { if (answer) onAnswer(answer); }, [answer]);
    return <Inquiring asked={asked} says={t('moves.together.finer')} />;
}
