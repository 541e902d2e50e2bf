// SPDX-License-Identifier: Apache-2.0
// What the discs mean.
import {memo} from '../shell/memo';
import {useWords} from '../words/context';

export const Key = memo(function Key() {
    const {t} = useWords();
    return (
        <ul class="key picture-key">
            <li><svg width="16" height="16" class="up"><circle cx="8" cy="8" r="7" fill="var(--gain)" /></svg>{t('room.key.gain')}</li>
            <li><svg width="16" height="16"><circle cx="8" cy="8" r="6" fill="var(--paper)" stroke="var(--loss)" stroke-width="2.5" /></svg>{t('room.key.loss')}</li>
            <li><svg width="16" height="16"><circle cx="8" cy="8" r="7" fill="var(--ink)" /><text x="8" y="12" text-anchor="middle" font-size="10" fill="var(--paper)">✓</text></svg>{t('room.ratifies')}</li>
            <li>{t('room.key.points')}</li>
        </ul>
    );
});
