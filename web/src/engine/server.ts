// SPDX-License-Identifier: Apache-2.0
// The engine behind `summitry serve`: docs/api/openapi.yaml. Points at once, the rest as events.
import type {Backtest} from '../record/backtest';
import {Ahead} from './ahead';
import {EngineFault, type Ask, type Base, type DecisionTable, type Engine, type Inquiry, type InquiryAsk, type InquiryListener, type Listener, type Passage, type Problem, type Progress, type ScenarioName, type StageName} from './engine';
import {afterFrame} from './frame';
import {Lean, type Sent} from './lean';
import type {Tree} from './tree';
import {tableOf, type Variation} from './variation';
import {readVariation} from './variants';

interface ErrorBody { code: string; message: string; hint: string | null }
interface StageEvent { stage: string; last: boolean; tree: unknown }

interface Followed {
    /** Whether leaving it ends the run; one that a newer run replaces needs no end. */
    cancels?: boolean;
    onStage(event: StageEvent): void;
    /** Nothing new, as its text begins: not worth reading. */
    isOld?(text: string): boolean;
    onProgress?(progress: Progress): void;
    onError(problem: Problem): void;
}

interface Listed extends Omit<DecisionTable, 'problem'> { problem: ErrorBody & {line: number | null; column: number | null} | null }

interface Summary { id: string; title: string; sha256: string; writable: boolean; problem: ErrorBody | null }

/** As docs/variation.md writes it: what is not changed is left out. */
export function variationBody(v: Variation): Record<string, unknown> {
    const body: Record<string, unknown> = {};
    if (v.asOf !== null)
        body['as_of'] = v.asOf;
    if (v.table)
        body['table'] = v.table;
    if (Object.keys(v.changes).length)
        body['changes'] = v.changes;
    if (Object.keys(v.levers).length)
        body['levers'] = Object.fromEntries(Object.entries(v.levers).map(([id, on]) => [id, on ? 'pulled' : 'dropped']));
    return body;
}

/** A client for each kind, so that a question replaces neither the answer's run nor another kind's. */
export function inquiryBody({variation, lang, draws, inquiry: asked}: InquiryAsk, client: string): Record<string, unknown> {
    const {models = null, ...inquiry} = 'models' in asked ? asked : {...asked, models: null};
    return {variation: variationBody(variation), language: lang, draws, models, inquiry, client: `${client}-${kindOf(asked)}`};
}

/** Two questions of one kind that do not replace each other differ in this. */
export function kindOf(inquiry: Inquiry): string {
    return 'models' in inquiry ? `${inquiry.kind}-some` : inquiry.kind;
}

function isLostStatus(status: number): boolean {
    return status === 502 || status === 503 || status === 504;
}

export async function problemOf(answer: Response): Promise<Problem> {
    const body = await answer.json().catch(() => null) as {error?: ErrorBody} | null;
    const kind = answer.status === 401 ? 'stale' : isLostStatus(answer.status) ? 'lost' : answer.status === 409 ? 'conflict' : 'refused';
    return {kind, message: body?.error?.message ?? `${answer.status} ${answer.statusText}`, hint: body?.error?.hint ?? null, code: body?.error?.code ?? null};
}

const LOST: Problem = {kind: 'lost', message: ''};

export function serverEngine(origin: string, token: string): Engine {
    const client = `page-${Math.random().toString(36).slice(2, 10)}`;
    const lean = new Lean();
    const ahead = new Ahead<Sent>();

    async function call<T>(path: string, init: RequestInit = {}): Promise<T> {
        let answer: Response;
        try {
            answer = await fetch(`${origin}/api/1${path}`, {
                ...init,
                headers: {'Authorization': `Bearer ${token}`, ...(init.body ? {'Content-Type': 'application/json'} : {})},
            });
        } catch (error) {
            if (error instanceof DOMException && error.name === 'AbortError')
                throw error;
            throw new EngineFault(LOST);
        }
        if (!answer.ok)
            throw new EngineFault(await problemOf(answer));
        return await answer.json() as T;
    }
    const post = <T>(path: string, body: string, signal?: AbortSignal) =>
        call<T>(path, {method: 'POST', body, ...(signal ? {signal} : {})});
    const at = (scenario: string) => `/scenarios/${encodeURIComponent(scenario)}`;
    const body = (ask: Ask) => ({
        variation: variationBody(ask.variation), language: ask.lang, client, omit: lean.omit(ask), ...(ask.draws == null ? {} : {draws: ask.draws}),
    });

    return {
        kind: 'server',
        async scenarios() {
            const found = await call<{scenarios: Summary[]}>('/scenarios');
            return found.scenarios.map(({id, title}): ScenarioName => ({id, title}));
        },
        async base(scenario, lang): Promise<Base> {
            const found = await call<{summary: Summary; tree: Tree; variants: {name: string; variation: unknown}[]}>(`${at(scenario)}?language=${encodeURIComponent(lang)}`);
            return {tree: found.tree, sha256: found.summary.sha256, writable: found.summary.writable,
                variants: found.variants.map(v => ({name: v.name, variation: readVariation(v.variation, tableOf(found.tree.table))}))};
        },
        ask: (ask, to) => run(ask, to),
        foresee(ask) {
            const question = JSON.stringify(body(ask)), key = at(ask.scenario) + question;
            if (!ahead.has(key))
                ahead.put(key, post<Sent>(`${at(ask.scenario)}/points`, question));
        },
        inquire: (ask, to) => inquire(ask, to),
        async decisions() {
            const found = await call<{decisions: Listed[]}>('/decisions');
            return found.decisions.map(d => ({...d, problem: d.problem && (d.problem.line === null ? '' : `${d.problem.line}:${d.problem.column}: `) + d.problem.message}));
        },
        backtest: (table, to) => follow(`/decisions/${encodeURIComponent(table)}`, {client: `${client}-backtest`}, {
            cancels: true,
            onStage: e => to.onTree(e.tree as Backtest),
            onProgress: p => to.onProgress?.(p),
            onError: problem => to.onError(problem),
        }),
        async saveVariant(scenario, name, variation) {
            const saved = await post<{file: string}>(`${at(scenario)}/variants`, JSON.stringify({name, variation: variationBody(variation), replace: true}));
            return saved.file;
        },
        async writeBack(scenario, edits, sha256) {
            const written = await call<{summary: Summary}>(`${at(scenario)}/value`, {method: 'PUT', body: JSON.stringify({edits, sha256})});
            return written.summary.sha256;
        },
        async passage(scenario, document, from, to): Promise<Passage | null> {
            try {
                return await call<Passage>(`${at(scenario)}/documents/${encodeURIComponent(document)}/text?from=${from}&to=${to}`);
            } catch (error) {
                if (error instanceof EngineFault && error.problem.kind !== 'lost')
                    return null;
                throw error;
            }
        },
    };

    /** A run's events, until what is returned is called: then nothing more is heard of it. */
    function follow(subject: string, body: object, to: Followed): () => void {
        const stop = new AbortController();
        let events: EventSource | null = null, run: string | null = null;
        let ended = false;
        const end = () => {
            ended = true;
            stop.abort();
            events?.close();
        };
        const fail = (problem: Problem) => {
            if (ended)
                return;
            end();
            to.onError(problem);
        };
        post<{run: string; events: string}>(`${subject}/runs`, JSON.stringify(body), stop.signal)
            .then(started => {
                if (ended)
                    return;
                run = started.run;
                events = new EventSource(`${origin}${started.events}?token=${encodeURIComponent(token)}`);
                events.addEventListener('stage', event => {
                    if (!ended && !to.isOld?.(event.data as string))
                        to.onStage(JSON.parse(event.data as string) as StageEvent);
                });
                events.addEventListener('progress', event => {
                    if (!ended)
                        to.onProgress?.(JSON.parse(event.data as string) as Progress);
                });
                events.addEventListener('end', event => {
                    const {status, error} = JSON.parse(event.data as string) as {status: string; error: ErrorBody | null};
                    run = null;
                    if (status === 'failed')
                        fail({kind: 'refused', message: error?.message ?? status, hint: error?.hint ?? null, code: error?.code ?? null});
                    end();
                });
                events.onerror = () => {
                    if (events?.readyState === EventSource.CLOSED)
                        fail(LOST);
                };
            })
            .catch((error: unknown) => {
                if (!(error instanceof DOMException && error.name === 'AbortError'))
                    fail(error instanceof EngineFault ? error.problem : LOST);
            });
        return () => {
            if (!ended && to.cancels && run !== null)
                void call(`/runs/${encodeURIComponent(run)}`, {method: 'DELETE'}).catch(() => undefined);
            end();
        };
    }

    function run(ask: Ask, to: Listener): () => void {
        const stop = new AbortController();
        let best = -1;
        let ended = false;
        let unfollow: () => void = () => undefined;
        const order: StageName[] = ['points', 'first', 'closed', 'all', 'seats'];
        const fail = (problem: Problem) => {
            if (ended)
                return;
            ended = true;
            to.onError(problem);
        };
        const take = (sent: Sent, name: StageName, last: boolean) => {
            const rank = order.indexOf(name);
            if (ended || rank < best || (rank === best && name === 'points'))
                return;
            const tree = lean.whole(ask, sent);
            if (!tree) {
                again();
                return;
            }
            best = rank;
            to.onTree(tree, {name, last});
        };
        /* The file has changed meanwhile: everything is wanted. */
        const again = () => {
            ended = true;
            unfollow();
            unfollow = run(ask, to);
        };
        const draws = () => {
            unfollow = follow(at(ask.scenario), body(ask), {
                onStage: e => take(e.tree as Sent, e.stage as StageName, e.last),
                isOld: text => text.startsWith('{"stage":"points"'),
                onProgress: p => to.onProgress?.(p),
                onError: fail,
            });
        };
        const question = JSON.stringify(body(ask));
        (ahead.take(at(ask.scenario) + question) ?? post<Sent>(`${at(ask.scenario)}/points`, question, stop.signal))
            .then(tree => {
                take(tree, 'points', ask.quick === true);
                if (!ask.quick && !ended)
                    unfollow = afterFrame(draws);
            })
            .catch((error: unknown) => {
                if (!(error instanceof DOMException && error.name === 'AbortError'))
                    fail(error instanceof EngineFault ? error.problem : LOST);
            });
        return () => {
            ended = true;
            stop.abort();
            unfollow();
        };
    }

    function inquire({scenario, lang, variation, inquiry, draws}: InquiryAsk, to: InquiryListener): () => void {
        const body = inquiryBody({scenario, lang, variation, inquiry, draws}, client);
        return follow(at(scenario), body, {
            cancels: true,
            onStage: e => { if (e.stage === 'inquiry') to.onTree(e.tree); },
            onProgress: p => to.onProgress?.(p),
            onError: problem => to.onError(problem),
        });
    }
}
