// SPDX-License-Identifier: Apache-2.0
// What the answer rests on, and what would give it again.
import {memo} from './memo';
import type {Tree} from '../engine/tree';
import {useWords} from '../words/context';

export const Foot = memo(function Foot({tree}: {tree: Tree}) {
    const {t} = useWords();
    const {inputs, cited, judged, unsupported} = tree.evidence;
    return (
        <footer class="foot soft">
            <p>{t('app.rests', {inputs, cited, judged, unsupported})}</p>
            <p>{t('app.foot', {version: tree.summitry, seed: tree.seed, sha: tree.scenario.sha256.slice(0, 12)})}</p>
        </footer>
    );
});
