// SPDX-License-Identifier: Apache-2.0
// The sentence that stands above a story, for every kind of move: true to the two answers, and whole in every language.
import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {normal} from '../src/engine/normal';
import {spread} from '../src/engine/spread';
import type {Tree} from '../src/engine/tree';
import {changesIn, NONE, tableOf} from '../src/engine/variation';
import {plain} from '../src/glossary/marks';
import {readingMoved} from '../src/issues/estimate';
import {yesThoughLosing} from '../src/shell/Answer';
import {movedIn, type Headline} from '../src/story/headline';
import {sidesOf} from '../src/story/sides';
import {tell} from '../src/story/tell';
import {holdsAt, turnedPart} from '../src/story/turned';
import {LANGUAGES, makeWords, type Lang} from '../src/words/catalogue';
import {whyInWords} from '../src/words/why';

const recorded = JSON.parse(readFileSync(new URL('trees/moves.json', import.meta.url), 'utf8')) as {none: Tree} & Record<string, Tree>;
const base = normal(recorded.none);
const trees = Object.entries(recorded).filter(([name]) => name !== 'none').map(([name, t]): [string, Tree] => [name, normal({
    ...base, ...t, issues: base.issues,
    actors: base.actors.map(a => ({...a, ...t.actors.find(x => x.id === a.id)})),
    claims: base.claims.map(c => ({...c, ...t.claims.find(x => x.id === c.id)})),
})]);
const of = (name: string) => trees.find(([n]) => n === name)?.[1] ?? base;
const en = makeWords('en');
const whole = ({first, others}: Headline, gap = ' ') => plain([first, ...others].join(gap));
const headline = (name: string, model: string | null = null) => whole(tell(base, of(name), model, en).headline);
const models = [null, ...base.models.map(m => m.id)];

const middle = (t: Tree, model: string | null, actor: string) => spread(t.models.filter(m => model === null || m.id === model).map(m => m.gains[actor]?.total))?.middle ?? NaN;

describe.each(trees)('%s', (_, tree) => {
    test.each(models)('under %s: every number is that of the two answers, and who is not named is counted', model => {
        const found = tell(base, tree, model, en).headline, {short} = found, said = whole(found);
        const moved = base.actors.map(a => ({name: a.name, from: en.points(middle(base, model, a.id)), to: en.points(middle(tree, model, a.id))}));
        const sentences = [...said.matchAll(/(?:^|[.:;] )([^.:;(]+?) (?:\d+ points? (?:better|worse) off [^:.]*: |by \d+(?: points?)? \()([+−]?\d+) → ([+−]?\d+)/g)];
        for (const [, name, from, to] of sentences)
            expect(moved, said).toContainEqual({name: name?.replace(/^(Better|Worse) off: /, ''), from, to});
        for (const [, n] of said.matchAll(/(\d+) more[;.]/g))
            expect(Number(n)).toBeLessThan(base.actors.length);
        const named = sentences.length + [...said.matchAll(/(\d+) more\./g)].reduce((sum, [, n]) => sum + Number(n), 0);
        /* Delegates who fare as their seats do are told with them. */
        const changed = moved.filter(m => m.from !== m.to), delegates = base.actors.filter(a => a.speaks_for).map(a => a.name);
        expect(named, said).toBeLessThanOrEqual(changed.length);
        expect(named, said).toBeGreaterThanOrEqual(changed.filter(m => !delegates.includes(m.name)).length);
        expect(/Nobody/.test(said), said).toBe(changed.filter(m => !said.startsWith(m.name) && !delegates.includes(m.name)).every(m => said.includes(`. ${m.name} `)));
        for (const [, from, to] of short.matchAll(/([+−]?\d+) → ([+−]?\d+)/g))
            expect(moved.some(m => m.from === from && m.to === to), short).toBe(true);
    });
    test('is whole in every language, under every model', () => {
        for (const lang of Object.keys(LANGUAGES) as Lang[])
            for (const model of models) {
                const {headline: found, lines} = tell(base, tree, model, makeWords(lang)), text = whole(found, lang === 'en' ? ' ' : '');
                for (const s of [text, found.short, ...lines.flatMap(l => l.all)])
                    expect(s).not.toMatch(/[{}]|undefined|NaN|^ | {2}|\.\.|。。|\b1 points|^$/);
                expect(text).toMatch(/[.。]$/);
            }
    });
});

describe('reads as a sentence', () => {
    test.each([
        ['seat ukraine', 'nash', 'Ukraine 21 points better off at the table: −22 → −1. Nobody else’s gain moves.'],
        ['seat ukraine', null, /^Ukraine \d+ points better off at the table: −\d+ → −\d+\. /],
        ['remove russia', null, /^No deal any more, under any model\. Russia \d+ points worse off when left out: \+\d+ → −\d+\. Worse off: .+ more\..* Blocked by the condition “two sides”\.$/],
        ['eu behind us', null, /^European Union \d+ points? better off as an observer: /],
        ['uk at the door', 'nash', /United Kingdom at the door, its yes needed: its own gain stays at −13\./],
        ['uk at the door', null, /^A deal under 2 of 3 models instead of 3\./],
        ['ukraine out', 'mean', /^Ukraine 4 points worse off when left out: /],
        ['lever', null, 'Nobody’s middle moves.'],
    ])('%s under %s', (name, model, wanted) => {
        expect(headline(name, model)).toMatch(typeof wanted === 'string' ? new RegExp(`^${wanted.replace(/[.+]/g, '\\$&')}$`) : wanted);
    });
    test('whoever was moved comes first, in the bar too', () => {
        expect(tell(base, of('seat ukraine'), 'nash', en).headline.short).toBe('Ukraine −22 → −1 · others stay');
        expect(movedIn(base, of('eu behind us'))).toEqual([{actor: 'eu', how: 'story.how.observer'}]);
        expect(movedIn(base, of('lever'))).toEqual([]);
    });
    test('of several changes none is said to have done it', () => {
        expect(whole(tell(base, of('seat ukraine'), 'nash', en, 2).headline)).toBe('Better off: Ukraine by 21 points (−22 → −1). Nobody else’s gain moves.');
    });
});

describe('the part of a claim that turned', () => {
    test.each(['none', ...trees.map(([n]) => n)])('%s: parts hold as the engine says of the whole', name => {
        const tree = of(name), side = {tree, models: tree.models};
        let checked = 0;
        for (const c of tree.claims)
            for (const m of tree.models) {
                const holds = c.holds ? holdsAt(c.holds, side, m) : null;
                if (holds !== null) {
                    expect(holds, `${c.id} under ${m.id}`).toBe(c.at_point[m.id]);
                    checked++;
                }
            }
        expect(checked).toBeGreaterThan(40);
    });
    test('is named: Ukraine’s standing, once it sits', () => {
        const sides = sidesOf(base, of('seat ukraine'), null), claim = base.claims.find(c => c.id === 'humiliation');
        const turned = claim && turnedPart(claim, sides, false);
        expect(turned).toMatchObject({part: {left: {what: 'gain', part: 'standing', actors: ['ukraine']}}, from: 3, to: 0});
        expect(tell(base, of('seat ukraine'), null, en).lines.find(l => l.id === 'claims')?.all[0]).toMatch(/what Ukraine gains in standing is −10 points or less\)$/);
    });
});

describe('several moves and no move', () => {
    const change = (from: Tree, how: (t: Tree) => void): Tree => { const t = structuredClone(from); how(t); return t; };
    test('two actors moved are two changes, and the headline says what became of both, the furthest pushed first', () => {
        const tree = change(of('remove russia'), t => { t.table.seats.push('ukraine'); t.table.absent = t.table.absent.filter(a => a !== 'ukraine'); });
        const table = tableOf(tree.table), n = changesIn({...NONE, table}, tableOf(base.table));
        expect(n).toBe(2);
        expect(whole(tell(base, tree, null, en, n).headline)).toMatch(/^No deal any more.+ Russia \d+ points worse off when left out: .+ Ukraine .*at the table.+ Blocked by /);
    });
    test('a lever and a move are counted one by one; the table as in the file is none', () => {
        expect(changesIn({...NONE, levers: {a: true, b: false}, changes: {x: 3}, table: tableOf(of('seat ukraine').table)}, tableOf(base.table))).toBe(4);
        expect(changesIn(NONE, tableOf(base.table))).toBe(0);
    });
    test('where no middle gain moves, what settles leads; then who loses under some models', () => {
        const tree = change(base, t => t.models.forEach(m => { const o = m.outcome['ceasefire']; if (o) o.settled = true; }));
        const russia = tree.models[0]?.gains['russia'];
        if (russia)
            russia.total = (russia.total ?? 0) - 40;
        expect(whole(tell(base, tree, null, en).headline)).toMatch(/^“.+” now settles under all 3 models instead of 0\. Russia: a change of up to −40 points, under 1 of 3 models\. Nobody’s middle moves\.$/);
    });
    test('who is outside the talks is said to be where the move weighs more on it', () => {
        const tree = change(base, t => t.models.forEach(m => { for (const [a, by] of [['russia', 3], ['us', 4], ['oil_importers', 23]] as const) { const g = m.gains[a]; if (g) g.total = (g.total ?? 0) - by; } }));
        expect(whole(tell(base, tree, null, en).headline)).toMatch(/^Worse off: United States by 4 points \(.+\); Russia by 3 \(.+\); outside the talks: Russia oil importers by 23 \(/);
    });
    test('an observer’s share is said, from the table', () => {
        expect(tell(base, of('eu behind us'), null, en).headline.notes).toEqual([expect.stringMatching(/position of United States moves 50% of the way to that of European Union/)]);
        expect(tell(base, of('seat eu'), null, en).headline.notes).toEqual([]);
    });
    test('who must agree and loses by the middle is told, though under some model it gains', () => {
        const tree = change(of('seat ukraine'), t => { t.table.ratifiers = [{actor: 'ukraine', tolerance: 0}]; t.models.forEach((m, i) => { const g = m.gains['ukraine']; if (g) { g.total = i ? -1 : 2; g.no_deal = 14; } }); });
        expect(yesThoughLosing(tree, tree.models, null)).toEqual([{name: 'Ukraine', x: 14}]);
    });
});

describe('an estimate that was changed', () => {
    const r = (low: number, point: number, high: number) => ({low, point, high, shape: 'triangular'});
    test('shows the range where that alone moved, else the middle', () => {
        expect(readingMoved(r(35, 50, 60), r(20, 50, 60), String)).toEqual({is: '20–50–60', was: '35–50–60'});
        expect(readingMoved(r(35, 50, 60), r(25, 40, 50), String)).toEqual({is: null, was: '50'});
        expect(readingMoved(r(35, 50, 60), r(35, 50, 60), String)).toBeNull();
    });
});

test('a model without agreement says so as an outcome, not as a fault', () => {
    expect(whyInWords('"guarantees" stays: no majority wants to leave it', base, en)).toMatch(/^no agreement on “.+”, which stays as it is: /);
});
