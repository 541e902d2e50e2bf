// SPDX-License-Identifier: Apache-2.0
// What a number that was clicked is a number of. A new kind is one entry here and one in told.ts.

/** `model`: under that one; without it, under the models that are shown. */
export type Asked =
    | {kind: 'gain'; actor: string; model?: string; /** As the file has it, before what was changed here. */ before?: boolean}
    | {kind: 'deal'; model?: string}
    | {kind: 'outcome'; issue: string; model?: string}
    | {kind: 'claim'; claim: string; model?: string; before?: boolean}
    | {kind: 'seat'; sits: string; feels: string; model?: string; over?: 'orders' | 'standing'}
    | {kind: 'best'; aim: string; seats: string[]; model?: string}
    | {kind: 'forecast'; issue: string}
    | Read;

/** A number of another answer than the run's: whoever shows it says what it is and which inputs it hangs on. */
export interface Read { kind: 'read'; title: string; number: string; says: string[]; rows?: {name: string; value: string}[]; paths?: string[]; cites?: string[]; of?: string }

const SEPARATOR = ':', BEFORE = 'before';

/** As it stands in a mark of a message: [[gain:ukraine|+21]]. */
export function askedIn(mark: string): Asked | null {
    const [kind, id, when] = mark.split(SEPARATOR);
    if (kind === 'deal')
        return {kind};
    if (!id)
        return null;
    switch (kind) {
    case 'gain': return {kind, actor: id, ...(when === BEFORE ? {before: true} : {})};
    case 'outcome': return {kind, issue: id};
    case 'claim': return {kind, claim: id, ...(when === BEFORE ? {before: true} : {})};
    default: return null;
    }
}

/** A number in a message, marked with what it is of; and one of the file, before what was changed. */
export function marked(kind: 'gain' | 'outcome' | 'claim' | 'deal', id: string, text: string): string {
    return `[[${kind}${SEPARATOR}${id}|${text}]]`;
}

export function markedBefore(kind: 'gain' | 'claim', id: string, text: string): string {
    return marked(kind, `${id}${SEPARATOR}${BEFORE}`, text);
}
