// SPDX-License-Identifier: Apache-2.0
// A back-test of the reader's own table: errors, differences to the baseline, calibration, and the numbers.
import {useStill} from '../shell/still';
import {useWords} from '../words/context';
import {noticesInWords} from '../words/notice';
import {said} from '../words/said';
import {calibrated, compared, ranked, scoredName, silent, type Backtest} from './backtest';
import {Calibration} from './Calibration';
import {Differences} from './Differences';
import {Errors} from './Errors';
import {Scores} from './Scores';

export function OwnTable({tree}: {tree: Backtest}) {
    const words = useWords();
    const {t} = words;
    const still = useStill();
    const {cases} = tree, rows = ranked(tree), pairs = compared(tree), chances = calibrated(tree);
    const base = tree.models.find(m => m.id === tree.baseline);
    const baseName = base ? scoredName(base, words) : tree.baseline;
    return (
        <>
            <div class="part" data-part="errors">
                <h3>{t('record.own')}</h3>
                {!still && <p class="soft lead-in">{t('record.own.cases', {scored: cases.scored, issues: cases.issues, groups: cases.groups, unknown: cases.unknown_outcome, few: cases.too_few_actors})}</p>}
                <Errors tree={tree} rows={rows} most={cases.scored} />
                {silent(tree).map(([why, models]) => <p key={why} class="soft rest">{t('record.silent', {names: words.list(models.map(m => scoredName(m, words))), why: said(why, words.lang)})}</p>)}
            </div>
            {pairs.length > 0 && (
                <div class="part" data-part="differences">
                    <h3>{t('record.against', {name: baseName})}</h3>
                    <p class="soft lead-in">{t('record.against.note', {n: tree.resamples})}</p>
                    <Differences tree={tree} says={t('record.against.note', {n: tree.resamples})} what={t('record.against', {name: baseName})} rows={pairs} />
                </div>
            )}
            {chances.length > 0 && (
                <div class="part" data-part="calibration">
                    <h3>{t('record.calibration')}</h3>
                    <p class="soft lead-in">{t('record.calibration.note')}</p>
                    <Calibration rows={chances} />
                </div>
            )}
            <div class="part" data-part="scores">
                <h3>{t('record.numbers')}</h3>
                <Scores tree={tree} rows={rows} />
                <ul class="soft notices">{noticesInWords(tree, null, words).map(n => <li key={n}>{n}</li>)}</ul>
            </div>
        </>
    );
}
