// SPDX-License-Identifier: Apache-2.0
// The drawer that any number opens: where it comes from, or the inputs behind it with their words. The number stays in sight, marked.
import {memo} from '../shell/memo';
import {useEffect, useRef} from 'preact/hooks';
import type {Input, Tree} from '../engine/tree';
import {useSession, useWatched} from '../shell/context';
import {useWords} from '../words/context';
import {About} from './About';
import './evidence.css';
import {InputCard} from './InputCard';
import {Quotation} from './Quotation';
import {tellOf} from './told';

export const Drawer = memo(function Drawer({tree}: {tree: Tree}) {
    const session = useSession();
    const {drawer, model, base} = useWatched(session, 'drawer', 'model', 'base', 'variation', 'scenario');
    const words = useWords();
    const {t} = words;
    const box = useRef<HTMLDialogElement>(null);
    const opener = useRef<HTMLElement | null>(null);
    const isOpen = drawer !== null;
    useEffect(() => {
        const dialog = box.current, from = document.activeElement;
        if (!drawer || !dialog)
            return;
        if (from instanceof HTMLElement && !dialog.contains(from) && (from !== document.body || !dialog.open)) {
            release(opener.current);
            opener.current = from === document.body ? null : from;
        }
        if (!dialog.open)
            dialog.show();
        keepInSight(opener.current, dialog);
        dialog.scrollTop = 0;
        dialog.querySelector<HTMLElement>('.close')?.focus({preventScroll: true});
    }, [drawer]);
    useEffect(() => {
        if (!isOpen)
            return;
        return () => {
            release(opener.current);
            if (opener.current?.isConnected)
                opener.current.focus({preventScroll: true});
        };
    }, [isOpen]);
    if (!drawer)
        return null;
    const {asked, back} = drawer, of = asked && 'before' in asked && asked.before && base ? base : tree;
    const inputs = drawer.paths.flatMap(p => tree.inputs.find(i => i.path === p) ?? []);
    const close = () => session.set({drawer: null});
    return (
        <dialog class="drawer" ref={box} aria-label={t('evidence.drawer', {what: drawer.what})} onKeyDown={e => { if (e.key === 'Escape') close(); }}>
            <header>
                <h2>{asked && <span class="num the-number">{tellOf(asked, of, model, words).number} </span>}{drawer.what}</h2>
                <button type="button" class="button close" onClick={close}>{t('edit.close')}</button>
            </header>
            {back && <p><button type="button" class="link back" onClick={() => session.set({drawer: back})}>← {t('asked.back', {what: back.what})}</button></p>}
            {asked && <About key={JSON.stringify(asked)} tree={of} asked={asked} />}
            {drawer.cites?.map(c => <Quotation key={c} cite={c} />)}
            {drawer.voice && <p class="soft">{t('evidence.voice', {who: drawer.voice})}</p>}
            {inputs.length > 0 && <Inputs title={t('evidence.inputsOf')} tree={tree} inputs={inputs} />}
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

/* Room above a number that is scrolled free of a drawer that comes from below. */
const ABOVE = 72;

/** Marks the number, and puts the drawer where the number is not: on the other side, or scrolled free of it from below. */
function keepInSight(number: HTMLElement | null, drawer: HTMLElement): void {
    if (!number?.isConnected)
        return;
    number.setAttribute('data-asking', '');
    const at = number.getBoundingClientRect(), fromBelow = getComputedStyle(drawer).left === '0px' && drawer.offsetWidth >= innerWidth;
    if (!fromBelow) {
        drawer.dataset['side'] = at.left + at.width / 2 > innerWidth / 2 ? 'left' : 'right';
        return;
    }
    if (at.bottom > drawer.getBoundingClientRect().top || at.top < 0)
        scrollBy({top: at.top - ABOVE});
}

function release(number: HTMLElement | null): void {
    number?.removeAttribute('data-asking');
}
