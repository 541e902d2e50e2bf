// SPDX-License-Identifier: Apache-2.0
// What `summitry compare --json` answers (docs/compare.md): two accounts of one matter.
import type {Input, Num} from '../engine/tree';

export interface Account { id: string; title: string; as_of: string | null; account: string | null }

export interface Side { answer: string | null; number: Num }

export interface Conclusion {
    what: 'agreement' | 'settled' | 'gain' | 'claim';
    id: string | null;
    says: string | null;
    a: Side;
    b: Side;
    survives: boolean;
    turned_by: {from_a: string[]; from_b: string[]; together: string[]; searched: boolean} | null;
}

export interface Difference { path: string; size: Num; a: Input; b: Input }

export interface RoleOf { role: 'seat' | 'observer' | 'absent' | 'delegate' | 'out' | null; ratifier: boolean }

export interface CompareTree {
    a: Account;
    b: Account;
    inputs: {same: number; differ: number; only_a: string[]; only_b: string[]};
    differences: Difference[];
    roles: {actor: string; a: RoleOf; b: RoleOf}[];
    conclusions: Conclusion[];
}
