// SPDX-License-Identifier: Apache-2.0
// The library's engine in a worker of a saved page: it works until it is done, so whoever wants it to stop ends it.
import {EngineError, loadEngine, type EngineProgress, type LoadedEngine} from '../../engine/engine.js';

export type Order =
    | {id: number; do: 'open'; wasm: ArrayBuffer; scenario: string}
    | {id: number; do: 'base'; lang: string}
    | {id: number; do: 'ask'; question: object};

/** `progress` comes while the order is worked on; it may come often, and then one of the others. */
export type Reply =
    | {id: number; progress: EngineProgress}
    | {id: number; value: unknown}
    | {id: number; error: {message: string; hint: string | null; code?: string}};

let engine: LoadedEngine | null = null;
let current = 0;

async function obey(order: Order): Promise<unknown> {
    current = order.id;
    if (order.do === 'open') {
        engine = await loadEngine(order.wasm, progress => postMessage({id: current, progress} satisfies Reply));
        return engine.open(order.scenario);
    }
    if (!engine)
        throw new Error('no scenario is open');
    return order.do === 'base' ? engine.base(order.lang) : engine.ask(order.question);
}

/* One after the other: opening takes its time, and what is asked meanwhile waits for it. */
let line: Promise<unknown> = Promise.resolve();
addEventListener('message', (event: MessageEvent<Order>) => {
    const order = event.data;
    line = line.then(() => obey(order)).then(
        value => postMessage({id: order.id, value} satisfies Reply),
        (error: unknown) => postMessage({
            id: order.id,
            error: error instanceof EngineError ? {message: error.message, hint: error.error.hint, code: error.error.code} : {message: String(error), hint: null},
        } satisfies Reply));
});
