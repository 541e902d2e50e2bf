// SPDX-License-Identifier: Apache-2.0
// A browser, the program serving a scenario, and its command line to compare with.
import {execFileSync, spawn, type ChildProcess} from 'node:child_process';
import {copyFileSync, mkdtempSync, readFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromium, type Browser, type BrowserContextOptions, type Page} from 'playwright-core';
import type {Tree} from '../../src/engine/tree';

export const PROGRAM = resolve(process.env['SUMMITRY'] ?? '../build/dev/summitry');
export const TOP = resolve(fileURLToPath(import.meta.url), '../../../..');
export const DIST = join(TOP, 'web/dist');

export function launch(): Promise<Browser> {
    return chromium.launch({executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none']});
}

export function canServe(): boolean {
    try {
        execFileSync(PROGRAM, ['serve', '--help'], {stdio: 'ignore'});
        return true;
    } catch {
        return false;
    }
}

export interface Served { url: string; folder: string; file: string; stop: () => Promise<void> }

/** The scenario is copied first: what is saved or written does not touch the one that ships. */
export function serve(...names: string[]): Promise<Served> {
    return serveWith([], ...names);
}

/** With further options of the command line. */
export async function serveWith(options: string[], ...names: string[]): Promise<Served> {
    const folder = mkdtempSync(join(tmpdir(), 'summitry-page-'));
    const files = names.map(n => {
        const to = join(folder, `${n}.summit.yaml`);
        copyFileSync(join(TOP, 'scenarios', `${n}.summit.yaml`), to);
        return to;
    });
    const child = spawn(PROGRAM, ['serve', ...files, '--no-browser', ...options], {stdio: ['ignore', 'pipe', 'pipe']});
    const url = await address(child);
    const gone = new Promise<void>(done => child.on('exit', () => done()));
    return {url, folder, file: files[0] ?? '', stop: async () => { child.kill('SIGINT'); await gone; }};
}

function address(child: ChildProcess): Promise<string> {
    return new Promise((found, failed) => {
        let said = '';
        const listen = (chunk: Buffer) => {
            said += chunk.toString();
            const url = /http:\/\/\S+/.exec(said)?.[0];
            if (url)
                found(url);
        };
        child.stdout?.on('data', listen);
        child.stderr?.on('data', listen);
        child.on('exit', code => failed(new Error(`summitry serve ended with ${code}: ${said}`)));
    });
}

export function cli(...args: string[]): Tree {
    return JSON.parse(execFileSync(PROGRAM, [...args, '--json', '--quiet'], {maxBuffer: 1 << 28}).toString()) as Tree;
}

export interface Opened { page: Page; errors: string[]; close: () => Promise<void> }

export async function open(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Opened> {
    const context = await browser.newContext({viewport: {width: 1280, height: 900}, reducedMotion: 'reduce', locale: 'en-GB', ...options});
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', e => errors.push(e.message));
    await page.goto(url);
    await page.waitForSelector('.token');
    return {page, errors, close: () => context.close()};
}

/** The built page with recorded trees instead of a server: nothing but what is in `dist` is asked for. */
export async function openRecorded(browser: Browser, recordings: unknown[], hash = '', options: BrowserContextOptions = {}, inquiries: unknown[] = []): Promise<Opened> {
    const context = await browser.newContext({viewport: {width: 1280, height: 900}, reducedMotion: 'reduce', locale: 'en-GB', ...options});
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', e => errors.push(e.message));
    await page.route('**/*', route => {
        const {host, pathname} = new URL(route.request().url());
        if (host !== 'page.test') {
            errors.push(`asked for ${route.request().url()}`);
            return route.abort();
        }
        const name = pathname === '/' ? 'index.html' : pathname.slice(1);
        const type = name.endsWith('.js') ? 'text/javascript' : name.endsWith('.css') ? 'text/css' : 'text/html';
        return route.fulfill({body: readFileSync(join(DIST, name)), contentType: type});
    });
    await page.addInitScript(([r, i]) => { Object.assign(window, {summitryRecorded: r, summitryInquiries: i}); }, [recordings, inquiries] as const);
    await page.goto(`http://page.test/#${hash}`);
    await page.waitForSelector('.token');
    return {page, errors, close: () => context.close()};
}

export function token(page: Page, actor: string) {
    return page.locator(`.token[data-actor="${actor}"]`);
}

/** Drags by the mouse, in steps, from the middle of one thing to a place in the picture, and rests there for so many ms. */
export async function drag(page: Page, actor: string, to: {x: number; y: number}, rest = 0): Promise<void> {
    const box = await token(page, actor).boundingBox();
    if (!box)
        throw new Error(`${actor} is not in the picture`);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 12, box.y + box.height / 2 - 8);
    await page.mouse.move(to.x, to.y, {steps: 5});
    if (rest)
        await page.waitForTimeout(rest);
    await page.mouse.up();
}

export async function middleOf(page: Page, selector: string): Promise<{x: number; y: number}> {
    const box = await page.locator(selector).first().boundingBox();
    if (!box)
        throw new Error(`${selector} is not there`);
    return {x: box.x + box.width / 2, y: box.y + box.height / 2};
}
