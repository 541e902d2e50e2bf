// SPDX-License-Identifier: Apache-2.0
// Undo, redo, back to the file; what is changed against it; saving.
import {memo} from './memo';
import {useEffect, useState} from 'preact/hooks';
import {changesIn, isEmpty, tableOf} from '../engine/variation';
import {useWords} from '../words/context';
import {useSession, useWatched} from './context';
import {Saving} from './Saving';

export const Edits = memo(function Edits() {
    const session = useSession();
    const {past, future, variation, base, notice, ignored, variants} = useWatched(session, 'past', 'future', 'variation', 'base', 'notice', 'ignored', 'variants');
    const {t, tn} = useWords();
    const [saving, setSaving] = useState(false);
    const n = changesIn(variation, base && tableOf(base.table));
    useEffect(() => { if (n === 0) setSaving(false); }, [n]);
    return (
        <div class="edits">
            <div class="buttons">
                <button type="button" class="button" disabled={!past.length} onClick={() => session.undo()}><span aria-hidden="true">↶ </span>{t('edit.undo')}</button>
                <button type="button" class="button" disabled={!future.length} onClick={() => session.redo()}><span aria-hidden="true">↷ </span>{t('edit.redo')}</button>
                <button type="button" class="button" disabled={isEmpty(variation)} onClick={() => session.reset()}>{t('edit.reset')}</button>
                {(session.engine.saveVariant ?? session.engine.writeBack) && n > 0 && (
                    <button type="button" class="button" aria-expanded={saving} onClick={() => setSaving(!saving)}>{t('edit.save')} …</button>
                )}
                {variants.length > 0 && (
                    <select class="button" aria-label={t('edit.open')} value="" onChange={e => { const v = variants.find(x => x.name === e.currentTarget.value)?.variation; e.currentTarget.value = ''; if (v) session.vary(v); }}>
                        <option value="">{t('edit.open')} …</option>
                        {variants.map(v => <option key={v.name} value={v.name} disabled={!v.variation}>{v.variation ? v.name : t('edit.openElsewhere', {name: v.name})}</option>)}
                    </select>
                )}
            </div>
            <p class={n ? 'changed' : 'soft'}>{n ? tn('edit.changes', n) : t('edit.unchanged')}</p>
            <p class="notice" role="status">{ignored.length ? t('address.ignored', {what: ignored.join(', ')}) : notice}</p>
            {saving && n > 0 && <Saving onDone={() => setSaving(false)} />}
        </div>
    );
});
