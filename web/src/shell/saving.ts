// SPDX-License-Identifier: Apache-2.0
// What is kept: a variant's name as a file may have it, and what is written into the scenario's own file.
import type {FileEdit} from '../engine/engine';
import type {TableOf} from '../engine/tree';
import type {Table, Variation} from '../engine/variation';

/** "Softer Russia!" is softer-russia; nothing where no letter is left to begin with. */
export function nameOf(typed: string): string {
    return typed.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase()
        .replace(/[^a-z0-9_]+/g, '-').replace(/^[^a-z]+/, '').replace(/-+$/, '').slice(0, 64);
}

/** As a person would write it: one who tolerates no loss is a name. */
function roles(table: Table): Record<'seats' | 'observers' | 'ratifiers' | 'absent', unknown[]> {
    return {...table, ratifiers: table.ratifiers.map(r => (r.tolerance ? r : r.actor))};
}

/** The lists of the table that differ, then the estimates. */
export function editsOf(variation: Variation, file: TableOf): FileEdit[] {
    const edits: FileEdit[] = [];
    if (variation.table) {
        const was = roles({seats: file.seats, observers: file.observers, ratifiers: file.ratifiers, absent: file.absent}), now = roles(variation.table);
        for (const key of ['seats', 'observers', 'ratifiers', 'absent'] as const)
            if (JSON.stringify(was[key]) !== JSON.stringify(now[key]))
                edits.push({path: `table.${key}`, value: now[key]});
    }
    for (const [path, value] of Object.entries(variation.changes))
        edits.push({path, value, estimate: true});
    return edits;
}
