// SPDX-License-Identifier: Apache-2.0
// Which process is believed in: all models, or one, each with what it assumes in a sentence.
import {useEffect, useRef, useState} from 'preact/hooks';
import type {Tree} from '../engine/tree';
import {useWords} from '../words/context';
import {modelAssumes, modelLabel} from '../words/models';
import {useSession} from './context';

export function ModelPicker({tree, model}: {tree: Tree; model: string | null}) {
    const session = useSession();
    const words = useWords();
    const [open, setOpen] = useState(false);
    const box = useRef<HTMLDivElement>(null);
    useEffect(() => {
        const away = (e: PointerEvent) => {
            if (e.target instanceof Node && !box.current?.contains(e.target))
                setOpen(false);
        };
        document.addEventListener('pointerdown', away);
        return () => document.removeEventListener('pointerdown', away);
    }, []);
    const chosen = tree.models.find(m => m.id === model);
    const all = words.t('model.all', {n: tree.models.length});
    const pick = (id: string | null) => { session.set({model: id}); setOpen(false); box.current?.querySelector('button')?.focus(); };
    return (
        <div class="picker" ref={box} onKeyDown={e => { if (e.key === 'Escape') setOpen(false); }}>
            <button type="button" class="button" aria-expanded={open} aria-haspopup="true" onClick={() => setOpen(!open)}>
                <span class="soft">{words.t('model.pick')}</span> <strong>{chosen ? modelLabel(chosen, words.lang) : all}</strong> <span aria-hidden="true">▾</span>
            </button>
            <p class="soft assumes">{chosen ? modelAssumes(chosen, words.lang) : words.t('model.allSays')}</p>
            {open && (
                <div class="menu" role="group" aria-label={words.t('model.pick')}>
                    <button type="button" aria-pressed={!chosen} onClick={() => pick(null)}><strong>{all}</strong><span class="soft">{words.t('model.allSays')}</span></button>
                    {tree.models.map(m => (
                        <button type="button" key={m.id} aria-pressed={m.id === model} onClick={() => pick(m.id)}>
                            <strong>{modelLabel(m, words.lang)}</strong>
                            <span class="soft">{m.status === 'undefined' && m.why ? words.t('model.undefined', {why: m.why}) : modelAssumes(m, words.lang)}</span>
                        </button>
                    ))}
                </div>
            )}
        </div>
    );
}
