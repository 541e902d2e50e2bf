// SPDX-License-Identifier: Apache-2.0
// What the square before an input's name says about its support: only what is there.
import {useWords} from '../words/context';
import type {Factor} from './answer';

export function SupportKey({rows}: {rows: Pick<Factor, 'support' | 'kind'>[]}) {
    const {t} = useWords();
    return (
        <>
            {(['cited', 'judged', 'unsupported', 'mixed'] as const)
                .filter(s => rows.some(f => f.kind !== 'chance' && f.support === s))
                .map(s => <li key={s}><i class={s} />{t(s === 'mixed' ? 'moves.key.mixed' : `evidence.${s}`)}</li>)}
        </>
    );
}
