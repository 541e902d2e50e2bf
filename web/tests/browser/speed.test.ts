// SPDX-License-Identifier: Apache-2.0
// From the drop of a chair to the picture on the screen: the times are printed (docs/performance.md), none is demanded.
import type {Page} from 'playwright-core';
import {describe, expect, test} from 'vitest';
import {canServe, drag, launch, middleOf, open, serve} from './support';

/** Milliseconds since the hand let go: the question sent (before nought where the hand rested over the place), its answer here, the table and then all of the page in the document, and both painted. */
interface Times { asked: number; answered: number; table: number; page: number; painted: number; wholly: number; bytes: number }

function listen(page: Page): Promise<Times> {
    return page.evaluate(() => new Promise<Times>(done => {
        let dropped = 0;
        const at = {table: 0, page: 0, painted: 0, wholly: 0};
        const now = () => performance.now() - dropped;
        const onTable = () => document.querySelector('.token[data-actor=ukraine] .gain')?.textContent;
        const onPage = () => document.querySelector('.gains li[data-actor=ukraine]')?.getAttribute('data-middle');
        const table = onTable(), whole = onPage();
        const seen = new MutationObserver(() => {
            if (dropped && !at.table && onTable() !== table)
                at.table = now();
            if (dropped && !at.page && onPage() !== whole)
                at.page = now();
        });
        /* A message is heard after the frame that it was sent in. */
        const frame = () => {
            const had = {...at}, {port1, port2} = new MessageChannel();
            port1.onmessage = () => {
                at.painted ||= had.table && now();
                at.wholly ||= had.page && now();
                if (!at.wholly) {
                    requestAnimationFrame(frame);
                    return;
                }
                seen.disconnect();
                const entry = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(e => e.name.endsWith('/points') && e.startTime < dropped + at.table).pop();
                done({...at, asked: (entry?.startTime ?? NaN) - dropped, answered: (entry?.responseEnd ?? NaN) - dropped, bytes: entry?.transferSize ?? 0});
            };
            port2.postMessage(null);
        };
        addEventListener('pointerup', () => {
            dropped = performance.now();
            requestAnimationFrame(frame);
        }, {capture: true, once: true});
        performance.clearResourceTimings();
        seen.observe(document.body, {subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['data-middle']});
    }));
}

const ROUNDS = 7;

describe.skipIf(!canServe())('speed', () => {
    test.each([['at once', 0], ['after a rest over the table', 150]])('a chair is dropped %s', async (_, rest) => {
        const browser = await launch();
        const served = await serve('alaska-2025');
        const {page, close} = await open(browser, `${served.url}#draws=400`);
        const all: Times[] = [];
        for (let round = 0; round < ROUNDS; round++) {
            await page.waitForSelector('.status[data-last=true]');
            const times = listen(page);
            await drag(page, 'ukraine', await middleOf(page, '.backdrop .top'), rest);
            all.push(await times);
            await page.keyboard.press('Control+z');
            await page.waitForSelector('.token[data-actor=ukraine][data-place=door]');
        }
        await close();
        await browser.close();
        await served.stop();
        const middle = (of: (t: Times) => number) => (all.map(of).sort((a, b) => a - b)[all.length >> 1] ?? NaN).toFixed(1);
        console.log(`from the drop after ${rest} ms of rest, ms (median of ${all.length}): asked ${middle(t => t.asked)}, answered ${middle(t => t.answered)}, `
            + `table in the document ${middle(t => t.table)}, painted ${middle(t => t.painted)}, all in the document ${middle(t => t.page)}, painted ${middle(t => t.wholly)}; ${middle(t => t.bytes)} bytes`);
        expect(all).toHaveLength(ROUNDS);
    });
});
