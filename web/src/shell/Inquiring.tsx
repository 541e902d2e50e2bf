// SPDX-License-Identifier: Apache-2.0
// How far a view's own question has come, or what went wrong with it. Takes no room where there is nothing to say.
import {useWords} from '../words/context';
import {useSession} from './context';
import type {Inquired} from './inquiries';
import {Refused} from './Refused';

/** `says`: what is being worked on, in the view's own words. */
export function Inquiring({asked, says}: {asked: Inquired<unknown> & {again: () => void}; says?: string}) {
    const session = useSession();
    const {t} = useWords();
    const {answer, problem, busy, current, progress} = asked;
    if (!session.engine.inquire)
        return <p class="status soft">{t('inquiry.none')}</p>;
    if (problem)
        return (
            <p class={`problem ${problem.kind}`} role="alert">
                <strong>{t(problem.kind === 'lost' ? 'lost.title' : 'refused.title')}</strong>{' '}
                <Refused problem={problem} tree={session.state.tree} />
                <button type="button" class="button" onClick={asked.again}>{t('lost.retry')}</button>
            </p>
        );
    if (!busy)
        return null;
    const text = says ?? t(!answer ? 'inquiry.first' : !current ? 'inquiry.old' : 'inquiry.odds');
    const share = progress && progress.total > 0 ? progress.done / progress.total : 0;
    return (
        <p class="status busy inquiring" role="status">
            <span class="lamp" aria-hidden="true" /><span>{text}</span>
            {share > 0 && <progress value={share} aria-label={text} />}
        </p>
    );
}
