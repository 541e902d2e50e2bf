// SPDX-License-Identifier: Apache-2.0
// What the marks of the timeline mean.
import {useWords} from '../words/context';

export function TimelineKey({one, drawn}: {one: string | null; drawn: boolean}) {
    const {t} = useWords();
    return (
        <ul class="key">
            <li><svg width="26" height="14"><path d="M1 10h12V4h12" class="k-middle" /><rect x="10" y="1" width="6" height="6" rx="1.5" class="settled-at" /></svg>{one === null ? t('timeline.key.middle') : t('timeline.key.one', {model: one})}</li>
            <li><svg width="26" height="14"><rect width="26" height="13" y="1" rx="2" class="range" /></svg>{t('gains.key.range')}</li>
            {drawn && <li><svg width="26" height="14"><rect width="26" height="9" y="3" rx="2" class="interval" /></svg>{t('gains.key.draws')}</li>}
            <li><svg width="26" height="14"><path d="M1 7h24" class="quo" /></svg>{t('timeline.key.quo')}</li>
            <li><svg width="26" height="14"><rect width="26" height="6" y="4" rx="2" class="k-full" /></svg>{t('timeline.key.pulled')}</li>
            <li><svg width="26" height="14"><rect width="24" height="6" y="4" x="1" rx="2" class="k-hollow" /></svg>{t('timeline.key.threat')}</li>
            <li><svg width="16" height="14"><circle cx="8" cy="7" r="6" class="k-still" /></svg>{t('timeline.key.still')}</li>
        </ul>
    );
}
