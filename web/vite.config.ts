// SPDX-License-Identifier: Apache-2.0
// How the page is built: one script and one style sheet with fixed names, so that a server or a saved page can embed them.
import {defineConfig} from 'vite';

export default defineConfig({
    base: './',
    esbuild: {jsx: 'automatic', jsxImportSource: 'preact', legalComments: 'none'},
    build: {
        target: 'es2021',
        modulePreload: false,
        cssCodeSplit: false,
        assetsInlineLimit: 0,
        emptyOutDir: false,
        rollupOptions: {
            output: {
                inlineDynamicImports: true,
                entryFileNames: 'page.js',
                assetFileNames: 'page[extname]',
            },
        },
    },
});
