// SPDX-License-Identifier: Apache-2.0
// Words that are explained where they stand, [[term|text]] in a message, and numbers that say where they come from, [[gain:ukraine|+21]].

export type Piece = string | {term: string; text: string};

const MARK = /\[\[([\w:-]+)\|([^\]]*)\]\]/;

export function piecesOf(message: string): Piece[] {
    return message.split(/(\[\[[\w:-]+\|[^\]]*\]\])/).flatMap((part): Piece[] => {
        const [, term, text] = MARK.exec(part) ?? [];
        return term !== undefined && text !== undefined ? [{term, text}] : part ? [part] : [];
    });
}

/** As read aloud, or where nothing can be pointed at. */
export function plain(message: string): string {
    return piecesOf(message).map(p => typeof p === 'string' ? p : p.text).join('');
}
