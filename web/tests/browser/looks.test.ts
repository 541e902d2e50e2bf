// SPDX-License-Identifier: Apache-2.0
// How the page looks: approved pictures with a tolerance, nothing cut off at any width, nothing that axe-core finds serious, every word translated.
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import pixelmatch from 'pixelmatch';
import type {Browser} from 'playwright-core';
import {PNG} from 'pngjs';
import {afterAll, beforeAll, expect, test} from 'vitest';
import en from '../../src/words/en';
import {launch, openRecorded, TOP} from './support';
import {inquiries, recordings} from './trees';

const APPROVED = join(TOP, 'web/tests/approved'), FOUND = join(TOP, 'build/page');
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const VIEWS = ['gains', 'issues', 'claims', 'seats', 'timeline', 'moves', 'record', 'models', 'evidence'];
const TOLERANCE = 0.02;

let browser: Browser;
beforeAll(async () => {
    browser = await launch();
    mkdirSync(FOUND, {recursive: true});
});
afterAll(() => browser.close());

const shots = [
    {name: 'phone', lang: 'en', width: 390, height: 1500, view: 'gains', dark: false, hash: ''},
    {name: 'moved', lang: 'en', width: 1280, height: 900, view: 'gains', dark: false, hash: '&seats=us.russia.ukraine&door=us~russia~ukraine&absent=eu.uk'},
    {name: 'issues-zh-dark', lang: 'zh-Hant', width: 1280, height: 900, view: 'issues', dark: true, hash: ''},
    {name: 'timeline', lang: 'en', width: 1280, height: 900, view: 'timeline', dark: false, hash: ''},
    {name: 'moves', lang: 'en', width: 1280, height: 1700, view: 'moves', dark: false, hash: ''},
    {name: 'wide', lang: 'en', width: 2560, height: 1300, view: 'claims', dark: false, hash: ''},
];

test.each(shots)('looks as approved: $name', async ({name, lang, width, height, view, dark, hash}) => {
    const {page, errors, close} = await openRecorded(browser, recordings(lang), `lang=${lang}&view=${view}${hash}`,
        {viewport: {width, height}, colorScheme: dark ? 'dark' : 'light'}, inquiries(lang));
    await page.waitForTimeout(150);
    await page.waitForFunction(() => !document.querySelector('.inquiring'));
    if (view === 'moves')
        await page.waitForSelector('[data-part=sobol][data-rows="512"]');
    const shot = await page.screenshot({animations: 'disabled'});
    expect(errors).toEqual([]);
    await close();
    const approved = join(APPROVED, `${name}.png`);
    writeFileSync(join(FOUND, `${name}.png`), shot);
    if (process.env['APPROVE'] || !existsSync(approved)) {
        mkdirSync(APPROVED, {recursive: true});
        writeFileSync(approved, shot);
        return;
    }
    const a = PNG.sync.read(readFileSync(approved)), b = PNG.sync.read(shot);
    expect([b.width, b.height]).toEqual([a.width, a.height]);
    const differ = pixelmatch(a.data, b.data, undefined, a.width, a.height, {threshold: 0.2});
    expect(differ / (a.width * a.height), `compare build/page/${name}.png; approve with APPROVE=1 npm run test:browser`).toBeLessThan(TOLERANCE);
});

test.each([360, 768, 1280, 3840])('%d px: nothing wider than the window, no label cut off', async width => {
    for (const lang of ['en', 'zh-Hant']) {
        const {page, close} = await openRecorded(browser, recordings(lang), `lang=${lang}`, {viewport: {width, height: 900}}, inquiries(lang));
        for (const view of VIEWS) {
            const tab = page.locator(`#tab-${view}`);
            if (await tab.count())
                await tab.click();
            await page.waitForFunction(() => !document.querySelector('.inquiring'));
            if (view === 'moves')
                await page.waitForSelector('[data-part=levers] .factor');
            const cut = await page.evaluate(() => {
                const wide = document.documentElement.scrollWidth - innerWidth;
                const words = [...document.querySelectorAll<HTMLElement>('.token .name, .lever .title strong, .claim .says, .strip h3, .gains .name, .anchors .text, .factors .name, .factors .value, .timeline h4, .timeline .anchor, .timeline .who .name')]
                    .filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0).map(e => e.textContent);
                return {wide, words};
            });
            expect(cut, `${lang} ${view}`).toEqual({wide: 0, words: []});
        }
        await close();
    }
});

test('labels in the picture do not lie on one another', async () => {
    for (const [width, lang, hash] of [[360, 'en', ''], [390, 'zh-Hant', ''], [390, 'en', '&seats=us.russia.ukraine&door=us~russia~ukraine&absent=eu.uk'], [1280, 'en', ''], [2560, 'en', '']] as const) {
        const {page, close} = await openRecorded(browser, recordings(lang), `lang=${lang}${hash}`, {viewport: {width, height: 900}});
        const hits = await page.evaluate(() => {
            const boxes = [...document.querySelectorAll('.token .disc, .token .name, .token .sub, .door-sign')].map(e => {
                const range = document.createRange();
                range.selectNodeContents(e);
                const b = e.classList.contains('disc') ? e.getBoundingClientRect() : range.getBoundingClientRect();
                return {text: `${e.className} ${e.textContent}`, token: e.closest('.token'), b};
            }).filter(x => x.b.width > 0);
            return boxes.flatMap((x, i) => boxes.slice(i + 1)
                .filter(y => x.token !== y.token && Math.min(x.b.right, y.b.right) - Math.max(x.b.left, y.b.left) > 1 && Math.min(x.b.bottom, y.b.bottom) - Math.max(x.b.top, y.b.top) > 1)
                .map(y => `${x.text} / ${y.text}`));
        });
        expect(hits, `${lang} at ${width}`).toEqual([]);
        await close();
    }
});

test.each([{dark: false, width: 1280}, {dark: true, width: 390}])('axe-core finds nothing serious (dark $dark, $width px)', async ({dark, width}) => {
    const {page, close} = await openRecorded(browser, recordings('en'), '', {viewport: {width, height: 900}, colorScheme: dark ? 'dark' : 'light'}, inquiries('en'));
    await page.addScriptTag({path: AXE});
    for (const view of VIEWS) {
        await page.click(`#tab-${view}`);
        await page.waitForFunction(() => !document.querySelector('.inquiring'));
        if (view === 'evidence')
            await page.locator('.inputs .link').first().click();
        const found = await page.evaluate(async () => {
            const axe = (window as unknown as {axe: {run: () => Promise<{violations: {id: string; impact: string; nodes: {html: string; failureSummary: string}[]}[]}>}}).axe;
            const {violations} = await axe.run();
            return violations.filter(v => ['serious', 'critical'].includes(v.impact)).map(v => `${v.id}: ${v.nodes[0]?.html} ${v.nodes[0]?.failureSummary}`);
        });
        expect(found, view).toEqual([]);
    }
    await close();
});

test('in Traditional Chinese no English sentence of the interface is left', async () => {
    const {page, close} = await openRecorded(browser, recordings('en', 'zh-Hant'), 'lang=en', {}, inquiries('en', 'zh-Hant'));
    await page.getByLabel('Language').selectOption('zh-Hant');
    await page.waitForFunction(() => document.documentElement.lang === 'zh-Hant' && document.querySelector('h1')?.textContent.includes('安克雷奇'));
    const english = Object.values(en).flatMap(m => (typeof m === 'string' ? [m] : [m.one, m.other])).filter(m => !m.includes('{') && /[a-z]{4}/.test(m) && m !== 'Summitry');
    for (const view of VIEWS) {
        await page.click(`#tab-${view}`);
        await page.waitForFunction(() => !document.querySelector('.inquiring'));
        await page.addStyleTag({content: '.method .source, .method dt, code { display: none }'}); /* titles and references stay as they were published, what is typed stays as it is */
        const text = await page.locator('body').innerText();
        expect(english.filter(m => text.includes(m)), view).toEqual([]);
    }
    await close();
});
