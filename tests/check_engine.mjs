// SPDX-License-Identifier: Apache-2.0
// The engine as WebAssembly answers as the program does, to the last bit.
// Usage: node tests/check_engine.mjs PROGRAM   (in the top folder)
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import {EngineError, loadEngine} from '../web/engine/engine.js';

const program = process.argv[2];
const folder = mkdtempSync(join(tmpdir(), 'engine-'));
let passed = 0, failed = 0;

function claim(what, holds, detail = '') {
    if (holds)
        passed++;
    else {
        failed++;
        console.log(`FAILED: ${what} ${String(detail).slice(0, 300)}`);
    }
}

/** Where two trees part first; numbers by their bits. */
function difference(one, other, path = '') {
    if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null)
        return Object.is(one, other) ? null : `${path}: ${one} / ${other}`;
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
        const found = difference(one[key], other[key], `${path}.${key}`);
        if (found)
            return found;
    }
    return isDeepStrictEqual(one, other) ? null : `${path}: order`;
}

function run(...options) {
    return JSON.parse(execFileSync(program, ['run', '--json', '--quiet', ...options], {maxBuffer: 1 << 28}));
}

function command(...options) {
    return JSON.parse(execFileSync(program, [...options, '--json', '--quiet'], {maxBuffer: 1 << 28}));
}

/** What is asked of the engine, and the command line that asks the same. */
const INQUIRIES = [
    [{inquiry: {kind: 'timeline'}, draws: 20}, 'timeline', '--draws', '20'],
    [{inquiry: {kind: 'sensitivity', of: 'gain: ukraine', method: 'tornado'}}, 'sensitivity', '--of', 'gain: ukraine', '--method', 'tornado'],
    [{inquiry: {kind: 'sensitivity', of: '{all: [{gain: us, above: -0.5}, {win_win: [us, "russia"]}]}', rows: 16}, models: ['mean', 'median']},
        'sensitivity', '--of', '{all: [{gain: us, above: -0.5}, {win_win: [us, "russia"]}]}', '--rows', '16', '--models', 'mean,median'],
    [{inquiry: {kind: 'sensitivity', of: "apart: ['us', russia, territory]", method: 'morris'}, models: ['mean']},
        'sensitivity', '--of', "apart: ['us', russia, territory]", '--method', 'morris', '--models', 'mean'],
    [{inquiry: {kind: 'levers', for: 'ukraine'}, models: ['mean', 'nash']}, 'levers', '--for', 'ukraine', '--models', 'mean,nash'],
    [{inquiry: {kind: 'leverage', claim: 'win_win'}, draws: 40, models: ['mean']}, 'leverage', '--claim', 'win_win', '--draws', '40', '--models', 'mean'],
    [{inquiry: {kind: 'evidence', of: 'gain: us'}, draws: 40, models: ['mean']}, 'evidence', '--of', 'gain: us', '--draws', '40', '--models', 'mean'],
];

function checkInquiries(engine, file) {
    for (const [question, name, ...options] of INQUIRIES) {
        const found = difference(engine.ask(question), command(name, file, ...options));
        claim(`${name} ${options.join(' ')}`, found === null, found);
    }
    const place = of => {
        const {code, line, column} = refused(engine, {inquiry: {kind: 'sensitivity', of}}) ?? {};
        return `${code} ${line}:${column}`;
    };
    for (const [of, where] of [['gain: nobody', 'unknown 1:7'], ['gainn: us', 'unknown 1:1'], ['gain: [us', 'syntax 1:10'], ['gain: us}', 'syntax 1:10'],
        ['{gain: us', 'syntax 1:1'], ['gain: us, gain: us', 'duplicate 1:11'], ['[gain]: us', 'type 1:1'], ['gain: "us', 'syntax 1:7'], ['gain: *us', 'syntax 1:7'],
        ['é: us', 'unknown 1:1'], ['claim:none', 'unknown 1:7'], ['{'.repeat(40), 'limit 1:33'], ['', 'missing null:null']])
        claim(`the question ${of} is refused in its place`, place(of) === where, place(of));
    claim('an unknown kind is refused', refused(engine, {inquiry: {kind: 'magic'}})?.code === 'bad_value');
    claim('levers for nobody are refused', refused(engine, {inquiry: {kind: 'levers', for: 'nobody'}})?.code === 'unknown');
}

function refused(engine, question) {
    try {
        engine.ask(question);
        return null;
    } catch (problem) {
        return problem instanceof EngineError ? problem.error : problem;
    }
}

/** The page of a scenario: what is in it, and the engine that it carries. */
function openPage(file) {
    const page = join(folder, 'page.html');
    execFileSync(program, ['page', file, '-o', page]);
    const html = readFileSync(page, 'utf8');
    const part = id => new RegExp(`id="${id}">([^<]*)</script>`).exec(html)[1];
    return {html, data: JSON.parse(part('summitry-page')), bytes: Buffer.from(part('summitry-engine'), 'base64')};
}

async function checkScenario(file) {
    const {html, data, bytes} = openPage(file);
    claim(`${file}: nothing is loaded from elsewhere`, !/(src|href)="(?!data:)/.test(html.split('summitry-page')[0]));
    const engine = await loadEngine(bytes);
    engine.open(JSON.stringify(data.scenario));
    const base = engine.base();
    claim(`${file}: base`, difference(base.tree, run(file, '--draws', '0', '--no-seats')) === null,
        difference(base.tree, run(file, '--draws', '0', '--no-seats')));
    claim(`${file}: the hash is the file's`, base.summary.sha256 === base.tree.scenario.sha256);
    const check = JSON.parse(execFileSync(program, ['check', file, '--json', '--quiet'], {maxBuffer: 1 << 28}));
    claim(`${file}: check`, difference(base.check, check) === null, difference(base.check, check));
    const whole = engine.ask({stage: 'seats', draws: 1000, seed: 3});
    const native = run(file, '--draws', '1000', '--seed', '3');
    claim(`${file}: everything`, difference(whole, native) === null, difference(whole, native));
    return engine;
}

/* `all` takes over the draws of `closed`: the same answer, and only where they are its own. */
async function checkKept({data, bytes}, variation) {
    const engine = await loadEngine(bytes), fresh = await loadEngine(bytes);
    const packed = JSON.stringify(data.scenario);
    engine.open(packed);
    fresh.open(packed);
    const asks = (takes, question, ...before) => {
        before.forEach(other => engine.ask({...question, ...other}));
        const taken = engine.takenOver(), found = difference(engine.ask(question), fresh.ask(question));
        const what = `${JSON.stringify(before)} before ${JSON.stringify(question)}`;
        claim(`draws kept: ${what}`, found === null, found);
        claim(`draws taken over: ${what}`, engine.takenOver() - taken === Number(takes), takes ? 'no' : 'yes');
    };
    const all = {stage: 'all', draws: 300, models: ['mean', 'heaped', 'challenge'], variation}, closed = {stage: 'closed'};
    asks(true, all, closed);
    asks(true, {...all, stage: 'seats'}, closed);
    asks(false, all, {...closed, variation: {}});
    asks(false, {...all, variation: {}}, {...closed, variation});
    asks(false, {...all, variation: {table: {seat: ['eu']}}}, {...closed, variation: {table: {seat: ['uk']}}});
    asks(true, all, {...closed, draws: 200});
    asks(true, all, {...closed, seed: 2});
    asks(true, all, {...closed, positions: 'stated'});
    asks(false, all, closed, {stage: 'first'});
    engine.ask({...all, ...closed});
    engine.open(packed);
    asks(false, all);
}

async function main() {
    const alaska = 'scenarios/alaska-2025.summit.yaml';
    const engine = await checkScenario('scenarios/car-emissions-1994.summit.yaml');
    claim('an unknown actor is refused', refused(engine, {variation: {table: {seat: ['nobody']}}})?.code === 'unknown');
    claim('an unknown field is refused', refused(engine, {drawz: 1})?.hint === 'did you mean "draws"?');
    claim('what is no scenario is refused', (() => {
        try {
            engine.open('{"packed": 1}');
        } catch (problem) {
            return problem.error.code === 'syntax';
        }
        return false;
    })());
    claim('and leaves the one that was open', engine.ask({}).models.length > 0);
    const other = await checkScenario(alaska);
    const variation = {table: {seat: ['ukraine']}, changes: {'stances.russia.territory.position': {low: 60, mode: 70, high: 80}}};
    checkInquiries(other, alaska);
    await checkKept(openPage(alaska), variation);
    const varied = join(folder, 'variation.json');
    writeFileSync(varied, JSON.stringify(variation));
    const there = run(alaska, '--draws', '0', '--no-seats', '--variation', varied, '--lang', 'zh-Hant', '--models', 'mean,nash');
    const here = other.ask({variation, language: 'zh-Hant', models: ['mean', 'nash']});
    claim('a variation', difference(here, there) === null, difference(here, there));
    for (const text of ['{"a": 1', '[]', '{"a": 01}', '{"a": 1, "a": 2}', '{"a": "\\ud800"}', '{"a": 1} x', '{"a": 1e999}', '{"a": \u0001}', ''])
        claim(`the JSON ${text} is refused`, (() => {
            try {
                other.open(text);
            } catch (problem) {
                return ['syntax', 'type'].includes(problem.error.code);
            }
            return false;
        })());
    rmSync(folder, {recursive: true});
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed ? 1 : 0;
}

await main();
