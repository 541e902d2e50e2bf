// SPDX-License-Identifier: Apache-2.0
// Dates, levers and what would turn a claim: what the hand does there is a variation, in the address, and can be undone.
import type {Browser, Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Recording} from '../../src/engine/recorded';
import {launch, openRecorded} from './support';
import {inquiries, recordings} from './trees';

let browser: Browser;
beforeAll(async () => { browser = await launch(); });
afterAll(() => browser.close());

const dayOf = (page: Page) => page.locator('.stop[aria-checked=true]').getAttribute('data-date');

test('a date chosen is the day of the whole page; arrows step, undo goes back', async () => {
    const {page, errors, close} = await openRecorded(browser, recordings('en'), 'view=timeline', {}, inquiries('en'));
    await page.waitForSelector('.stop');
    expect(await dayOf(page)).toBe('2025-08-15');
    await page.click('.stop[data-date="2025-03-03"]');
    await page.waitForFunction(() => location.hash.includes('day=2025-03-03'));
    expect(await page.locator('.top .as-of').innerText()).toContain('March 3, 2025');
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => location.hash.includes('day=2025-03-11'));
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-date'))).toBe('2025-03-11');
    await page.keyboard.press('Control+z');
    await page.waitForFunction(() => location.hash.includes('day=2025-03-03'));
    await page.click('.top .as-of button');
    await page.waitForFunction(() => !location.hash.includes('day='));
    expect(await dayOf(page)).toBe('2025-08-15');
    const since = page.getByRole('button', {name: /^Since /}); /* where the dates crowd it opens on the crowd */
    expect(await since.getAttribute('aria-pressed')).toBe('true');
    await since.click();
    await page.locator('[data-issue=sanctions] .catch').click({position: {x: 10, y: 40}});
    await page.waitForFunction(() => location.hash.includes('day=2022-02-24'));
    expect(errors).toEqual([]);
    await close();
});

test('a scenario without dates says so', async () => {
    const [timeline] = inquiries('en').filter(i => i.inquiry.kind === 'timeline');
    const tree = {...timeline?.tree, events: [], levers: [], states: (timeline?.tree as {states?: unknown[]}).states?.slice(0, 1)};
    const {page, close} = await openRecorded(browser, recordings('en'), 'view=timeline', {}, [{...timeline, tree}]);
    await page.waitForSelector('.timeline .empty');
    expect(await page.locator('.timeline .empty').innerText()).toContain('no dated events');
    await close();
});

test('a view that cannot be drawn says so and takes no other with it', async () => {
    const [timeline] = inquiries('en').filter(i => i.inquiry.kind === 'timeline');
    const {page, close} = await openRecorded(browser, recordings('en'), 'view=timeline', {}, [{...timeline, tree: {...timeline?.tree, states: [null]}}]);
    await page.waitForSelector('.not-drawn');
    expect(await page.locator('.not-drawn').innerText()).toContain('“Over time” cannot be drawn.');
    await page.click('[role=tab]:has-text("Claims")');
    await page.waitForSelector('#view-claims .claim');
    expect(await page.locator('.not-drawn').count()).toBe(0);
    expect(await page.locator('[role=tabpanel]').count()).toBe(1);
    await close();
});

test('a lever is a switch: pulled and let go by keyboard, and undone beside its name', async () => {
    const {page, errors, close} = await openRecorded(browser, recordings('en'), '', {}, inquiries('en'));
    const lever = page.getByRole('switch', {name: 'Europe arms Ukraine without the US'});
    await lever.focus();
    await page.keyboard.press('Space');
    await page.waitForFunction(() => location.hash.includes('lever.european_arms=1'));
    expect(await lever.getAttribute('aria-checked')).toBe('true');
    await lever.press('Enter');
    await page.waitForFunction(() => location.hash.includes('lever.european_arms=0'));
    await page.click('[data-lever=european_arms] .back');
    await page.waitForFunction(() => !location.hash.includes('lever.'));
    expect(await lever.getAttribute('aria-checked')).toBe('false');
    expect(errors).toEqual([]);
    await close();
});

describe('what would turn a claim', () => {
    const turning = (): Recording[] => recordings('en').map(r => ({...r, tree: {...r.tree, claims: r.tree.claims.map(c => c.id === 'eager'
        ? {...c, flips: [{path: 'no_deal.russia', from: 38, to: 21.4, model: 'mean'}, {path: 'no_deal.us', from: 22, to: 39, model: 'nash'}], flips_most: []} : c)}}));

    test('is a sentence with a button that tries it', async () => {
        const {page, errors, close} = await openRecorded(browser, turning(), 'view=claims', {}, inquiries('en'));
        const claim = page.locator('[data-claim=eager]');
        await claim.locator('summary').click();
        expect(await claim.locator('.flips li').first().innerText()).toMatch(/Russia: cost of no deal would have to be 21(\.4)? rather than 38/);
        await claim.getByRole('button', {name: /^Try it: Russia/}).click();
        await page.waitForFunction(() => decodeURIComponent(location.hash).includes('set.no_deal.russia='));
        expect(decodeURIComponent(page.url())).toMatch(/set\.no_deal\.russia=[\d.]+~21\.4~[\d.]+/);
        await page.keyboard.press('Control+z');
        await page.waitForFunction(() => !location.hash.includes('set.'));
        expect(errors).toEqual([]);
        await close();
    });
});
