// SPDX-License-Identifier: Apache-2.0
// Types of engine.js; what is asked and answered is described in docs/api/openapi.yaml.

export interface EngineErrorBody {
    code: string;
    message: string;
    hint: string | null;
    line: number | null;
    column: number | null;
}

export class EngineError extends Error {
    error: EngineErrorBody;
}

export interface LoadedEngine {
    /** Takes a packed scenario as text. */
    open(scenario: string): {id: string; sha256: string};
    /** The tree of the stage that the question names, or of its inquiry. */
    ask(question: object): unknown;
    /** As GET /api/1/scenarios, without scenarios. */
    about(): unknown;
    /** How many questions so far were given the draws of the one before. */
    takenOver(): number;
    /** As GET /api/1/scenarios/{id}. */
    base(language?: string): unknown;
}

export interface EngineProgress { what: string; done: number; total: number }

/** `onProgress` is called from within `ask`, at most ten times a second. */
export function loadEngine(bytes: BufferSource, onProgress?: (progress: EngineProgress) => void): Promise<LoadedEngine>;
