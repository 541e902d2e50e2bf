// SPDX-License-Identifier: Apache-2.0
// The page in a real browser; needs SUMMITRY (the program) and Chromium.
import {defineConfig} from 'vitest/config';

export default defineConfig({
    esbuild: {jsx: 'automatic', jsxImportSource: 'preact'},
    test: {include: ['tests/browser/*.test.ts'], environment: 'node', testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false, retry: 0},
});
