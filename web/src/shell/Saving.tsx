// SPDX-License-Identifier: Apache-2.0
// Keeping what was changed: as a variant beside the file, or in the file itself.
import {useState} from 'preact/hooks';
import {EngineFault} from '../engine/engine';
import {useWords} from '../words/context';
import {useSession} from './context';

const NAME = '[a-z][a-z0-9_\\-]{0,63}';

export function Saving({onDone}: {onDone: () => void}) {
    const session = useSession();
    const {t} = useWords();
    const [said, setSaid] = useState('');
    const [name, setName] = useState('');
    const {scenario, variation, writable, sha256} = session.state;
    const attempt = (what: Promise<string>, done: (file: string) => void) => {
        what.then(done).catch((e: unknown) => setSaid(e instanceof EngineFault ? [e.problem.message, e.problem.hint].filter(Boolean).join('. ') : String(e)));
    };
    const save = (e: Event) => {
        e.preventDefault();
        if (scenario && session.engine.saveVariant)
            attempt(session.engine.saveVariant(scenario, name, variation), file => setSaid(t('edit.saved', {name: file})));
    };
    const write = () => {
        if (!scenario || !session.engine.writeBack)
            return;
        const values: [string, unknown][] = Object.entries(variation.changes);
        if (variation.table) {
            const was = session.state.base?.table;
            for (const key of ['seats', 'observers', 'ratifiers', 'absent'] as const)
                if (JSON.stringify(was?.[key]) !== JSON.stringify(variation.table[key]))
                    values.push([`table.${key}`, variation.table[key]]);
        }
        attempt(session.engine.writeBack(scenario, values, sha256), () => {
            setSaid(t('edit.written', {name: scenario}));
            session.written();
        });
    };
    return (
        <form class="saving" onSubmit={save}>
            <label>{t('edit.saveName')} <input class="button" required pattern={NAME} value={name} onInput={e => setName(e.currentTarget.value)} placeholder="ukraine-sits" /></label>
            <button type="submit" class="button">{t('edit.save')}</button>
            {writable && <button type="button" class="button" onClick={write}>{t('edit.write')}</button>}
            <button type="button" class="button" onClick={onDone}>{t('edit.close')}</button>
            <p role="status">{said}</p>
        </form>
    );
}
