// SPDX-License-Identifier: Apache-2.0
// Answers to the questions that a view asks beside the run's own: kept, asked step by step, and never in the way of the run.
import type {Inquiry, Problem, Progress} from '../engine/engine';
import {keyOf, type Variation} from '../engine/variation';
import type {Session} from './session';

export interface Inquired<T> {
    /** The last answer, also one to what was looked at before; null: none yet. */
    answer: T | null;
    /** The draws behind it; null without an answer. */
    draws: number | null;
    /** It answers what is looked at now. */
    current: boolean;
    /** More is being worked out. */
    busy: boolean;
    progress: Progress | null;
    problem: Problem | null;
}

interface Kept { tree: unknown; draws: number; of: string }

const MOST_KEPT = 24;
/* A hand that moves is not asked after at every step of it. */
const PAUSE_MS = 200;

const kept = new WeakMap<Session, Map<string, Kept>>();

function store(session: Session): Map<string, Kept> {
    const found = kept.get(session) ?? new Map<string, Kept>();
    kept.set(session, found);
    return found;
}

function keep(session: Session, key: string, answer: Kept): void {
    const all = store(session);
    all.delete(key);
    all.set(key, answer);
    for (const oldest of all.keys()) {
        if (all.size <= MOST_KEPT)
            break;
        all.delete(oldest);
    }
}

/** What the question is about, whatever is changed: under this the last answer is kept. */
function topicOf(session: Session, inquiry: Inquiry): string {
    return JSON.stringify([session.state.scenario, inquiry]);
}

/** A timeline is the same from whatever day it is looked at. */
function variationFor(session: Session, inquiry: Inquiry): Variation {
    const {variation} = session.state;
    return inquiry.kind === 'timeline' ? {...variation, asOf: null} : variation;
}

/** Everything that an answer hangs on but its draws. */
export function subjectOf(session: Session, inquiry: Inquiry): string {
    const {sha256, lang} = session.state;
    return JSON.stringify([topicOf(session, inquiry), sha256, lang, keyOf(variationFor(session, inquiry))]);
}

/** The draws of each step: no more than the address asks for, none twice. */
export function stepsOf(session: Session, steps: readonly number[]): number[] {
    const most = session.state.draws ?? Infinity;
    return [...new Set(steps.map(n => Math.min(n, most)))];
}

/** What is known before anything is asked. */
export function recall<T>(session: Session, inquiry: Inquiry, steps: readonly number[]): Inquired<T> {
    const of = subjectOf(session, inquiry), all = store(session);
    const found = all.get(of) ?? all.get(topicOf(session, inquiry)) ?? null;
    const current = found?.of === of;
    return {
        answer: (found?.tree ?? null) as T | null, draws: found?.draws ?? null, current,
        busy: !current || found.draws < Math.max(...stepsOf(session, steps)), progress: null, problem: null,
    };
}

/** Calls when the run's own answer is complete, now or later. */
function whenFree(session: Session, then: () => void): () => void {
    const free = () => session.state.stage?.last === true && session.state.of === keyOf(session.state.variation);
    if (free()) {
        then();
        return () => undefined;
    }
    const leave = session.subscribe(() => {
        if (free()) {
            leave();
            then();
        }
    });
    return leave;
}

/** Asks what is not known yet: points after a pause, draws when the run is done with its own. Gives what stops it. */
export function inquire<T>(session: Session, inquiry: Inquiry, steps: readonly number[], show: (x: Inquired<T>) => void): () => void {
    let now = recall<T>(session, inquiry, steps);
    let stop: () => void = () => undefined;
    show(now);
    const {scenario, lang} = session.state, variation = variationFor(session, inquiry);
    const of = subjectOf(session, inquiry), topic = topicOf(session, inquiry);
    const left = stepsOf(session, steps).filter(n => !now.current || now.draws === null || n > now.draws);
    const tell = (patch: Partial<Inquired<T>>) => {
        now = {...now, ...patch};
        show(now);
    };
    const next = () => {
        const draws = left.shift();
        if (draws === undefined || scenario === null || !session.engine.inquire)
            return;
        const begin = () => {
            stop = session.engine.inquire?.({scenario, lang, variation, inquiry, draws}, {
                onTree: tree => {
                    const answer = {tree, draws, of};
                    keep(session, of, answer);
                    keep(session, topic, answer);
                    tell({answer: tree as T, draws, current: true, busy: left.length > 0, progress: null, problem: null});
                    next();
                },
                onProgress: progress => tell({progress}),
                onError: problem => tell({problem, busy: false, progress: null}),
            }) ?? stop;
        };
        if (draws === 0)
            begin();
        else
            stop = whenFree(session, begin);
    };
    const timer = setTimeout(next, left.length ? PAUSE_MS : 0);
    return () => {
        clearTimeout(timer);
        stop();
    };
}
