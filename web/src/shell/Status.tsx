// SPDX-License-Identifier: Apache-2.0
// How far the answer has come, and what is wrong when something is. Never in the way of the hand.
import {memo} from './memo';
import {isEmpty, keyOf} from '../engine/variation';
import {plain} from '../glossary/marks';
import {Say} from '../glossary/Say';
import {useWords} from '../words/context';
import {useSession, useWatched} from './context';
import {Refused} from './Refused';

export const Status = memo(function Status() {
    const session = useSession();
    const {tree, stage, progress, of, variation, problem} = useWatched(session, 'tree', 'stage', 'progress', 'of', 'variation', 'problem');
    const words = useWords();
    const {t} = words;
    if (problem?.kind === 'stale')
        return <div class="problem lost" role="alert"><strong>{t('stale.title')}</strong> {t(isEmpty(variation) ? 'stale.body' : 'stale.bodyChanged')}</div>;
    if (problem)
        return (
            <div class={`problem ${problem.kind}`} role="alert">
                <strong>{t(problem.kind === 'lost' ? 'lost.title' : 'refused.title')}</strong>{' '}
                {problem.kind === 'lost' ? t('lost.body') : <Refused problem={problem} tree={tree} />}
                {problem.kind === 'lost'
                    ? <button type="button" class="button" onClick={() => session.retryNow()}>{t('lost.retry')}</button>
                    : <button type="button" class="button" onClick={() => session.undo()}>{t('edit.undo')}</button>}
            </div>
        );
    const busy = of !== keyOf(variation) || !stage?.last;
    const text = !tree || of !== keyOf(variation) ? t('stage.asking')
        : stage?.name === 'points' ? t(stage.last ? 'stage.none' : 'stage.points')
            : !stage?.last && tree.draws_done < tree.draws ? t('stage.odds', {n: tree.draws_done, of: tree.draws})
                : tree.draws_done ? t('stage.done', {n: tree.draws_done}) : t('stage.none');
    const share = progress && progress.total > 0 ? progress.done / progress.total : 0;
    return (
        <p class={`status${busy ? ' busy' : ''}`} data-stage={stage?.name ?? ''} data-last={stage?.last && of === keyOf(variation) ? 'true' : 'false'}>
            <span class="lamp" aria-hidden="true" /><span><Say text={text} /></span>
            {busy && share > 0 && <progress value={share} aria-label={plain(text)} />}
        </p>
    );
});
