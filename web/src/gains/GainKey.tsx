// SPDX-License-Identifier: Apache-2.0
// What the marks of the gains' chart mean.
import {useWords} from '../words/context';

export function GainKey({many, before, draws}: {many: boolean; before: boolean; draws: boolean}) {
    const {t} = useWords();
    return (
        <ul class="key">
            <li><svg width="14" height="14" class="up"><circle cx="7" cy="7" r="5.5" class="k-dot" /></svg>{t('room.key.gain')}</li>
            <li><svg width="14" height="14" class="down"><circle cx="7" cy="7" r="5" class="k-dot" /></svg>{t('room.key.loss')}</li>
            {many && <li><svg width="24" height="14"><path d="M1 7h22" class="k-range" /><path d="M4 4v6M15 1v12M20 4v6" class="k-tick" /></svg>{t('gains.key.models')}</li>}
            {draws && <li><svg width="24" height="14"><rect x="0" y="2" width="24" height="10" rx="3" class="k-draws" /></svg>{t('gains.key.draws')}</li>}
            {before && <li><svg width="14" height="14"><circle cx="7" cy="7" r="4.5" class="k-ghost" /></svg>{t('gains.key.before')}</li>}
        </ul>
    );
}
