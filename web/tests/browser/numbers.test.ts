// SPDX-License-Identifier: Apache-2.0
// Every number that is a result opens the drawer that says where it comes from: all views are walked, the exceptions are named here.
import type {Browser, Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, beforeEach, expect, test} from 'vitest';
import {launch, openRecorded, token, type Opened} from './support';
import {inquiries, recordings} from './trees';

const VIEWS = ['gains', 'issues', 'claims', 'seats', 'timeline', 'moves', 'record', 'models', 'evidence'];

/** Numbers that stand for themselves, and why. */
const EXCEPT: Record<string, string> = {
    '.token': 'a click on a chair opens its card, and the number there opens the drawer',
    '.axis': 'ticks of an axis',
    '.tornado .track': 'an input’s own ends, at the ends of its bar: the input’s name opens it',
    '.ways': 'an input’s own values: its name opens it',
    '.story [data-kind=claims]': 'what a claim asks for; its odds open the drawer',
    '.story [data-kind=odds]': 'odds before and after: those of now open the drawer above',
    '.flips li': 'an input’s own values',
    '.adds': 'what a lever adds to inputs: it is the button that opens them',
    '.models .mark': 'a mark on an issue’s scale chooses its model',
    '.claim .scored': 'what a claim asks for',
    '.coverage, .todo .share, .matters': 'how much hangs on an input: its name opens it',
    '.inputs, .all-inputs': 'inputs themselves',
    '.status, .foot, .method, .settings-table': 'how it was computed',
    '.date-bar, .happened .when': 'dates',
    '.key, .note, .lead': 'what marks and words mean',
    '.record .track, .record .lead-in': 'of the record’s chart: the number beside it opens the drawer',
    '.issues .handle, .issues .cares': 'inputs that are dragged',
};

let browser: Browser;
let opened: Opened;
let page: Page;
beforeAll(async () => { browser = await launch(); });
afterAll(() => browser.close());
beforeEach(async () => {
    opened = await openRecorded(browser, recordings('en'), 'lang=en', {viewport: {width: 1440, height: 900}}, inquiries('en'));
    page = opened.page;
});
afterEach(async () => {
    expect(opened.errors).toEqual([]);
    await opened.close();
});

/** Signed points and shares of a hundred, wherever they are seen. */
function numbersOutside(except: string[]): {loose: string[]; asked: number} {
    const loose: string[] = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.textContent ?? '', at = node.parentElement;
        if (!at || !/(^|[\s(→])[+−]\d|\d\s?%/.test(text) || at.closest('svg, style, script, .visually-hidden, [hidden]') || !at.getClientRects().length)
            continue;
        if (!at.closest('[data-asked]') && !at.closest('.seats .grid td button') && !except.some(e => at.closest(e)))
            loose.push(`${at.closest('[class]')?.className}: ${text}`);
    }
    return {loose, asked: document.querySelectorAll('[data-asked]').length};
}

async function openAll(): Promise<void> {
    await page.evaluate(() => document.querySelectorAll('details').forEach(d => { d.open = true; }));
}

test.each(['', '&seats=us.russia.ukraine&door=us~russia~ukraine&absent=eu.uk'])('every result can be asked where it comes from (%s)', async hash => {
    if (hash) {
        await page.goto(`${page.url()}${hash}`);
        await page.reload();
        await page.waitForSelector('.story');
    }
    let asked = 0;
    for (const view of VIEWS) {
        await page.click(`#tab-${view}`);
        await page.waitForFunction(() => !document.querySelector('.inquiring'));
        await openAll();
        await page.waitForTimeout(50);
        const found = await page.evaluate(numbersOutside, Object.keys(EXCEPT));
        expect(found.loose, view).toEqual([]);
        asked += found.asked;
    }
    expect(asked).toBeGreaterThan(200);
});

test('each kind of number opens the drawer, which says what it is and what it hangs on', async () => {
    const kinds: [view: string, number: string, says: RegExp][] = [
        ['gains', '.gains li[data-actor=ukraine] .value button', /The middle of 4 models\. Lowest/],
        ['gains', '.cast button', /Points of 100/],
        ['gains', '.answer [data-asked=deal]', /share of draws/],
        ['issues', '.strip [data-asked=outcome]', /An issue settles where/],
        ['issues', '.forecast [data-asked=forecast]', /most likely near/],
        ['claims', '.claim [data-asked=claim]', /share of draws/],
        ['seats', '.seats .grid td.self button', /all else alike/],
        ['seats', '.seats .best [data-asked=best]', /best:/],
        ['moves', '.tornado [data-asked=read]', /both ends/],
        ['moves', '.shares [data-asked=read]', /would be gone/],
        ['moves', '.helps [data-asked=read]', /The input alone is moved/],
        ['moves', '[data-part=leverage] td.n [data-asked=read]', /with the lever as it is and turned/],
        ['moves', '[data-part=leverage] td:last-child [data-asked=read]', /with the lever as it is and turned/],
        ['record', '.fared [data-asked=read]', /issues in/],
        ['record', '.foretold [data-asked=forecast]', /most likely near/],
        ['timeline', '.gain-over [data-asked=read]', /on that day/],
        ['gains', '.levers .would [data-asked=read]', /with the lever as it is and turned/],
    ];
    await openAll();
    for (const [view, number, says] of kinds) {
        await page.click(`#tab-${view}`);
        await page.waitForFunction(() => !document.querySelector('.inquiring'));
        await page.locator(number).first().click();
        await page.waitForFunction(() => document.activeElement?.closest('.drawer'));
        const text = await page.locator('.drawer').innerText();
        expect(text, `${view} ${number}`).toMatch(says);
        await page.keyboard.press('Escape');
        await page.waitForSelector('.drawer', {state: 'detached'});
    }
});

test('a gain by issue: each row of the models adds up, and an input opens its own card, and back', async () => {
    await page.locator('.gains li[data-actor=ukraine] .value button').focus();
    await page.keyboard.press('Enter');
    const number = page.locator('.gains li[data-actor=ukraine] .value button');
    expect(await number.getAttribute('aria-label')).toMatch(/^−\d+, −\d+ to .* for Ukraine: where from\?$/);
    const rows = await page.locator('.drawer .gain-models tbody tr').evaluateAll(trs => trs.map(tr => [...tr.querySelectorAll('td')].map(td => Number(td.innerText.replace('−', '-')))));
    expect(rows.length).toBe(4);
    for (const [total, ...parts] of rows)
        expect(Math.abs((total ?? 0) - parts.reduce((a, b) => a + b, 0))).toBeLessThanOrEqual(parts.length / 2); /* each is rounded */
    await openAll();
    const input = page.locator('.drawer [data-moves] .line .link, .drawer .line .link').first(), name = await input.innerText();
    await input.click();
    expect(await page.locator('.drawer h2').innerText()).toBe(name);
    expect(await page.locator('.drawer .input').innerText()).toMatch(/voice: /);
    await page.locator('.drawer .back').click();
    expect(await page.locator('.drawer h2').innerText()).toContain('Ukraine: gain');
    await page.keyboard.press('Escape');
    expect(await number.evaluate(e => e === document.activeElement)).toBe(true);
    expect(await number.getAttribute('data-asking')).toBeNull();
});

test.each([[1440, 900], [1280, 800], [390, 844]])('the number stays in sight while the drawer is open, marked (%d px)', async (width, height) => {
    await page.setViewportSize({width, height});
    for (const number of ['.gains li[data-actor=ukraine] .value button', '.cast button']) {
        await page.locator(number).first().click();
        await page.waitForSelector('.drawer');
        const apart = await page.evaluate(() => {
            const a = document.querySelector('[data-asking]')?.getBoundingClientRect(), b = document.querySelector('.drawer')?.getBoundingClientRect();
            return a && b && a.top >= 0 && a.bottom <= innerHeight && (a.right <= b.left || a.left >= b.right || a.bottom <= b.top || a.top >= b.bottom);
        });
        expect(apart, number).toBe(true);
        await page.keyboard.press('Escape');
        await page.waitForSelector('.drawer', {state: 'detached'});
    }
});

test('the number in a chair’s card opens the drawer; a drag still moves the chair', async () => {
    await token(page, 'ukraine').click();
    await page.locator('.card .gained').click();
    expect(await page.locator('.drawer h2').innerText()).toMatch(/^−\d+ Ukraine: gain$/);
});
