// SPDX-License-Identifier: Apache-2.0
// Trees recorded beforehand, by variation: for tests, and for a page saved without an engine.
import type {Ask, Engine, Inquiry, InquiryAsk, InquiryListener, Listener, ScenarioName} from './engine';
import type {Tree} from './tree';
import {keyOf, type Variation} from './variation';

export interface Recording { variation: Variation; tree: Tree }

/** An answer to another question than the run's; `lang` as the tree says. */
export interface RecordedInquiry { variation: Variation; inquiry: Inquiry; tree: {language: string} }

/** The part of a table that makes an answer: the same sets, in whatever order they were moved. */
function placed(v: Variation, file: Tree | undefined): string {
    const t = v.table ?? file?.table;
    if (!t)
        return keyOf(v);
    return keyOf({...v, table: {
        seats: [...t.seats].sort(),
        observers: [...t.observers].sort((a, b) => (a.actor < b.actor ? -1 : 1)),
        ratifiers: [...t.ratifiers].sort((a, b) => (a.actor < b.actor ? -1 : 1)),
        absent: [...t.absent].sort(),
    }});
}

export function recordedEngine(recordings: Recording[], inquiries: RecordedInquiry[] = [], delayMs = 0): Engine {
    const file = recordings[0]?.tree;
    const find = (ask: Ask) =>
        recordings.find(r => r.tree.language === ask.lang && placed(r.variation, file) === placed(ask.variation, file))
        ?? recordings.find(r => placed(r.variation, file) === placed(ask.variation, file));
    return {
        kind: 'recorded',
        scenarios: () => Promise.resolve(file ? [{id: file.scenario.id, title: file.scenario.title} satisfies ScenarioName] : []),
        base: () => file
            ? Promise.resolve({tree: file, sha256: '', writable: false})
            : Promise.reject(new Error('nothing recorded')),
        ask(ask: Ask, to: Listener) {
            const timer = setTimeout(() => {
                const found = find(ask);
                if (found)
                    to.onTree(found.tree, {name: 'seats', last: true});
                else
                    to.onError({kind: 'refused', message: 'not recorded'});
            }, delayMs);
            return () => clearTimeout(timer);
        },
        inquire(ask: InquiryAsk, to: InquiryListener) {
            const timer = setTimeout(() => {
                const same = (r: RecordedInquiry) => JSON.stringify(r.inquiry) === JSON.stringify(ask.inquiry) && placed(r.variation, file) === placed(ask.variation, file);
                const found = inquiries.find(r => same(r) && r.tree.language === ask.lang) ?? inquiries.find(same);
                if (found)
                    to.onTree(found.tree);
                else
                    to.onError({kind: 'refused', message: 'not recorded'});
            }, delayMs);
            return () => clearTimeout(timer);
        },
    };
}
