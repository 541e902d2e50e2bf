// SPDX-License-Identifier: Apache-2.0
// Undo and redo by the keys that everybody knows.
import {useEffect} from 'preact/hooks';
import type {Session} from './session';

export function useShortcuts(session: Session): void {
    useEffect(() => {
        const key = (e: KeyboardEvent) => {
            if (!(e.ctrlKey || e.metaKey) || (e.target instanceof HTMLInputElement && e.target.type === 'text'))
                return;
            if (e.key === 'z' && !e.shiftKey)
                session.undo();
            else if (e.key === 'y' || (e.key.toLowerCase() === 'z' && e.shiftKey))
                session.redo();
            else
                return;
            e.preventDefault();
        };
        addEventListener('keydown', key);
        return () => removeEventListener('keydown', key);
    }, [session]);
}
