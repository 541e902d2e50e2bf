// SPDX-License-Identifier: Apache-2.0
// A newcomer's path through the page against the real program: what a chair costs whom, said by the page and by the command line alike.
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Browser, Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {spread} from '../../src/engine/spread';
import {canServe, cli, drag, launch, middleOf, open, PROGRAM, serve, token, type Opened, type Served} from './support';

const SCENARIO = 'alaska-2025';
const DRAWS = 'draws=400';

describe.skipIf(!canServe())('a newcomer', () => {
    let browser: Browser, served: Served, opened: Opened, page: Page;
    beforeAll(async () => {
        [browser, served] = await Promise.all([launch(), serve(SCENARIO)]);
        opened = await open(browser, `${served.url}#${DRAWS}`);
        page = opened.page;
    });
    afterAll(async () => {
        await opened.close();
        await browser.close();
        await served.stop();
    });
    const answered = () => page.waitForSelector('.status[data-stage]:not([data-stage=""]):not(.asking)');
    const odds = () => page.waitForFunction(() => ['first', 'closed', 'all', 'seats'].includes(document.querySelector<HTMLElement>('.status')?.dataset['stage'] ?? ''));
    const middle = async (actor: string) => Number(await page.locator(`.gains li[data-actor="${actor}"]`).getAttribute('data-middle'));

    test('sees two at the table and those left out', async () => {
        await answered();
        expect(await token(page, 'us').getAttribute('data-place')).toBe('seat');
        expect(await token(page, 'russia').getAttribute('data-place')).toBe('seat');
        expect(await token(page, 'ukraine').getAttribute('data-place')).toBe('door');
        expect(await token(page, 'eu').getAttribute('data-place')).toBe('outside');
        await odds();
    });

    test('moves Ukraine to the table by mouse; its gain is that of the command line', async () => {
        await drag(page, 'ukraine', await middleOf(page, '.backdrop .top'));
        await page.waitForFunction(() => document.querySelector('.token[data-actor=ukraine] .sub.moved'));
        expect(await token(page, 'ukraine').getAttribute('data-place')).toBe('seat');
        const tree = cli('run', served.file, '--seat', 'ukraine', '--draws', '0', '--no-seats');
        for (const actor of ['ukraine', 'us', 'russia', 'eu'])
            expect(await middle(actor), actor).toBe(spread(tree.models.map(m => m.gains[actor]?.total))?.middle);
        expect(page.url()).toContain('seats=us.russia.ukraine');
    });

    test('is told in words what it cost whom: Ukraine, its standing, the claim that fell', async () => {
        const line = (kind: string) => page.locator(`.story li[data-kind=${kind}]`);
        expect(await page.locator('.story .headline').innerText()).toBe('Ukraine 21 points better off at the table: −22 → −1. Nobody else’s middle moves.');
        expect(await line('why').innerText()).toMatch(/Ukraine: all of it standing, under 14 of 15 models/);
        expect(await line('some').innerText()).toMatch(/^Under some models, though: European Union by −22 to \+11 points/);
        expect(await line('settles').innerText()).toContain('Sanctions relief under 12 models instead of 14');
        await page.waitForFunction(() => /“Humiliation[^”]*” falls from 8\d% to 0%/.test(document.querySelector('.story li[data-kind=claims]')?.textContent ?? ''));
        await page.getByRole('button', {name: 'Everything that changed'}).click();
        expect(await line('places').innerText()).toMatch(/Land to Russia the models’ middle moves from 83 to 50; it stays open/);
        await page.locator('.story .term', {hasText: 'standing'}).first().focus();
        expect(await page.getByRole('tooltip').innerText()).toContain('whatever is agreed');
    });

    test('and sees it marked: ranges of gains, and where the models ended an issue before', async () => {
        expect(await page.locator('.gains li[data-actor=russian_elite] .sub.was').innerText()).toMatch(/^was \+14 to \+29$/);
        await page.getByRole('button', {name: 'Only what changed'}).click();
        expect(await page.locator('.gains li[data-actor=ukraine]').count()).toBe(1);
        await page.getByRole('button', {name: 'Only what changed'}).click();
        await page.click('#tab-issues');
        expect(await page.locator('[data-issue=sanctions] header .changed').innerText()).toContain('settled under 14 of 15 before');
        expect(await page.locator('[data-issue=territory] .before .ghost').count()).toBeGreaterThan(1);
        await page.click('#tab-gains');
    });

    test('a link is a view: loaded again, it is the same', async () => {
        const before = await middle('ukraine');
        await page.reload();
        await page.waitForFunction(() => document.querySelector('.token[data-actor=ukraine][data-place=seat] .sub.moved'));
        expect(await middle('ukraine')).toBe(before);
        await page.waitForFunction(() => /“Humiliation[^”]*” falls from 8\d% to 0%/.test(document.querySelector('.story li[data-kind=claims]')?.textContent ?? ''), null, {timeout: 60_000});
    });

    test('takes a chair away and sees claims turn', async () => {
        await page.click('#tab-claims');
        await odds();
        await page.waitForSelector('.group.likely [data-claim=constructive]');
        await token(page, 'russia').focus();
        await page.keyboard.press('Enter');
        for (let i = 0; i < 6 && !(await page.locator('.hint').innerText()).includes('Left out'); i++)
            await page.keyboard.press('ArrowRight');
        await page.keyboard.press('Enter');
        await page.waitForSelector('.group.unlikely [data-claim=constructive]');
        await page.keyboard.press('Control+z');
        await page.waitForSelector('.group.likely [data-claim=constructive]');
    });

    test('saves a variant, which the command line reads to the same digits', async () => {
        await page.getByRole('button', {name: 'Save as a variant …'}).click();
        await page.getByLabel('Name of the variant').fill('ukraine-sits');
        await page.getByRole('button', {name: 'Save as a variant', exact: true}).click();
        await page.waitForSelector('.saving [role=status]:not(:empty)');
        const file = join(served.folder, `${SCENARIO}.ukraine-sits.variation.json`);
        expect(existsSync(file), await page.locator('.saving').innerText()).toBe(true);
        const tree = cli('run', served.file, '--variation', file, '--draws', '0', '--no-seats');
        await page.click('#tab-gains');
        expect(await middle('ukraine')).toBe(spread(tree.models.map(m => m.gains['ukraine']?.total))?.middle);
    });

    test('opens the variant again', async () => {
        await page.getByRole('button', {name: 'Start over'}).click();
        await page.waitForURL(url => !url.hash.includes('seats='));
        await page.getByLabel('Open a variant').selectOption('ukraine-sits');
        await page.waitForURL(/seats=us\.russia\.ukraine/);
    });

    test('moves a position on its strip, and writes it into the file: only those bytes change', async () => {
        await page.getByRole('button', {name: 'Start over'}).click();
        await page.click('#tab-issues');
        const before = readFileSync(served.file, 'utf8').split('\n');
        const dot = page.locator('[data-issue=sanctions] [data-actor=russia] .handle.dot');
        await dot.focus();
        await page.keyboard.press('ArrowLeft');
        await page.keyboard.press('ArrowLeft');
        await page.waitForSelector('[data-issue=sanctions] [data-actor=russia].changed .was');
        expect(await dot.getAttribute('aria-valuenow')).toBe('93');
        await page.getByRole('button', {name: 'Save as a variant …'}).click();
        await page.getByRole('button', {name: 'Write into the file'}).click();
        await page.waitForFunction(() => document.querySelector('.edits p')?.textContent === 'Nothing changed: the scenario as written');
        const after = readFileSync(served.file, 'utf8').split('\n');
        expect(after.length).toBe(before.length);
        expect(after.filter((line, i) => line !== before[i])).toHaveLength(1);
        execFileSync(PROGRAM, ['check', served.file, '--quiet']);
    });

    test('seats an actor in the file: it leaves the list of those left out, and all else stays', async () => {
        const before = readFileSync(served.file, 'utf8').split('\n');
        await page.getByLabel('Open a variant').selectOption('ukraine-sits');
        await page.getByRole('button', {name: 'Save as a variant …'}).click();
        await page.getByRole('button', {name: 'Write into the file'}).click();
        await page.waitForFunction(() => document.querySelector('.edits .notice')?.textContent.includes('written into the file'));
        const after = readFileSync(served.file, 'utf8').split('\n');
        expect(after.length).toBe(before.length);
        expect(after.filter((line, i) => line !== before[i]).map(line => line.trim().replace(/\s*#.*/, ''))).toEqual(['seats: [us, russia, ukraine]', 'absent: [eu, uk]']);
        expect(cli('run', served.file, '--draws', '0', '--no-seats').table.seats).toEqual(['us', 'russia', 'ukraine']);
    });

    test('prints every view', async () => {
        const pdf = await page.pdf({format: 'A4', preferCSSPageSize: true});
        expect(pdf.length).toBeGreaterThan(20_000);
        await page.emulateMedia({media: 'print'});
        await page.waitForSelector('#view-claims');
        expect(await page.locator('[role=tabpanel]').count()).toBeGreaterThanOrEqual(5);
        await page.emulateMedia({media: null});
    });

    test('nothing went wrong on the way', () => {
        expect(opened.errors).toEqual([]);
    });
});

describe.skipIf(!canServe())('a program that ends', () => {
    test('the page says so, keeps the last answer and the changes', async () => {
        const browser = await launch();
        const served = await serve(SCENARIO);
        const {page, close} = await open(browser, `${served.url}#${DRAWS}`);
        await page.waitForSelector('.gains li[data-actor=ukraine]');
        await served.stop();
        await drag(page, 'ukraine', await middleOf(page, '.backdrop .top'));
        await page.waitForSelector('.problem.lost');
        expect(await page.locator('.problem').innerText()).toContain('does not answer');
        await page.waitForURL(/seats=us\.russia\.ukraine/);
        expect(await page.locator('.gains li[data-actor=ukraine]').count()).toBe(1);
        await close();
        await browser.close();
    });
});
