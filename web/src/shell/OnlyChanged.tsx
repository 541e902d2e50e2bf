// SPDX-License-Identifier: Apache-2.0
// A button in a view's head that leaves only what a change moved.
import {useWords} from '../words/context';

export function OnlyChanged({on, onTurn}: {on: boolean; onTurn: (on: boolean) => void}) {
    const {t} = useWords();
    return <button type="button" class="button small" aria-pressed={on} onClick={() => onTurn(!on)}>{t('changed.only')}</button>;
}
