// SPDX-License-Identifier: Apache-2.0
// What the answer rests on, and what would give it again.
import {memo} from './memo';
import type {Tree} from '../engine/tree';
import {Say} from '../glossary/Say';
import {useWords} from '../words/context';

/* Nineteen runs in twenty: 1.96 standard errors of even odds, in percentage points, at one draw. */
const CHANCE = 98;

export const Foot = memo(function Foot({tree}: {tree: Tree}) {
    const {t, tn, count} = useWords();
    const {inputs, cited, judged, unsupported} = tree.evidence;
    return (
        <footer class="foot soft">
            <p>{t('app.rests', {inputs, cited, judged, unsupported})}</p>
            {tree.draws_done > 0 && <p><Say text={tn('app.draws', tree.draws_done, {x: count(Math.ceil(CHANCE / Math.sqrt(tree.draws_done)))})} /></p>}
            <p>{t('app.foot', {version: tree.summitry, seed: tree.seed, sha: tree.scenario.sha256.slice(0, 12)})}</p>
        </footer>
    );
});
