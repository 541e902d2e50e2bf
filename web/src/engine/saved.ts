// SPDX-License-Identifier: Apache-2.0
// The engine of a saved page: the same library as WebAssembly, in workers: one for points, one for draws, one for each other kind of question (docs/api/engine.md).
import type {Backtest} from '../record/backtest';
import {Ahead} from './ahead';
import {EngineFault, type Ask, type Base, type DecisionTable, type Engine, type Listener, type Passage, type Problem, type StageName} from './engine';
import {Hand} from './hand';
import {Lean, type Sent} from './lean';
import {inquiryBody, kindOf, variationBody} from './server';
import type {Tree} from './tree';

/* One core and no vector instructions: fewer draws than the server's, and said so. The address can ask for more. */
const DRAWS = 2000;

interface Packed {
    scenario: object;
    backtests?: (Omit<DecisionTable, 'id' | 'problem'> & {tree: Backtest})[];
    documents?: Record<string, {lang: string | null; passages: {from: number; to: number; text: string}[]}>;
}

export function savedEngine(page: string, base64: string): Engine {
    const packed = JSON.parse(page) as Packed;
    const wasm = Uint8Array.from(atob(base64.trim()), c => c.charCodeAt(0));
    const scenario = JSON.stringify(packed.scenario);
    const quick = new Hand(wasm, scenario), slow = new Hand(wasm, scenario);
    const lean = new Lean();
    const ahead = new Ahead<Sent>();
    const asides = new Map<string, Hand>(), latest = new Map<string, object>();
    const baseOf = (lang: string) => quick.send<{summary: {id: string; title: string; sha256: string}; tree: Tree}>({do: 'base', lang});

    return {
        kind: 'worker',
        async scenarios() {
            const {summary} = await baseOf('en');
            return [{id: summary.id, title: summary.title}];
        },
        async base(_, lang): Promise<Base> {
            const {summary, tree} = await baseOf(lang);
            return {tree, sha256: summary.sha256, writable: false};
        },
        ask(ask, to) {
            let current = true;
            slow.drop();
            void answer(ask, to, () => current);
            return () => { current = false; };
        },
        foresee(ask) {
            const question = questionOf(ask, 'points'), key = JSON.stringify(question);
            if (!ahead.has(key))
                ahead.put(key, quick.send<Sent>({do: 'ask', question}));
        },
        inquire(ask, to) {
            const kind = kindOf(ask.inquiry);
            const hand = asides.get(kind) ?? new Hand(wasm, scenario);
            const me = {};
            const isCurrent = () => latest.get(kind) === me;
            asides.set(kind, hand);
            latest.set(kind, me);
            hand.drop();
            hand.send({do: 'ask', question: inquiryBody(ask, 'page')}, progress => { if (isCurrent()) to.onProgress?.({stage: 'inquiry', ...progress}); }).then(
                tree => { if (isCurrent()) to.onTree(tree); },
                (error: unknown) => { if (isCurrent()) to.onError(problemOf(error)); });
            return () => {
                if (!isCurrent())
                    return;
                hand.drop();
                latest.delete(kind);
            };
        },
        decisions: () => Promise.resolve((packed.backtests ?? []).map(({file, sha256, issues, decided}, at) => ({id: `${at}`, file, sha256, issues, decided, problem: null}))),
        backtest(table, to) {
            const found = packed.backtests?.[Number(table)];
            if (found)
                to.onTree(found.tree);
            return () => undefined;
        },
        passage: (_, document, from, to) => Promise.resolve(find(document, from, to)),
    };

    async function answer(ask: Ask, to: Listener, isCurrent: () => boolean): Promise<void> {
        const stages: StageName[] = ask.quick ? ['points'] : ask.draws === 0 ? ['points', 'seats'] : ['points', 'first', 'closed', 'seats'];
        try {
            for (const stage of stages) {
                const question = questionOf(ask, stage), foreseen = stage === 'points' ? ahead.take(JSON.stringify(question)) : undefined;
                const sent = await (foreseen ?? (stage === 'points' ? quick : slow).send<Sent>({do: 'ask', question},
                    progress => { if (isCurrent()) to.onProgress?.({stage, ...progress}); }));
                const tree = isCurrent() ? lean.whole(ask, sent) : null;
                if (!tree)
                    return;
                to.onTree(tree, {name: stage, last: stage === stages[stages.length - 1]});
            }
        } catch (error) {
            if (isCurrent())
                to.onError(problemOf(error));
        }
    }

    function questionOf(ask: Ask, stage: StageName): object {
        return {variation: variationBody(ask.variation), language: ask.lang, draws: ask.draws ?? DRAWS, stage, omit: lean.omit(ask)};
    }

    function problemOf(error: unknown): Problem {
        return error instanceof EngineFault ? error.problem : {kind: 'refused', message: String(error)};
    }

    function find(document: string, from: number, to: number): Passage | null {
        const {lang = null, passages = []} = packed.documents?.[document] ?? {};
        /* The passage that holds most of what is asked. */
        const overlap = (p: {from: number; to: number}) => Math.min(p.to, to) - Math.max(p.from, from);
        const best = [...passages].sort((a, b) => overlap(b) - overlap(a))[0];
        return best && overlap(best) > 0 ? {from: best.from, text: best.text, lang} : null;
    }
}
