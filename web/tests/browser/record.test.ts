// SPDX-License-Identifier: Apache-2.0
// The track record on a table of one's own: asked of the real server when it is looked at, stopped, read again, and saved with the page.
import {execFileSync} from 'node:child_process';
import {copyFileSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import type {Browser, Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {ranked, type Backtest} from '../../src/record/backtest';
import en from '../../src/words/en';
import {canServe, launch, open, PROGRAM, serveWith, TOP, type Served} from './support';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const OURS = join(TOP, 'docs/decisions.csv');

function answer(table: string, ...options: string[]): Backtest {
    return JSON.parse(execFileSync(PROGRAM, ['backtest', table, '--json', '--quiet', ...options], {maxBuffer: 1 << 28}).toString()) as Backtest;
}

/** Invented, and large enough to be worked on for seconds. */
function largeTable(): string {
    let state = 7;
    const chance = () => (state = (state * 48271) % 2147483647) / 2147483647;
    const rows = ['issue,group,actor,position,salience,capability,status_quo,outcome'];
    for (let i = 0; i < 400; i++)
        for (let a = 0; a < 12; a++)
            rows.push([`i${i}`, `g${i % 130}`, `a${a}`, Math.round(100 * chance()), Math.round(20 + 80 * chance()), 1 + a, a ? '' : 30, a ? '' : Math.round(100 * chance())].join(','));
    const file = join(mkdtempSync(join(tmpdir(), 'summitry-table-')), 'large.csv');
    writeFileSync(file, `${rows.join('\n')}\n`);
    return file;
}

const shown = (page: Page) => page.locator('[data-part=errors] .factor').evaluateAll(rows => rows.map(r => [r.getAttribute('data-model'), Number(r.getAttribute('data-crps'))]));
const wanted = (tree: Backtest) => ranked(tree).map(m => [m.id, m.crps]);

describe.skipIf(!canServe())('the record on a table of one\'s own', () => {
    let browser: Browser, served: Served, table: string;
    beforeAll(async () => {
        browser = await launch();
        table = join(mkdtempSync(join(tmpdir(), 'summitry-table-')), 'decisions.csv');
        copyFileSync(OURS, table);
        served = await serveWith(['--decisions', table, '--decisions', largeTable()], 'alaska-2025');
    });
    afterAll(async () => {
        await served.stop();
        await browser.close();
    });

    test('is asked for when it is looked at, and is what the command line answers', async () => {
        const {page, errors, close} = await open(browser, `${served.url}#draws=0`);
        const asked: string[] = [];
        page.on('request', r => { if (r.url().includes('/decisions')) asked.push(`${r.method()} ${new URL(r.url()).pathname}`); });
        await page.waitForTimeout(300);
        expect(asked).toEqual([]);
        await page.click('#tab-record');
        await page.waitForSelector('[data-part=scores] tbody tr');
        expect(asked).toEqual(['GET /api/1/decisions', 'POST /api/1/decisions/decisions/runs']);
        expect(await shown(page)).toEqual(wanted(answer(table)));
        expect(await page.locator('.plots figure').count()).toBe(2);
        expect(await page.locator('[data-part=errors]').innerText()).toContain('needs a procedure');
        await page.click('#tab-claims');
        await page.click('#tab-record');
        await page.waitForSelector('[data-part=scores] tbody tr');
        expect(asked.filter(a => a.startsWith('POST')).length).toBe(1);
        const before = await shown(page);
        writeFileSync(table, readFileSync(OURS, 'utf8').replace(',30,45\n', ',30,75\n'));
        await page.click('#tab-claims');
        await page.click('#tab-record');
        await expect.poll(() => shown(page)).toEqual(wanted(answer(table)));
        expect(await shown(page)).not.toEqual(before);
        writeFileSync(table, 'issue,actor\n');
        await page.click('#tab-claims');
        await page.click('#tab-record');
        await expect.poll(() => page.locator('.record .tried').innerText()).toContain('1:1: there is no column');
        copyFileSync(OURS, table);
        expect(errors).toEqual([]);
        await close();
    });

    test('every score can be asked where it comes from', async () => {
        const {page, errors, close} = await open(browser, `${served.url}#draws=0&view=record`);
        await page.waitForSelector('[data-part=scores] tbody tr');
        const loose = await page.evaluate(() => [...document.querySelectorAll('.record .tried ~ .part :is(.value strong, .value .sub, tbody td)')].filter(e => /\d/.test(e.textContent) && !e.closest('[data-asked]') && !e.querySelector('[data-asked]')).map(e => e.textContent));
        expect(loose).toEqual([]);
        for (const part of ['errors', 'differences', 'scores']) {
            await page.locator(`[data-part=${part}] [data-asked]`).first().click();
            expect(await page.locator('.drawer').innerText(), part).toContain('10 of 12 issues');
            await page.keyboard.press('Escape');
        }
        expect(errors).toEqual([]);
        await close();
    });

    test('says how far it is, stops by hand, and goes on when asked', async () => {
        const {page, errors, close} = await open(browser, `${served.url}#draws=0&view=record`);
        await page.waitForSelector('[data-part=scores] tbody tr');
        const run = page.waitForResponse(r => r.url().endsWith('/decisions/large/runs'));
        await page.locator('.record .tried select').selectOption('large');
        const {run: id} = await (await run).json() as {run: string};
        await page.waitForSelector('.record .trying progress');
        const token = new URL(served.url).searchParams.get('token') ?? '';
        const statusOf = () => page.evaluate(async ([path, bearer]) => {
            const found = await (await fetch(path, {headers: {Authorization: bearer}})).json() as {status: string};
            return found.status;
        }, [`/api/1/runs/${id}`, `Bearer ${token}`] as const);
        await page.locator('.record').getByRole('button', {name: 'Stop'}).click();
        expect(await page.locator('.record .tried').innerText()).toContain('Stopped.');
        await expect.poll(statusOf).toBe('cancelled');
        expect(await page.locator('[data-part=errors]').count()).toBe(0);
        await page.locator('.record').getByRole('button', {name: 'Work it out'}).click();
        await page.waitForSelector('[data-part=scores] tbody tr', {timeout: 120000});
        expect(await page.locator('[data-part=errors]').innerText()).toContain('400 of 400 issues');
        await page.locator('.record .tried select').selectOption('decisions');
        expect(await page.locator('[data-part=errors]').innerText()).toContain('10 of 12 issues');
        expect(errors).toEqual([]);
        await close();
    }, 180000);

    test.each([{lang: 'en', dark: false}, {lang: 'zh-Hant', dark: true}])('fits a phone, in $lang, and axe-core finds nothing serious', async ({lang, dark}) => {
        const {page, close} = await open(browser, `${served.url}#draws=0&view=record&lang=${lang}`, {viewport: {width: 360, height: 900}, colorScheme: dark ? 'dark' : 'light'});
        await page.waitForSelector('[data-part=scores] tbody tr');
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
        expect(await page.evaluate(() => [...document.querySelectorAll('.plot svg')].flatMap(svg => {
            const frame = svg.getBoundingClientRect();
            return [...svg.querySelectorAll('text')].filter(t => t.getBoundingClientRect().right > frame.right + 0.5 || t.getBoundingClientRect().left < frame.left - 0.5).map(t => t.textContent);
        }))).toEqual([]);
        await page.addScriptTag({path: AXE});
        const found = await page.evaluate(async () => {
            const axe = (window as unknown as {axe: {run: () => Promise<{violations: {id: string; impact: string; nodes: {html: string}[]}[]}>}}).axe;
            const {violations} = await axe.run();
            return violations.filter(v => ['serious', 'critical'].includes(v.impact)).map(v => `${v.id}: ${v.nodes[0]?.html}`);
        });
        expect(found).toEqual([]);
        if (lang === 'zh-Hant') {
            const text = await page.locator('.record').innerText();
            const english = Object.values(en).flatMap(m => (typeof m === 'string' ? [m] : [m.one, m.other])).filter(m => !m.includes('{') && /[a-z]{4}/.test(m) && m !== 'Brier');
            expect(english.filter(m => text.includes(m))).toEqual([]);
            expect(text).not.toMatch(/weights|needs|uniform/);
        }
        await close();
    });

    test('a page saved with the table has the record in it, without a program', async () => {
        const file = join(mkdtempSync(join(tmpdir(), 'summitry-saved-')), 'what-if.html');
        execFileSync(PROGRAM, ['page', join(TOP, 'scenarios/alaska-2025.summit.yaml'), '--decisions', OURS, '--capability', 'equal', '-o', file], {stdio: 'ignore'});
        const {page, errors, close} = await open(browser, `${pathToFileURL(file).href}#draws=0&view=record`, {offline: true});
        await page.waitForSelector('[data-part=scores] tbody tr');
        expect(await shown(page)).toEqual(wanted(answer(OURS, '--capability', 'equal')));
        expect(await page.locator('.record .tried').innerText()).toContain('decisions.csv');
        expect(errors).toEqual([]);
        await close();
    });
});
