// SPDX-License-Identifier: Apache-2.0
import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import type {Tree} from '../src/engine/tree';
import {normal} from '../src/engine/normal';
import {plain, piecesOf} from '../src/glossary/marks';
import {TERMS} from '../src/glossary/Term';
import {claims} from '../src/story/claims';
import {agreement, blockers, places, placesUnderSome, settling} from '../src/story/deal';
import {better, drawsMoved, underSome, worse} from '../src/story/gains';
import {KINDS} from '../src/story/kinds';
import {sidesOf} from '../src/story/sides';
import {tell} from '../src/story/tell';
import {LANGUAGES, makeWords, type Lang} from '../src/words/catalogue';

const read = (name: string, lang = 'en') => normal(JSON.parse(readFileSync(new URL(`trees/${name}.${lang}.json`, import.meta.url), 'utf8')) as Tree);
const file = read('none'), seated = read('ukraine');
const copy = (change: (t: Tree) => void, from = file): Tree => {
    const t = structuredClone(from);
    change(t);
    return t;
};
const first = <T>(xs: T[]): T => {
    if (xs[0] === undefined)
        throw new Error('nothing found');
    return xs[0];
};

describe('what seating Ukraine did', () => {
    const sides = sidesOf(file, seated, null);
    test('Ukraine is better off, by standing and what is settled; Russia pays by the middle', () => {
        const ukraine = first(better(sides));
        expect(ukraine.actor.id).toBe('ukraine');
        expect([Math.round(ukraine.from), Math.round(ukraine.to), ukraine.better.n]).toEqual([-27, -1, 4]);
        expect(ukraine.parts.map(p => [p.part, Math.round(p.by)])).toEqual([['outcome', 6], ['standing', 21]]);
        expect(worse(sides).map(m => m.actor.id).slice(0, 1)).toEqual(['russia']);
    });
    test('under Nash bargaining all of it is standing, and nobody else moves', () => {
        const alone = sidesOf(file, seated, 'nash');
        expect(better(alone).map(m => [m.actor.id, m.parts.map(p => p.part)])).toEqual([['ukraine', ['standing']]]);
        expect([...worse(alone), ...underSome(alone)]).toEqual([]);
    });
    test('those with a part in the talks come before the others; a delegate is told with its seat', () => {
        const found = [...better(sides)];
        expect(found.map(m => m.actor.role !== 'out').lastIndexOf(true)).toBeLessThan(found.findIndex(m => m.actor.role === 'out'));
        expect([...found, ...worse(sides)].filter(m => m.actor.role === 'delegate')).toEqual([]);
    });
    test('US arms aid settles under fewer models; proposals on land move and it stays open', () => {
        expect(settling(sides).map(s => [s.issue.id, s.from, s.to])).toContainEqual(['military_aid', 2, 1]);
        expect(places(sides).find(p => p.issue.id === 'territory')).toMatchObject({to: 50, stays: 'open'});
        expect(placesUnderSome(sides).some(p => p.issue.id === 'territory')).toBe(false);
    });
    test('the claim that fell comes first', () => {
        expect(first(claims(sides, null)).claim.id).toBe('humiliation');
        expect(first(claims(sides, null)).to).toBe(0);
    });
    test('it is told in a few lines in every language', () => {
        for (const lang of Object.keys(LANGUAGES) as Lang[]) {
            const told = tell(read('none', lang), read('ukraine', lang), null, makeWords(lang));
            expect(told.lines.filter(l => l.most > 0).length).toBeLessThanOrEqual(6);
            expect(told.lines.flatMap(l => l.all).filter(s => /[{}]|undefined|NaN/.test(s))).toEqual([]);
        }
    });
});

describe('a story is silent only where nothing moved', () => {
    const words = makeWords('en');
    test('the same answer twice has no lines', () => {
        expect(tell(file, structuredClone(file), null, words).lines).toEqual([]);
    });
    const model = file.models.findIndex(m => m.outcome['sanctions']?.settled);
    const at = (t: Tree) => first(t.models.slice(model));
    test.each<[string, (t: Tree) => void, string]>([
        ['one gain under one model', t => { const g = at(t).gains['china']; if (g) g.total = (g.total ?? 0) - 3; }, 'some'],
        ['one issue no longer settles', t => { const o = at(t).outcome['sanctions']; if (o) o.settled = false; }, 'settles'],
        ['one place under one model', t => { const o = at(t).outcome['sanctions']; if (o) o.point = o.solution = 99; }, 'placesSome'],
        ['a deal fails', t => { at(t).agreement.reached = false; }, 'deal'],
        ['somebody blocks', t => { at(t).agreement.blocked_by = ['ukraine']; }, 'blocks'],
        ['odds of a claim', t => { const p = t.claims[0]?.probability['pooled']; if (p) p.p = (p.p ?? 0) / 2; }, 'claims'],
        ['the odds of a deal', t => { for (const m of t.models) m.agreement.probability = 0.1; }, 'odds'],
        ['a range over the draws', t => { for (const m of t.models) { const d = m.gains['us']?.draws; if (d) d.q90 = 99; } }, 'draws'],
    ])('%s', (_, change, kind) => {
        expect(tell(file, copy(change), null, words).lines.map(l => l.id)).toContain(kind);
    });
    test('every kind has an id of its own', () => {
        expect(new Set(KINDS.map(k => k.id)).size).toBe(KINDS.length);
    });
});

describe('odds', () => {
    test('from differently many draws are not told to the last percent', () => {
        const few = copy(t => { t.draws_done = 100; const p = t.claims[0]?.probability['pooled']; if (p) p.p = (p.p ?? 0) + 0.02; });
        expect(claims(sidesOf(file, few, null), null)).toEqual([]);
        expect(drawsMoved(sidesOf(file, few, null))).toEqual([]);
    });
    test('while nothing is drawn, claims are told by how many models hold them', () => {
        const points = copy(t => { for (const c of t.claims) c.probability = {}; t.draws_done = 0; }, seated);
        expect(first(claims(sidesOf(file, points, null), null)).models?.to).toBe(0);
    });
});

test('under one model alone, its own numbers are compared', () => {
    const id = file.models[0]?.id ?? '';
    const sides = sidesOf(file, seated, id);
    expect(sides.pairs).toHaveLength(1);
    expect(better(sides).every(m => m.models === 1)).toBe(true);
    expect(agreement(sides)).toEqual([]);
    expect(blockers(sides)).toEqual([]);
});

test('marked words are explained in every language', () => {
    expect(piecesOf('a [[standing|b]] c')).toEqual(['a ', {term: 'standing', text: 'b'}, ' c']);
    expect(plain('a [[standing|b]] c')).toBe('a b c');
    for (const {words} of Object.values(LANGUAGES))
        for (const message of Object.values(words).flatMap(m => typeof m === 'string' ? [m] : [m.one, m.other]))
            for (const p of piecesOf(message))
                expect(typeof p === 'string' || (TERMS as readonly string[]).includes(p.term), message).toBe(true);
});
