// SPDX-License-Identifier: Apache-2.0
// The report of `sensitivity --html`: the answer in sentences, the charts as on the page, and every factor in numbers.
import type {Tree} from '../engine/tree';
import type {Kind, PartProps} from '../report/kind';
import {Said} from '../report/Opening';
import '../shell/factors.css';
import type {Words} from '../words/catalogue';
import {useWords} from '../words/context';
import {noticesInWords} from '../words/notice';
import {said} from '../words/said';
import type {Factor, Sensitivity} from './answer';
import {FactorTable} from './FactorTable';
import {ModelTable} from './ModelTable';
import {nameOf} from './names';
import {Paths} from './Paths';
import {questionText} from './question';
import {choiceOf, weightiest} from './rows';
import './sensitivity.css';
import {Shares} from './Shares';
import {Tornado} from './Tornado';
import {unitOf} from './unit';

const NAMED = 3;

function Found({tree, own}: PartProps<Sensitivity>) {
    const words = useWords();
    const {t} = words;
    const {answer} = own, unit = unitOf(own.question, words), choice = choiceOf(own, null);
    const rows = weightiest(own), open = rows.filter(r => r.factor.support === 'judged' || r.factor.support === 'unsupported');
    const listed = (some: typeof rows) => words.list(some.slice(0, NAMED).map(r => t('moves.drivenBy', {name: nameOf(r.factor, tree, words), weight: own.method === 'sobol' ? words.odds(r.weight) : unit.far(r.weight, r.weight), support: supportOf(r.factor, words)})));
    return (
        <dl class="digest">
            <Said topic={t('moves.asked')}>{questionText(own.question, tree, words)}</Said>
            {answer.why && <Said topic={t('moves.answer')}>{t('moves.undefined', {why: said(answer.why, words.lang)})}</Said>}
            {answer.mean != null && <Said topic={t('moves.answer')}>{t('moves.answer.drawn', {x: unit.say(answer.mean), sd: unit.far(answer.sd ?? 0, answer.sd ?? 0)})}</Said>}
            {answer.point != null && <Said topic={t('moves.answer')}>{t('moves.answer.point', {x: unit.say(answer.point)})}</Said>}
            {rows.length > 0 && <Said topic={t('moves.driven')}>{listed(rows)}</Said>}
            {open.length > 0 && <Said topic={t('moves.uncited')}>{listed(open)}</Said>}
            {choice && <Said topic={t('moves.model')}>{t('moves.model.says', {first: words.odds(Math.max(0, choice.first.value)), total: words.odds(choice.total.value)})}</Said>}
        </dl>
    );
}

function supportOf(f: Factor, words: Words): string {
    return f.support === 'mixed' ? words.t('moves.cited', {n: f.cited, of: f.inputs.length}) : words.t(`evidence.${f.support}`);
}

function Charts({tree, own}: PartProps<Sensitivity>) {
    const {t} = useWords();
    const title = own.method === 'tornado' ? 'moves.alone' : own.method === 'morris' ? 'moves.paths' : 'moves.together.title';
    return (
        <section class="view charted moves" aria-labelledby="moves-title">
            <header><h2 id="moves-title">{t(title)}</h2></header>
            {own.method === 'tornado' && <div class="part"><Tornado tree={tree} answer={own} model={null} /></div>}
            {own.method === 'morris' && <div class="part"><Paths tree={tree} answer={own} /></div>}
            {own.method === 'sobol' && (['input', 'actor', 'issue'] as const).map(by => (
                <div class="part" key={by} data-by={by}><h3>{t(`moves.shares.${by}`)}</h3><Shares tree={tree} answer={own} model={null} only={by} /></div>
            ))}
            <Notices tree={tree} own={own} />
        </section>
    );
}

function Notices({tree, own}: {tree: Tree; own: Pick<Sensitivity, 'notices' | 'notice_parts'>}) {
    const words = useWords();
    return own.notices.length ? <ul class="soft notices">{noticesInWords(own, tree, words).map(n => <li key={n}>{n}</li>)}</ul> : null;
}

const hasFactors = ({own}: {tree: Tree; own: Sensitivity}) => weightiest(own).length > 0;

export const sensitivity: Kind<Sensitivity> = {
    about: 'moves.note',
    Opening: Found,
    parts: [
        {id: 'moves', title: 'tab.moves', Component: Charts},
        {id: 'factors', title: 'moves.numbers', Component: FactorTable, when: hasFactors},
        {id: 'models', title: 'moves.byModel', Component: ModelTable, when: ({own}) => own.models.some(m => m.point != null || m.mean != null || m.why)},
    ],
};
