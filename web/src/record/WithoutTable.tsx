// SPDX-License-Identifier: Apache-2.0
// How to get a record on decisions of one's own kind.
import {useWords} from '../words/context';

export function WithoutTable() {
    const {t} = useWords();
    return (
        <div class="part without">
            <h3>{t('record.more')}</h3>
            <p>{t('record.more.why')}</p>
            <ol>
                <li><span>{t('record.more.table')}</span> <code>issue,group,actor,position,salience,capability,low,high,status_quo,outcome</code></li>
                <li><span>{t('record.more.terminal')}</span> <code>summitry backtest TABLE.csv --html record.html</code></li>
            </ol>
        </div>
    );
}
