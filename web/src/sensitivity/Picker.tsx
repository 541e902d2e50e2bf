// SPDX-License-Identifier: Apache-2.0
// What is asked about.
import {useWords} from '../words/context';
import type {Key} from '../words/en';
import type {Question} from './question';

export function Picker({questions, of, onPick}: {questions: Question[]; of: string; onPick: (of: string) => void}) {
    const {t} = useWords();
    return (
        <label class="asking">
            <span class="soft">{t('moves.asked')}</span>
            <select class="button" value={of} onChange={e => onPick(e.currentTarget.value)}>
                {(['gain', 'outcome', 'claim'] as const).map(kind => {
                    const some = questions.filter(q => q.kind === kind);
                    return some.length > 0 && (
                        <optgroup key={kind} label={t(`moves.kind.${kind}` satisfies Key)}>
                            {some.map(q => <option key={q.of} value={q.of}>{q.text}</option>)}
                        </optgroup>
                    );
                })}
            </select>
        </label>
    );
}
