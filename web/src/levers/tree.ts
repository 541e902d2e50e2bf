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

export interface LeverageTree { language: string; levers: Lever[]; turns: LeverTurn[] }
