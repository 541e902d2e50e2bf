// SPDX-License-Identifier: Apache-2.0
// Where a number of another day comes from: the same models on what had changed by then.
import type {Read} from '../evidence/asked';
import type {Words} from '../words/catalogue';
import type {TimeState} from './tree';

/** `range`: over the models; empty of one. */
export function datedRead(what: string, number: string, range: string, state: TimeState | null, words: Words): Read {
    const date = state?.from ? words.date(state.from) : words.t('timeline.before');
    return {
        kind: 'read', title: words.t('asked.dated', {what, date}), number,
        says: [words.t('asked.datedSays', {range: range && `${words.lang === 'en' ? ', ' : '，'}${range}`})], paths: (state?.changed ?? []).map(c => c.path),
    };
}
