// SPDX-License-Identifier: Apache-2.0
// From the drop of a chair to the picture on the screen: the times are printed (docs/performance.md), none is demanded.
import type {Page} from 'playwright-core';
import {describe, expect, test} from 'vitest';
import {canServe, drag, launch, middleOf, open, serve} from './support';

interface Times { asked: number; answered: number; changed: number; painted: number; bytes: number }

/** Milliseconds since the hand let go, for the first answer that changes a gain. */
function listen(page: Page): Promise<Times> {
    return page.evaluate(() => new Promise<Times>(done => {
        let dropped = 0;
        const shown = () => document.querySelector('.gains li[data-actor=ukraine]')?.getAttribute('data-middle');
        const before = shown();
        addEventListener('pointerup', () => { dropped = performance.now(); performance.clearResourceTimings(); }, {capture: true, once: true});
        const seen = new MutationObserver(() => {
            if (!dropped || shown() === before)
                return;
            seen.disconnect();
            const changed = performance.now() - dropped;
            /* After the frame that this belongs to. */
            requestAnimationFrame(() => {
                const {port1, port2} = new MessageChannel();
                port1.onmessage = () => {
                    const entry = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).find(e => e.name.endsWith('/points'));
                    done({asked: (entry?.startTime ?? 0) - dropped, answered: (entry?.responseEnd ?? 0) - dropped, changed,
                        painted: performance.now() - dropped, bytes: entry?.transferSize ?? 0});
                };
                port2.postMessage(null);
            });
        });
        seen.observe(document.body, {subtree: true, attributes: true, attributeFilter: ['data-middle']});
    }));
}

describe.skipIf(!canServe())('speed', () => {
    test('a chair is dropped', async () => {
        const browser = await launch();
        const served = await serve('alaska-2025');
        const {page, close} = await open(browser, `${served.url}#draws=400`);
        const all: Times[] = [];
        for (let round = 0; round < 7; round++) {
            await page.waitForSelector('.status[data-last=true]');
            const times = listen(page);
            await drag(page, 'ukraine', await middleOf(page, '.backdrop .top'));
            all.push(await times);
            await page.keyboard.press('Control+z');
            await page.waitForSelector('.token[data-actor=ukraine][data-place=door]');
        }
        await close();
        await browser.close();
        await served.stop();
        const middle = (of: (t: Times) => number) => all.map(of).sort((a, b) => a - b)[all.length >> 1] ?? NaN;
        console.log(`from the drop, ms (median of ${all.length}): asked ${middle(t => t.asked).toFixed(1)}, answered ${middle(t => t.answered).toFixed(1)}, `
            + `in the document ${middle(t => t.changed).toFixed(1)}, painted ${middle(t => t.painted).toFixed(1)}; ${middle(t => t.bytes)} bytes`);
        expect(all).toHaveLength(7);
    });
});
