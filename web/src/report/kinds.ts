// SPDX-License-Identifier: Apache-2.0
// Every kind of report, by the name that its file bears (src/report/html_kinds.c). A new one is a file in its views' folder and a line here.
import {compare} from '../accounts/report';
import {leverage} from '../levers/report';
import {power} from '../power/report';
import {backtest} from '../record/report';
import {timeline} from '../timeline/report';
import {levers} from '../sensitivity/leversReport';
import {sensitivity} from '../sensitivity/report';
import type {AnyKind} from './kind';
import {run} from './run';

const KINDS: Record<string, AnyKind> = {run, timeline, backtest, sensitivity, levers, leverage, compare, power};

export function kindNamed(name: string | undefined): AnyKind {
    return KINDS[name ?? 'run'] ?? run;
}
