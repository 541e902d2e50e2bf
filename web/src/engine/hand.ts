// SPDX-License-Identifier: Apache-2.0
// A worker with the engine and the scenario in it; ended and begun again when what it works on is no longer wanted.
import {EngineFault} from './engine';
import type {EngineProgress} from '../../engine/engine.js';
import type {Order, Reply} from './worker';
import EngineWorker from './worker?worker&inline';

type Without<T> = T extends unknown ? Omit<T, 'id'> : never;

interface Asker {
    done: (value: unknown) => void;
    failed: (error: unknown) => void;
    told?: ((progress: EngineProgress) => void) | undefined;
}

export class Hand {
    private worker: Worker | null = null;
    private waiting = new Map<number, Asker>();
    private next = 0;

    constructor(private readonly wasm: Uint8Array<ArrayBuffer>, private readonly scenario: string) {
        this.begin();
    }

    private begin(): void {
        this.worker = new EngineWorker();
        this.worker.onmessage = (event: MessageEvent<Reply>) => {
            const reply = event.data;
            const asker = this.waiting.get(reply.id);
            if ('progress' in reply) {
                asker?.told?.(reply.progress);
                return;
            }
            this.waiting.delete(reply.id);
            if ('error' in reply)
                asker?.failed(new EngineFault({kind: 'refused', ...reply.error}));
            else
                asker?.done(reply.value);
        };
        this.worker.onerror = event => {
            for (const {failed} of this.waiting.values())
                failed(new EngineFault({kind: 'refused', message: event.message}));
            this.waiting.clear();
        };
        this.send({do: 'open', wasm: this.wasm.buffer, scenario: this.scenario}).catch(() => undefined);
    }

    send<T>(order: Without<Order>, told?: (progress: EngineProgress) => void): Promise<T> {
        const id = this.next++;
        return new Promise<T>((done, failed) => {
            this.waiting.set(id, {done: value => done(value as T), failed, told});
            this.worker?.postMessage({...order, id});
        });
    }

    /** What is being worked on is dropped, unanswered. */
    drop(): void {
        if (this.waiting.size === 0)
            return;
        this.worker?.terminate();
        this.waiting.clear();
        this.begin();
    }
}
