// SPDX-License-Identifier: Apache-2.0
// What is not sent with every answer: inputs, a third of a tree, which stay as they are while chairs are moved.
import type {Ask} from './engine';
import type {Input, Tree} from './tree';

/** Parts that the page never reads. */
const UNREAD = ['compare'];

/** A tree as it comes: parts that were to be omitted are missing. */
export type Sent = Omit<Tree, 'inputs'> & {inputs?: Input[]};

/** Inputs hang on everything but the table. */
function keyOf({scenario, lang, variation}: Pick<Ask, 'scenario' | 'lang' | 'variation'>): string {
    return JSON.stringify([scenario, lang, variation.asOf, variation.changes, variation.levers]);
}

export class Lean {
    private key = '';
    private file = '';
    private inputs: Input[] = [];

    /** What the answer may leave out. */
    omit(ask: Ask): string[] {
        return this.key === keyOf(ask) ? ['inputs', ...UNREAD] : UNREAD;
    }

    /** The whole tree; null: what it leaves out was of another state of the file, and is forgotten. */
    whole(ask: Ask, sent: Sent): Tree | null {
        if (sent.inputs) {
            this.key = keyOf(ask);
            this.file = sent.scenario.sha256;
            this.inputs = sent.inputs;
        } else if (this.key !== keyOf(ask) || this.file !== sent.scenario.sha256) {
            this.key = '';
            return null;
        }
        return {...sent, inputs: this.inputs};
    }
}
