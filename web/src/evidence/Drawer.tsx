// SPDX-License-Identifier: Apache-2.0
// The drawer that any number opens: the inputs behind it, with their words.
import {memo} from '../shell/memo';
import {useEffect, useRef} from 'preact/hooks';
import type {Input, Tree} from '../engine/tree';
import {useSession, useWatched} from '../shell/context';
import {useWords} from '../words/context';
import './evidence.css';
import {GainParts} from './GainParts';
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
    const most = drawer.gain === undefined ? [] : (tree.evidence.matters_most ?? []).flatMap(m => inputs.find(i => i.path === m.input) ?? []);
    const rest = inputs.filter(i => !most.includes(i));
    const close = () => session.set({drawer: null});
    return (
        <dialog class="drawer" ref={box} aria-label={t('evidence.drawer', {what: drawer.what})} onKeyDown={e => { if (e.key === 'Escape') close(); }}>
            <header>
                <h2>{drawer.what}</h2>
                <button type="button" class="button close" onClick={close}>{t('edit.close')}</button>
            </header>
            {drawer.cites?.map(c => <Quotation key={c} cite={c} />)}
            {drawer.voice && <p class="soft">{t('evidence.voice', {who: drawer.voice})}</p>}
            {drawer.gain !== undefined && <GainParts tree={tree} actor={drawer.gain} />}
            {most.length > 0 && <Inputs title={t('evidence.mattersHere')} tree={tree} inputs={most} />}
            {rest.length > 0 && <Inputs title={most.length ? t('evidence.otherInputs', {name: tree.actors.find(a => a.id === drawer.gain)?.name ?? ''}) : t('evidence.inputsOf')} tree={tree} inputs={rest} />}
        </dialog>
    );
});

function Inputs({title, tree, inputs}: {title: string; tree: Tree; inputs: Input[]}) {
    return (
        <>
            <h3>{title}</h3>
            <ul class="inputs">{inputs.map(i => <InputCard key={i.path} tree={tree} input={i} />)}</ul>
        </>
    );
}
