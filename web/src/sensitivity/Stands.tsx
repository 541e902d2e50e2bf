// SPDX-License-Identifier: Apache-2.0
// A sentence with the number that an answer stands at, which says where it comes from.
import {Asks} from '../evidence/Asks';
import type {Tree} from '../engine/tree';
import {useWords} from '../words/context';
import type {Key} from '../words/en';
import type {Asked as Question} from './answer';
import {questionText} from './question';

const PLACE = '\u0001';

export function Stands({tree, question, says, x, sd = ''}: {tree: Tree; question: Question; says: Key; x: string; sd?: string}) {
    const words = useWords();
    const [before = '', after = ''] = words.t(says, {x: PLACE, sd}).split(PLACE);
    return (
        <p class="soft lead-in">
            {before}<Asks text={x} of={{kind: 'read', title: words.t('asked.stands', {question: questionText(question, tree, words)}), number: x, says: [words.t('asked.standsSays')], of: question.of}} />{after}
        </p>
    );
}
