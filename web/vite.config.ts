// SPDX-License-Identifier: Apache-2.0
// How the page is built: one script and one style sheet with fixed names, so that a server or a saved page can embed them.
import {fileURLToPath} from 'node:url';
import {defineConfig, runnerImport, type Plugin} from 'vite';

/** A translation as a list in the order of the English messages: the keys, 840 of them, stand in the page once. */
function translationsAsLists(): Plugin {
    return {
        name: 'translations-as-lists',
        apply: 'build',
        enforce: 'pre',
        async load(id) {
            if (!/\/src\/words\/zh-Hant\.ts$/.test(id))
                return null;
            const {module: {en}} = await runnerImport<{en: Record<string, unknown>}>(id.replace('zh-Hant.ts', 'en.ts'));
            const {module: {default: words}} = await runnerImport<{default: Record<string, unknown>}>(id);
            const list = Object.keys(en).map(key => words[key]);
            return `import {en} from './en'; const list = ${JSON.stringify(list)}; export default Object.fromEntries(Object.keys(en).map((key, i) => [key, list[i]]));`;
        },
    };
}

/** d3's curves and dates come in one file each: what makes those that no chart here draws has no effect but itself, and may go. */
function unusedCurves(): Plugin {
    return {
        name: 'unused-curves',
        apply: 'build',
        transform: (code, id) => (/\/d3-shape\/.*\.m?js$/.test(id) ? code.replace(/^(var \w+ = )(?=\(function custom\()/gm, '$1/* @__PURE__ */ ') : null),
    };
}

/* Nothing here calls them: 9 kB of a page that is to stay small. */
const unused = fileURLToPath(new URL('./src/chart/unused.ts', import.meta.url));

export default defineConfig({
    base: './',
    plugins: [translationsAsLists(), unusedCurves()],
    resolve: {alias: {'d3-interpolate': unused, 'd3-format': unused, 'd3-time-format': unused}},
    esbuild: {jsx: 'automatic', jsxImportSource: 'preact', legalComments: 'none'},
    build: {
        target: 'es2021',
        modulePreload: false,
        cssCodeSplit: false,
        assetsInlineLimit: 0,
        emptyOutDir: false,
        rollupOptions: {
            treeshake: {manualPureFunctions: ['curveRadial', 'timeInterval', 'timeWeekday', 'utcWeekday', 'ticker']},
            output: {
                inlineDynamicImports: true,
                entryFileNames: 'page.js',
                assetFileNames: 'page[extname]',
            },
        },
    },
});
