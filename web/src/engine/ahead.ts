// SPDX-License-Identifier: Apache-2.0
// Points asked for while a hand still hovers over a place: when it lets go there, they are there already.

const MOST = 8;

/** Answers on their way, each under the text of its question; forgotten when another question is really asked. */
export class Ahead<T> {
    private readonly kept = new Map<string, Promise<T>>();

    has(question: string): boolean {
        return this.kept.has(question);
    }

    put(question: string, answer: Promise<T>): void {
        if (this.kept.size >= MOST)
            this.kept.clear();
        this.kept.set(question, answer);
        answer.catch(() => this.kept.delete(question));
    }

    /** The answer to this question, if it was foreseen. */
    take(question: string): Promise<T> | undefined {
        const found = this.kept.get(question);
        this.kept.clear();
        return found;
    }
}
