// SPDX-License-Identifier: Apache-2.0
// The drawer that any number opens: the inputs behind it, with their words.
import {memo} from '../shell/memo';
import {useEffect, useRef} from 'preact/hooks';
import type {Tree} from '../engine/tree';
import {useSession, useWatched} from '../shell/context';
import {useWords} from '../words/context';
import './evidence.css';
import {InputCard} from './InputCard';
import {Quotation} from './Quotation';

export const Drawer = memo(function Drawer({tree}: {tree: Tree}) {
    const session = useSession();
    const {drawer} = useWatched(session, 'drawer', 'variation', 'scenario');
    const {t} = useWords();
    const box = useRef<HTMLDialogElement>(null);
    const opener = useRef<Element | null>(null);
    useEffect(() => {
        const dialog = box.current;
        if (!drawer || !dialog)
            return;
        opener.current = document.activeElement;
        if (!dialog.open)
            dialog.show();
        dialog.querySelector<HTMLElement>('.close')?.focus();
        return () => { if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus(); };
    }, [drawer]);
    if (!drawer)
        return null;
    const inputs = drawer.paths.flatMap(p => tree.inputs.find(i => i.path === p) ?? []);
    const close = () => session.set({drawer: null});
    return (
        <dialog class="drawer" ref={box} aria-label={t('evidence.drawer', {what: drawer.what})} onKeyDown={e => { if (e.key === 'Escape') close(); }}>
            <header>
                <h2>{drawer.what}</h2>
                <button type="button" class="button close" onClick={close}>{t('edit.close')}</button>
            </header>
            {drawer.cites?.map(c => <Quotation key={c} cite={c} />)}
            {inputs.length > 0 && (
                <>
                    <h3>{t('evidence.inputsOf')}</h3>
                    <ul class="inputs">{inputs.map(i => <InputCard key={i.path} tree={tree} input={i} />)}</ul>
                </>
            )}
        </dialog>
    );
});
