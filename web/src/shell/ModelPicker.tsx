// SPDX-License-Identifier: Apache-2.0
// Which process is believed in: all models, or one, each with what it assumes in a sentence.
import {memo} from './memo';
import {useEffect, useRef, useState} from 'preact/hooks';
import type {Tree} from '../engine/tree';
import {plain} from '../glossary/marks';
import {Say} from '../glossary/Say';
import {useWords} from '../words/context';
import {modelAssumes, modelLabel} from '../words/models';
import {whyInWords} from '../words/why';
import {useSession} from './context';
import {modelsThatApply} from './shown';

export const ModelPicker = memo(function ModelPicker({tree, model}: {tree: Tree; model: string | null}) {
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
    const apply = modelsThatApply(tree), silent = tree.models.filter(m => !apply.includes(m));
    const all = words.t('model.all', {n: apply.length});
    const pick = (id: string | null) => { session.set({model: id}); setOpen(false); box.current?.querySelector('button')?.focus(); };
    return (
        <div class="picker" ref={box} onKeyDown={e => { if (e.key === 'Escape') setOpen(false); }}>
            <button type="button" class="button" aria-expanded={open} aria-haspopup="true" onClick={() => setOpen(!open)}>
                <span class="soft">{words.t('model.pick')}</span> <strong>{chosen ? modelLabel(chosen, words.lang) : all}</strong> <span aria-hidden="true">▾</span>
            </button>
            <p class="soft assumes">{chosen ? chosen.status === 'undefined' ? words.t('model.undefined', {why: whyInWords(chosen.why, tree, words)}) : modelAssumes(chosen, words.lang) : <Say text={words.t('model.allSays')} />}
                {!chosen && silent.length > 0 && <> {words.tn('model.silent', silent.length, {who: words.list(silent.map(m => modelLabel(m, words.lang))), why: whyInWords(silent[0]?.why ?? null, tree, words)})}</>}</p>
            {open && (
                <div class="menu" role="group" aria-label={words.t('model.pick')}>
                    <button type="button" aria-pressed={!chosen} onClick={() => pick(null)}><strong>{all}</strong><span class="soft">{plain(words.t('model.allSays'))}</span></button>
                    {apply.map(m => (
                        <button type="button" key={m.id} aria-pressed={m.id === model} onClick={() => pick(m.id)}>
                            <strong>{modelLabel(m, words.lang)}</strong>
                            <span class="soft">{modelAssumes(m, words.lang)}</span>
                        </button>
                    ))}
                    {silent.length > 0 && (
                        <div class="silent">
                            <strong>{words.t('model.leftOut')}</strong>
                            <ul>{silent.map(m => <li key={m.id}>{modelLabel(m, words.lang)} <span class="soft">{whyInWords(m.why, tree, words)}</span></li>)}</ul>
                        </div>
                    )}
                </div>
            )}
        </div>
    );
});
