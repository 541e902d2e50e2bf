// SPDX-License-Identifier: Apache-2.0
// What `summitry leverage --json` answers (docs/leverage.md): each lever turned, alone, and what that changes.
import type {Across, Lever} from '../timeline/tree';

export interface LeverTurn {
    by: string | null;
    on: string | null;
    levers: {id: string; to: 'pulled' | 'dropped'}[];
    outcome: Record<string, Across & {settled_before: number; settled_after: number}>;
    gains: Record<string, Across>;
    claims: {id: string; says: string; before: number | null; after: number | null}[];
}

/** The fewest levers that turn a claim. */
export interface Turning { claim: string; says: string; odds: number | null; wanted: boolean; exact: boolean; largest: number; sets: {levers: LeverTurn['levers']; amount: number; odds: number}[] }

export interface LeverageTree { language: string; levers: Lever[]; turns: LeverTurn[]; turning?: Turning | null }
