// SPDX-License-Identifier: Apache-2.0
// A page that `summitry page` saved: one file, no server, no network, and the digits of the command line.
import {execFileSync} from 'node:child_process';
import {mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {expect, test} from 'vitest';
import {spread} from '../../src/engine/spread';
import type {Gain} from '../../src/engine/tree';
import {cli, drag, launch, middleOf, PROGRAM, TOP, token} from './support';

function canSave(): boolean {
    try {
        execFileSync(PROGRAM, ['page', '--help'], {stdio: 'ignore'});
        return true;
    } catch {
        return false;
    }
}

test.skipIf(!canSave())('a saved page stays live without the program: a chair moved, to the last bit', async () => {
    const scenario = join(TOP, 'scenarios/alaska-2025.summit.yaml'), file = join(mkdtempSync(join(tmpdir(), 'summitry-saved-')), 'what-if.html');
    execFileSync(PROGRAM, ['page', scenario, '-o', file], {stdio: 'ignore'});
    const browser = await launch();
    const context = await browser.newContext({viewport: {width: 1280, height: 900}, reducedMotion: 'reduce', locale: 'en-GB', offline: true});
    const page = await context.newPage();
    const asked: string[] = [], errors: string[] = [];
    page.on('request', r => { if (!/^(file|blob|data):/.test(r.url())) asked.push(r.url()); });
    page.on('pageerror', e => errors.push(e.message));
    await page.goto(`${pathToFileURL(file).href}#draws=0`);
    await page.waitForSelector('.gains li[data-actor=ukraine]');
    await drag(page, 'ukraine', await middleOf(page, '.backdrop .top'));
    await page.waitForSelector('.token[data-actor=ukraine] .sub.moved');
    expect(await token(page, 'ukraine').getAttribute('data-place')).toBe('seat');
    const tree = cli('run', scenario, '--seat', 'ukraine', '--draws', '0', '--no-seats');
    const total = (actor: string) => spread(tree.models.map(m => (m.gains as Record<string, Gain | undefined>)[actor]?.total))?.middle;
    for (const actor of ['ukraine', 'us', 'russia', 'china'])
        expect(Number(await page.locator(`.gains li[data-actor="${actor}"]`).getAttribute('data-middle')), actor).toBe(total(actor));
    expect(await page.locator('button', {hasText: 'Save as a variant'}).count()).toBe(0);
    expect(asked).toEqual([]);
    expect(errors).toEqual([]);
    await browser.close();
});
