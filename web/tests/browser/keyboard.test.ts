// SPDX-License-Identifier: Apache-2.0
// Chairs by keyboard, mouse and finger; undo and redo; what is said to those who hear the page.
import type {Browser, Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, beforeEach, expect, test} from 'vitest';
import {drag, launch, middleOf, openRecorded, token, type Opened} from './support';
import {recordings} from './trees';

let browser: Browser, opened: Opened, page: Page;
beforeAll(async () => { browser = await launch(); });
afterAll(() => browser.close());
beforeEach(async () => {
    opened = await openRecorded(browser, recordings('en'), '', {hasTouch: true});
    page = opened.page;
});
afterEach(async () => {
    expect(opened.errors).toEqual([]);
    await opened.close();
});
const place = (actor: string) => token(page, actor).getAttribute('data-place');
const said = () => page.locator('[aria-live=assertive]').innerText();

test('Tab reaches one token, arrows the others, Enter lifts, arrows choose a place, Enter sets down', async () => {
    expect(await page.locator('.token[tabindex="0"]').count()).toBe(1);
    await token(page, 'us').focus();
    for (let i = 0; i < 8 && await page.evaluate(() => (document.activeElement as HTMLElement).dataset['actor']) !== 'ukraine'; i++)
        await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    expect(await said()).toContain('Ukraine lifted');
    await page.keyboard.press('ArrowUp');
    expect(await said()).toContain('at the table');
    await page.keyboard.press('Enter');
    await expect.poll(() => place('ukraine')).toBe('seat');
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['actor'])).toBe('ukraine');
    await page.waitForSelector('.token[data-actor=ukraine] .sub.moved');
});

test('Escape puts back, and nothing was changed', async () => {
    await token(page, 'eu').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Escape');
    await expect.poll(() => place('eu')).toBe('outside');
    expect(page.url()).not.toContain('seats=');
});

test('undo, redo, back to the file', async () => {
    await drag(page, 'ukraine', await middleOf(page, '.backdrop .top'));
    await expect.poll(() => place('ukraine')).toBe('seat');
    await page.getByRole('button', {name: 'Undo'}).click();
    await expect.poll(() => place('ukraine')).toBe('door');
    await page.getByRole('button', {name: 'Redo'}).click();
    await expect.poll(() => place('ukraine')).toBe('seat');
    await page.getByRole('button', {name: 'Start over'}).click();
    await expect.poll(() => place('ukraine')).toBe('door');
    await page.keyboard.press('Control+z');
    await expect.poll(() => place('ukraine')).toBe('seat');
});

test('by mouse: to the door, behind a chair, outside', async () => {
    const door = await middleOf(page, '.door-sign');
    await drag(page, 'eu', {x: door.x, y: door.y + 50});
    await expect.poll(() => place('eu')).toBe('door');
    const us = await middleOf(page, '.token[data-actor=us] .disc');
    const r = await page.locator('.token[data-actor=us] .disc').evaluate(e => e.getBoundingClientRect().height / 2);
    await drag(page, 'uk', {x: us.x, y: us.y - 2 * r - 8});
    await expect.poll(() => place('uk')).toBe('observer');
    const china = await middleOf(page, '.token[data-actor=china] .disc');
    await drag(page, 'russia', {x: china.x + 10, y: china.y + 30});
    await expect.poll(() => place('russia')).toBe('outside');
});

test('the card is whole in a low window, whoever it is about', async () => {
    await page.setViewportSize({width: 1280, height: 620});
    for (const actor of ['us', 'ukraine', 'china']) {
        await token(page, actor).click();
        const box = await page.locator('.card').boundingBox();
        expect(box && box.y >= 0 && box.y + box.height <= 620, actor).toBe(true);
        await page.keyboard.press('Escape');
    }
});

test('a click opens a card with the ways to move, and a way to where the numbers come from', async () => {
    await token(page, 'ukraine').click();
    await page.getByRole('button', {name: 'Observe behind Russia'}).click();
    await expect.poll(() => place('ukraine')).toBe('observer');
    await token(page, 'russia').click();
    await page.getByRole('button', {name: 'Where from?', exact: true}).click();
    expect(await page.locator('.drawer .input').count()).toBeGreaterThan(10);
    await page.keyboard.press('Escape');
    expect(await page.locator('.drawer').count()).toBe(0);
});

test('by finger', async () => {
    const from = await middleOf(page, '.token[data-actor=ukraine] .disc'), to = await middleOf(page, '.backdrop .top');
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: {x: number; y: number}) =>
        session.send('Input.dispatchTouchEvent', {type, touchPoints: at ? [at] : []});
    await touch('touchStart', from);
    for (let k = 1; k <= 5; k++)
        await touch('touchMove', {x: from.x + ((to.x - from.x) * k) / 5, y: from.y + ((to.y - from.y) * k) / 5});
    await touch('touchEnd');
    await page.waitForSelector('.token[data-actor=ukraine][data-place=seat]');
});
