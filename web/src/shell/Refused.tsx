// SPDX-License-Identifier: Apache-2.0
// Why something was refused, in the reader's words; the program's own behind it, small.
import type {Problem} from '../engine/engine';
import type {Tree} from '../engine/tree';
import {useWords} from '../words/context';
import {refusalInWords} from '../words/refusal';

export function Refused({problem, tree}: {problem: Problem; tree: Tree | null}) {
    const words = useWords();
    const own = [problem.message, problem.hint].filter(Boolean).join(' — '), said = refusalInWords(problem, tree, words);
    return said ? <>{said} <small class="soft own" lang="en">{own}</small></> : <>{own}</>;
}
