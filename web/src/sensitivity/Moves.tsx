// SPDX-License-Identifier: Apache-2.0
// What moves an answer: each input alone, all of them at once, and what could be done about it.
import type {Tree} from '../engine/tree';
import {useSession, useWatched} from '../shell/context';
import {useWords} from '../words/context';
import {WhoMovesPart} from '../levers/WhoMovesPart';
import {Helps} from './Helps';
import {OneByOne} from './OneByOne';
import {Picker} from './Picker';
import {firstQuestion, helped, questionsOf} from './question';
import '../shell/factors.css';
import './sensitivity.css';

export function Moves({tree}: {tree: Tree}) {
    const session = useSession();
    const {base, question} = useWatched(session);
    const words = useWords();
    const {t} = words;
    const file = base ?? tree;
    const questions = questionsOf(tree, words);
    const asked = questions.find(q => q.of === question) ?? questions.find(q => q.of === firstQuestion(file)) ?? questions[0];
    const who = asked ? helped(asked.of, file) : null;
    return (
        <section class="view charted moves" aria-labelledby="moves-title">
            <header><h2 id="moves-title">{t('moves.title')}</h2><p class="soft note">{t('moves.note')}</p></header>
            {asked && <Picker questions={questions} of={asked.of} onPick={of => session.set({question: of})} />}
            {asked && !session.engine.inquire && <p class="empty soft">{t('moves.none')}</p>}
            {asked && session.engine.inquire && (
                <>
                    <OneByOne key={asked.of} tree={tree} of={asked.of} />
                    <WhoMovesPart tree={tree} />
                    {who !== null && <Helps key={`${who} ${asked.of}`} tree={tree} who={who} of={asked.of} />}
                </>
            )}
        </section>
    );
}
