// SPDX-License-Identifier: Apache-2.0
// Keeping what was changed: as a variant beside the file, or in the file itself.
import type {ComponentChildren} from 'preact';
import {useEffect, useRef, useState} from 'preact/hooks';
import {EngineFault} from '../engine/engine';
import {useWords} from '../words/context';
import {useSession} from './context';
import {Refused} from './Refused';
import {editsOf, nameOf} from './saving';

export function Saving({onDone}: {onDone: () => void}) {
    const session = useSession();
    const {t, tn} = useWords();
    const [said, setSaid] = useState<ComponentChildren>('');
    const [typed, setTyped] = useState('');
    const box = useRef<HTMLInputElement>(null);
    const {scenario, variation, writable, sha256, base} = session.state;
    const name = nameOf(typed);
    useEffect(() => box.current?.focus(), []);
    const attempt = (what: Promise<string>, done: (file: string) => void) => {
        what.then(done).catch((e: unknown) => setSaid(e instanceof EngineFault ? <Refused problem={e.problem} tree={session.state.tree} /> : String(e)));
    };
    const save = (e: Event) => {
        e.preventDefault();
        if (scenario && name && session.engine.saveVariant)
            attempt(session.engine.saveVariant(scenario, name, variation), file => {
                setSaid(t('edit.saved', {name: file}));
                session.saved(name, variation);
            });
    };
    const write = () => {
        const edits = base ? editsOf(variation, base.table) : [];
        if (!scenario || !edits.length || !session.engine.writeBack)
            return;
        attempt(session.engine.writeBack(scenario, edits, sha256), () => session.written(tn('edit.written', edits.length, {name: scenario})));
    };
    return (
        <form class="saving" onSubmit={save}>
            <label>{t('edit.saveName')} <input ref={box} class="button" required maxLength={80} value={typed} onInput={e => setTyped(e.currentTarget.value)} /></label>
            <button type="submit" class="button" disabled={!name}>{t('edit.save')}</button>
            {writable && <button type="button" class="button" onClick={write}>{t('edit.write')}</button>}
            <button type="button" class="button" onClick={onDone}>{t('edit.close')}</button>
            {name && scenario && <p class="soft">{t('edit.saveAs', {file: `${scenario}.${name}.variation.json`})}</p>}
            {writable && <p class="soft">{t('edit.kept')}</p>}
            <p role="status">{said}</p>
        </form>
    );
}
