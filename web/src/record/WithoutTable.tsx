// SPDX-License-Identifier: Apache-2.0
// How to get a record on decisions of one's own kind.
import {useSession} from '../shell/context';
import {More} from '../shell/More';
import {useWords} from '../words/context';

export function WithoutTable() {
    const {engine} = useSession();
    const {t} = useWords();
    const isSaved = engine.kind === 'worker';
    return (
        <div class="part without">
            <h3>{t('record.more')}</h3>
            <p>{t('record.more.why')}</p>
            <More title={t('record.how')}>
            <ol>
                <li><span>{t('record.more.table')}</span> <code>issue,group,actor,position,salience,capability,low,high,status_quo,outcome</code></li>
                <li><span>{t(isSaved ? 'record.more.save' : 'record.more.start')}</span> <code>{isSaved ? 'summitry page FILE --decisions TABLE.csv -o what-if.html' : 'summitry serve FILE --decisions TABLE.csv'}</code></li>
            </ol>
            <p class="soft">{t('record.more.terminal')} <code>summitry backtest TABLE.csv</code></p>
            </More>
        </div>
    );
}
