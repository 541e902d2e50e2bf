// SPDX-License-Identifier: Apache-2.0
// The rows of the charts, read out of the trees: under the model shown, or over all of them. Nothing is solved here.
import {EVEN} from '../engine/spread';
import type {Num} from '../engine/tree';
import type {Effect, Factor, Index, Lever, Levers, Sensitivity} from './answer';

export interface Ends { factor: Factor; atLow: number; atHigh: number; swing: number }

export interface Share { factor: Factor; first: Known; total: Known; atLow: Num; atHigh: Num }

export interface Known { value: number; low: number | null; high: number | null }

export type Grouping = 'input' | 'actor' | 'issue';

/* What a rounding of the engine leaves is no effect. */
const NOTHING = 1e-9;

function effectOf(f: Factor, model: string | null): Effect {
    return (model !== null ? f.models?.[model] : undefined) ?? f;
}

/** Where the answer stands with every input at its point. */
export function pointOf(s: Sensitivity, model: string | null): Num {
    return (s.models.find(m => m.id === model) ?? s.answer).point ?? null;
}

/** The inputs that move the answer, the widest swing first. */
export function tornadoRows(s: Sensitivity, model: string | null): Ends[] {
    return s.factors
        .flatMap(factor => {
            const {at_low: atLow, at_high: atHigh} = effectOf(factor, model);
            return atLow == null || atHigh == null ? [] : [{factor, atLow, atHigh, swing: spanOf(s, model, atLow, atHigh)}];
        })
        .filter(r => r.swing > NOTHING)
        .sort((a, b) => b.swing - a.swing);
}

/** How far the answer goes: from end to end, or from the point to the farther end where both lie on one side. */
function spanOf(s: Sensitivity, model: string | null, atLow: number, atHigh: number): number {
    const point = pointOf(s, model) ?? atLow;
    return Math.max(atLow, atHigh, point) - Math.min(atLow, atHigh, point);
}

function known(x: Index | null | undefined): Known | null {
    return x?.value == null ? null : {value: x.value, low: x.low, high: x.high};
}

/** Shares of the spread by input (those tied together as one), by actor or by issue; the largest first. */
export function shareRows(s: Sensitivity, model: string | null, by: Grouping): Share[] {
    const kinds: Factor['kind'][] = by === 'input' ? ['input', 'together', 'chance'] : [by];
    return s.factors
        .filter(f => kinds.includes(f.kind))
        .flatMap(factor => {
            const effect = effectOf(factor, model);
            const first = known(effect.first), total = known(effect.total);
            return first && total && total.value > NOTHING ? [{factor, first, total, atLow: effect.at_low ?? null, atHigh: effect.at_high ?? null}] : [];
        })
        .sort((a, b) => b.total.value - a.total.value);
}

export interface Path { factor: Factor; size: number; mean: number; spread: number }

/** Mean changes along random paths, the largest first. */
export function pathRows(s: Sensitivity): Path[] {
    return s.factors
        .flatMap(factor => (factor.size != null && factor.size > NOTHING ? [{factor, size: factor.size, mean: factor.mean ?? 0, spread: factor.spread ?? 0}] : []))
        .sort((a, b) => b.size - a.size);
}

/** What moves the answer most, whatever the method; `by` null: inputs, actors and issues after each other. */
export function weightiest(s: Sensitivity, by: Grouping | null = 'input'): {factor: Factor; weight: number}[] {
    if (s.method === 'tornado')
        return tornadoRows(s, null).map(r => ({factor: r.factor, weight: r.swing}));
    if (s.method === 'morris')
        return pathRows(s).map(r => ({factor: r.factor, weight: r.size}));
    return (by === null ? ['input', 'actor', 'issue'] as const : [by]).flatMap(g => shareRows(s, null, g).map(r => ({factor: r.factor, weight: r.total.value})));
}

export function choiceOf(s: Sensitivity, model: string | null): {first: Known; total: Known} | null {
    const first = known(s.choice_of_model?.first), total = known(s.choice_of_model?.total);
    return model === null && first && total ? {first, total} : null;
}

/** What helps: its own, others' and what is nobody's choice apart, in the engine's order: what helps most first. Points that round to none are none. */
export function helping(l: Levers): {own: Lever[]; others: Lever[]; nobodys: Lever[]} {
    const least = l.question.unit === 'points' ? EVEN : NOTHING;
    const helps = l.levers.filter(x => x.to !== null && (x.change.mean ?? 0) > least);
    const chosen = helps.filter(x => x.chosen !== false);
    return {own: chosen.filter(x => x.own), others: chosen.filter(x => !x.own), nobodys: helps.filter(x => x.chosen === false)};
}

/** Where the answer leaps soonest on the way from the point to where it is best; null: it does not. */
export function leapOf(l: Lever): {at: number; models: string[]} | null {
    const {point, to} = l;
    if (point === null || to === null)
        return null;
    const way = Object.entries(l.models).flatMap(([id, m]) => m.switches.map(s => ({id, at: s.at}))).filter(s => (s.at - point) * (to - point) > 0 && Math.abs(s.at - point) <= Math.abs(to - point) * 1.001);
    const first = way.sort((a, b) => Math.abs(a.at - point) - Math.abs(b.at - point))[0];
    if (!first)
        return null;
    const near = Math.abs(to - point) * 0.01;
    return {at: first.at, models: [...new Set(way.filter(s => Math.abs(s.at - first.at) <= near).map(s => s.id))]};
}
