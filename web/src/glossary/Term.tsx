// SPDX-License-Identifier: Apache-2.0
// A word that says what it means when it is pointed at, focused or tapped.
import type {ComponentChildren} from 'preact';
import {useEffect, useId, useLayoutEffect, useRef, useState} from 'preact/hooks';
import {useWords} from '../words/context';
import './glossary.css';

export const TERMS = ['deal', 'settled', 'open', 'limit', 'standing', 'face', 'draws', 'models', 'middle', 'mustAgree'] as const;

export type TermName = (typeof TERMS)[number];

export function isTerm(name: string): name is TermName {
    return (TERMS as readonly string[]).includes(name);
}

const EDGE = 8;

export function Term({term, children}: {term: TermName; children: ComponentChildren}) {
    const {t} = useWords();
    const [open, setOpen] = useState(false);
    const word = useRef<HTMLSpanElement>(null), tip = useRef<HTMLSpanElement>(null);
    const id = useId();
    useLayoutEffect(() => {
        const at = word.current?.getBoundingClientRect(), box = tip.current;
        if (!open || !at || !box)
            return;
        const {width, height} = box.getBoundingClientRect();
        box.style.left = `${Math.max(EDGE, Math.min(at.left, innerWidth - width - EDGE))}px`;
        box.style.top = `${at.bottom + height + EDGE > innerHeight ? at.top - height - 4 : at.bottom + 4}px`;
    }, [open]);
    useEffect(() => {
        if (!open)
            return;
        const close = () => setOpen(false);
        addEventListener('scroll', close, {capture: true, passive: true});
        return () => removeEventListener('scroll', close, {capture: true});
    }, [open]);
    return (
        <span class="explained" onPointerEnter={e => { if (e.pointerType === 'mouse') setOpen(true); }} onPointerLeave={e => { if (e.pointerType === 'mouse') setOpen(false); }}>
            {/* No button: that would be a box, and a full stop behind it could begin a line. */}
            <span
                role="button" tabIndex={0} class="term" ref={word} aria-describedby={open ? id : undefined} onFocus={() => setOpen(true)} onBlur={() => setOpen(false)}
                onClick={() => setOpen(true)} onKeyDown={e => { if (e.key === 'Escape' && open) { e.stopPropagation(); setOpen(false); } }}
            >{children}</span>
            {open && <span class="tip" role="tooltip" id={id} ref={tip}>{t(`term.${term}`)}</span>}
        </span>
    );
}
