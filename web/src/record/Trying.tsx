// SPDX-License-Identifier: Apache-2.0
// How far a back-test has come, with a way to stop it and to ask again.
import {Inquiring} from '../shell/Inquiring';
import {useWords} from '../words/context';
import type {Key} from '../words/en';
import type {Tried} from './useBacktest';

const DOING: Record<string, Key> = {fits: 'record.doing.fits', forecasts: 'record.doing.forecasts', resamples: 'record.doing.resamples'};

export function Trying({tried}: {tried: Tried}) {
    const {t} = useWords();
    const {progress, problem, halted} = tried;
    if (halted)
        return <p class="status soft">{t('record.halted')} <button type="button" class="button small" onClick={tried.again}>{t('record.again')}</button></p>;
    return (
        <div class="trying">
            <Inquiring asked={{answer: null, draws: null, current: false, busy: true, progress, problem, again: tried.again}} says={t(DOING[progress?.what ?? ''] ?? 'record.asking')} />
            {!problem && tried.table && <button type="button" class="button small" onClick={tried.halt}>{t('record.halt')}</button>}
        </div>
    );
}
