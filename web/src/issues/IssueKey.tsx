// SPDX-License-Identifier: Apache-2.0
// What the marks of a strip mean.
import {useWords} from '../words/context';

export function IssueKey({forecast}: {forecast: boolean}) {
    const {t} = useWords();
    return (
        <ul class="key">
            <li><svg width="16" height="14"><rect x="1" y="0" width="13" height="13" rx="3" fill="var(--ink)" /></svg>{t('issues.key.settled')}</li>
            <li><svg width="16" height="14"><rect x="2" y="1" width="11" height="11" rx="3" fill="var(--paper)" stroke="var(--ink)" stroke-width="1.6" /></svg>{t('issues.key.open')}</li>
            <li><svg width="16" height="14"><circle cx="8" cy="7" r="6.5" fill="var(--ink)" /></svg>{t('issues.key.seated')}</li>
            <li><svg width="14" height="14"><circle cx="7" cy="7" r="4.6" fill="var(--paper)" stroke="var(--ink)" stroke-width="1.6" /></svg>{t('issues.key.out')}</li>
            <li><svg width="26" height="14"><path d="M1 7h24M1 3v8M25 3v8" stroke="var(--ink)" stroke-width="1.6" fill="none" /></svg>{t('issues.key.range')}</li>
            <li><svg width="26" height="14"><rect y="1" width="26" height="12" rx="3" fill="var(--band)" /></svg>{t('issues.key.limit')}</li>
            <li><svg width="14" height="14"><path d="M7 1.5 12.5 7 7 12.5 1.5 7Z" fill="var(--paper)" stroke="var(--soft)" stroke-width="1.6" /></svg>{t('issues.key.stated')}</li>
            {forecast && <li><svg width="26" height="14"><rect y="5" width="26" height="4" rx="2" fill="var(--line)" /><rect x="7" y="4" width="12" height="6" fill="var(--soft)" /></svg>{t('issues.key.forecast')}</li>}
        </ul>
    );
}
