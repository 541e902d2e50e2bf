// SPDX-License-Identifier: Apache-2.0
// Starts the page: engine, session, address, first drawing; or the report, where the file holds a tree.
import {render} from 'preact';
import {afterFrame} from './engine/frame';
import {readAddress, writeAddress} from './shell/address';
import {App} from './shell/App';
import {startReport} from './report/start';
import {Session} from './shell/session';
import {chooseEngine} from './shell/start';
import './shell/theme.css';
import {isLang, nearestLang} from './words/catalogue';

function fromAddress() {
    const place = readAddress(location.hash);
    const lang = place.lang && isLang(place.lang) ? place.lang : nearestLang(navigator.languages);
    return {scenario: place.scenario, lang, tab: place.tab ?? 'gains', model: place.model, draws: place.draws, question: place.question, variation: place.variation, ignored: place.ignored ?? []};
}

function startPage(root: HTMLElement): void {
    const session = new Session(chooseEngine(), fromAddress());
    let written = '';
    /* Behind the table and the open view: the browser takes longer over an address than over a drawing. */
    const behind = (work: () => void) => afterFrame(() => { afterFrame(work); });
    session.subscribe(() => {
        const {scenario, lang, tab, model, draws, question, variation, scenarios} = session.state;
        const text = '#' + writeAddress({scenario: scenarios.length > 1 ? scenario : null, lang, tab, model, draws, question, variation});
        if (text !== written) {
            written = text;
            behind(() => { if (written === text) history.replaceState(null, '', location.pathname + location.search + text); });
        }
    });
    addEventListener('hashchange', () => {
        if (location.hash === written)
            return;
        session.set(fromAddress());
        void session.open();
    });
    root.textContent = '';
    render(<App session={session} />, root);
    void session.open();
}

const root = document.getElementById('page'), report = document.getElementById('summitry-report');
if (root && report?.textContent)
    startReport(root, report.textContent, report.dataset['kind']);
else if (root)
    startPage(root);
