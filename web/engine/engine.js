// SPDX-License-Identifier: Apache-2.0
// Loads engine.wasm and speaks JSON with it (docs/api/engine.md). Runs in a worker, a page, or Node.

/** What the engine refused; `error` is the schema ErrorBody of docs/api/openapi.yaml. */
export class EngineError extends Error {
    constructor(error) {
        super(error.message);
        this.name = 'EngineError';
        this.error = error;
    }
}

const PROGRESS_EVERY_MS = 100;

/**
 * @param {BufferSource} bytes of engine.wasm
 * @param onProgress told now and then {what, done, total} of what is worked on
 */
export async function loadEngine(bytes, onProgress) {
    let told = 0;
    const progress = (from, length, done, total) => {
        const now = Date.now();
        if (!onProgress || now - told < PROGRESS_EVERY_MS || done >= total)
            return;
        told = now;
        onProgress({what: new TextDecoder().decode(new Uint8Array(wasm.memory.buffer, from, length)), done, total});
    };
    const {instance} = await WebAssembly.instantiate(bytes, {env: {emscripten_notify_memory_growth() {}, progress}});
    const wasm = instance.exports;
    wasm._initialize();
    let packed = null;

    function answer(status) {
        const from = wasm.answer();
        const text = new TextDecoder().decode(new Uint8Array(wasm.memory.buffer, from, wasm.answer_length()));
        const value = JSON.parse(text);
        if (status !== 0)
            throw new EngineError(value.error);
        return value;
    }

    function send(call, text) {
        const sent = new TextEncoder().encode(text);
        const at = wasm.take(sent.length + 1);
        if (at === 0)
            throw new EngineError({code: 'nomem', message: 'out of memory', hint: null, line: null, column: null});
        new Uint8Array(wasm.memory.buffer, at, sent.length).set(sent);
        try {
            return answer(call(at, sent.length));
        } finally {
            wasm.give(at);
        }
    }

    const engine = {
        open(scenario) {
            const told = send(wasm.open, scenario);
            packed = JSON.parse(scenario);
            return told;
        },
        ask: (question) => send(wasm.ask, JSON.stringify(question)),
        about: () => answer(wasm.about()),
        takenOver: () => wasm.taken_over(),
        base(language) {
            const tree = engine.ask({stage: 'points', language});
            const check = answer(wasm.check());
            const {id, title, as_of, sha256} = tree.scenario;
            const summary = {id, title, as_of, file: packed.file, sha256, writable: false, problem: null};
            return {summary, tree, check, variants: []};
        },
    };
    return engine;
}
