// SPDX-License-Identifier: Apache-2.0
// Which table of decisions the models are tried on, how far that is, and what came of it.
import {useWords} from '../words/context';
import {OwnTable} from './OwnTable';
import {Trying} from './Trying';
import type {Tried} from './useBacktest';

export function TableTried({tried}: {tried: Tried}) {
    const {t} = useWords();
    const {tables, table, tree} = tried;
    if (!table)
        return null;
    return (
        <>
            <div class="part tried">
                <div class="table-asked">
                    <h3>{t('record.yours')}</h3>
                    {tables && tables.length > 1
                        ? <label><span class="soft">{t('record.yours.table')}</span> <select class="button small" value={table.id} onChange={e => tried.choose(e.currentTarget.value)}>{tables.map(d => <option key={d.id} value={d.id}>{d.file}</option>)}</select></label>
                        : <span><span class="soft">{t('record.yours.table')}</span> {table.file}</span>}
                </div>
                {table.problem && <p class="caution">{t('record.yours.broken', {why: table.problem})}</p>}
                {!tree && <Trying tried={tried} />}
            </div>
            {tree && <OwnTable tree={tree} />}
        </>
    );
}
