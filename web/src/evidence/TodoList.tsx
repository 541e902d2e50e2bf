// SPDX-License-Identifier: Apache-2.0
// The to-do list of the evidence: from the run where it asked what matters, else from turning each input of one answer.
import type {Tree} from '../engine/tree';
import {Inquiring} from '../shell/Inquiring';
import {useSession, useWatched} from '../shell/context';
import {useInquiry} from '../shell/useInquiry';
import type {Sensitivity} from '../sensitivity/answer';
import {firstQuestion, questionsOf} from '../sensitivity/question';
import {useWords} from '../words/context';
import {pathInWords} from '../words/paths';
import {seek, todoBySwing, todoOf, type Todo} from './todo';

export function TodoList({tree}: {tree: Tree}) {
    const session = useSession();
    const {stage, base, question} = useWatched(session);
    const words = useWords();
    const {t} = words;
    const of = question ?? firstQuestion(base ?? tree);
    if (tree.evidence.matters_most?.length) {
        const items = todoOf(tree, words);
        return items.length ? <><p class="soft lead-in">{t('evidence.todo.note')}</p><Items tree={tree} items={items} /></> : <p class="soft">{t('evidence.todo.allCited')}</p>;
    }
    if (!stage?.last)
        return <p class="soft">{t('evidence.todo.later')}</p>;
    return session.engine.inquire && of ? <BySwing tree={tree} of={of} /> : <p class="soft">{t('evidence.todoNone')}</p>;
}

function BySwing({tree, of}: {tree: Tree; of: string}) {
    const words = useWords();
    const {t} = words;
    const asked = useInquiry<Sensitivity>({kind: 'sensitivity', of, method: 'tornado'});
    const text = questionsOf(tree, words).find(q => q.of === of)?.text ?? of;
    return (
        <>
            <Inquiring asked={asked} says={t('moves.alone.asking')} />
            {asked.answer && <><p class="soft lead-in">{t('evidence.todo.swing', {question: text})}</p><Items tree={tree} items={todoBySwing(tree, asked.answer, words)} /></>}
        </>
    );
}

function Items({tree, items}: {tree: Tree; items: Todo[]}) {
    const session = useSession();
    const words = useWords();
    const {t} = words;
    return (
        <ol class="todo">
            {items.map(({input, size, text}) => {
                const title = pathInWords(input.path, tree, words), look = seek(input.path, words);
                return (
                    <li key={input.path} data-path={input.path}>
                        <div class="head">
                            <i class={input.support} title={t(`evidence.${input.support}`)} />
                            <span>
                                <button type="button" class="link" onClick={() => session.set({drawer: {what: title, paths: [input.path]}})}>{title}</button>
                                <span class="visually-hidden"> ({t(`evidence.${input.support}`)})</span>
                            </span>
                        </div>
                        <div class="share"><span class="track" aria-hidden="true"><span class="bar" style={{width: `${(100 * size).toFixed(1)}%`}} /></span><span class="num">{text}</span></div>
                        {look && <p class="look"><strong>{t('evidence.seek')}</strong> {look}</p>}
                    </li>
                );
            })}
        </ol>
    );
}
