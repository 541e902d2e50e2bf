// SPDX-License-Identifier: Apache-2.0
// What the answer rests on: the list of what to look up next, and every input with its support.
import {useState} from 'preact/hooks';
import type {Tree} from '../engine/tree';
import {useStill} from '../shell/still';
import {useWords} from '../words/context';
import {noticesInWords} from '../words/notice';
import {pathInWords} from '../words/paths';
import './evidence.css';
import {InputCard} from './InputCard';
import {InputTable} from './InputTable';
import {MattersMost} from './MattersMost';
import {TodoList} from './TodoList';

const FEW = 30;

export function Evidence({tree}: {tree: Tree}) {
    const words = useWords();
    const still = useStill();
    const {t} = words;
    const [wanted, setWanted] = useState('');
    const [all, setAll] = useState(false);
    const {inputs, cited, judged, unsupported} = tree.evidence;
    const share = (n: number) => `${inputs ? (100 * n) / inputs : 0}%`;
    const notes = new Set(tree.inputs.filter(i => i.support === 'judged').map(i => i.judgement)), note = judged > 1 && notes.size === 1 ? [...notes][0] : null;
    const shown = tree.inputs
        .map(i => ({input: i, text: pathInWords(i.path, tree, words)}))
        .filter(({input, text}) => {
            const all = `${text} ${input.path} ${input.judgement ?? ''}`.toLowerCase();
            return wanted.toLowerCase().split(/\s+/).every(word => all.includes(word));
        });
    return (
        <section class="view evidence" aria-labelledby="evidence-title">
            <header><h2 id="evidence-title">{t('evidence.title')}</h2><p class="soft note">{t('evidence.note')}</p></header>
            <div class="coverage" role="img" aria-label={t('app.rests', {inputs, cited, judged, unsupported})}>
                <span class="cited" style={{width: share(cited)}} /><span class="judged" style={{width: share(judged)}} /><span class="unsupported" style={{width: share(unsupported)}} />
            </div>
            <ul class="key">
                <li><i class="cited" />{words.count(cited)} {t('evidence.cited')}</li>
                <li><i class="judged" />{words.count(judged)} {t('evidence.judged')}</li>
                <li><i class="unsupported" />{words.count(unsupported)} {t('evidence.unsupported')}</li>
            </ul>
            {note && <p>{t('evidence.oneNote', {text: note})}</p>}
            <h3>{t(still ? 'evidence.matters' : 'evidence.todo')}</h3>
            {still ? <MattersMost tree={tree} /> : <TodoList tree={tree} />}
            {tree.notices.length > 0 && (
                <>
                    <h3>{t('evidence.notices')}</h3>
                    <ul class="notices">{noticesInWords(tree, tree, words).map((n, i) => <li key={i}>{n}</li>)}</ul>
                </>
            )}
            <h3>{t('evidence.all', {n: tree.inputs.length})}</h3>
            {still ? <InputTable tree={tree} /> : <><input class="button find" type="search" placeholder={t('evidence.filter')} aria-label={t('evidence.filter')} value={wanted} onInput={e => setWanted(e.currentTarget.value)} />
            <ul class="inputs">
                {(all ? shown : shown.slice(0, FEW)).map(({input}) => <InputCard key={input.path} tree={tree} input={input} brief />)}
            </ul>
            {shown.length === 0 && <p class="soft" role="status">{t('evidence.nothingFound', {wanted: wanted.trim()})}</p>}
            <p class="on-paper">{t('evidence.onPaper', {n: tree.inputs.length})}</p>
            {shown.length > FEW && <button type="button" class="link" onClick={() => setAll(!all)}>{all ? t('gains.fewer') : t('gains.more', {n: shown.length})}</button>}</>}
        </section>
    );
}
