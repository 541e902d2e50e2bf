// SPDX-License-Identifier: Apache-2.0
// How it was computed: what each model assumes, where it was published, the settings, what a person should look at.
import {Table} from '../chart/Table';
import type {Model, Tree} from '../engine/tree';
import {answering} from '../shell/shown';
import {useWords} from '../words/context';
import {modelAssumes, modelLabel} from '../words/models';
import {said} from '../words/said';
import {whyInWords} from '../words/why';
import './method.css';

export function Method({tree}: {tree: Tree}) {
    const {t} = useWords();
    const models = answering(tree), silent = tree.models.filter(m => !models.includes(m));
    return (
        <section class="view method" aria-labelledby="method-title">
            <header><h2 id="method-title">{t('method.title')}</h2></header>
            <p>{t('method.says')}</p>
            <dl>{models.map(m => <Assumed key={m.id} tree={tree} model={m} />)}</dl>
            {silent.length > 0 && <><h3>{t('method.silent')}</h3><dl>{silent.map(m => <Assumed key={m.id} tree={tree} model={m} />)}</dl></>}
            <SettingsTable tree={tree} />
        </section>
    );
}

function Assumed({tree, model}: {tree: Tree; model: Model}) {
    const words = useWords();
    const label = modelLabel(model, words.lang);
    const sources = model.references.length ? model.references : [model.source];
    const status = (['not_converged', 'undefined', 'no_weight', 'no_agreement'] as const).find(s => s === model.status);
    return (
        <div class="assumed">
            <dt>{words.lang === 'en' ? model.title : `${label} (${model.title})`} <code>{model.id}</code>{' '}
                <span class="soft kind">{said(model.assumption ?? model.family, words.lang)}</span></dt>
            <dd>
                <p>{modelAssumes(model, words.lang)}</p>
                {status === 'no_agreement' && model.why ? <p class="soft">{whyInWords(model.why, tree, words)}</p> : status && <p class="status-line"><strong>{words.t(`model.status.${status}`)}</strong>{model.why && <>{words.lang === 'en' ? ': ' : '：'}{whyInWords(model.why, tree, words)}</>}</p>}
                {sources.map(s => <p class="soft source" key={s}>{s}</p>)}
            </dd>
        </div>
    );
}

function SettingsTable({tree}: {tree: Tree}) {
    const words = useWords();
    const {t} = words;
    const rows = [
        [t('method.scenario'), tree.scenario.id], ['SHA-256', tree.scenario.sha256], ['Summitry', tree.summitry],
        [t('method.seed'), String(tree.seed)], [t('method.draws'), words.count(tree.draws_done)],
    ];
    return (
        <>
            <h3>{t('method.settings')}</h3>
            <Table caption={t('method.settingsSay')} kind="settings-table">
                <tbody>{rows.map(([name, value]) => <tr key={name}><th scope="row">{name}</th><td>{value}</td></tr>)}</tbody>
            </Table>
        </>
    );
}
