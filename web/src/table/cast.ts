// SPDX-License-Identifier: Apache-2.0
// Whom the picture shows.
import type {Tree} from '../engine/tree';

/** Candidates first, as the file has them, then whoever else the table names. */
export function castOf(tree: Tree, now: {seats: string[]; observers: {actor: string}[]; absent: string[]; ratifiers: {actor: string}[]}): string[] {
    return [...new Set([...tree.table.candidates, ...now.seats, ...now.observers.map(o => o.actor), ...now.absent, ...now.ratifiers.map(r => r.actor)])];
}
