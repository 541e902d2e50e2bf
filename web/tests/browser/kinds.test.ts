// SPDX-License-Identifier: Apache-2.0
// Reports of every kind: one file, the command's tree, nothing fetched, in both languages, at every width, on paper, without scripts.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import type {Browser, BrowserContextOptions, Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {CompareTree} from '../../src/accounts/tree';
import type {LeverageTree} from '../../src/levers/tree';
import type {Backtest} from '../../src/record/backtest';
import type {Sensitivity} from '../../src/sensitivity/answer';
import type {TimelineTree} from '../../src/timeline/tree';
import en from '../../src/words/en';
import {makeWords} from '../../src/words/catalogue';
import zhHant from '../../src/words/zh-Hant';
import {launch, PROGRAM, TOP} from './support';

const FOLDER = mkdtempSync(join(tmpdir(), 'summitry-kinds-'));
const SCENARIO = 'scenarios/alaska-2025.summit.yaml';
const KINDS = {
    timeline: ['timeline', SCENARIO, '--models', 'mean,nash,heaped', '--draws', '50'],
    sensitivity: ['sensitivity', SCENARIO, '--models', 'mean,nash', '--of', 'gain: ukraine', '--rows', '32'],
    tornado: ['sensitivity', SCENARIO, '--models', 'mean,nash', '--of', 'outcome: ceasefire', '--method', 'tornado'],
    morris: ['sensitivity', SCENARIO, '--models', 'mean', '--of', 'claim:win_win_states', '--method', 'morris', '--rows', '8'],
    levers: ['levers', SCENARIO, '--models', 'mean,nash', '--for', 'ukraine'],
    leverage: ['leverage', SCENARIO, '--models', 'mean,nash', '--draws', '50', '--claim', 'few_open'],
    compare: ['compare', SCENARIO, 'scenarios/alaska-2025-second.summit.yaml', '--models', 'mean,nash', '--draws', '50'],
    power: ['power', 'scenarios/tobacco-advertising-1997.summit.yaml'],
    backtest: ['backtest', 'docs/decisions.csv', '--models', 'mean,median,nash,heaped'],
} as const;
type Name = keyof typeof KINDS;
const NAMES = Object.keys(KINDS) as Name[];
const LANGS = ['en', 'zh-Hant'] as const;
const words = makeWords('en');

let browser: Browser;
const trees = new Map<string, unknown>();
const file = (name: Name, lang: string) => join(FOLDER, `${name}.${lang}.html`);
/* A table of decisions has no language: its report takes the reader's. */
const speaks = (name: Name) => name !== 'backtest';

beforeAll(async () => {
    browser = await launch();
    for (const name of NAMES)
        for (const lang of LANGS) {
            const said = execFileSync(PROGRAM, [...KINDS[name], ...(speaks(name) ? ['--lang', lang] : []), '--html', file(name, lang), '--json', '--quiet'], {cwd: TOP, maxBuffer: 1 << 28});
            trees.set(`${name} ${lang}`, JSON.parse(said.toString()));
        }
}, 240_000);
afterAll(() => browser.close());

async function open(name: Name, lang = 'en', options: BrowserContextOptions = {}): Promise<{page: Page; found: () => string[]; close: () => Promise<void>}> {
    const context = await browser.newContext({viewport: {width: 1100, height: 900}, reducedMotion: 'reduce', locale: lang === 'en' ? 'en-GB' : 'zh-TW', offline: true, ...options});
    const page = await context.newPage();
    const found: string[] = [];
    page.on('request', r => { if (!/^(file|data):/.test(r.url())) found.push(r.url()); });
    page.on('pageerror', e => found.push(e.message));
    page.on('console', m => { if (m.type() === 'error') found.push(m.text()); });
    await page.goto(pathToFileURL(file(name, lang)).href);
    await page.waitForSelector(options.javaScriptEnabled === false ? 'noscript' : '.report .foot', {state: 'attached'});
    return {page, found: () => found, close: () => context.close()};
}

describe.each(NAMES)('%s', name => {
    test('the tree in the file is the command\'s, and is drawn without a request or an error in both languages', async () => {
        for (const lang of LANGS) {
            const inside = /id="summitry-report" data-kind="(\w+)">([^<]*)<\/script>/.exec(readFileSync(file(name, lang), 'utf8'));
            expect(inside?.[1]).toBe(name === 'tornado' || name === 'morris' ? 'sensitivity' : name);
            expect(JSON.parse(inside?.[2] ?? '')).toEqual(trees.get(`${name} ${lang}`));
            const {page, found, close} = await open(name, lang);
            expect(await page.evaluate(() => document.documentElement.lang)).toBe(lang);
            expect(await page.locator('.report section').count()).toBeGreaterThan(0);
            expect(found()).toEqual([]);
            await close();
        }
    });

    test('no English sentence of the interface is left in Traditional Chinese', async () => {
        const {page, close} = await open(name, 'zh-Hant');
        const text = await page.locator('body').innerText();
        const english = Object.values(en).flatMap(m => (typeof m === 'string' ? [m] : [m.one, m.other])).filter(m => !m.includes('{') && m.split(' ').length > 2 && /[a-z]{4}/.test(m));
        expect(english.filter(m => text.includes(m))).toEqual([]);
        await close();
    });

    test.each([360, 1024, 1440])('%d px: nothing wider than the window', async width => {
        for (const lang of LANGS) {
            const {page, close} = await open(name, lang, {viewport: {width, height: 900}});
            expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), lang).toBe(0);
            await close();
        }
    });

    test('prints on A4: nothing is wider than the sheet, charts stay whole, nothing to press', async () => {
        const {page, close} = await open(name, 'en', {viewport: {width: 695, height: 1017}}); /* A4 without its margins */
        await page.emulateMedia({media: 'print'});
        const found = await page.evaluate(() => {
            const all = [...document.querySelectorAll<HTMLElement>('.report *')].filter(e => e.getClientRects().length && !e.closest('.visually-hidden'));
            const whole = [...document.querySelectorAll<HTMLElement>('.over, .gain-over, .factor, .plots figure, tr')].filter(e => getComputedStyle(e).breakInside !== 'avoid' || e.getBoundingClientRect().height > innerHeight);
            return {wide: all.filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => `${e.tagName} ${e.getAttribute('class') ?? ''}`), whole: whole.map(e => e.className), press: all.filter(e => e.matches('.button, nav, select')).length};
        });
        expect(found).toEqual({wide: [], whole: [], press: 0});
        await close();
    });
});

test('timeline: every date, issue, claim and gain is there, with the digits of the command line', async () => {
    const tree = trees.get('timeline en') as TimelineTree & {actors: {id: string; name: string}[]};
    const {page, close} = await open('timeline');
    const text = await page.locator('.report').innerText();
    const wanted = [...tree.issues.map(i => i.title), ...tree.events.map(e => e.title), ...tree.states.flatMap(s => [words.date(s.from), ...s.claims.map(c => c.says)])];
    expect(wanted.filter(w => !text.includes(w))).toEqual([]);
    const cells = (of: string) => page.locator('.dated tr', {has: page.locator(`th:text-is("${of}")`)}).locator('td').allInnerTexts();
    expect(await cells('Ukraine')).toEqual(tree.states.map(s => words.signedDecimal(s.gains['ukraine']?.middle, 1)));
    const claim = tree.states[0]?.claims[0];
    expect(await cells(claim?.says ?? '')).toEqual(tree.states.map(s => words.odds(s.claims[0]?.odds?.p)));
    await close();
});

test('timeline: another day can be read, and nothing is asked for it', async () => {
    const {page, found, close} = await open('timeline');
    const reading = () => page.locator('[data-issue=military_aid] .reading').innerText();
    const before = await reading();
    await page.click('.stop[data-date="2023-03-17"]');
    expect(await page.locator('.date-bar .now').innerText()).toContain('March 17, 2023');
    expect(await reading()).not.toBe(before);
    expect(found()).toEqual([]);
    await close();
});

test('back-test: every model with its error, difference and chances', async () => {
    const tree = trees.get('backtest en') as Backtest;
    const {page, close} = await open('backtest');
    expect(await page.locator('h1').innerText()).toBe(en['record.heading']);
    for (const m of tree.models.filter(m => m.n > 0))
        expect(Number(await page.locator(`.errors [data-model="${m.id}"]`).getAttribute('data-crps')), m.id).toBe(m.crps);
    expect(await page.locator('.plots figure').count()).toBe(1);
    expect(await page.locator('.report').innerText()).toContain(tree.cases.sha256);
    await close();
    const other = await open('backtest', 'zh-Hant');
    expect(await other.page.locator('h1').innerText()).toBe(zhHant['record.heading']);
    await other.close();
});

test('sensitivity: every factor that moves the answer, with the share of the command line', async () => {
    const tree = trees.get('sensitivity en') as Sensitivity;
    const {page, close} = await open('sensitivity');
    const moving = tree.factors.filter(f => (f.total?.value ?? 0) > 1e-9);
    expect(await page.locator('section:has(#factors-title) tbody tr').count()).toBe(moving.length);
    for (const by of ['input', 'actor', 'issue'])
        expect(await page.locator(`[data-by=${by}] .factor`).count(), by).toBeGreaterThan(1);
    const first = page.locator('[data-by=actor] .factor').first();
    const actor = moving.filter(f => f.kind === 'actor').sort((a, b) => (b.total?.value ?? 0) - (a.total?.value ?? 0))[0];
    expect(await first.getAttribute('data-total')).toBe(String(actor?.total?.value));
    await close();
    const zh = await open('sensitivity', 'zh-Hant');
    expect(await zh.page.locator('.digest').innerText()).toContain('烏克蘭：被排除的代價');
    await zh.close();
});

test('tornado, paths and levers: a bar for each input that matters, nothing to try', async () => {
    for (const [name, chart] of [['tornado', '.tornado'], ['morris', '.shares'], ['levers', '.helps']] as const) {
        const {page, close} = await open(name);
        expect(await page.locator(`${chart} .factor`).count(), name).toBeGreaterThan(3);
        expect(await page.locator('.try').count(), name).toBe(0);
        await close();
    }
});

test('leverage: a row a turn, a cost for who turns it, a lever opens what it rests on', async () => {
    const tree = trees.get('leverage en') as LeverageTree & {actors: {id: string; name: string}[]};
    const {page, found, close} = await open('leverage');
    expect(await page.locator('[data-turn]').count()).toBe(tree.turns.length);
    const first = tree.turns[0], cells = page.locator('[data-turn="1"] td.n');
    expect((await cells.nth(1).innerText()).split('\n')[0]).toBe(words.signedDecimal(first?.gains[first.on ?? '']?.middle, 1));
    expect((await cells.nth(2).innerText()).split('\n')[0]).toBe(words.signedDecimal(first?.gains[first.by ?? '']?.middle, 1));
    const text = await page.locator('.report').innerText();
    expect([...tree.levers.map(l => l.title), ...(tree.turns[0]?.claims ?? []).map(c => c.says)].filter(w => !text.includes(w))).toEqual([]);
    await page.locator('[data-turn="1"] .link').click();
    expect(await page.locator('.drawer .input').count()).toBe(Object.keys(tree.levers[0]?.adds ?? {}).length);
    expect(found()).toEqual([]);
    await close();
});

test('compare: every conclusion with both answers, every input that differs, and what is cited', async () => {
    const tree = trees.get('compare en') as CompareTree & {actors: {id: string; role: string}[]};
    const {page, found, close} = await open('compare');
    const own = tree.conclusions.filter(c => c.what !== 'gain' || tree.actors.find(a => a.id === c.id)?.role !== 'delegate');
    expect(await page.locator('[data-conclusion]').count()).toBe(own.length);
    expect(await page.locator('[data-path]').count()).toBe(tree.differences.length);
    expect(await page.locator('.digest').innerText()).toContain(`${String(own.filter(c => c.survives).length)} of ${String(own.length)} conclusions`);
    await page.locator('[data-path] .link').first().click();
    expect(await page.locator('.drawer blockquote').count()).toBeGreaterThan(0);
    expect(found()).toEqual([]);
    await close();
});

test('power: every index says what it counts and what the vote needs', async () => {
    const {page, found, close} = await open('power');
    const indices = page.locator('.power tbody [data-asked=read]');
    expect(await indices.count()).toBe(3 * await page.locator('.power tbody tr').count());
    await indices.first().click();
    expect(await page.locator('.drawer h2').innerText()).toContain('Shapley-Shubik: ');
    expect(await page.locator('.drawer .about p').count()).toBe(2);
    expect(found()).toEqual([]);
    await close();
});

test('without scripts every kind is plain text', async () => {
    for (const [name, wanted] of [['timeline', 'WHAT HAPPENED'], ['backtest', 'CALIBRATION'], ['sensitivity', 'ALL OF THEM'], ['levers', 'ITS OWN'], ['leverage', 'LEVERS'], ['compare', 'ALL INPUTS THAT DIFFER'], ['power', 'Penrose']] as const) {
        const {page, close} = await open(name, 'en', {javaScriptEnabled: false});
        expect(await page.locator('noscript').innerText()).toContain(wanted);
        await close();
    }
});
