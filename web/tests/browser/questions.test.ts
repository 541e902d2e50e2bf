// SPDX-License-Identifier: Apache-2.0
// What moves an answer, the track record, the to-do list: asked, shown, opened, tried.
import type {Browser, Page} from 'playwright-core';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {launch, openRecorded} from './support';
import {backtest, inquiries, recordings} from './trees';

let browser: Browser;
beforeAll(async () => { browser = await launch(); });
afterAll(() => browser.close());

const open = (hash: string) => openRecorded(browser, recordings('en'), hash, {}, inquiries('en'));
const numbers = (page: Page, selector: string, attribute: string) =>
    page.locator(selector).evaluateAll((rows, name) => rows.map(r => Number(r.getAttribute(name))), attribute);

test('what moves the gain of the first left out: each input alone first, all at once behind it, the finer in place of the rough', async () => {
    const {page, errors, close} = await open('view=moves');
    await page.waitForSelector('[data-part=tornado] .factor');
    expect(await page.locator('.asking select').inputValue()).toBe('gain: ukraine');
    const low = await numbers(page, '[data-part=tornado] .factor', 'data-low'), high = await numbers(page, '[data-part=tornado] .factor', 'data-high');
    expect(Math.abs((high[0] ?? 0) - (low[0] ?? 0))).toBeGreaterThan(30);
    await page.waitForSelector('[data-part=sobol][data-rows="512"][data-current=true]');
    const totals = await numbers(page, '[data-part=sobol] .factor:not(.choice)', 'data-total');
    expect(totals).toEqual([...totals].sort((a, b) => b - a));
    expect(await page.locator('[data-part=sobol] .choice').count()).toBe(1);
    await page.getByRole('button', {name: 'by actor'}).click();
    expect(await page.locator('[data-part=sobol] .factor .name').nth(1).innerText()).toBe('Ukraine');
    expect(errors).toEqual([]);
    await close();
});

test('a bar opens the evidence of its input; a lever is tried, and is a change like any other', async () => {
    const {page, errors, close} = await open('view=moves');
    await page.locator('[data-part=tornado] .factor .link').first().click();
    expect(await page.locator('.drawer .input').getAttribute('data-path')).toBe('standing.ukraine.left_out');
    await page.keyboard.press('Escape');
    const row = page.locator('[data-part=levers] .factor').first();
    const path = await row.getAttribute('data-factor') ?? '';
    await row.locator('.try').click();
    await page.waitForFunction(set => location.hash.includes(set), `set.${path}=`);
    await page.keyboard.press('Control+z');
    await page.waitForFunction(() => !location.hash.includes('set.'));
    expect(errors).toEqual([]);
    await close();
});

test('the question is in the address; a claim asks about itself', async () => {
    const {page, errors, close} = await open('view=claims');
    await page.locator('[data-claim=win_win_states]').getByRole('button', {name: 'What moves it?'}).click();
    await page.waitForSelector('[data-part=tornado] .factor');
    expect(page.url()).toContain('of=claim.win_win_states');
    expect(await page.locator('[data-part=tornado] .factor').getAttribute('data-factor')).toBe('no_deal.ukraine');
    await page.reload();
    await page.waitForSelector('[data-part=tornado] .factor');
    expect(await page.locator('.asking select').inputValue()).toBe('claim:win_win_states');
    expect(errors).toEqual([]);
    await close();
});

test('without a table the record says how to get one; with a table it has charts and their numbers', async () => {
    const {page, errors, close} = await open('view=record');
    expect(await page.locator('.record').innerText()).toContain('255 issues');
    await page.locator('.record .without summary').click();
    expect(await page.locator('.record .without code').count()).toBe(3);
    expect(await page.locator('.record .without li').last().innerText()).toContain('summitry serve FILE --decisions TABLE.csv');
    await page.addInitScript(table => { Object.assign(window, {summitryBacktest: table}); }, backtest());
    await page.reload();
    await page.waitForSelector('[data-part=errors] .factor');
    const errorsOf = await numbers(page, '[data-part=errors] .factor', 'data-crps');
    expect(errorsOf.length).toBe(6);
    expect(errorsOf).toEqual([...errorsOf].sort((a, b) => a - b));
    expect(await page.locator('[data-part=differences] .factor.down').getAttribute('data-model')).toBe('nash');
    expect(await page.locator('.plots figure').getAttribute('data-model')).toBe('heaped.cv');
    expect(await page.locator('.plot .bin').count()).toBe(10);
    expect(await page.locator('.record table tbody tr').count()).toBe(6);
    expect(errors).toEqual([]);
    await close();
});

test('the to-do list opens what it lists', async () => {
    const {page, errors, close} = await open('view=evidence');
    const first = page.locator('.todo li').first();
    const path = await first.getAttribute('data-path');
    expect(await first.locator('.look').innerText()).toContain('Look for');
    await first.locator('.link').click();
    expect(await page.locator('.drawer .input').getAttribute('data-path')).toBe(path);
    expect(errors).toEqual([]);
    await close();
});
