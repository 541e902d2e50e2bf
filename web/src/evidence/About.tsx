// SPDX-License-Identifier: Apache-2.0
// What the drawer says of a number that was clicked: what it is, model by model, and the inputs that it hangs on.
import type {Input, Tree} from '../engine/tree';
import {useSession, useWatched} from '../shell/context';
import {shownModels} from '../shell/shown';
import {useWords} from '../words/context';
import type {Asked} from './asked';
import {GainModels} from './GainModels';
import {GainParts} from './GainParts';
import {InputLine} from './InputLine';
import {Known, MovesIt} from './MovesIt';
import {Quotation} from './Quotation';
import {tellOf, type Row} from './told';

export function About({tree, asked}: {tree: Tree; asked: Asked}) {
    const session = useSession();
    const {model: picked, drawer} = useWatched(session, 'model', 'drawer');
    const words = useWords();
    const {t} = words;
    const told = tellOf(asked, tree, picked, words), models = shownModels(tree, ('model' in asked ? asked.model : undefined) ?? picked);
    const one = models.length === 1 ? models[0]?.id ?? null : null;
    const rest = told.paths.flatMap(p => tree.inputs.find(i => i.path === p) ?? []);
    const open = (input: Input, title: string) => session.set({drawer: {what: title, paths: [input.path], ...(drawer ? {back: drawer} : {})}});
    return (
        <div class="about">
            {told.says.map(s => <p key={s}>{s}</p>)}
            {told.cites.map(c => <Quotation key={c} cite={c} />)}
            {told.voice && <p class="soft">{t('evidence.voice', {who: told.voice})}</p>}
            {told.gain !== null && <GainParts models={models} issues={tree.issues} actor={told.gain} />}
            {told.rows.length > 1 && <Rows rows={told.rows} />}
            {told.of !== null && session.engine.inquire && !('before' in asked) ? <MovesIt key={told.of} of={told.of} tree={tree} told={told} model={one} onOpen={open} /> : <Known tree={tree} told={told} model={one} onOpen={open} />}
            {told.gain !== null && models.length > 1 && <GainModels models={models} issues={tree.issues} actor={told.gain} />}
            {rest.length > 0 && (
                <details class="rest" open={rest.length <= 4}>
                    <summary>{told.of === null ? t('evidence.inputsOf') : words.tn('asked.rest', rest.length)}</summary>
                    <ul class="inputs">{rest.map(i => <InputLine key={i.path} tree={tree} input={i} onOpen={title => open(i, title)} />)}</ul>
                </details>
            )}
        </div>
    );
}

function Rows({rows}: {rows: Row[]}) {
    const {t} = useWords();
    return (
        <>
            <h3>{t('asked.models')}</h3>
            <table class="num by-model">
                <tbody>{rows.map(r => <tr key={r.name}><th scope="row">{r.name}{r.note && <small class="soft">{r.note}</small>}</th><td class={r.sign ?? ''}><strong>{r.value}</strong></td></tr>)}</tbody>
            </table>
        </>
    );
}
