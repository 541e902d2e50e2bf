// SPDX-License-Identifier: Apache-2.0
// The report that `run --html` writes: one file, nothing fetched, complete, in both languages, on paper, and without scripts.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import type {Browser, BrowserContextOptions, Page} from 'playwright-core';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {spread} from '../../src/engine/spread';
import type {Gain, Tree} from '../../src/engine/tree';
import en from '../../src/words/en';
import zhHant from '../../src/words/zh-Hant';
import {launch, PROGRAM, TOP} from './support';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const FOLDER = mkdtempSync(join(tmpdir(), 'summitry-report-'));
const MOST_PAGES = 24;

let browser: Browser;
let tree: Tree;
const file = (lang: string) => join(FOLDER, `${lang}.html`);

beforeAll(async () => {
    browser = await launch();
    for (const lang of ['en', 'zh-Hant']) {
        const said = execFileSync(PROGRAM, ['run', join(TOP, 'scenarios/alaska-2025.summit.yaml'), '--models', 'mean,challenge,nash,quota,heaped', '--draws', '100', '--lang', lang, '--html', file(lang), '--json', '--quiet'], {maxBuffer: 1 << 28});
        if (lang === 'en')
            tree = JSON.parse(said.toString()) as Tree;
    }
}, 240_000);
afterAll(() => browser.close());

async function open(lang = 'en', options: BrowserContextOptions = {}): Promise<{page: Page; asked: string[]; errors: string[]; close: () => Promise<void>}> {
    const context = await browser.newContext({viewport: {width: 1100, height: 900}, reducedMotion: 'reduce', locale: 'en-GB', offline: true, ...options});
    const page = await context.newPage();
    const asked: string[] = [], errors: string[] = [];
    page.on('request', r => { if (!/^(file|data):/.test(r.url())) asked.push(r.url()); });
    page.on('pageerror', e => errors.push(e.message));
    page.on('console', m => { if (m.type() === 'error') errors.push(m.text()); });
    await page.goto(pathToFileURL(file(lang)).href);
    await page.waitForSelector(options.javaScriptEnabled === false ? 'noscript' : '.report .foot', {state: 'attached'});
    return {page, asked, errors, close: () => context.close()};
}

test('every part, everybody and every issue is there, with the digits of the command line', async () => {
    const {page, asked, errors, close} = await open();
    const headings = await page.locator('h2').allInnerTexts();
    for (const key of ['room.title', 'forecast.title', 'gains.title', 'issues.title', 'compare.title', 'seats.title', 'claims.title', 'method.title', 'evidence.title'] as const)
        expect(headings).toContain(en[key]);
    const text = await page.locator('.report').innerText();
    const wanted = [...tree.actors.filter(a => tree.models.some(m => (m.gains as Record<string, Gain | undefined> | null)?.[a.id]?.total != null)).map(a => a.name), ...tree.issues.map(i => i.title), ...tree.claims.map(c => c.says), ...tree.models.map(m => m.title), ...tree.inputs.map(i => i.judgement ?? ''), tree.scenario.sha256];
    expect(wanted.filter(w => !text.includes(w))).toEqual([]);
    const total = (actor: string) => spread(tree.models.map(m => (m.gains as Record<string, Gain | undefined>)[actor]?.total))?.middle;
    for (const actor of ['ukraine', 'us', 'russia', 'china'])
        expect(Number(await page.locator(`.gains li[data-actor="${actor}"]`).getAttribute('data-middle')), actor).toBe(total(actor));
    expect(await page.locator('[role=slider], .cares:is(input), .pin').count()).toBe(0);
    expect({asked, errors}).toEqual({asked: [], errors: []});
    await close();
});

test('a citation opens, and the language can be changed', async () => {
    const {page, errors, close} = await open();
    await page.locator('.claim-sheet .link').first().click();
    expect(await page.locator('.drawer').innerText()).toContain('commentary@');
    await page.keyboard.press('Escape');
    expect(await page.locator('.drawer').count()).toBe(0);
    await page.getByLabel('Language').selectOption('zh-Hant');
    await page.waitForFunction(() => document.documentElement.lang === 'zh-Hant');
    expect(await page.locator('#gains-title').innerText()).toBe(zhHant['gains.title']);
    expect(errors).toEqual([]);
    await close();
});

test('in Traditional Chinese from the start, and no English sentence of the interface is left', async () => {
    const {page, errors, close} = await open('zh-Hant');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hant');
    const text = await page.locator('body').innerText();
    const english = Object.values(en).flatMap(m => (typeof m === 'string' ? [m] : [m.one, m.other])).filter(m => !m.includes('{') && /[a-z]{4}/.test(m) && m !== 'Summitry');
    /* References and judgements are quoted in their own language: words of theirs are not ours. */
    expect(english.filter(m => m.split(' ').length > 2 && text.includes(m))).toEqual([]);
    expect(errors).toEqual([]);
    await close();
});

test('prints on A4: charts stay whole, nothing is wider than the sheet, few sheets', async () => {
    const {page, close} = await open();
    await page.setViewportSize({width: 695, height: 1017}); /* A4 without its margins, in CSS pixels */
    await page.emulateMedia({media: 'print'});
    const found = await page.evaluate(() => {
        const charts = [...document.querySelectorAll<HTMLElement>('.picture, .gains .rows, .scale, .lines, tr')];
        const whole = charts.filter(e => getComputedStyle(e).breakInside !== 'avoid' || e.getBoundingClientRect().height > innerHeight);
        const wide = [...document.querySelectorAll<HTMLElement>('.report table, .lines, .scale, .gains .rows')].filter(e => e.getBoundingClientRect().right > innerWidth + 1);
        return {charts: charts.length > 20, whole: whole.map(e => e.className), wide: wide.map(e => e.className), menus: [...document.querySelectorAll('.settings, nav')].filter(e => e.getClientRects().length).length};
    });
    expect(found).toEqual({charts: true, whole: [], wide: [], menus: 0});
    const pdf = await page.pdf({preferCSSPageSize: true});
    writeFileSync(join(FOLDER, 'report.pdf'), pdf);
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(5);
    expect(pages).toBeLessThanOrEqual(MOST_PAGES);
    await close();
});

test.each([360, 768, 1440])('%d px: nothing wider than the window', async width => {
    for (const lang of ['en', 'zh-Hant']) {
        const {page, close} = await open(lang, {viewport: {width, height: 900}});
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), lang).toBe(0);
        await close();
    }
});

test.each([false, true])('axe-core finds nothing serious (dark %s)', async dark => {
    const {page, close} = await open('en', {colorScheme: dark ? 'dark' : 'light', bypassCSP: true});
    await page.addScriptTag({path: AXE});
    const found = await page.evaluate(async () => {
        const axe = (window as unknown as {axe: {run: () => Promise<{violations: {id: string; impact: string; nodes: {html: string; failureSummary: string}[]}[]}>}}).axe;
        const {violations} = await axe.run();
        return violations.filter(v => ['serious', 'critical'].includes(v.impact)).map(v => `${v.id}: ${v.nodes[0]?.html} ${v.nodes[0]?.failureSummary}`);
    });
    expect(found).toEqual([]);
    await close();
});

test('without scripts it is the plain report', async () => {
    const {page, close} = await open('en', {javaScriptEnabled: false});
    const text = await page.locator('noscript').innerText();
    for (const wanted of ['Ukraine', 'GAINS', 'CLAIMS', 'WHAT A SEAT BRINGS', 'MODELS', 'INPUTS', tree.scenario.sha256])
        expect(text).toContain(wanted);
    await close();
});
