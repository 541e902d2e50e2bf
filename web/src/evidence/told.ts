// SPDX-License-Identifier: Apache-2.0
// What the drawer says of a number: what it is, how it was computed, what each model says. Read out of the tree, not worked out.
import {turnsOf} from '../claims/flips';
import {scoredAs} from '../claims/scored';
import {viewOf} from '../claims/view';
import {spread} from '../engine/spread';
import type {Issue, Model, Num, Tree} from '../engine/tree';
import {claimOf, gainOfActor, outcomeOfIssue} from '../sensitivity/question';
import {rangeOf} from '../shell/range';
import {drawsOf, shownModels, signOf, type Sign} from '../shell/shown';
import {seatGain, shapleyValue, standing} from '../seats/cells';
import type {Words} from '../words/catalogue';
import type {Key} from '../words/en';
import {modelLabel} from '../words/models';
import {said} from '../words/said';
import type {Asked} from './asked';
import {voiceOf} from './voice';

export interface Row { name: string; value: string; sign?: Sign; note?: string; asked?: Asked }

export interface Told {
    number: string;
    says: string[];
    rows: Row[];
    /** Whose gain it is: shown with its parts. */
    gain: string | null;
    /** The question that the engine can be asked about it: which inputs move it. */
    of: string | null;
    /** Inputs that it is known to hang on, where the engine was not asked. */
    most: {title: Key; paths: string[]} | null;
    /** What the file says about it. */
    paths: string[];
    cites: string[];
    voice: string | null;
}

const nameOf = (tree: Tree, id: string) => tree.actors.find(a => a.id === id)?.name ?? id;

export function titleOf(asked: Asked, tree: Tree, words: Words): string {
    const {t} = words;
    const model = asked.kind !== 'forecast' && asked.kind !== 'read' ? tree.models.find(m => m.id === asked.model) : undefined;
    const what = () => {
        switch (asked.kind) {
        case 'gain': return t('asked.gain', {name: nameOf(tree, asked.actor)});
        case 'deal': return t('asked.deal');
        case 'outcome': return t('asked.outcome', {issue: issueOf(tree, asked.issue)?.title ?? asked.issue});
        case 'claim': return t('asked.claim', {says: tree.claims.find(c => c.id === asked.claim)?.says ?? asked.claim});
        case 'seat': {
            const filling = {a: nameOf(tree, asked.sits), b: nameOf(tree, asked.feels)};
            return t(asked.over ? `asked.${asked.over}` : asked.sits === asked.feels ? 'asked.seatOwn' : 'asked.seat', filling);
        }
        case 'best': return t('asked.best', {aim: t(`seats.aim.${asked.aim}` as Key)});
        case 'forecast': return t('asked.forecast', {issue: issueOf(tree, asked.issue)?.title ?? asked.issue});
        case 'read': return asked.title;
        }
    };
    const said = model ? t('asked.under', {what: what(), model: modelLabel(model, words.lang)}) : what();
    return 'before' in asked && asked.before ? t('asked.before', {what: said}) : said;
}

const issueOf = (tree: Tree, id: string) => tree.issues.find(i => i.id === id);
const namingIn = (tree: Tree, ...ids: string[]) => tree.inputs.map(i => i.path).filter(p => ids.some(id => p.split('.').includes(id)));

/** "The middle of 14 models. Lowest: 28 under Nash. Highest: 45 under ..." */
function across(models: readonly Model[], value: (m: Model) => Num | undefined, say: (x: Num) => string, words: Words, key: 'asked.middle' | 'asked.pooled' | 'asked.between' = 'asked.middle'): string {
    const known = models.flatMap(m => {
        const x = value(m);
        return x == null ? [] : [{x, name: modelLabel(m, words.lang)}];
    }).sort((a, b) => a.x - b.x);
    const first = known[0], last = known[known.length - 1];
    if (!first || !last)
        return '';
    if (known.length === 1)
        return words.t('asked.one', {model: first.name, x: say(first.x)});
    if (say(first.x) === say(last.x))
        return words.t('asked.same', {n: known.length, x: say(first.x)});
    const between = words.t('asked.between', {low: say(first.x), first: first.name, high: say(last.x), last: last.name});
    return key === 'asked.between' ? between : words.t(key, {n: known.length, between});
}

/** How everything in a run was computed. */
function how(tree: Tree, words: Words): string {
    const who = tree.table.seats.length ? words.list(tree.table.seats.map(s => nameOf(tree, s))) : words.t('seats.nobody');
    return words.t(tree.draws_done ? 'asked.how' : 'asked.howPoints', {draws: tree.draws_done, seed: String(tree.seed), who});
}

const NOTHING = {rows: [], gain: null, of: null, most: null, paths: [], cites: [], voice: null} satisfies Partial<Told>;

export function tellOf(asked: Asked, tree: Tree, picked: string | null, words: Words): Told {
    const model = (asked.kind !== 'forecast' && asked.kind !== 'read' ? asked.model : undefined) ?? picked;
    const told = {...NOTHING, ...tellKind(asked, tree, model, words)};
    return {...told, says: told.says.filter(Boolean)};
}

type Part = Pick<Told, 'number' | 'says'> & Partial<Told>;

function tellKind(asked: Asked, tree: Tree, model: string | null, words: Words): Part {
    const models = shownModels(tree, model);
    switch (asked.kind) {
    case 'gain': return gain(asked.actor, tree, model, models, words);
    case 'deal': return deal(tree, models, words);
    case 'outcome': return outcome(asked.issue, tree, models, words);
    case 'claim': return claim(asked.claim, tree, model, models, words);
    case 'seat': return seat(asked, tree, models, words);
    case 'best': return best(asked, tree, models, words);
    case 'forecast': return forecast(asked.issue, tree, words);
    case 'read': return {number: asked.number, says: asked.says, rows: asked.rows ?? [], paths: asked.paths ?? [], cites: asked.cites ?? [], of: asked.of ?? null};
    }
}

function gain(actor: string, tree: Tree, model: string | null, models: Model[], words: Words): Part {
    const total = (m: Model) => m.gains[actor]?.total;
    const drawn = drawsOf(tree, model, actor);
    return {
        number: words.points(spread(models.map(total))?.middle),
        says: [
            across(models, total, words.points, words), words.t('gains.note'),
            drawn ? words.t(models.length > 1 ? 'asked.drawsMany' : 'asked.draws', {low: words.points(drawn.low), high: words.points(drawn.high)}) : '', how(tree, words),
        ],
        gain: actor, of: gainOfActor(actor), paths: namingIn(tree, actor), most: mattering(tree),
    };
}

function mattering(tree: Tree): Told['most'] {
    const paths = (tree.evidence.matters_most ?? []).map(m => m.input);
    return paths.length ? {title: 'asked.most', paths} : null;
}

function deal(tree: Tree, models: Model[], words: Words): Part {
    const {t} = words, odds = spread(models.map(m => m.agreement.probability));
    return {
        number: odds ? rangeOf(words.odds(odds.low), words.odds(odds.high)) : '',
        says: [t('asked.dealSays'), odds && odds.n > 1 ? across(models, m => m.agreement.probability, words.odds, words, 'asked.between') : '', t('term.deal'), how(tree, words)],
        rows: models.map(m => {
            const by = m.agreement.blocked_by.map(b => nameOf(tree, b));
            return {
                name: modelLabel(m, words.lang), value: words.odds(m.agreement.probability),
                note: [m.agreement.reached === null ? '' : t(m.agreement.reached ? 'asked.reached' : 'asked.notReached'), by.length ? t('answer.blocked', {who: words.list(by)}) : ''].filter(Boolean).join(' · '),
            };
        }),
        of: 'agreement: true', most: mattering(tree), paths: tree.inputs.map(i => i.path).filter(p => tree.table.ratifiers.some(r => p.startsWith(`no_deal.${r.actor}`)) || tree.table.seats.some(s => p.startsWith(`no_deal.${s}`))),
    };
}

function outcome(id: string, tree: Tree, models: Model[], words: Words): Part {
    const {t} = words, issue = issueOf(tree, id);
    if (!issue)
        return {number: '', says: []};
    const say = (x: Num | undefined) => words.value(x, Math.abs(issue.scale[1] - issue.scale[0]));
    const settled = models.filter(m => m.outcome[id]?.settled), ends = spread(settled.map(m => m.outcome[id]?.point));
    const where = ends ? rangeOf(say(ends.low), say(ends.high)) : '';
    return {
        number: where,
        says: [
            settled.length ? t(settled.length < models.length ? 'issues.settles' : models.length > 1 ? 'issues.settlesAll' : 'issues.settlesOne', {n: settled.length, total: models.length, where})
                : t(models.length > 1 ? 'issues.openAll' : 'issues.open', {total: models.length}),
            t('term.settled'), t('term.open'), how(tree, words),
        ],
        rows: models.map(m => {
            const o = m.outcome[id], past = (o?.outside_limit_of ?? []).map(a => nameOf(tree, a));
            return {
                name: modelLabel(m, words.lang),
                value: o?.point == null ? t('issues.noAnswer') : o.settled ? say(o.point) : t('asked.proposed', {x: say(o.solution)}),
                note: [past.length && !o?.settled ? t('asked.past', {who: words.list(past)}) : '', o?.draws?.settled != null ? t('issues.settledDraws', {odds: words.odds(o.draws.settled)}) : ''].filter(Boolean).join(' · '),
            };
        }),
        of: outcomeOfIssue(id), most: mattering(tree), paths: onIssue(tree, issue),
    };
}

/** Those at the table and those who must agree first: the others weigh nothing. */
function onIssue(tree: Tree, issue: Issue): string[] {
    const heard = [...tree.table.seats, ...tree.table.ratifiers.map(r => r.actor)];
    const paths = namingIn(tree, issue.id);
    return [...paths.filter(p => heard.some(a => p.split('.').includes(a))), ...paths.filter(p => p.endsWith('.status_quo'))];
}

function claim(id: string, tree: Tree, model: string | null, models: Model[], words: Words): Part {
    const {t} = words, found = tree.claims.find(c => c.id === id);
    if (!found)
        return {number: '', says: []};
    const {pooled, holds, defined} = viewOf(tree, model, found);
    const turns = turnsOf(found, model).map(f => f.path);
    return {
        number: pooled !== null ? words.odds(pooled) : `${holds}/${defined}`,
        says: [
            found.holds ? t('claims.scored', {what: scoredAs(found.holds, tree, words)}) : '', t('claims.note'),
            across(models, m => found.probability[m.id]?.p, words.odds, words, 'asked.pooled'), how(tree, words),
        ],
        rows: models.map(m => {
            const at = found.at_point[m.id];
            return {name: modelLabel(m, words.lang), value: words.odds(found.probability[m.id]?.p), note: typeof at === 'boolean' ? t(at ? 'claims.holdsCell' : 'claims.failsCell') : ''};
        }),
        of: claimOf(id), most: turns.length ? {title: 'asked.turns', paths: turns} : mattering(tree),
        cites: found.cite, voice: voiceOf({voice: found.voice, cite: found.cite}, tree, words),
    };
}

function seat(asked: Asked & {kind: 'seat'}, tree: Tree, models: Model[], words: Words): Part {
    const {t} = words, {sits, feels, over} = asked;
    const of = (m: Model) => over === 'orders' ? shapleyValue(tree, [m], sits, feels)?.middle : over === 'standing' ? standing(tree, [m], sits) : seatGain(tree, [m], sits, feels)?.middle;
    const stands = standing(tree, models, sits), sampled = models.filter(m => tree.seats?.[m.id]?.exact === false).map(m => modelLabel(m, words.lang));
    const own = tree.inputs.map(i => i.path).filter(p => p.startsWith(`standing.${sits}.`));
    return {
        number: words.points(spread(models.map(of))?.middle),
        says: [
            across(models, of, words.points, words), t(over ? `asked.${over}Says` : 'asked.seatSays', {a: nameOf(tree, sits), b: nameOf(tree, feels)}),
            sits === feels && !over && stands ? t('seats.ofStanding', {s: words.points(stands)}) : '',
            over === 'orders' && sampled.length ? t('seats.sampled', {models: words.list(sampled)}) : '',
        ],
        rows: over === 'standing' ? [] : models.map(m => ({name: modelLabel(m, words.lang), value: words.points(of(m)), sign: signOf(of(m))})),
        paths: own, most: over === 'standing' ? null : mattering(tree),
    };
}

function best({aim, seats}: Asked & {kind: 'best'}, tree: Tree, models: Model[], words: Words): Part {
    const say = (x: Num) => aim === 'agreement' ? words.odds(x) : aim === 'settled' ? words.decimal(x, 0) : words.points(x);
    const key = [...seats].sort().join();
    const worth = (m: Model) => tree.seats?.[m.id]?.best_tables.find(b => b.aim === aim && [...b.seats].sort().join() === key)?.value;
    const found = models.filter(m => worth(m) != null), who = words.list(seats.map(s => nameOf(tree, s)));
    return {
        number: say(spread(found.map(worth))?.middle ?? null),
        says: [words.tn('asked.bestSays', found.length, {who}), across(found, worth, say, words)],
        rows: found.map(m => ({name: modelLabel(m, words.lang), value: say(worth(m) ?? null)})), most: mattering(tree),
    };
}

function forecast(id: string, tree: Tree, words: Words): Part {
    const f = tree.forecast?.issues[id], issue = issueOf(tree, id), record = tree.forecast?.record;
    const say = (x: Num | undefined) => words.value(x, issue ? Math.abs(issue.scale[1] - issue.scale[0]) : 100);
    return {
        number: say(f?.median),
        says: [
            words.t('issues.forecastSays', {middle: say(f?.median), low: say(f?.q10), high: say(f?.q90)}),
            record ? words.t('record.data', {n: record.issues ?? 0, groups: record.groups ?? 0, data: said(record.data, words.lang), how: said(record.how ?? '', words.lang)}) : '',
            record?.silent_on ? said(record.silent_on, words.lang) : '', how(tree, words),
        ],
        paths: issue ? onIssue(tree, issue) : [], most: mattering(tree),
    };
}
