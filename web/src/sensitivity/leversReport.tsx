// SPDX-License-Identifier: Apache-2.0
// The report of `levers --html`: what would help an actor, its own and others' apart, as on the page.
import type {Kind, PartProps} from '../report/kind';
import {Said} from '../report/Opening';
import '../shell/factors.css';
import {useWords} from '../words/context';
import type {Levers} from './answer';
import {HelpsChart} from './Helps';
import {ModelTable} from './ModelTable';
import {questionText, readQuestion} from './question';
import './sensitivity.css';
import {unitOf} from './unit';

function Asked({tree, own}: PartProps<Levers>) {
    const words = useWords();
    const {t} = words;
    return (
        <dl class="digest">
            <Said topic={t('moves.asked')}>{questionText(own.question, tree, words)}</Said>
            <Said topic={t('moves.answer')}>{t('moves.answer.point', {x: unitOf(own.question, words).say(own.answer.point)})}</Said>
        </dl>
    );
}

function Helping({tree, own}: PartProps<Levers>) {
    const {t} = useWords();
    const kind = readQuestion(own.question.of)?.kind ?? 'gain';
    return (
        <section class="view charted moves" aria-labelledby="helps-title">
            <header><h2 id="helps-title">{t(`moves.levers.${kind}`, {name: own.name})}</h2></header>
            <div class="part"><HelpsChart tree={tree} answer={own} name={own.name} /></div>
        </section>
    );
}

export const levers: Kind<Levers> = {
    about: 'moves.note',
    Opening: Asked,
    parts: [{id: 'helps', title: 'tab.moves', Component: Helping}, {id: 'models', title: 'moves.byModel', Component: ModelTable}],
};
