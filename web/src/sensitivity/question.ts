// SPDX-License-Identifier: Apache-2.0
// What can be asked about: an actor's gain, where an issue ends, whether a claim holds; written as the engine reads it.
import type {Tree} from '../engine/tree';
import type {Words} from '../words/catalogue';
import type {Asked} from './answer';

export type Kind = 'gain' | 'outcome' | 'claim';

export interface Question { of: string; kind: Kind; id: string; text: string }

const FORM = /^(?:(gain|outcome): |(claim):)([a-z][a-z0-9_-]*)$/;

export function gainOfActor(id: string): string {
    return `gain: ${id}`;
}

export function outcomeOfIssue(id: string): string {
    return `outcome: ${id}`;
}

export function claimOf(id: string): string {
    return `claim:${id}`;
}

export function readQuestion(of: string | null): {kind: Kind; id: string} | null {
    const found = of === null ? null : FORM.exec(of);
    const kind = found?.[1] ?? found?.[2], id = found?.[3];
    return kind && id ? {kind: kind as Kind, id} : null;
}

/** All that the picker offers, in the order of the file; those who may sit first. */
export function questionsOf(tree: Tree, words: Words): Question[] {
    const seats = tree.table.candidates;
    const rank = (id: string) => (seats.includes(id) ? seats.indexOf(id) : seats.length);
    const felt = tree.actors.filter(a => tree.models.some(m => m.gains[a.id])).sort((a, b) => rank(a.id) - rank(b.id));
    return [
        ...felt.map(a => ({of: gainOfActor(a.id), kind: 'gain' as const, id: a.id, text: words.t('moves.gainOf', {name: a.name})})),
        ...tree.issues.map(i => ({of: outcomeOfIssue(i.id), kind: 'outcome' as const, id: i.id, text: words.t('moves.outcomeOf', {issue: i.title})})),
        ...tree.claims.map(c => ({of: claimOf(c.id), kind: 'claim' as const, id: c.id, text: words.t('moves.claimOf', {says: c.says})})),
    ];
}

/** A question in words: those of the picker where it is one of its questions, else the engine's own. */
export function questionText(asked: Pick<Asked, 'of' | 'title'>, tree: Tree, words: Words): string {
    const read = readQuestion(asked.of);
    const name = read?.kind === 'gain' && tree.actors.find(a => a.id === read.id)?.name, issue = read?.kind === 'outcome' && tree.issues.find(i => i.id === read.id)?.title;
    return name ? words.t('moves.gainOf', {name}) : issue ? words.t('moves.outcomeOf', {issue}) : read?.kind === 'claim' ? words.t('moves.claimOf', {says: asked.title}) : asked.title;
}

/** The gain of the first who is left out in the file; where nobody is, of the first who sits. */
export function firstQuestion(file: Tree): string | null {
    const who = file.table.absent.find(id => file.table.candidates.includes(id)) ?? file.table.seats[0];
    if (who !== undefined)
        return gainOfActor(who);
    return file.issues[0] ? outcomeOfIssue(file.issues[0].id) : null;
}

/** Whom it should help: the one whose gain is asked about, else the first left out. */
export function helped(of: string, file: Tree): string | null {
    const asked = readQuestion(of);
    if (asked?.kind === 'gain')
        return asked.id;
    return readQuestion(firstQuestion(file))?.kind === 'gain' ? readQuestion(firstQuestion(file))?.id ?? null : null;
}
